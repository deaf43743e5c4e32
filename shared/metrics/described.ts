import * as v from 'valibot';
import { periodSchema } from '../document/schema';
import { PERIOD_UNITS } from './periods';
import { recipeSchema } from './recipe';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** A value that differs with the decimal sign, with both readings; null: it can't be read that way. */
export const decimalExampleSchema = v.strictObject({
  line,
  cell: v.string(),
  point: v.nullable(v.number()),
  comma: v.nullable(v.number()),
});
/** A date that differs with the order of day and month. */
export const dateExampleSchema = v.strictObject({
  line,
  cell: v.string(),
  dayFirst: v.nullable(periodSchema),
  monthFirst: v.nullable(periodSchema),
});
export type DecimalExample = v.InferOutput<typeof decimalExampleSchema>;
export type DateExample = v.InferOutput<typeof dateExampleSchema>;

const numberFindings = v.strictObject({
  /** Null: the column can be read in two ways, and somebody has to say which. */
  decimal: v.nullable(v.picklist(['.', ','])),
  /** No value decides: they are all like `1.234`. */
  ambiguous: v.boolean(),
  /** Some have a decimal point, others a decimal comma. */
  mixed: v.boolean(),
  examples: v.array(decimalExampleSchema),
  /** How many values carry a percent sign. */
  percent: count,
  /** The sign or code most of them carry. */
  currency: v.nullable(v.string()),
  /** The most digits after the decimal sign. */
  decimals: count,
  /** Values beyond 2^53: ids, most likely. */
  tooLarge: count,
  /** The smallest and largest value; null while the decimal sign is open. */
  range: v.nullable(v.tuple([v.number(), v.number()])),
  whole: v.boolean(),
});
export type NumberFindings = v.InferOutput<typeof numberFindings>;

const dateFindings = v.strictObject({
  /** Null: the dates can be read in two ways, and somebody has to say which. */
  order: v.nullable(v.picklist(['day-first', 'month-first'])),
  ambiguous: v.boolean(),
  mixed: v.boolean(),
  examples: v.array(dateExampleSchema),
  /** The unit that suits its periods; null while the order is open, or where none holds them all. */
  unit: v.nullable(v.picklist(PERIOD_UNITS)),
  first: v.nullable(periodSchema),
  last: v.nullable(periodSchema),
  /** Nothing but numbers from 1900 to 2199. */
  plainYears: v.boolean(),
});
export type DateFindings = v.InferOutput<typeof dateFindings>;

/** What a column holds, over all rows. */
const columnSchema = v.strictObject({
  index: count,
  /** Trimmed; may be empty. */
  name: v.string(),
  /** Rows with something there; of these the ones with n/a, a dash and the like, with a number, with a date. A cell may be both. */
  filled: count,
  missing: count,
  numbers: count,
  dates: count,
  /** Different texts, blank ones aside; estimated from `isEstimate` on. */
  distinct: count,
  isEstimate: v.boolean(),
  /** Some different texts, in the order of the file. */
  examples: v.array(v.string()),
  number: v.nullable(numberFindings),
  date: v.nullable(dateFindings),
  /** The share of its different texts that are names on the map, and that are names of its personas. */
  onMap: share,
  personas: share,
  /** The measure of the catalogue that its name speaks of. */
  measure: v.nullable(v.string()),
  /** Its name is a period itself. */
  period: v.nullable(periodSchema),
  /** Its different texts; null where there are more than a hundred. */
  texts: v.nullable(v.array(v.strictObject({ text: v.string(), rows: count, measure: v.nullable(v.string()) }))),
});
export type ColumnDescription = v.InferOutput<typeof columnSchema>;

/** What a table holds, before anybody has said what its columns are for. */
export const descriptionSchema = v.strictObject({
  header: recipeSchema.entries.header.wrapped,
  /** Rows below the header. */
  rows: count,
  columns: v.array(columnSchema),
  /** Lines called a total, a few, and how many there are. */
  totals: v.array(v.strictObject({ line, name: v.string() })),
  totalCount: count,
  /** What suits the table: where a wizard starts. Its open questions are found by the plan. */
  suggestion: recipeSchema,
});
export type Description = v.InferOutput<typeof descriptionSchema>;
