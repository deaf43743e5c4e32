import { COLLECTIONS, type CollectionName, type JourneyMap } from '../document/schema';

/** Where a record stands; `map` is the map's own fields. */
export type Collection = CollectionName | 'map';

/** A record of any collection, known by its field names only: fields of later formats count like any other. */
export type Fields = Readonly<Record<string, unknown>>;

/** The records of a collection, by id. */
export const recordsOf = (map: JourneyMap, collection: CollectionName): Readonly<Record<string, Fields>> =>
  map[collection] as unknown as Record<string, Fields>;

/** A record, or undefined where there is none. Ids such as `toString` name nothing unless the map says so. */
export function recordAt(map: JourneyMap, collection: Collection, id: string): Fields | undefined {
  if (collection === 'map') return ownFields(map);
  const records = recordsOf(map, collection);
  return Object.hasOwn(records, id) ? records[id] : undefined;
}

/** What a map says of itself: everything but its collections. */
export function ownFields(map: JourneyMap): Fields {
  return Object.fromEntries(Object.entries(map).filter(([name]) => !isCollection(name)));
}

export const isCollection = (name: string): name is CollectionName => (COLLECTIONS as readonly string[]).includes(name);

/** The value of a field; undefined where the record has none, also for names that every object knows. */
export const fieldOf = (record: Fields | undefined, name: string): unknown =>
  record && Object.hasOwn(record, name) ? record[name] : undefined;

/** Whether two JSON values are the same, whatever the order of their keys. A key that is undefined is not there. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, index) => sameValue(value, b[index]));
  }
  const first = a as Fields;
  const second = b as Fields;
  return namesIn(first, second).every((name) => sameValue(fieldOf(first, name), fieldOf(second, name)));
}

/** The names of all fields that any of the records has, sorted. */
export function namesIn(...records: readonly (Fields | undefined)[]): string[] {
  return [...new Set(records.flatMap((record) => (record ? Object.keys(record) : [])))].sort();
}

/** All ids of a collection in several maps, sorted: what is made from them does not depend on whose map came first. */
export function idsIn(collection: CollectionName, ...maps: readonly JourneyMap[]): string[] {
  return [...new Set(maps.flatMap((map) => Object.keys(map[collection])))].sort();
}
