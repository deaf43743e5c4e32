import type * as v from 'valibot';
import {
  type CollectionName,
  connectionSchema,
  elementSchema,
  entrySchema,
  exitSchema,
  type JourneyMap,
  laneSchema,
  mapSchema,
  measurementSchema,
  metricSchema,
  pictureSchema,
  reviewSchema,
  scenarioSchema,
  sourceSchema,
} from './schema';
import { actionSchema, commentSchema, sessionSchema, viewpointSchema, voteSchema } from './workshop-schema';

type Plain = Record<string, unknown>;

interface RecordOrder {
  keys: string[];
  /** What reading fills in where a key is missing: left out when writing, which keeps files short and diffs clear. */
  defaults: Map<string, string>;
}

function orderOf(entries: v.ObjectEntries): RecordOrder {
  const defaults = new Map<string, string>();
  for (const [key, schema] of Object.entries(entries)) {
    if (!('default' in schema)) continue;
    const value = typeof schema.default === 'function' ? schema.default() : schema.default;
    defaults.set(key, JSON.stringify(value));
  }
  return { keys: Object.keys(entries), defaults };
}

const mapOrder = orderOf(mapSchema.entries);
const elementOrders = new Map(
  elementSchema.options.map((option) => [option.entries.kind.literal as string, orderOf(option.entries)]),
);
const elementOrder = (element: Plain) => elementOrders.get(String(element.kind));
const fixed = (schema: { entries: v.ObjectEntries }) => {
  const order = orderOf(schema.entries);
  return () => order;
};
const collectionOrders: Record<CollectionName, (record: Plain) => RecordOrder | undefined> = {
  elements: elementOrder,
  lanes: fixed(laneSchema),
  connections: fixed(connectionSchema),
  metrics: fixed(metricSchema),
  measurements: fixed(measurementSchema),
  sources: fixed(sourceSchema),
  entries: fixed(entrySchema),
  exits: fixed(exitSchema),
  scenarios: fixed(scenarioSchema),
  reviews: fixed(reviewSchema),
  comments: fixed(commentSchema),
  sessions: fixed(sessionSchema),
  votes: fixed(voteSchema),
  actions: fixed(actionSchema),
  viewpoints: fixed(viewpointSchema),
  pictures: fixed(pictureSchema),
};

/** Left out while they are empty: most maps have none, and files from before they were thought of stay as they are. */
const OPTIONAL = new Set<string>([
  'entries',
  'exits',
  'scenarios',
  'reviews',
  'comments',
  'sessions',
  'votes',
  'actions',
  'viewpoints',
]);

/**
 * The text of a map file: two-space JSON, keys in the schema's order and records by id, so that it diffs well;
 * one newline at the end. Throws a RangeError for a number that JSON can't hold.
 */
export function writeMap(map: JourneyMap): string {
  const whole = ordered(map as unknown as Plain, { ...mapOrder, defaults: new Map() });
  for (const [name, orderFor] of Object.entries(collectionOrders)) {
    const collection = whole[name] as Record<string, Plain>;
    const ids = Object.keys(collection).sort();
    if (ids.length === 0 && OPTIONAL.has(name)) {
      delete whole[name];
      continue;
    }
    const sorted: Plain = {};
    for (const id of ids) {
      const record = collection[id];
      if (record) sorted[id] = ordered(record, orderFor(record));
    }
    whole[name] = sorted;
  }
  return `${JSON.stringify(whole, refuseNonFinite, 2)}\n`;
}

function ordered(record: Plain, order: RecordOrder | undefined): Plain {
  const out: Plain = {};
  const known = order?.keys ?? [];
  for (const key of known) {
    const value = record[key];
    if (value === undefined) continue;
    const initial = order?.defaults.get(key);
    if (initial !== undefined && isEqualJson(value, initial)) continue;
    out[key] = value;
  }
  for (const key of Object.keys(record).sort()) {
    if (!known.includes(key) && record[key] !== undefined) out[key] = record[key];
  }
  return out;
}

/** Defaults are null, short texts, numbers, booleans and empty collections: anything longer can't be one. */
function isEqualJson(value: unknown, json: string): boolean {
  if (Array.isArray(value)) return value.length === 0 ? json === '[]' : JSON.stringify(value) === json;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 && json === '{}';
  if (typeof value === 'string') return value.length < 20 && JSON.stringify(value) === json;
  return String(value) === json;
}

function refuseNonFinite(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`"${key}" is not a finite number`);
  return value;
}
