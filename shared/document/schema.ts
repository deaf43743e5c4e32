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
import { coordinate, extent, idSchema, orderSchema } from './record-parts';
import { actionSchema, commentSchema, sessionSchema, viewpointSchema, voteSchema } from './workshop-schema';

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
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
/** Customers, answers, cases: may be fractions once they are averages. */
const amountOf = v.pipe(v.number(), v.finite(), v.minValue(0));

/** If … then: the way is taken by customers of whom all (`and`) or any (`or`) of the terms holds. */
const ruleSchema = v.looseObject({
  join: v.optional(v.picklist(['and', 'or']), 'and'),
  terms: v.array(
    v.looseObject({
      about: v.picklist(['profile', 'history', 'place', 'preference', 'behaviour']),
      /** What is looked at: `age`, `orders so far`. */
      subject: v.optional(textSchema, ''),
      is: v.optional(
        v.picklist(['is', 'is-not', 'contains', 'at-least', 'at-most', 'more-than', 'less-than', 'present', 'absent']),
        'is',
      ),
      value: v.optional(textSchema, ''),
    }),
  ),
});

/** How sure a team is of a probability: between two shares, or as sure as so many cases of so many make it. */
const guessSchema = v.variant('type', [
  v.looseObject({ type: v.literal('range'), low: share, high: share }),
  v.looseObject({ type: v.literal('counts'), hits: amountOf, of: amountOf }),
]);

/** Customers who took a way; `of`: how many stood at the fork, null: as many as took any of its ways. */
const observedSchema = v.looseObject({ count: amountOf, of: v.optional(v.nullable(amountOf), null) });

export const connectionSchema = v.looseObject({
  id: idSchema,
  /** `flow`: the customer goes from one to the other. `relation`: pain point → answer → content idea. */
  type: v.picklist(['flow', 'relation']),
  from: idSchema,
  to: idSchema,
  label: v.optional(textSchema, ''),
  /** When a customer takes this way, in the team's words. */
  condition: v.optional(textSchema, ''),
  /** The same as a rule; null: none. */
  rule: v.optional(v.nullable(ruleSchema), null),
  /** Share of customers who take this way, 0–1; null: not guessed. */
  probability: v.optional(v.nullable(share), null),
  /** How sure the team is of it; null: it did not say. */
  guess: v.optional(v.nullable(guessSchema), null),
  /** What customers did, typed in by hand; null: nothing. */
  observed: v.optional(v.nullable(observedSchema), null),
  /** The metric whose values on this connection count the customers who took it; null: none. */
  observedMetric: v.optional(v.nullable(idSchema), null),
  /** Which side the line leaves and enters by; null: whichever lies nearest. */
  fromSide: v.optional(side, null),
  toSide: v.optional(side, null),
});

/** A period: `2026`, `2026-Q3`, `2026-11`, `2026-W47` (ISO week), `2026-11-21`; or empty: a value without a date. */
export const periodSchema = v.pipe(
  v.string(),
  v.regex(/^(\d{4}(-(Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?)?$/),
);

export const METRIC_UNITS = ['number', 'percent', 'currency', 'duration'] as const;

/** `ratio`: Σ numerator ÷ Σ denominator. `nps`: % of 9–10 − % of 0–6. `csat`: share of 4–5 of 5. */
export const METRIC_AGGREGATIONS = [
  'sum',
  'mean',
  'weighted-mean',
  'last',
  'min',
  'max',
  'median',
  'count',
  'distinct',
  'ratio',
  'nps',
  'csat',
] as const;

export const metricSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  /** The entry of the catalogue that it is; null: one of the team's own. */
  catalogue: v.optional(v.nullable(idSchema), null),
  /** `percent` values are stored as fractions: 0.021 is 2.1 %. `duration` values are seconds. */
  unit: v.optional(v.picklist(METRIC_UNITS), 'number'),
  /** ISO 4217 code, with unit `currency`. */
  currency: v.optional(textSchema, ''),
  /** Digits after the decimal sign where shown; in percent points for `percent`. */
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 1),
  /** Which way is better. */
  direction: v.optional(v.picklist(['higher', 'lower', 'none']), 'higher'),
  /** How several values make one: rows of a file, or the periods within a longer one. */
  aggregation: v.optional(v.picklist(METRIC_AGGREGATIONS), 'mean'),
  /** Over the columns of its file: `sum([orders]) / sum([visits])`; empty: none. */
  formula: v.optional(textSchema, ''),
  /** Holds for whatever names no target of its own. */
  target: v.optional(v.nullable(finite), null),
  /** Beyond it, against the direction, a value is a warning sign; null: none. */
  warning: v.optional(v.nullable(finite), null),
  /** What a value is compared with: the period before, the same one a year ago, or `baseline`. */
  compareWith: v.optional(v.picklist(['previous', 'year', 'baseline']), 'previous'),
  baseline: v.optional(v.nullable(finite), null),
  source: v.optional(v.nullable(idSchema), null),
  order: orderSchema,
});

/** The values of a metric on one thing: an element or a connection; where both are null, on the map as a whole. */
export const measurementSchema = v.looseObject({
  id: idSchema,
  metric: idSchema,
  /** A card, a stage or a persona. */
  element: v.optional(v.nullable(idSchema), null),
  connection: v.optional(v.nullable(idSchema), null),
  /** Part of the customers that the values speak of; empty: all of them. */
  segment: v.optional(textSchema, ''),
  /** The persona that the segment is; null: none. */
  persona: v.optional(v.nullable(idSchema), null),
  target: v.optional(v.nullable(finite), null),
  warning: v.optional(v.nullable(finite), null),
  /** Ascending by period, each period once. */
  points: v.array(
    v.looseObject({
      period: periodSchema,
      value: finite,
      /** Answers or cases behind the value. */
      n: v.optional(amountOf),
      /** What the value is the quotient of: ratios of longer periods are made of sums, never of ratios. */
      numerator: v.optional(finite),
      denominator: v.optional(finite),
    }),
  ),
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

/** Customers who start at an element. */
export const entrySchema = v.looseObject({
  id: idSchema,
  element: idSchema,
  /** Who they are; null: all personas together. */
  persona: v.optional(v.nullable(idSchema), null),
  /** How many a period, where the series names no number of its own. */
  customers: v.optional(amountOf, 0),
  unit: v.optional(v.picklist(['day', 'week', 'month', 'quarter', 'year']), 'month'),
  /** Numbers for certain periods; they hold as they are, without growth and season. */
  series: v.optional(v.array(v.looseObject({ period: periodSchema, customers: amountOf })), () => []),
  /** From one period to the next: 0.02 is 2 % more. */
  growth: v.optional(v.pipe(v.number(), v.minValue(-1), v.maxValue(100)), 0),
  /** A factor for each month, January first; empty: the same all year. */
  season: v.optional(
    v.pipe(
      v.array(amountOf),
      v.check((factors) => factors.length === 0 || factors.length === 12, 'neither empty nor twelve months'),
    ),
    () => [],
  ),
  order: orderSchema,
});

/** Why customers leave at an element, and what wins them back. At most one for an element. */
export const exitSchema = v.looseObject({
  id: idSchema,
  element: idSchema,
  reason: v.optional(textSchema, ''),
  recovery: v.optional(textSchema, ''),
  /** What waits there for them: a guide, a discount, a person. */
  rescue: v.optional(textSchema, ''),
});

/** What if: other probabilities and numbers of customers than the map's own. What it names and is gone counts for nothing. */
export const scenarioSchema = v.looseObject({
  id: idSchema,
  title: v.optional(textSchema, ''),
  note: v.optional(textSchema, ''),
  /** By connection. */
  probabilities: v.optional(v.pipe(noList, v.record(idSchema, share)), () => ({})),
  /** Customers a period, by entry. */
  entries: v.optional(v.pipe(noList, v.record(idSchema, amountOf)), () => ({})),
  order: orderSchema,
});

/** What a team had predicted and what was seen, as it stood on a day: it stays as it is whatever becomes of the map. */
export const reviewSchema = v.looseObject({
  id: idSchema,
  date: dateSchema,
  note: v.optional(textSchema, ''),
  branches: v.optional(
    v.array(
      v.looseObject({
        /** The fork's and the branch's names at that time. */
        fork: textSchema,
        branch: textSchema,
        element: idSchema,
        connection: v.nullable(idSchema),
        predicted: share,
        observed: share,
        /** Customers seen at the fork. */
        of: amountOf,
      }),
    ),
    () => [],
  ),
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
  entries: recordOf(entrySchema),
  exits: recordOf(exitSchema),
  scenarios: recordOf(scenarioSchema),
  reviews: recordOf(reviewSchema),
  comments: recordOf(commentSchema),
  sessions: recordOf(sessionSchema),
  votes: recordOf(voteSchema),
  actions: recordOf(actionSchema),
  viewpoints: recordOf(viewpointSchema),
  pictures: recordOf(pictureSchema),
});

/** The collections of a map, in the order in which they refer to each other the least. */
export const COLLECTIONS = [
  'lanes',
  'elements',
  'connections',
  'metrics',
  'measurements',
  'sources',
  'entries',
  'exits',
  'scenarios',
  'reviews',
  'comments',
  'sessions',
  'votes',
  'actions',
  'viewpoints',
  'pictures',
] as const;
export type CollectionName = (typeof COLLECTIONS)[number];

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
export type Entry = Plain<v.InferOutput<typeof entrySchema>>;
export type Exit = Plain<v.InferOutput<typeof exitSchema>>;
export type Scenario = Omit<Plain<v.InferOutput<typeof scenarioSchema>>, 'probabilities' | 'entries'> & {
  probabilities: Record<string, number>;
  entries: Record<string, number>;
};
export type Review = Plain<v.InferOutput<typeof reviewSchema>>;
export type Comment = Plain<v.InferOutput<typeof commentSchema>>;
export type Session = Plain<v.InferOutput<typeof sessionSchema>>;
export type Vote = Plain<v.InferOutput<typeof voteSchema>>;
export type Action = Plain<v.InferOutput<typeof actionSchema>>;
export type Viewpoint = Plain<v.InferOutput<typeof viewpointSchema>>;
export type Point = Measurement['points'][number];
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
  entries: Record<string, Entry>;
  exits: Record<string, Exit>;
  scenarios: Record<string, Scenario>;
  reviews: Record<string, Review>;
  comments: Record<string, Comment>;
  sessions: Record<string, Session>;
  votes: Record<string, Vote>;
  actions: Record<string, Action>;
  viewpoints: Record<string, Viewpoint>;
  pictures: Record<string, Picture>;
}
