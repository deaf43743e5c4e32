import type { JourneyMap, Measurement } from '../document/schema';
import type { Aggregation, ImportChoices, Recipe } from './import-choices';
import { matchNames, type Suggestion } from './match';
import { currencyCode, type NumberColumn, type NumberRefusal, readNumberColumn } from './numbers';
import { comparePeriods, groupPeriod, type Period, type PeriodUnit, suggestUnit } from './periods';
import { type PeriodColumn, readPeriodColumn } from './read-periods';
import type { Table } from './read-table';

/** A row that does not enter the map although its value column is filled. Texts: `metrics.refusals`. */
export interface RefusedRow {
  line: number;
  reason: NumberRefusal | 'not-a-date' | 'no-date' | 'cut-week' | 'no-name';
  /** What stands in the cell at fault. */
  cell: string;
}

/** What has to be settled first. Texts: `metrics.questions`. */
export type PlanQuestion =
  | { question: 'card-column' | 'value-column' | 'same-column' | 'period-unit' }
  | {
      question: 'decimal';
      mixed: boolean;
      examples: (Omit<NumberColumn['examples'][number], 'row'> & { line: number })[];
    }
  | {
      question: 'date-order';
      mixed: boolean;
      examples: (Omit<PeriodColumn['examples'][number], 'row'> & { line: number })[];
    };

/** What is worth knowing. Texts: `metrics.notes`. */
export type PlanNote =
  | 'mean-of-percentages'
  | 'sum-of-percentages'
  | 'rows-merged'
  | 'percent-scale'
  | 'shared-currency-sign'
  | 'nothing-matched';

export interface PlannedValues {
  element: string;
  /** Ascending by period. `rows`: how many rows made the value. */
  points: { period: Period; value: number; rows: number }[];
}

/** What an import would do. Nothing has been changed. */
export interface ImportPlan {
  choices: ImportChoices;
  /** While there is one, there are no values. */
  questions: PlanQuestion[];
  notes: PlanNote[];
  /** The sign that note `shared-currency-sign` speaks of. */
  currencySign: string | null;
  values: PlannedValues[];
  matched: { name: string; element: string; rows: number }[];
  ambiguous: { name: string; elements: string[]; rows: number }[];
  unmatched: { name: string; rows: number; suggestion: Suggestion | null }[];
  refusedRows: RefusedRow[];
  rowsRead: number;
  /** Rows whose value is on the map: read, neither refused nor without a value, and of a known card. */
  rowsUsed: number;
  /** Rows with an empty cell, a dash or n/a for a value. */
  rowsWithoutValue: number;
  /** How the choices are kept, for `applyImport`; null while there are questions. */
  recipe: Recipe | null;
}

const MOST_EXAMPLES = 5;

/** Works out what a table would put on the map with these choices. */
export function planImport(table: Table, choices: ImportChoices, map: JourneyMap): ImportPlan {
  const plan: ImportPlan = {
    choices,
    questions: [],
    notes: [],
    currencySign: null,
    values: [],
    matched: [],
    ambiguous: [],
    unmatched: [],
    refusedRows: [],
    rowsRead: table.rows.length,
    rowsUsed: 0,
    rowsWithoutValue: 0,
    recipe: null,
  };
  const cellsOf = (column: number) => table.rows.map((row) => row[column] ?? '');
  const { cardColumn, valueColumn, periodColumn } = choices;
  if (cardColumn === null) plan.questions.push({ question: 'card-column' });
  if (valueColumn === null) plan.questions.push({ question: 'value-column' });
  if (cardColumn === null || valueColumn === null) return plan;
  if (new Set([cardColumn, valueColumn, periodColumn]).size < 3) {
    plan.questions.push({ question: 'same-column' });
    return plan;
  }

  const numbers = readNumberColumn(cellsOf(valueColumn), choices.decimal);
  const periods = periodColumn === null ? null : readPeriodColumn(cellsOf(periodColumn), choices.dateOrder);
  const unit = periods ? (choices.periodUnit ?? suggestUnit(readPeriods(periods))) : null;
  askWhatIsOpen(plan, table, numbers, periods, unit);
  const names = cellsOf(cardColumn).map((cell) => cell.trim());
  const targets = resolveNames(plan, names, map);
  if (plan.questions.length > 0) return plan;

  const readRow = rowReader(table, choices, numbers, periods, unit);
  const groups = new Map<string, Map<Period, Sample[]>>();
  table.rows.forEach((_, index) => {
    const name = names[index] ?? '';
    const read = name === '' ? refusal('no-name', '') : readRow(index);
    // A row without a value has nothing to refuse.
    if (read === null || numbers.readings[index]?.type === 'missing') {
      plan.rowsWithoutValue++;
      return;
    }
    if ('reason' in read) {
      plan.refusedRows.push({ line: table.lines[index] ?? 0, ...read });
      return;
    }
    const element = targets.get(name);
    if (element === undefined) return;
    plan.rowsUsed++;
    const byPeriod = groups.get(element) ?? new Map<Period, Sample[]>();
    groups.set(element, byPeriod);
    const samples = byPeriod.get(read.period);
    if (samples) samples.push(read);
    else byPeriod.set(read.period, [read]);
  });

  plan.values = [...groups].map(([element, byPeriod]) => ({
    element,
    points: [...byPeriod]
      .map(([period, samples]) => ({ period, value: aggregate(samples, choices.aggregation), rows: samples.length }))
      .sort((a, b) => comparePeriods(a.period, b.period)),
  }));
  takeNotes(plan, numbers);
  const named = (column: number) => table.header[column] ?? '';
  plan.recipe = {
    encoding: table.encoding,
    delimiter: table.delimiter,
    cardColumn: named(cardColumn),
    valueColumn: named(valueColumn),
    periodColumn: periodColumn === null ? null : named(periodColumn),
    decimal: choices.decimal,
    dateOrder: choices.dateOrder,
    periodUnit: unit,
    percentScale: choices.percentScale,
    aggregation: choices.aggregation,
    assignments: choices.assignments.map(([name, element]) => [name, element]),
  };
  return plan;
}

interface Sample {
  value: number;
  period: Period;
  /** The period of the row itself, before it was put into a longer one. */
  day: Period;
}

type Refusal = Omit<RefusedRow, 'line'>;

const refusal = (reason: RefusedRow['reason'], cell: string): Refusal => ({ reason, cell });

/** Reads value and period of a row; null: it has no value. */
function rowReader(
  table: Table,
  choices: ImportChoices,
  numbers: NumberColumn,
  periods: PeriodColumn | null,
  unit: PeriodUnit | null,
): (index: number) => Sample | Refusal | null {
  const cellAt = (index: number, column: number | null) => (column === null ? '' : (table.rows[index]?.[column] ?? ''));
  const groups = new Map<Period, Period | null>();
  return (index) => {
    const reading = numbers.readings[index];
    if (!reading || reading.type === 'missing') return null;
    if (reading.type === 'refused') return refusal(reading.reason, cellAt(index, choices.valueColumn));
    const value = scaleValue(reading.value, reading.percent, choices);
    if (!periods || unit === null) return { value, period: '', day: '' };
    const cell = cellAt(index, choices.periodColumn);
    const dated = periods.readings[index];
    if (!dated || dated.type === 'missing') return refusal('no-date', cell);
    if (dated.type === 'refused') return refusal(dated.reason, cell);
    let period = groups.get(dated.period);
    if (period === undefined) {
      period = groupPeriod(dated.period, unit);
      groups.set(dated.period, period);
    }
    return period === null ? refusal('cut-week', cell) : { value, period, day: dated.period };
  };
}

function readPeriods(column: PeriodColumn): Period[] {
  return column.readings.flatMap((reading) => (reading.type === 'period' ? reading.period : []));
}

function askWhatIsOpen(
  plan: ImportPlan,
  table: Table,
  numbers: NumberColumn,
  periods: PeriodColumn | null,
  unit: PeriodUnit | null,
): void {
  const withLines = <Example extends { row: number }>(examples: readonly Example[]) =>
    examples.slice(0, MOST_EXAMPLES).map(({ row, ...example }) => ({ ...example, line: table.lines[row] ?? 0 }));
  if (numbers.decimal === null) {
    plan.questions.push({ question: 'decimal', mixed: numbers.mixed, examples: withLines(numbers.examples) });
  }
  if (periods?.order === null) {
    plan.questions.push({ question: 'date-order', mixed: periods.mixed, examples: withLines(periods.examples) });
  } else if (periods && unit === null) {
    plan.questions.push({ question: 'period-unit' });
  }
}

/** Sorts the names of the file into matched, ambiguous and unmatched, and gives the element of each that has one. */
function resolveNames(plan: ImportPlan, names: readonly string[], map: JourneyMap): Map<string, string> {
  const counts = new Map<string, number>();
  for (const name of names) if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  const assigned = new Map(plan.choices.assignments);
  const matches = matchNames(counts.keys(), map);
  const targets = new Map<string, string>();
  for (const [name, rows] of counts) {
    const element = assigned.get(name);
    const match = matches.get(name);
    if (element === null) plan.unmatched.push({ name, rows, suggestion: null });
    else if (element !== undefined && Object.hasOwn(map.elements, element)) {
      targets.set(name, element);
      plan.matched.push({ name, element, rows });
    } else if (match?.type === 'matched') {
      targets.set(name, match.element);
      plan.matched.push({ name, element: match.element, rows });
    } else if (match?.type === 'ambiguous') plan.ambiguous.push({ name, elements: match.elements, rows });
    else plan.unmatched.push({ name, rows, suggestion: match?.suggestion ?? null });
  }
  plan.unmatched.sort((a, b) => b.rows - a.rows);
  return targets;
}

/** A percentage without its sign, written in points, becomes a fraction; one with a sign is one already. */
function scaleValue(value: number, percent: boolean, { metric, percentScale }: ImportChoices): number {
  if (metric.unit === 'percent')
    return percent || percentScale === 'fractions' ? value : Number(`${value}e-2`) || value / 100;
  // 2.1 % in a metric of plain numbers shows as the number that stood before the sign.
  return percent ? Number(`${value}e2`) || value * 100 : value;
}

function aggregate(samples: readonly Sample[], how: Aggregation): number {
  switch (how) {
    case 'sum':
      return sum(samples);
    case 'mean':
      return sum(samples) / samples.length;
    case 'last':
      // The latest day; of several rows on one day, the one further down.
      return samples.reduce((last, sample) => (comparePeriods(sample.day, last.day) >= 0 ? sample : last)).value;
  }
}

/** Neumaier's compensated sum: 0.1 ten times makes 1, and the order of rows does not show in the last digits. */
function sum(samples: readonly Sample[]): number {
  let total = 0;
  let lost = 0;
  for (const { value } of samples) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

function takeNotes(plan: ImportPlan, numbers: NumberColumn): void {
  const { aggregation, metric } = plan.choices;
  const merged = plan.values.some(({ points }) => points.some((point) => point.rows > 1));
  if (merged && aggregation !== 'last' && metric.unit === 'percent') {
    plan.notes.push(aggregation === 'mean' ? 'mean-of-percentages' : 'sum-of-percentages');
  } else if (merged) plan.notes.push('rows-merged');
  if (metric.unit === 'percent' && !numbers.percent) plan.notes.push('percent-scale');
  if (metric.unit === 'currency' && numbers.currency && !/^[A-Z]{3}$/.test(currencyCode(numbers.currency))) {
    plan.currencySign = numbers.currency;
    if (!/^[A-Z]{3}$/.test(metric.currency)) plan.notes.push('shared-currency-sign');
  }
  if (plan.values.length === 0) plan.notes.push('nothing-matched');
}

/** A plan's points as the file format holds them. */
export function pointsOf(values: PlannedValues): Measurement['points'] {
  return values.points.map(({ period, value }) => ({ period, value }));
}
