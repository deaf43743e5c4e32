import * as v from 'valibot';
import { idSchema } from '../document/record-parts';
import { periodSchema } from '../document/schema';
import { dateExampleSchema, decimalExampleSchema } from './described';
import type { FormulaError } from './formula/syntax';
import { PERIOD_UNITS } from './periods';
import { recipeSchema, targetSchema } from './recipe';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const finite = v.pipe(v.number(), v.finite());
const column = v.nullable(count);

/** How much of everything a plan lists; the rest is counted. */
export const PLAN_LIMITS = {
  refusals: 1_000,
  names: 2_000,
  /** Different names, metrics and segments of a file; points on the map. */
  distinctNames: 200_000,
  segments: 500,
  points: 200_000,
  preview: 50,
  examples: 5,
} as const;

/** Why a row does not enter the map. Texts: `dataPlan.refusals`. */
export const ROW_REFUSALS = [
  'not-a-number',
  'too-large',
  'no-percent-sign',
  'other-currency',
  'not-a-date',
  'no-date',
  'cut-week',
  'no-name',
  'no-metric',
  'incomplete-ratio',
  'no-weight',
  'not-an-answer',
  'misplaced-cells',
] as const;
export type RowRefusal = (typeof ROW_REFUSALS)[number];

const refusal = v.strictObject({
  line,
  reason: v.picklist(ROW_REFUSALS),
  /** The column at fault, from 0; null: the row as a whole. */
  column,
  /** What stands there. */
  cell: v.string(),
});
export type RefusedRow = v.InferOutput<typeof refusal>;

const formulaError = v.custom<FormulaError>((value) => typeof value === 'object' && value !== null && 'code' in value);

/** What has to be settled before there are values. Texts: `dataPlan.questions`. */
const questionSchema = v.variant('question', [
  v.strictObject({ question: v.literal('card-column') }),
  v.strictObject({ question: v.literal('value-column') }),
  v.strictObject({ question: v.literal('metric-columns'), metric: v.string() }),
  v.strictObject({
    question: v.literal('same-role'),
    role: v.picklist(['card', 'metric', 'period', 'segment', 'persona']),
  }),
  v.strictObject({ question: v.literal('column-gone'), column: v.string() }),
  v.strictObject({ question: v.literal('formula'), metric: v.string(), error: formulaError }),
  v.strictObject({
    question: v.literal('decimal'),
    column: count,
    mixed: v.boolean(),
    examples: v.array(decimalExampleSchema),
  }),
  v.strictObject({
    question: v.literal('date-order'),
    column: count,
    mixed: v.boolean(),
    examples: v.array(dateExampleSchema),
  }),
  v.strictObject({ question: v.literal('period-unit') }),
  v.strictObject({ question: v.literal('too-many-names'), column: count, count, most: count }),
  v.strictObject({ question: v.literal('too-many-segments'), column: count, count, most: count }),
  v.strictObject({ question: v.literal('too-many-points'), count, most: count }),
]);
export type PlanQuestion = v.InferOutput<typeof questionSchema>;

/** What is worth knowing. Texts: `dataPlan.notes`. `metric`: the key of the one concerned. */
const noteSchema = v.strictObject({
  note: v.picklist([
    'mean-of-percentages',
    'sum-of-percentages',
    'percent-scale',
    'shared-currency-sign',
    'nothing-matched',
    'unknown-metrics',
    'totals-skipped',
    'unconfirmed-names',
    'other-decimal',
  ]),
  metric: v.nullable(v.string()),
  /** A number or sign that the sentence needs. */
  detail: v.string(),
});
export type PlanNote = v.InferOutput<typeof noteSchema>;

const confidence = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A name that counts: chosen by hand, the very name, or the same without case, accents and punctuation. */
const matchedName = v.strictObject({
  name: v.string(),
  target: targetSchema,
  how: v.picklist(['chosen', 'exact', 'folded']),
  rows: count,
});
/** A name that several things on the map carry: somebody has to say which. */
const ambiguousName = v.strictObject({ name: v.string(), targets: v.array(targetSchema), rows: count });
/** A name of nothing on the map. A likeness is suggested, never taken. */
const unmatchedName = v.strictObject({
  name: v.string(),
  rows: count,
  suggestion: v.nullable(v.strictObject({ target: targetSchema, confidence })),
  /** Somebody has said to leave it out. */
  leftOut: v.boolean(),
});
export type MatchedName = v.InferOutput<typeof matchedName>;
export type UnmatchedName = v.InferOutput<typeof unmatchedName>;

const point = v.strictObject({
  period: periodSchema,
  value: finite,
  n: v.optional(v.pipe(finite, v.minValue(0))),
  numerator: v.optional(finite),
  denominator: v.optional(finite),
  /** How many rows made it. */
  rows: count,
});

/** The values of a metric on one thing, for all customers or for a segment. */
const plannedValues = v.strictObject({
  /** The key of the metric in the recipe. */
  metric: v.string(),
  target: targetSchema,
  segment: v.string(),
  persona: v.nullable(idSchema),
  /** Ascending by period. */
  points: v.array(point),
});
export type PlannedValues = v.InferOutput<typeof plannedValues>;

/** A row as it was read: what it is about and its values, or why not. */
const previewRow = v.strictObject({
  line,
  cells: v.array(v.string()),
  target: v.nullable(targetSchema),
  /** Null where a column holds no period, or it can't be read. */
  period: v.nullable(periodSchema),
  /** For each column that is read as numbers: the number as stored; null: nothing there, or refused. */
  values: v.array(v.strictObject({ column: count, value: v.nullable(finite) })),
  refused: v.nullable(v.picklist(ROW_REFUSALS)),
});
export type PreviewRow = v.InferOutput<typeof previewRow>;

/** What an import would do. Nothing has been changed. */
export const dataPlanSchema = v.strictObject({
  /** The recipe with all that the file has shown filled in: what is kept with the source. */
  recipe: recipeSchema,
  /** The names of all columns, in the order of this file. */
  columns: v.array(v.string()),
  /** While there is one, there are no values. */
  questions: v.array(questionSchema),
  notes: v.array(noteSchema),
  /** The unit that was used; null: no dates. */
  periodUnit: v.nullable(v.picklist(PERIOD_UNITS)),
  values: v.array(plannedValues),
  /** The first names by rows, of those with the most rows; all are counted. */
  matched: v.array(matchedName),
  matchedCount: count,
  ambiguous: v.array(ambiguousName),
  ambiguousCount: count,
  unmatched: v.array(unmatchedName),
  unmatchedCount: count,
  /** The same for names of personas. */
  personas: v.array(v.strictObject({ name: v.string(), persona: v.nullable(idSchema), rows: count })),
  /** Texts of the metric column of which the recipe knows nothing. */
  unknownMetrics: v.array(v.strictObject({ name: v.string(), rows: count })),
  refused: v.array(refusal),
  refusedCounts: v.array(v.strictObject({ reason: v.picklist(ROW_REFUSALS), rows: count })),
  /** Results that can't be worked out, as where denominators add up to nothing. */
  withoutResult: v.array(
    v.strictObject({
      metric: v.string(),
      target: targetSchema,
      period: periodSchema,
      reason: v.picklist(['zero-denominator', 'no-values', 'too-large']),
    }),
  ),
  withoutResultCount: count,
  /** Rows below the header; those of which something is on the map; called a total; with no value at all. */
  rowsRead: count,
  rowsUsed: count,
  rowsTotals: count,
  rowsWithoutValue: count,
  /** Rows left out as their name is not on the map, or is not settled. */
  rowsUnmatched: count,
  rowsRefused: count,
  preview: v.array(previewRow),
});
export type DataPlan = v.InferOutput<typeof dataPlanSchema>;
