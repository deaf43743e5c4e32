import { byOrder } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { FIELDS } from '../kinds/all-fields';
import type { Fields as KindFields } from '../kinds/fields';
import type { FieldChange } from './changes';
import { type Collection, type Fields, fieldOf, sameValue } from './records';

/** Where something stands and how large it is. Minor unless it changes stage or row, or the order of those. */
const PLACE = new Set(['stage', 'lane', 'x', 'y', 'width', 'height', 'order', 'fromSide', 'toSide']);
/** Fields that hold numbers the map is judged by. */
const NUMBERS: Readonly<Partial<Record<Collection, ReadonlySet<string>>>> = {
  measurements: new Set(['points', 'target', 'warning', 'metric', 'element', 'connection', 'segment', 'persona']),
  metrics: new Set(['target', 'warning', 'baseline']),
  connections: new Set(['probability', 'guess', 'observed', 'observedMetric']),
  entries: new Set(['customers', 'series', 'growth', 'season', 'unit']),
  scenarios: new Set(['probabilities', 'entries']),
  reviews: new Set(['branches']),
};

/** Counts that change with every save, and names that nobody reads. */
const BOOKKEEPING = new Set(['id', 'format', 'formatVersion', 'revision', 'revisedOn']);

/** The fields that differ between two states of a record, in the order in which the file has them. */
export function fieldChanges(
  collection: Collection,
  id: string,
  maps: { before: JourneyMap; after: JourneyMap },
  before: Fields,
  after: Fields,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const [old, now] = [fieldOf(before, name), fieldOf(after, name)];
    if (sameValue(old, now)) continue;
    const type = typeOf(collection, name, after);
    const minor =
      type === 'moved'
        ? isMinorMove(collection, id, name, maps)
        : collection === 'map'
          ? BOOKKEEPING.has(name)
          : name === 'source' && collection === 'metrics';
    changes.push({ name, before: old, after: now, type, minor });
  }
  return changes;
}

function typeOf(collection: Collection, name: string, record: Fields): FieldChange['type'] {
  if (NUMBERS[collection]?.has(name)) return 'numbers';
  if (collection === 'elements' && controlOf(record, name) === 'amount') return 'numbers';
  const hasPlace = collection === 'elements' || collection === 'lanes' || collection === 'connections';
  if (hasPlace && PLACE.has(name)) return 'moved';
  return collection === 'metrics' && name === 'order' ? 'moved' : 'changed';
}

/** How a field of an element is edited; undefined for fields that all kinds have, and those of later formats. */
export function controlOf(element: Fields, name: string) {
  const kind = String(element.kind);
  const fields: KindFields | undefined = Object.hasOwn(FIELDS, kind) ? FIELDS[kind as keyof typeof FIELDS] : undefined;
  return fields && Object.hasOwn(fields, name) ? fields[name]?.control : undefined;
}

function isMinorMove(
  collection: Collection,
  id: string,
  name: string,
  maps: { before: JourneyMap; after: JourneyMap },
): boolean {
  if (name === 'stage' || name === 'lane') return false;
  if (name !== 'order') return true;
  const isInRow = collection === 'lanes' || maps.after.elements[id]?.kind === 'stage';
  return !isInRow || !changesPlaceAmong(siblings(maps.before, collection), siblings(maps.after, collection), id);
}

/** The rows, or the stages, of a map from first to last. */
export function siblings(map: JourneyMap, collection: Collection): string[] {
  const records =
    collection === 'lanes'
      ? Object.values(map.lanes)
      : Object.values(map.elements).filter((element) => element.kind === 'stage');
  return byOrder<{ id: string; order: string }>(records).map((record) => record.id);
}

/** Whether a record has others before it than it had, among those that are in both lists. */
export function changesPlaceAmong(before: readonly string[], after: readonly string[], id: string): boolean {
  const common = new Set(before.filter((other) => after.includes(other)));
  const ahead = (list: readonly string[]) => list.slice(0, list.indexOf(id)).filter((other) => common.has(other));
  const [old, now] = [ahead(before), new Set(ahead(after))];
  return old.length !== now.size || old.some((other) => !now.has(other));
}
