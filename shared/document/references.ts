import type { Fault } from './inspect';
import { COLLECTIONS, type CollectionName, type ElementKind, type JourneyMap } from './schema';

/** A field that names records of a collection. */
export interface Reference {
  to: CollectionName;
  /** Only elements of this kind. */
  kind?: ElementKind;
  /** Whether the field holds one id (or null), a list of them, or a record with them for its keys. */
  holds: 'one' | 'list' | 'keys';
  /** A record that says nothing without it goes with what it names; otherwise the field is emptied. */
  essential?: boolean;
}

const one = (to: CollectionName, kind?: ElementKind): Reference => ({ to, holds: 'one', ...(kind && { kind }) });
const essential = (to: CollectionName): Reference => ({ to, holds: 'one', essential: true });

/** Which fields of which records name others. */
export const REFERENCES: Readonly<Record<CollectionName, Readonly<Record<string, Reference>>>> = {
  lanes: {},
  elements: {
    stage: one('elements', 'stage'),
    lane: one('lanes'),
    picture: one('pictures'),
    personas: { to: 'elements', kind: 'persona', holds: 'list' },
  },
  connections: { from: essential('elements'), to: essential('elements'), observedMetric: one('metrics') },
  metrics: { source: one('sources') },
  measurements: {
    metric: essential('metrics'),
    element: essential('elements'),
    connection: essential('connections'),
    persona: one('elements', 'persona'),
  },
  sources: {},
  entries: { element: essential('elements'), persona: one('elements', 'persona') },
  exits: { element: essential('elements') },
  scenarios: {
    probabilities: { to: 'connections', holds: 'keys' },
    entries: { to: 'entries', holds: 'keys' },
  },
  /** A review tells how things stood: what it names may be gone. */
  reviews: {},
  comments: { element: essential('elements') },
  sessions: {},
  votes: { session: essential('sessions'), element: essential('elements') },
  /** What was decided holds, whatever becomes of the card and the meeting. */
  actions: { session: one('sessions'), element: one('elements') },
  viewpoints: {},
  pictures: {},
};

/** Whether an id names a record that the reference may lead to. */
export function leadsTo(map: JourneyMap, { to, kind }: Reference, id: string): boolean {
  if (!Object.hasOwn(map[to], id)) return false;
  return kind === undefined || map.elements[id]?.kind === kind;
}

/** The ids that a field holds; none where it is empty. */
export function idsOf(reference: Reference, value: unknown): string[] {
  if (reference.holds === 'list') return Array.isArray(value) ? value.map(String) : [];
  if (reference.holds === 'keys') return typeof value === 'object' && value !== null ? Object.keys(value) : [];
  return typeof value === 'string' ? [value] : [];
}

/** The first id in a map that names nothing, or a record that does not stand under its own id; null: all is well. */
export function findBrokenReference(map: JourneyMap): Fault | null {
  for (const name of COLLECTIONS) {
    if (name === 'pictures') continue;
    for (const [key, record] of Object.entries(map[name])) {
      if (record.id !== key) return { path: `${name}.${key}.id`, reason: 'key-is-not-id', detail: record.id };
    }
  }
  for (const name of COLLECTIONS) {
    for (const [field, reference] of Object.entries(REFERENCES[name])) {
      // What a scenario names and is gone counts for nothing: it does no harm.
      if (reference.holds === 'keys') continue;
      for (const record of Object.values(map[name] as Record<string, object>)) {
        const fields = record as { id: string } & Record<string, unknown>;
        const stranger = idsOf(reference, fields[field]).find((id) => !leadsTo(map, reference, id));
        if (stranger !== undefined) {
          return { path: `${name}.${fields.id}.${field}`, reason: 'dangling', detail: stranger };
        }
      }
    }
  }
  return null;
}

/** A record that was left out of a map, or mended, because it named something that is not there. */
export interface Dangling {
  collection: CollectionName;
  record: string;
  field: string;
  /** The record as it was. */
  was: { id: string };
  dropped: boolean;
}

/**
 * Drops from a map, in place, the records that say nothing without something that is gone (a connection without its
 * card, a value without its metric), and empties fields that name it; those of elements excepted, which have rules of
 * their own. Gives what was done.
 */
export function dropDangling(map: JourneyMap): Dangling[] {
  const done: Dangling[] = [];
  for (const collection of COLLECTIONS) {
    const references = Object.entries(REFERENCES[collection]);
    if (collection === 'elements' || references.length === 0) continue;
    const records = map[collection] as unknown as Record<string, { id: string } & Record<string, unknown>>;
    for (const [key, record] of Object.entries(records)) {
      for (const [field, reference] of references) {
        if (reference.holds === 'keys') continue;
        if (idsOf(reference, record[field]).every((id) => leadsTo(map, reference, id))) continue;
        const dropped = reference.essential === true;
        done.push({ collection, record: key, field, was: { ...record }, dropped });
        if (dropped) {
          delete records[key];
          break;
        }
        record[field] = null;
      }
    }
  }
  return done;
}
