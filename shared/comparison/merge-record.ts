import type { Conflict, ConflictBook } from './conflicts';
import { changesPlaceAmong, controlOf, siblings } from './field-changes';
import { type Collection, type Fields, fieldOf, namesIn, sameValue } from './records';
import { PLACE_FIELDS, type RecordStates } from './swept-along';
import {
  bothChanged,
  byAddress,
  byItself,
  byPeriod,
  type Decide,
  inOrderOfPeriods,
  type MergeInputs,
  mergeLists,
  type States,
  threeWay,
} from './three-way';

/** Fields that only make sense together, and what they are called. */
const UNITS: Readonly<Partial<Record<Collection, { name: string; fields: readonly string[] }>>> = {
  elements: { name: 'place', fields: PLACE_FIELDS },
  connections: { name: 'ends', fields: ['type', 'from', 'to'] },
};

/** Merges a record that is on both sides; `base` undefined: both added it. */
export function mergeRecord(
  collection: Collection,
  id: string,
  states: RecordStates,
  sides: MergeInputs,
  book: ConflictBook,
): Fields {
  const ask =
    (field: string, type: Conflict['type'] = 'field') =>
    (values: States, item: string | null) =>
      book.decide(values, { type, collection, record: id, field, item });
  const { base, ours, theirs } = states;
  // A picture is what its hash says; fields of two kinds do not mix.
  if (collection === 'pictures' || !sameValue(ours.kind, theirs.kind) || (base && !sameValue(base.kind, ours.kind))) {
    return threeWay({ base, ours, theirs }, ask('record')) as Fields;
  }
  const merged: Record<string, unknown> = {};
  const unit = UNITS[collection];
  if (unit) {
    const pick = (record: Fields | undefined) =>
      record && Object.fromEntries(unit.fields.map((name) => [name, fieldOf(record, name)]));
    const values = { base: pick(base), ours: pick(ours), theirs: pick(theirs) };
    const type = unit.name === 'place' ? 'place' : 'field';
    Object.assign(merged, threeWay(values, ask(unit.name, type)));
  }
  for (const name of namesIn(base, ours, theirs)) {
    if (unit?.fields.includes(name)) continue;
    const values = { base: fieldOf(base, name), ours: fieldOf(ours, name), theirs: fieldOf(theirs, name) };
    const value = mergeField(collection, id, name, values, states, sides, ask);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

type Ask = (field: string, type?: Conflict['type']) => (values: States, item: string | null) => unknown;

function mergeField(
  collection: Collection,
  id: string,
  name: string,
  values: States,
  { ours }: RecordStates,
  sides: MergeInputs,
  ask: Ask,
): unknown {
  if (!bothChanged(values)) return threeWay(values, ask(name));
  if (collection === 'map') {
    if (name === 'revision') return Math.max(Number(values.ours), Number(values.theirs));
    if (name === 'revisedOn') return later(values.ours, values.theirs);
    // A copy keeps its own id.
    if (name === 'id') return values.ours;
  }
  if (name === 'order' && isOrdered(collection)) {
    const isInRow = collection === 'lanes' || ours.kind === 'stage';
    const [here, there] = [siblings(sides.ours, collection), siblings(sides.theirs, collection)];
    if (isInRow && changesPlaceAmong(here, there, id)) return ask(name, 'place')(values, null);
    // Nobody sees the difference: which one is taken must only not depend on whose map is ours.
    return String(values.ours) < String(values.theirs) ? values.ours : values.theirs;
  }
  if (collection === 'scenarios' && (name === 'probabilities' || name === 'entries')) {
    return mergeByKey(values, ask(name));
  }
  const lists = listsOf(values);
  if (!lists) return ask(name)(values, null);
  if (collection === 'measurements' && name === 'points') {
    return inOrderOfPeriods(mergeLists(lists, byPeriod, ask(name)));
  }
  if (collection === 'elements' && name === 'links') return mergeLists(lists, byAddress, ask(name));
  const isSet =
    collection === 'elements'
      ? name === 'tags' || name === 'personas' || controlOf(ours, name) === 'lines'
      : collection === 'lanes' && name === 'kinds';
  return isSet ? mergeLists(lists, byItself, ask(name)) : ask(name)(values, null);
}

const ORDERED: readonly Collection[] = [
  'elements',
  'lanes',
  'metrics',
  'entries',
  'scenarios',
  'sessions',
  'actions',
  'viewpoints',
];
const isOrdered = (collection: Collection) => ORDERED.includes(collection);

/** Merges two records of numbers, name by name. */
function mergeByKey({ base, ours, theirs }: States, decide: Decide): Fields {
  const [old, here, there] = [base, ours, theirs].map((value) => (value ?? {}) as Fields);
  const merged: Record<string, unknown> = {};
  for (const name of namesIn(old, here, there)) {
    const values = { base: fieldOf(old, name), ours: fieldOf(here, name), theirs: fieldOf(there, name) };
    const value = threeWay(values, decide, name);
    if (value !== undefined) merged[name] = value;
  }
  return merged;
}

const later = (a: unknown, b: unknown) => (a === null || (b !== null && String(b) > String(a)) ? b : a);

/** Three lists; what was not there yet counts as empty. Null: not lists. */
function listsOf({ base = [], ours, theirs }: States): States<readonly unknown[]> | null {
  return Array.isArray(base) && Array.isArray(ours) && Array.isArray(theirs) ? { base, ours, theirs } : null;
}
