import { generateKeyBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { actionFields } from '../kinds/action/fields';
import { answerFields } from '../kinds/answer/fields';
import { contentIdeaFields } from '../kinds/content-idea/fields';
import { decisionFields } from '../kinds/decision/fields';
import { detourFields } from '../kinds/detour/fields';
import { dateSchema, schemasOf, textSchema } from '../kinds/fields';
import { milestoneFields } from '../kinds/milestone/fields';
import { motivationFields } from '../kinds/motivation/fields';
import { noteFields } from '../kinds/note/fields';
import { outcomeFields } from '../kinds/outcome/fields';
import { painPointFields } from '../kinds/pain-point/fields';
import { personaFields } from '../kinds/persona/fields';
import { questionFields } from '../kinds/question/fields';
import { stageFields } from '../kinds/stage/fields';
import { touchpointFields } from '../kinds/touchpoint/fields';
import { LIMITS } from './limits';

/** The format that this program writes. An integer of its own, apart from the program's version. */
export const FORMAT_VERSION = 1;

/** The first key of every map file: tells a journey map from any other JSON. */
export const FORMAT_NAME = 'periplo-journey-map';

export const ELEMENT_KINDS = [
  'persona',
  'stage',
  'touchpoint',
  'action',
  'motivation',
  'question',
  'pain-point',
  'answer',
  'content-idea',
  'decision',
  'outcome',
  'milestone',
  'detour',
  'note',
] as const;

export type ElementKind = (typeof ELEMENT_KINDS)[number];

/** Ids are record keys: never a name that JSON or JavaScript gives a meaning of its own. */
export const idSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9][A-Za-z0-9_:.-]{0,63}$/, 'an id is 1 to 64 letters, digits or _ : . -'),
  v.check((id) => id !== 'prototype' && !(id in {}), 'a reserved name'),
);

/** A fractional index: compares as plain text, and between any two there is another. */
export const orderSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9A-Za-z]{1,200}$/),
  v.check(isOrder, 'not a fractional index'),
);

/** Some texts look like an index, but nothing could ever be put next to them. */
function isOrder(text: string): boolean {
  try {
    return generateKeyBetween(text, null) > text;
  } catch {
    return false;
  }
}

/** Lengths and positions in map units; at 100 % zoom one unit is one CSS pixel. */
const coordinate = v.pipe(v.number(), v.minValue(-LIMITS.coordinate), v.maxValue(LIMITS.coordinate));
const extent = v.pipe(v.number(), v.minValue(16), v.maxValue(LIMITS.extent));
const finite = v.pipe(v.number(), v.finite());

/** Valibot takes a list for a record, too, and would silently make one of it. */
const noList = v.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'not a record',
);

const linkSchema = v.looseObject({ label: v.optional(textSchema, ''), url: textSchema });

/** What every element has, whatever its kind. */
const common = {
  id: idSchema,
  title: v.optional(textSchema, ''),
  text: v.optional(textSchema, ''),
  tags: v.optional(v.array(textSchema), () => []),
  links: v.optional(v.array(linkSchema), () => []),
  /** Ids of the personas concerned; none: all of them. */
  personas: v.optional(v.array(idSchema), () => []),
  owner: v.optional(textSchema, ''),
  /** Id of the stage the element belongs to; null: it waits in the parking row. */
  stage: v.optional(v.nullable(idSchema), null),
  /** Id of its lane; null: it waits in the parking row. */
  lane: v.optional(v.nullable(idSchema), null),
  /** Relative to the corner of its cell (stage × lane), or of the parking row: so a moved stage takes it along. */
  x: v.optional(coordinate, 0),
  y: v.optional(coordinate, 0),
  /** Of a stage: the width of its column. */
  width: v.optional(extent, 172),
  /** The least height a user gave it; null: as high as its content. */
  height: v.optional(v.nullable(extent), null),
  /** Of a stage: its place among the stages. Of a card: its place in the stack, later is on top. */
  order: orderSchema,
  /** Hash of a picture stored in the map. */
  picture: v.optional(v.nullable(idSchema), null),
};

const element = <const Kind extends ElementKind, F extends object>(kind: Kind, fields: F) =>
  v.looseObject({ kind: v.literal(kind), ...common, ...schemasOf(fields) });

export const elementSchema = v.variant('kind', [
  element('persona', personaFields),
  element('stage', stageFields),
  element('touchpoint', touchpointFields),
  element('action', actionFields),
  element('motivation', motivationFields),
  element('question', questionFields),
  element('pain-point', painPointFields),
  element('answer', answerFields),
  element('content-idea', contentIdeaFields),
  element('decision', decisionFields),
  element('outcome', outcomeFields),
  element('milestone', milestoneFields),
  element('detour', detourFields),
  element('note', noteFields),
]);

export const laneSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  /** New cards of these kinds go to this lane. */
  kinds: v.optional(v.array(v.picklist(ELEMENT_KINDS)), () => []),
  /** `cards` holds cards; `emotion` draws the curve of the customer's feelings. */
  role: v.optional(v.picklist(['cards', 'emotion']), 'cards'),
  order: orderSchema,
  hidden: v.optional(v.boolean(), false),
  /** The least height; a lane grows with its cards. */
  height: v.optional(extent, 96),
});

const side = v.nullable(v.picklist(['top', 'right', 'bottom', 'left']));

export const connectionSchema = v.looseObject({
  id: idSchema,
  /** `flow`: the customer goes from one to the other. `relation`: pain point → answer → content idea. */
  type: v.picklist(['flow', 'relation']),
  from: idSchema,
  to: idSchema,
  label: v.optional(textSchema, ''),
  /** When a customer takes this way. */
  condition: v.optional(textSchema, ''),
  /** Share of customers who take this way, 0–1; null: not guessed. */
  probability: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))), null),
  /** Which side the line leaves and enters by; null: whichever lies nearest. */
  fromSide: v.optional(side, null),
  toSide: v.optional(side, null),
});

/** A period: `2026`, `2026-Q3`, `2026-11`, `2026-W47` (ISO week), `2026-11-21`; or empty: a value without a date. */
export const periodSchema = v.pipe(
  v.string(),
  v.regex(/^(\d{4}(-(Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?)?$/),
);

export const metricSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  /** `percent` values are stored as fractions: 0.021 is 2.1 %. */
  unit: v.optional(v.picklist(['number', 'percent', 'currency']), 'number'),
  /** ISO 4217 code, with unit `currency`. */
  currency: v.optional(textSchema, ''),
  /** Digits after the decimal sign where shown; in percent points for `percent`. */
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 1),
  /** Which way is better. */
  direction: v.optional(v.picklist(['higher', 'lower', 'none']), 'higher'),
  /** Holds for every element that names no target of its own. */
  target: v.optional(v.nullable(finite), null),
  source: v.optional(v.nullable(idSchema), null),
  order: orderSchema,
});

export const measurementSchema = v.looseObject({
  id: idSchema,
  metric: idSchema,
  element: idSchema,
  target: v.optional(v.nullable(finite), null),
  /** Ascending by period, each period once. */
  points: v.array(v.looseObject({ period: periodSchema, value: finite })),
});

export const sourceSchema = v.looseObject({
  id: idSchema,
  /** The file's name without its folder: a map that is sent around tells nothing of the sender's disk. */
  name: textSchema,
  /** SHA-256 of the file's bytes, lower-case hex. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** When it was imported, ISO 8601 with a zone. */
  importedAt: v.pipe(v.string(), v.isoTimestamp()),
  rows: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How the file was read: encoding, delimiter, columns. */
  recipe: v.optional(v.pipe(noList, v.record(v.string(), v.unknown())), () => ({})),
});

export const pictureSchema = v.looseObject({
  type: v.picklist(['image/png', 'image/jpeg', 'image/webp']),
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(512)),
  /** The file's bytes. */
  data: v.pipe(textSchema, v.base64()),
});

const recordOf = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.pipe(noList, v.record(idSchema, schema)), () => ({}));

export const mapSchema = v.looseObject({
  format: v.literal(FORMAT_NAME),
  formatVersion: v.literal(FORMAT_VERSION),
  id: idSchema,
  title: v.optional(textSchema, ''),
  description: v.optional(textSchema, ''),
  /** BCP 47 tag of the language the map is written in; the program's own may differ. */
  language: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)), 'en'),
  /** What happens today, or what should. */
  perspective: v.optional(v.picklist(['as-is', 'to-be']), 'as-is'),
  /** Counts the saves that changed something. */
  revision: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  revisedOn: v.optional(v.nullable(dateSchema), null),
  elements: recordOf(elementSchema),
  lanes: recordOf(laneSchema),
  connections: recordOf(connectionSchema),
  metrics: recordOf(metricSchema),
  measurements: recordOf(measurementSchema),
  sources: recordOf(sourceSchema),
  pictures: recordOf(pictureSchema),
});

type Plain<T> = T extends (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]: Plain<T[Key]> }
    : T;

export type MapElement = {
  [Kind in ElementKind]: Plain<Extract<v.InferOutput<typeof elementSchema>, { kind: Kind }>>;
}[ElementKind];
export type ElementOf<Kind extends ElementKind> = Extract<MapElement, { kind: Kind }>;
export type Lane = Plain<v.InferOutput<typeof laneSchema>>;
export type Connection = Plain<v.InferOutput<typeof connectionSchema>>;
export type Side = NonNullable<Connection['fromSide']>;
export type Metric = Plain<v.InferOutput<typeof metricSchema>>;
export type Measurement = Plain<v.InferOutput<typeof measurementSchema>>;
export type Source = Omit<Plain<v.InferOutput<typeof sourceSchema>>, 'recipe'> & { recipe: Record<string, unknown> };
export type Picture = Plain<v.InferOutput<typeof pictureSchema>>;
export type Link = Plain<v.InferOutput<typeof linkSchema>>;

/**
 * A journey map. Every collection is a record by id: two people can change two things, and a merge just works.
 * Order is a fractional index on the record, never a place in a list.
 */
export interface JourneyMap {
  format: typeof FORMAT_NAME;
  formatVersion: typeof FORMAT_VERSION;
  id: string;
  title: string;
  description: string;
  language: string;
  perspective: 'as-is' | 'to-be';
  revision: number;
  revisedOn: string | null;
  elements: Record<string, MapElement>;
  lanes: Record<string, Lane>;
  connections: Record<string, Connection>;
  metrics: Record<string, Metric>;
  measurements: Record<string, Measurement>;
  sources: Record<string, Source>;
  pictures: Record<string, Picture>;
}
