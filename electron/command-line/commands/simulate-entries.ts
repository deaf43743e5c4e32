import { InvalidArgumentError } from 'commander';
import { normaliseName } from '../../../shared/analysis/normalise-name';
import { byOrder, orderAfter } from '../../../shared/document/create';
import { createId } from '../../../shared/document/ids';
import type { JourneyMap } from '../../../shared/document/schema';
import type { Translate } from '../../../shared/language/translator';
import { Trouble } from '../terminal';

/** `--entry ID=N`: so many customers a period, at an entry or a card. */
export interface GivenEntry {
  name: string;
  customers: number;
}

/** Reads one `--entry`, and adds it to those before it. Decimal point or comma. */
export const readEntry =
  (t: Translate) =>
  (text: string, before: GivenEntry[]): GivenEntry[] => {
    const at = text.lastIndexOf('=');
    const [name, number] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    const customers = Number(number.replace(',', '.'));
    if (at < 1 || number === '' || !Number.isFinite(customers) || customers < 0) {
      throw new InvalidArgumentError(t('commandLine.simulate.entryForm'));
    }
    return [...before, { name, customers }];
  };

/**
 * The map with other numbers of customers: at an entry named by its id, or at a card named by its id or title, where they
 * take the place of all entries there. The map itself is not changed.
 */
export function withEntries(map: JourneyMap, given: readonly GivenEntry[], t: Translate): JourneyMap {
  const entries = { ...map.entries };
  for (const { name, customers } of given) {
    const known = Object.hasOwn(map.entries, name) ? map.entries[name] : undefined;
    if (known) {
      entries[known.id] = { ...known, customers, series: [] };
      continue;
    }
    const element = elementNamed(map, name, t);
    for (const entry of Object.values(entries)) if (entry.element === element) delete entries[entry.id];
    const id = createId();
    const order = orderAfter(Object.values(entries));
    const unit = byOrder(Object.values(map.entries))[0]?.unit ?? 'month';
    entries[id] = { id, element, persona: null, customers, unit, series: [], growth: 0, season: [], order };
  }
  return { ...map, entries };
}

function elementNamed(map: JourneyMap, name: string, t: Translate): string {
  if (Object.hasOwn(map.elements, name)) return name;
  const wanted = normaliseName(name);
  const found = Object.values(map.elements).find(({ title }) => wanted !== '' && normaliseName(title) === wanted);
  if (!found) throw new Trouble(t('commandLine.simulate.noElement', { id: name }));
  return found.id;
}
