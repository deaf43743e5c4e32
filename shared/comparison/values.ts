import type { JourneyMap, Metric } from '../document/schema';
import { formatDay, formatMoney, formatShare } from '../language/format';
import type { Language, TextKey, Translate } from '../language/translator';
import { formatNumber, formatValue } from '../metrics/format';
import { controlOf } from './field-changes';
import { type Collection, type Fields, fieldOf, recordAt } from './records';

/** Characters of a text that are shown of each side. */
const EXCERPT = 90;
/** Characters that stay in front of the first difference, so that it can be found. */
const LEAD = 24;

/** Where names of records are looked up, the first map first, and the language to say them in. */
export interface Names {
  maps: readonly JourneyMap[];
  t: Translate;
  language: Language;
}

/** The title of a record in quotation marks, or that it has none; `quoted` false: without them. */
export function nameIn(names: Names, collection: Collection, id: string, record?: Fields, quoted = true): string {
  const found = record ?? names.maps.map((map) => recordAt(map, collection, id)).find((one) => one !== undefined);
  const { t } = names;
  const title = [found?.title, found?.name, found?.text].find((text) => typeof text === 'string' && text.trim() !== '');
  if (typeof title !== 'string') return t('comparison.untitled');
  const text = shorten(title.trim());
  return quoted ? t('comparison.quoted', { text }) : text;
}

/** What a field is called; fields of later formats go by the name that they have in the file. */
export function fieldName(collection: Collection, name: string, record: Fields, t: Translate): string {
  const ownKey = `kinds.${String(record.kind)}.fields.${name}`;
  const keys = [
    ...(collection === 'elements' && controlOf(record, name) ? [ownKey] : []),
    ...(collection === 'elements' || name === 'title' ? [`fields.${name}`] : []),
    `comparison.fields.${name}`,
  ];
  for (const key of keys) {
    const text = t(key as TextKey);
    if (typeof text === 'string' && text !== key) return text;
  }
  return name;
}

/** Fields whose text tells a reader nothing. */
export const isWordless = (collection: Collection, name: string): boolean =>
  (collection === 'elements' && name === 'picture') || name === 'hash' || name === 'data' || name === 'id';

/** A value of a field, as it is shown elsewhere in the program. Undefined and null are "not said". */
export function valueText(
  collection: Collection,
  id: string,
  record: Fields,
  name: string,
  value: unknown,
  names: Names,
): string {
  const { t, language } = names;
  if (value === undefined || value === null || value === '') return t('comparison.notSaid');
  if (typeof value === 'boolean') return t(value ? 'comparison.yes' : 'comparison.no');
  if (Array.isArray(value)) {
    return listItems(collection, name, record, value, names).join(', ') || t('comparison.notSaid');
  }
  if (typeof value === 'number') return numberText(collection, id, record, name, value, names);
  if (typeof value !== 'string') return shorten(JSON.stringify(value));
  if (collection === 'connections' && (name === 'from' || name === 'to')) return nameIn(names, 'elements', value);
  if (name === 'source' && collection === 'metrics') return nameIn(names, 'sources', value);
  if (isWordless(collection, name)) return t('comparison.present');
  const control = collection === 'elements' ? controlOf(record, name) : undefined;
  if (control === 'date') return formatDay(value, language);
  if (control === 'choice' || (collection === 'map' && name === 'perspective')) {
    return known(t, `options.${name}.${value}`) ?? value;
  }
  if (collection === 'elements' && name === 'kind') return known(t, `kinds.${value}.one`) ?? value;
  const choice = CHOICES[`${collection}.${name}`];
  if (choice) return known(t, `${choice}.${value}`) ?? value;
  if (control === 'colour') return value;
  return t('comparison.quoted', { text: shorten(value) });
}

const known = (t: Translate, key: string): string | null => {
  const text = t(key as TextKey);
  return typeof text === 'string' && text !== key ? text : null;
};

/** Where the words of a choice stand that is no field of a kind. */
const CHOICES: Readonly<Record<string, string | undefined>> = {
  'connections.type': 'panels.connection',
  'connections.fromSide': 'panels.connection.sides',
  'connections.toSide': 'panels.connection.sides',
  'metrics.unit': 'metrics.units',
  'metrics.direction': 'metrics.directions',
  'lanes.role': 'comparison.roles',
  'actions.type': 'workshop.agreements.one',
};

const FEELINGS = ['veryBad', 'bad', 'neutral', 'good', 'veryGood'] as const;

function numberText(
  collection: Collection,
  id: string,
  record: Fields,
  name: string,
  value: number,
  names: Names,
): string {
  const { t, language } = names;
  if (collection === 'connections' && name === 'probability') return formatShare(value, language);
  const metric = collection === 'metrics' ? metricIn(names, id) : metricIn(names, String(record.metric));
  if (metric && (name === 'target' || name === 'value') && collection !== 'elements') {
    return formatValue(value, metric, language);
  }
  if (collection === 'elements' && controlOf(record, name) === 'feeling') {
    const feeling = FEELINGS[value + 2];
    if (feeling) return t(`options.feeling.${feeling}`);
  }
  const currency = fieldOf(record, 'currency');
  if (collection === 'elements' && controlOf(record, name) === 'amount' && typeof currency === 'string') {
    return formatMoney(value, currency, language);
  }
  // Intl takes up to 100 decimals and numbers of any size; six are enough to read.
  return formatNumber(value, Math.min(6, /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0), language);
}

const metricIn = (names: Names, id: string): Metric | undefined =>
  names.maps.map((map) => recordAt(map, 'metrics', id)).find((found) => found !== undefined) as unknown as
    | Metric
    | undefined;

/** The items of a list, each in words. */
export function listItems(
  collection: Collection,
  name: string,
  record: Fields,
  list: readonly unknown[],
  names: Names,
): string[] {
  const { t } = names;
  return list.map((item) => {
    if (typeof item === 'object' && item !== null) {
      const { label, url, period } = item as Record<string, unknown>;
      return shorten(String(label || url || period || JSON.stringify(item)));
    }
    if (collection === 'elements' && name === 'personas') return nameIn(names, 'elements', String(item));
    if (collection === 'lanes' && name === 'kinds') return known(t, `kinds.${String(item)}.many`) ?? String(item);
    return valueText(collection, '', record, '', item, names);
  });
}

/** A text on one line, cut to what can be read at a glance. */
function shorten(text: string, most = EXCERPT): string {
  const characters = [...onOneLine(text)];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : characters.join('');
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Signs for what separates words, which no reader could tell apart. */
const withSigns = (text: string): string =>
  text.replace(/\r?\n|\s/g, (space) => ({ '\n': '↵', '\r\n': '↵', '\t': '⇥', ' ': '·' })[space] ?? '°');

/**
 * Two texts that differ, on one line each, so that the difference is among what is shown of them: long ones begin a
 * little before the place where they part, and where only spaces and line breaks differ, these have signs.
 */
export function excerpts(before: string, after: string): [string, string] {
  const isHidden = before !== after && onOneLine(before) === onOneLine(after);
  const [old, now] = [before, after].map(isHidden ? withSigns : onOneLine) as [string, string];
  if (old.length <= EXCERPT && now.length <= EXCERPT) return [old, now];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  const start = Math.max(0, same - LEAD);
  const space = start === 0 ? -1 : old.slice(0, same).indexOf(' ', start);
  // From a whole word, where there is one; in any case not between the two halves of a character.
  const from = space >= 0 && space < same - 1 ? space + 1 : start - (/[\udc00-\udfff]/.test(old[start] ?? '') ? 1 : 0);
  const cut = (text: string) => (from > 0 && text !== '' ? `…${text.slice(from)}` : text);
  return [cut(old), cut(now)];
}
