import * as v from 'valibot';
import { normaliseName } from '../analysis/normalise-name';
import type { JourneyMap, Metric } from '../document/schema';
import { currencyCode, type DecimalSign, type NumberColumn, readNumberColumn } from './numbers';
import { PERIOD_UNITS, type PeriodUnit, suggestUnit } from './periods';
import { type DateOrder, readPeriodColumn } from './read-periods';
import type { Table } from './read-table';
import { speaksOf } from './words';

export const AGGREGATIONS = ['mean', 'sum', 'last'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** How a table becomes numbers on the map. Null: not chosen, or left to what the column shows. */
export interface ImportChoices {
  cardColumn: number | null;
  valueColumn: number | null;
  /** Null: the values have no date. */
  periodColumn: number | null;
  /** Null: as the column shows; where it does not show it, that is a question of the plan. */
  decimal: DecimalSign | null;
  dateOrder: DateOrder | null;
  periodUnit: PeriodUnit | null;
  /** What a value without a percent sign means in a metric in percent: `points`: 2.1 is 2.1 %; `fractions`: 0.021 is. */
  percentScale: 'points' | 'fractions';
  /** How several rows for one card and period make one value. */
  aggregation: Aggregation;
  metric: MetricChoices;
  /** Names that somebody matched by hand, with the element's id; null: to be left out. */
  assignments: readonly (readonly [name: string, element: string | null])[];
}

export interface MetricChoices {
  title: string;
  unit: Metric['unit'];
  /** ISO 4217. */
  currency: string;
  decimals: number;
  direction: 'higher' | 'lower' | 'none';
  /** As values are stored: 0.03 is 3 %. Null: none. */
  target: number | null;
}

/** Rows looked at to find out what a column holds. */
const SAMPLE_ROWS = 2_000;

interface Column {
  index: number;
  name: string;
  cells: string[];
  numbers: NumberColumn;
  /** Shares of the filled cells, 0–1. */
  numeric: number;
  dated: number;
  /** The share of distinct names that the map knows. */
  known: number;
}

/** Choices that suit a table, by the names and contents of its columns: what a dialog starts with. */
export function suggestChoices(table: Table, map: JourneyMap): ImportChoices {
  const titles = new Set(Object.values(map.elements).map((element) => normaliseName(element.title)));
  titles.delete('');
  const columns = table.header.map((_, index) => describe(table, index, titles));
  const period = best(columns, (column) => {
    if (column.dated < 0.8) return 0;
    const speaks = speaksOf(column.name, 'period');
    // A column of plain numbers between 1900 and 2199 is one of years only if its name says so.
    const plainYears = column.cells.every((cell) => /^\s*(\d{4})?\s*$/.test(cell));
    return speaks ? 2 + column.dated : plainYears ? 0 : column.dated;
  });
  const card = best(
    columns.filter((column) => column !== period),
    (column) =>
      column.known * 10 +
      (speaksOf(column.name, 'card') ? 2 : 0) +
      (column.numeric < 0.2 && column.dated < 0.5 ? 1 : 0),
  );
  const value = best(
    columns.filter((column) => column !== period && column !== card),
    (column) => {
      if (column.numeric < 0.5) return 0;
      return (
        column.numeric +
        (speaksOf(column.name, 'value') ? 1 : 0) +
        (column.numbers.percent ? 0.5 : 0) -
        (speaksOf(column.name, 'id') ? 1.4 : 0)
      );
    },
  );
  return {
    cardColumn: card?.index ?? null,
    periodColumn: period?.index ?? null,
    assignments: [],
    ...suggestForPeriods(table, period?.index ?? null),
    ...suggestForValues(table, value?.index ?? null),
  };
}

function best(columns: readonly Column[], score: (column: Column) => number): Column | null {
  let found: Column | null = null;
  let most = 0;
  for (const column of columns) {
    const points = score(column);
    if (points <= most) continue;
    found = column;
    most = points;
  }
  return found;
}

const sampleOf = (table: Table, index: number) => table.rows.slice(0, SAMPLE_ROWS).map((row) => row[index] ?? '');

function describe(table: Table, index: number, titles: ReadonlySet<string>): Column {
  const cells = sampleOf(table, index);
  const filled = cells.filter((cell) => cell.trim() !== '');
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of);
  // Either sign tells whether something is a number at all.
  const numbers = readNumberColumn(cells);
  const readable = [...(numbers.decimal ? numbers : readNumberColumn(cells, ',')).readings].filter(
    ({ type }) => type === 'number',
  ).length;
  const dated = readPeriodColumn(filled, 'day-first').readings.filter(({ type }) => type === 'period').length;
  const names = [...new Set(filled.map(normaliseName))];
  return {
    index,
    name: table.header[index] ?? '',
    cells,
    numbers,
    numeric: share(readable, filled.length),
    dated: share(dated, filled.length),
    known: share(names.filter((name) => titles.has(name)).length, names.length),
  };
}

/** What follows from the choice of another period column. */
export function suggestForPeriods(
  table: Table,
  column: number | null,
): Pick<ImportChoices, 'dateOrder' | 'periodUnit'> {
  if (column === null) return { dateOrder: null, periodUnit: null };
  const { order, readings } = readPeriodColumn(table.rows.map((row) => row[column] ?? ''));
  const periods = readings.flatMap((reading) => (reading.type === 'period' ? reading.period : []));
  return { dateOrder: null, periodUnit: order === null ? null : suggestUnit(periods) };
}

/** What follows from the choice of another value column. */
export function suggestForValues(
  table: Table,
  column: number | null,
): Pick<ImportChoices, 'valueColumn' | 'decimal' | 'percentScale' | 'aggregation' | 'metric'> {
  const name = column === null ? '' : (table.header[column] ?? '');
  const cells = column === null ? [] : sampleOf(table, column);
  const found = readNumberColumn(cells);
  const numbers = found.decimal ? found : readNumberColumn(cells, ',');
  const values = numbers.readings.flatMap((reading) => (reading.type === 'number' ? reading.value : []));
  const unit =
    numbers.percent || /[%％]/.test(name) || (speaksOf(name, 'percent') && !numbers.currency) ? 'percent' : 'number';
  const sign = numbers.currency ?? /\p{Sc}|\b(?:EUR|USD|GBP|CHF|MXN|ARS|CLP|COP|PEN|BRL)\b/u.exec(name)?.[0] ?? null;
  const fractions =
    unit === 'percent' && !numbers.percent && values.length > 0 && values.every((value) => Math.abs(value) <= 1);
  const metric: MetricChoices = {
    title: titleFrom(name),
    unit: unit === 'number' && sign ? 'currency' : unit,
    currency: unit === 'number' && sign ? currencyCode(sign) : '',
    decimals: unit === 'percent' ? 1 : Math.min(numbers.decimals, 2),
    direction: speaksOf(name, 'lower') ? 'lower' : speaksOf(name, 'neither') ? 'none' : 'higher',
    target: null,
  };
  const averaged =
    metric.unit === 'percent' || speaksOf(name, 'mean') || (metric.unit === 'number' && numbers.decimals > 0);
  return {
    valueColumn: column,
    decimal: null,
    percentScale: fractions ? 'fractions' : 'points',
    aggregation: averaged ? 'mean' : 'sum',
    metric,
  };
}

/** `conversion_rate (%)` is a metric called `Conversion rate`. */
function titleFrom(name: string): string {
  const title = name
    .replace(/\s*[([][^()[\]]*[)\]]\s*$/, '')
    .replace(/\s*[%€$£]\s*$/, '')
    .replaceAll('_', ' ')
    .trim();
  return title === '' ? name : title.charAt(0).toUpperCase() + title.slice(1);
}

/** How choices are kept in the map: columns by name, since a newer file may have them in another order. */
export const recipeSchema = v.object({
  encoding: v.string(),
  delimiter: v.string(),
  cardColumn: v.string(),
  valueColumn: v.string(),
  periodColumn: v.optional(v.nullable(v.string()), null),
  decimal: v.optional(v.nullable(v.picklist(['.', ','])), null),
  dateOrder: v.optional(v.nullable(v.picklist(['day-first', 'month-first'])), null),
  periodUnit: v.optional(v.nullable(v.picklist(PERIOD_UNITS)), null),
  percentScale: v.optional(v.picklist(['points', 'fractions']), 'points'),
  aggregation: v.optional(v.picklist(AGGREGATIONS), 'mean'),
  assignments: v.optional(v.array(v.tuple([v.string(), v.nullable(v.string())])), () => []),
});
export type Recipe = v.InferOutput<typeof recipeSchema>;

/** The recipe that a source keeps of its import; null: none that this version understands. */
export function recipeOf(source: { recipe: Record<string, unknown> }): Recipe | null {
  const result = v.safeParse(recipeSchema, source.recipe);
  return result.success ? result.output : null;
}

/**
 * Choices for a file that was imported into this map before, as they were made then; null: it was not, or its columns
 * have gone. The newest import of that file counts.
 */
export function rememberedChoices(table: Table, map: JourneyMap, fileName: string): ImportChoices | null {
  const sources = Object.values(map.sources)
    .filter((source) => source.name === fileName)
    .sort((a, b) => (a.importedAt < b.importedAt ? 1 : -1));
  for (const source of sources) {
    const metric = Object.values(map.metrics).find((candidate) => candidate.source === source.id);
    const recipe = recipeOf(source);
    if (!metric || !recipe) continue;
    const place = (name: string | null) => (name === null ? null : table.header.indexOf(name));
    const [cardColumn, valueColumn, periodColumn] = [recipe.cardColumn, recipe.valueColumn, recipe.periodColumn].map(
      place,
    );
    if (cardColumn === -1 || valueColumn === -1 || periodColumn === -1) continue;
    const { title, unit, currency, decimals, direction, target } = metric;
    return {
      cardColumn: cardColumn ?? null,
      valueColumn: valueColumn ?? null,
      periodColumn: periodColumn ?? null,
      decimal: recipe.decimal,
      dateOrder: recipe.dateOrder,
      periodUnit: recipe.periodUnit,
      percentScale: recipe.percentScale,
      aggregation: recipe.aggregation,
      metric: { title, unit, currency, decimals, direction, target },
      assignments: recipe.assignments.filter(([, element]) => element === null || Object.hasOwn(map.elements, element)),
    };
  }
  return null;
}
