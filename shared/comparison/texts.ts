import type { JourneyMap } from '../document/schema';
import { formatDay } from '../language/format';
import type { Language, TextKey, Translate } from '../language/translator';
import { periodLabel } from '../metrics/periods';
import type { Change, ChangeType, Comparison, FieldChange } from './changes';
import { siblings } from './field-changes';
import { type Collection, type Fields, fieldOf, recordAt, sameValue } from './records';
import { excerpts, fieldName, isWordless, listItems, type Names, nameIn, valueText } from './values';

/** The sign of each type of change, beside its colour. */
export const SIGNS: Readonly<Record<ChangeType, string>> = {
  added: '+',
  removed: '−',
  changed: '≠',
  moved: '→',
  numbers: '#',
};

/** More periods than this are counted, not listed. */
const MOST_POINTS = 12;

export interface ChangeTexts {
  /** What it is about: `Pain point “Price unclear”`. */
  subject: string;
  /** What happened, a sentence each: `Severity 3 → 5`, `Moved from Acquisition to Onboarding`. */
  lines: string[];
}

/** A change in words. */
export function changeTexts(change: Change, comparison: Comparison, t: Translate, language: Language): ChangeTexts {
  const names: Names = { maps: [comparison.after, comparison.before], t, language };
  const subject = subjectText(change.collection, change.record, change.after ?? change.before ?? {}, names);
  const lines: string[] = [];
  if (change.before && change.after) {
    lines.push(...fieldLines(change.collection, change.record, change, comparison, t, language));
  } else {
    lines.push(t(change.after ? 'comparison.lines.added' : 'comparison.lines.removed'));
    if (change.collection === 'measurements') {
      lines.push(...pointLines(change.record, listOf(change.before), listOf(change.after), names));
    }
  }
  if (change.confidence < 1) {
    lines.push(t('comparison.lines.matched', { percent: Math.round(change.confidence * 100) }));
  }
  return { subject, lines };
}

const listOf = (record: Fields | null) => fieldOf(record ?? undefined, 'points');

/** What a record is called: `Pain point “Price unclear”`, `Row “Actions”`. */
export function subjectText(collection: Collection, id: string, record: Fields, names: Names): string {
  const { t } = names;
  const title = nameIn(names, collection, id, record);
  switch (collection) {
    case 'map':
      return t('comparison.subjects.map');
    case 'elements':
      return `${t(`kinds.${String(record.kind)}.one` as TextKey)} ${title}`;
    case 'connections':
      return t('comparison.subjects.connections', {
        from: nameIn(names, 'elements', String(record.from)),
        to: nameIn(names, 'elements', String(record.to)),
      });
    case 'measurements':
      return t('comparison.subjects.measurements', {
        metric: nameIn(names, 'metrics', String(record.metric)),
        element: measuredName(record, names),
      });
    case 'entries':
    case 'exits':
    case 'comments':
    case 'votes':
      return t(`comparison.subjects.${collection}`, { element: nameIn(names, 'elements', String(record.element)) });
    case 'reviews':
      return t('comparison.subjects.reviews', { date: formatDay(String(record.date), names.language) });
    case 'pictures':
      return t('comparison.subjects.pictures');
    case 'lanes':
    case 'metrics':
    case 'sources':
    case 'scenarios':
    case 'sessions':
    case 'actions':
    case 'viewpoints':
      return t(`comparison.subjects.${collection}`, { title });
  }
}

/** What values were measured on: a card, a connection, the map as a whole; and of whom. */
function measuredName(record: Fields, names: Names): string {
  const connection = typeof record.connection === 'string' ? recordOfAny(record.connection, names) : undefined;
  const subject = connection
    ? subjectText('connections', String(record.connection), connection, names)
    : typeof record.element === 'string'
      ? nameIn(names, 'elements', record.element)
      : names.t('comparison.subjects.map');
  return record.segment ? `${subject} (${String(record.segment)})` : subject;
}

const recordOfAny = (id: string, names: Names) =>
  names.maps.map((map) => recordAt(map, 'connections', id)).find((found) => found !== undefined);

/** What is different between two states of a record, a sentence each. */
export function fieldLines(
  collection: Collection,
  id: string,
  { before, after, fields }: { before: Fields | null; after: Fields | null; fields: readonly FieldChange[] },
  maps: { before: JourneyMap; after: JourneyMap },
  t: Translate,
  language: Language,
): string[] {
  const names: Names = { maps: [maps.after, maps.before], t, language };
  const moves = fields.filter((field) => field.type === 'moved');
  const lines = moves.length > 0 ? moveLines(collection, id, before ?? {}, after ?? {}, moves, maps, names) : [];
  for (const field of fields) {
    if (field.type === 'moved') continue;
    if (collection === 'measurements' && field.name === 'points') {
      lines.push(...pointLines(id, field.before, field.after, names));
    } else lines.push(fieldLine(collection, id, field, after ?? before ?? {}, names));
  }
  return lines;
}

function fieldLine(collection: Collection, id: string, change: FieldChange, record: Fields, names: Names): string {
  const { t } = names;
  const { before, after } = change;
  const name = change.name;
  const field = fieldName(collection, name, record, t);
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, now] = [before, after].map((list) => listItems(collection, name, record, list, names));
    const added = (now ?? []).filter((item) => !old?.includes(item));
    const removed = (old ?? []).filter((item) => !now?.includes(item));
    const parts = [
      ...(added.length > 0 ? [t('comparison.lines.listAdded', { items: added.join(', ') })] : []),
      ...(removed.length > 0 ? [t('comparison.lines.listRemoved', { items: removed.join(', ') })] : []),
    ];
    return t('comparison.lines.list', { field, what: parts.join('; ') || t('comparison.lines.listChanged') });
  }
  if (typeof before === 'string' && typeof after === 'string' && isWordless(collection, name)) {
    return t('comparison.lines.replaced', { field });
  }
  const isText = typeof before === 'string' && typeof after === 'string';
  const [old, now] = isText ? excerpts(before, after) : [before, after];
  const [from, to] = [old, now].map((value) => valueText(collection, id, record, name, value, names));
  const short = typeof (before ?? after) === 'number';
  return t(short ? 'comparison.lines.number' : 'comparison.lines.field', {
    field,
    before: from ?? '',
    after: to ?? '',
  });
}

function moveLines(
  collection: Collection,
  id: string,
  before: Fields,
  after: Fields,
  moves: readonly FieldChange[],
  maps: { before: JourneyMap; after: JourneyMap },
  names: Names,
): string[] {
  const { t } = names;
  const moved = new Set(moves.map((move) => move.name));
  const lines: string[] = [];
  const isCard = collection === 'elements' && after.kind !== 'stage';
  if (moved.has('stage') || moved.has('lane')) {
    const [from, to] = placeNames(before, after, names);
    lines.push(t('comparison.lines.moved', { from, to }));
  } else if (isCard && (moved.has('x') || moved.has('y'))) lines.push(t('comparison.lines.shifted'));
  if (moved.has('width') || moved.has('height')) lines.push(t('comparison.lines.resized'));
  if (moved.has('order')) {
    const inRow = collection === 'lanes' || after.kind === 'stage';
    const isMove = inRow && moves.some((move) => move.name === 'order' && !move.minor);
    lines.push(isMove ? orderText(collection, id, maps.after, names) : t('comparison.lines.order'));
  }
  if (moved.has('fromSide') || moved.has('toSide')) lines.push(t('comparison.lines.sides'));
  return lines;
}

/** `Moved after “Onboarding”`: where a stage or row stands now. */
export function orderText(collection: Collection, id: string, map: JourneyMap, names: Names): string {
  const list = siblings(map, collection);
  const ahead = list[list.indexOf(id) - 1];
  if (ahead === undefined) return names.t('comparison.lines.movedFirst');
  return names.t('comparison.lines.movedAfter', { title: nameIn(names, collection, ahead) });
}

/** Names of two places, no longer than they need to be to tell them apart. */
function placeNames(before: Fields, after: Fields, names: Names): [string, string] {
  const sameLane = sameValue(before.lane, after.lane);
  const sameStage = sameValue(before.stage, after.stage);
  const parts = { stage: !sameStage, lane: !sameLane };
  return [placeText(before, names, parts), placeText(after, names, parts)];
}

/** A place on the map: `Acquisition · Touchpoints`, or the parking row. */
export function placeText(place: Fields, names: Names, parts = { stage: true, lane: true }): string {
  const { t } = names;
  if (place.stage === null && place.lane === null) return t('comparison.parkingRow');
  const stage =
    place.stage === null ? t('comparison.noStage') : nameIn(names, 'elements', String(place.stage), undefined, false);
  const lane =
    place.lane === null ? t('comparison.parkingRow') : nameIn(names, 'lanes', String(place.lane), undefined, false);
  return [...(parts.stage ? [stage] : []), ...(parts.lane ? [lane] : [])].join(' · ');
}

interface Point {
  period: string;
  value: number;
}

const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' && value !== null && 'period' in value && 'value' in value;

function pointLines(id: string, before: unknown, after: unknown, names: Names): string[] {
  const { t, language } = names;
  const pointsOf = (list: unknown) =>
    new Map((Array.isArray(list) ? list.filter(isPoint) : []).map((point) => [point.period, point.value]));
  const [old, now] = [pointsOf(before), pointsOf(after)];
  const periods = [...new Set([...old.keys(), ...now.keys()])].filter((period) => old.get(period) !== now.get(period));
  const record = names.maps.map((map) => recordAt(map, 'measurements', id)).find((found) => found !== undefined) ?? {};
  const text = (value: number | undefined) => valueText('measurements', id, record, 'value', value ?? null, names);
  const lines = periods.slice(0, MOST_POINTS).map((period) =>
    t('comparison.lines.field', {
      field: periodLabel(period, language, { year: true }),
      before: text(old.get(period)),
      after: text(now.get(period)),
    }),
  );
  const more = periods.length - lines.length;
  return more > 0 ? [...lines, t('comparison.lines.morePeriods', { count: more })] : lines;
}
