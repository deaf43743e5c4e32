import * as v from 'valibot';
import { idSchema } from '../document/record-parts';
import { METRIC_AGGREGATIONS, METRIC_UNITS, periodSchema, type Source } from '../document/schema';
import { ENCODINGS } from './encoding';
import { PERIOD_UNITS } from './periods';
import { DELIMITERS } from './split-cells';

/** Recipes of an earlier form are not understood: the file is then looked at afresh. */
const RECIPE_VERSION = 1;

/** What a recipe may hold. */
const RECIPE_LIMITS = { columns: 1_000, metrics: 500, names: 50_000, lines: 1_000, text: 2_000 } as const;

/**
 * Where the metrics stand. `long`: one row per name, period and value; a column may name the metric. `wide-by-metric`: a
 * column for each. `wide-by-period`: a column for each week, month …
 */
export const LAYOUTS = ['long', 'wide-by-metric', 'wide-by-period'] as const;

/**
 * What a column is for. `card`: the name of what is measured. `metric`: the name of the metric. `n`: answers or cases
 * behind the value. `value` counts text too where a metric counts rows.
 */
export const COLUMN_ROLES = [
  'card',
  'metric',
  'period',
  'value',
  'numerator',
  'denominator',
  'n',
  'segment',
  'persona',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

const text = v.pipe(v.string(), v.maxLength(RECIPE_LIMITS.text));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const finite = v.pipe(v.number(), v.finite());

/** What a name in a file stands for: a card, stage or persona; a connection; or the map as a whole. */
export const targetSchema = v.variant('type', [
  v.strictObject({ type: v.literal('element'), id: idSchema }),
  v.strictObject({ type: v.literal('connection'), id: idSchema }),
  v.strictObject({ type: v.literal('map') }),
]);
export type Target = v.InferOutput<typeof targetSchema>;

const columnSchema = v.strictObject({
  /** As the header has it, since a newer file may have its columns in another order; may be empty. */
  name: text,
  /** From 0. Decides where the name is empty or stands there twice. */
  index: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(RECIPE_LIMITS.columns)),
  role: v.picklist(COLUMN_ROLES),
  /** The key of the metric that a value, numerator, denominator or n belongs to; null: to every one without its own. */
  metric: v.optional(v.nullable(text), null),
  /** Layout `wide-by-period`: the period of a value column; null: as its name tells. */
  period: v.optional(v.nullable(periodSchema), null),
  /** The decimal sign, the thousands being grouped by the other one; null: as the column shows. */
  decimal: v.optional(v.nullable(v.picklist(['.', ','])), null),
  /** Of a period column; null: as the column shows. */
  dateOrder: v.optional(v.nullable(v.picklist(['day-first', 'month-first'])), null),
});
export type RecipeColumn = v.InferOutput<typeof columnSchema>;

const metricSchema = v.strictObject({
  /** What tells it from the others in this recipe: the text of the metric column, or any other text. */
  key: text,
  /** The metric of the map that it fills; null: a new one. */
  id: v.optional(v.nullable(idSchema), null),
  title: text,
  catalogue: v.optional(v.nullable(idSchema), null),
  unit: v.optional(v.picklist(METRIC_UNITS), 'number'),
  /** ISO 4217. */
  currency: v.optional(text, ''),
  decimals: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6)), 1),
  direction: v.optional(v.picklist(['higher', 'lower', 'none']), 'higher'),
  /** As values are stored; null: that of the map's metric stays. */
  target: v.optional(v.nullable(finite), null),
  /** How several rows for one target and period make one value. */
  aggregation: v.optional(v.picklist(METRIC_AGGREGATIONS), 'mean'),
  /** Over the columns of the file, by name; takes the place of value, numerator and denominator. Empty: none. */
  formula: v.optional(text, ''),
  /** What a value without a percent sign means in percent: `points`: 2.1 is 2.1 %; `fractions`: 0.021 is. */
  percentScale: v.optional(v.picklist(['points', 'fractions']), 'points'),
});
export type RecipeMetric = v.InferOutput<typeof metricSchema>;

/** How a file becomes numbers on a map. It is kept with the source, so that a newer file goes the same way. */
export const recipeSchema = v.strictObject({
  version: v.literal(RECIPE_VERSION),
  /** Null: found out. */
  encoding: v.optional(v.nullable(v.picklist(ENCODINGS)), null),
  delimiter: v.optional(v.nullable(v.picklist(DELIMITERS)), null),
  /** Of a workbook; null: the first that holds anything. */
  sheet: v.optional(v.nullable(text), null),
  /**
   * The lines whose cells together name the columns, and above which nothing counts: titles. Null: no line does, since
   * the format names them itself, or nothing does and they go by letters.
   */
  header: v.optional(v.nullable(v.strictObject({ first: line, last: line })), null),
  /** Lines below the header to be left out. */
  skippedLines: v.optional(v.pipe(v.array(line), v.maxLength(RECIPE_LIMITS.lines)), () => []),
  /** Leave out rows that are called a total and of which the map has no card. */
  skipTotals: v.optional(v.boolean(), true),
  layout: v.picklist(LAYOUTS),
  columns: v.pipe(v.array(columnSchema), v.maxLength(RECIPE_LIMITS.columns)),
  /** Null: the finest that holds all periods of the file. */
  periodUnit: v.optional(v.nullable(v.picklist(PERIOD_UNITS)), null),
  /** The period of a file in which no column tells it; empty: values without a date. */
  fixedPeriod: v.optional(periodSchema, ''),
  /** What a file is about in which no column names it. */
  fixedTarget: v.optional(v.nullable(targetSchema), null),
  metrics: v.pipe(v.array(metricSchema), v.maxLength(RECIPE_LIMITS.metrics)),
  /** Names that somebody has settled; target null: to be left out. */
  matches: v.optional(
    v.pipe(v.array(v.strictObject({ name: text, target: v.nullable(targetSchema) })), v.maxLength(RECIPE_LIMITS.names)),
    () => [],
  ),
  /** The same for names of personas; null: to be left out. */
  personas: v.optional(
    v.pipe(v.array(v.strictObject({ name: text, persona: v.nullable(idSchema) })), v.maxLength(RECIPE_LIMITS.names)),
    () => [],
  ),
});
export type Recipe = v.InferOutput<typeof recipeSchema>;

/** The recipe that a source keeps of its import; null: none that this version understands. */
export function recipeOf(source: Pick<Source, 'recipe'>): Recipe | null {
  const result = v.safeParse(recipeSchema, source.recipe);
  return result.success ? result.output : null;
}

export const isSameTarget = (a: Target, b: Target): boolean => targetKey(a) === targetKey(b);

/** A text that tells targets apart. */
export const targetKey = (target: Target): string => (target.type === 'map' ? 'map' : `${target.type} ${target.id}`);
