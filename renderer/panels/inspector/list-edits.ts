import { normaliseName } from '../../../shared/analysis/normalise-name';
import type { JourneyMap } from '../../../shared/document/schema';
import { change } from '../../store/history';

/** Entries that are in the list of every element, and whether some have others besides. */
export function commonEntries(
  map: JourneyMap,
  ids: readonly string[],
  name: 'tags' | 'personas',
): { common: string[]; more: boolean } {
  const lists = ids.map((id) => map.elements[id]?.[name]).filter((list) => list !== undefined);
  const [first, ...rest] = lists;
  if (!first) return { common: [], more: false };
  const common = first.filter((entry) => rest.every((list) => list.includes(entry)));
  return { common, more: lists.some((list) => list.length > common.length) };
}

/** Adds entries to the lists of elements, in one step; what is there already, but for case and accents, stays as it is. */
export function addEntries(
  label: string,
  ids: readonly string[],
  name: 'tags' | 'personas',
  entries: readonly string[],
): void {
  change(label, (draft) => {
    for (const id of ids) {
      const list = draft.elements[id]?.[name];
      if (!list) continue;
      for (const entry of entries) {
        const same =
          name === 'tags'
            ? (other: string) => normaliseName(other) === normaliseName(entry)
            : (other: string) => other === entry;
        if (!list.some(same)) list.push(entry);
      }
    }
  });
}

/** Takes an entry out of the lists of elements, in one step. */
export function removeEntry(label: string, ids: readonly string[], name: 'tags' | 'personas', entry: string): void {
  change(label, (draft) => {
    for (const id of ids) {
      const element = draft.elements[id];
      if (element?.[name].includes(entry)) element[name] = element[name].filter((other) => other !== entry);
    }
  });
}
