import { aggregationOf } from '../../../../shared/metrics/formula/groups';
import { columnsOf } from '../../../../shared/metrics/formula/syntax';
import type { RowRefusal } from '../../../../shared/metrics/planned';
import type { Engine } from '../engine';
import { type FormulaColumns, partSql } from './formula-sql';
import { type NumberField, STATE } from './numbers';
import { type FieldIndex, partsOf, type ResolvedMetric } from './resolve';

/** Why a cell of numbers is refused, by the number that stands for it in SQL. */
export const REFUSAL_CODES: readonly RowRefusal[] = [
  'not-a-number',
  'too-large',
  'no-percent-sign',
  'other-currency',
  'incomplete-ratio',
  'no-weight',
  'not-an-answer',
  'no-name',
  'no-metric',
  'no-date',
  'not-a-date',
  'cut-week',
];
export const codeOf = (reason: RowRefusal): number => REFUSAL_CODES.indexOf(reason);

/** A metric over the rows of the working table, in SQL. */
export interface MetricSql {
  resolved: ResolvedMetric;
  /** Rows that are about it. */
  applies: string;
  /** Something stands in its columns. */
  hasValue: string;
  /** The reasons why its cells are refused, by column: SQL that gives a code, or NULL. */
  refusals: { column: FieldIndex; code: string }[];
  /** Nothing is refused, and its value is there. */
  isGood: string;
  /** What is worked out over the rows of a group, by name. */
  aggregates: Record<string, string>;
  /** For each of its columns of values: the percent signs and the currency that most have. */
  signs: ReadonlyMap<FieldIndex, Signs>;
}

export interface Signs {
  hasPercent: boolean;
  /** 0: none. */
  currency: number;
}

/** What differs between a column's cells within one metric: the sign that most have is the rule. */
async function signsOf(engine: Engine, field: NumberField, applies: string): Promise<Signs> {
  if (field.found.number.percent === 0 && field.currencies.length === 1) return { hasPercent: false, currency: 0 };
  const { key } = field;
  const rows = await engine.all(
    `SELECT u${key}, bool_or(p${key}), count(*) AS n FROM work WHERE ${applies} AND s${key} = ${STATE.number} GROUP BY 1 ORDER BY n DESC`,
  );
  return {
    hasPercent: rows.some(([, percent]) => percent === true),
    currency: Number(rows.find(([currency]) => Number(currency) > 0)?.[0] ?? 0),
  };
}

export async function metricSql(
  engine: Engine,
  resolved: ResolvedMetric,
  fields: ReadonlyMap<FieldIndex, NumberField>,
  hasMetricColumn: boolean,
): Promise<MetricSql> {
  const applies = hasMetricColumn ? `met = ${resolved.index}` : 'true';
  const { metric, formula } = resolved;
  const signs = new Map<FieldIndex, Signs>();
  const refusals: MetricSql['refusals'] = [];
  const numbers = new Map<FieldIndex, string>();
  const isText = metric.aggregation === 'count' || metric.aggregation === 'distinct';
  const columns = [
    ...(formula ? formula.numeric : [isText ? null : resolved.value, resolved.numerator, resolved.denominator]),
    resolved.n,
  ].filter((column) => column !== null);
  for (const column of new Set(columns)) {
    const field = fields.get(column);
    if (!field) continue;
    const found = await signsOf(engine, field, applies);
    signs.set(column, found);
    const [x, s, p, u] = ['x', 's', 'p', 'u'].map((letter) => `${letter}${field.key}`);
    // A zero means the same with and without its sign.
    const noSign = found.hasPercent ? `s${field.key} = 0 AND NOT ${p} AND ${x} <> 0` : 'false';
    const stranger = found.currency > 0 ? `s${field.key} = 0 AND ${u} <> 0 AND ${u} <> ${found.currency}` : 'false';
    refusals.push({
      column,
      code: `CASE WHEN ${s} = ${STATE['not-a-number']} THEN ${codeOf('not-a-number')} WHEN ${s} = ${STATE['too-large']} THEN ${codeOf('too-large')} WHEN ${noSign} THEN ${codeOf('no-percent-sign')} WHEN ${stranger} THEN ${codeOf('other-currency')} END`,
    });
    numbers.set(column, `(CASE WHEN ${s} = 0 AND NOT (${noSign}) AND NOT (${stranger}) THEN ${x} END)`);
  }
  const number = (column: FieldIndex | null) => (column === null ? 'NULL' : (numbers.get(column) ?? 'NULL'));
  const isThere = (column: FieldIndex | null) => {
    const field = column === null ? undefined : fields.get(column);
    return field ? `s${field.key} <> ${STATE.missing}` : 'false';
  };
  const value = scaled(resolved, number(resolved.value), fields);
  refusals.push(...ownRefusals(resolved, { value: number(resolved.value), number, isThere }));
  const there = formula
    ? [...formula.columns.values()].map(isThere)
    : isText
      ? [resolved.value === null ? 'true' : isThere(resolved.value)]
      : [resolved.value, resolved.numerator, resolved.denominator].filter((column) => column !== null).map(isThere);
  const hasValue = there.length === 0 ? 'true' : `(${there.join(' OR ')})`;
  const noRefusal = refusals.map(({ code }) => `(${code}) IS NULL`);
  return {
    resolved,
    applies,
    hasValue,
    refusals,
    signs,
    isGood: ['true', ...noRefusal].join(' AND '),
    aggregates: {
      ...(formula ? formulaAggregates(resolved, number, fields) : plainAggregates(resolved, { value, number, fields })),
      ...(resolved.n !== null && { cases: `kahan_sum(${number(resolved.n)})` }),
    },
  };
}

/** A percentage without its sign, written in points, becomes a fraction; in a metric of plain numbers 2.1 % is 2.1. */
function scaled({ metric, value }: ResolvedMetric, sql: string, fields: ReadonlyMap<FieldIndex, NumberField>): string {
  const field = value === null ? undefined : fields.get(value);
  if (!field || metric.aggregation === 'nps' || metric.aggregation === 'csat') return sql;
  const percent = `p${field.key}`;
  if (metric.unit !== 'percent')
    return field.found.number.percent > 0 ? `(CASE WHEN ${percent} THEN ${sql} * 100 ELSE ${sql} END)` : sql;
  return metric.percentScale === 'fractions' ? sql : `(CASE WHEN ${percent} THEN ${sql} ELSE ${sql} / 100 END)`;
}

/** Refusals that come of the metric itself: half a quotient, no weight, an answer off the scale. */
function ownRefusals(
  { metric, value, numerator, denominator, n, formula }: ResolvedMetric,
  sql: {
    value: string;
    number(column: FieldIndex | null): string;
    isThere(column: FieldIndex | null): string;
  },
): MetricSql['refusals'] {
  if (formula) return [];
  const when = (column: FieldIndex | null, condition: string, reason: RowRefusal) =>
    column === null ? [] : [{ column, code: `CASE WHEN ${condition} THEN ${codeOf(reason)} END` }];
  switch (metric.aggregation) {
    case 'ratio':
      return [
        ...when(numerator, `${sql.isThere(denominator)} AND NOT (${sql.isThere(numerator)})`, 'incomplete-ratio'),
        ...when(denominator, `${sql.isThere(numerator)} AND NOT (${sql.isThere(denominator)})`, 'incomplete-ratio'),
      ];
    case 'weighted-mean': {
      const weight = sql.number(n);
      return when(n, `${sql.isThere(value)} AND coalesce(${weight} <= 0, NOT (${sql.isThere(n)}))`, 'no-weight');
    }
    case 'nps':
    case 'csat': {
      const [least, most] = metric.aggregation === 'nps' ? [0, 10] : [1, 5];
      const isAnswer = `${sql.value} = floor(${sql.value}) AND ${sql.value} BETWEEN ${least} AND ${most}`;
      return when(value, `${sql.value} IS NOT NULL AND NOT (${isAnswer})`, 'not-an-answer');
    }
    default:
      return [];
  }
}

/** Whole numbers of people or answers are cases; sums of money are not. */
const areCases = (value: string) => `bool_and(${value} >= 0 AND ${value} = floor(${value}))`;

function plainAggregates(
  resolved: ResolvedMetric,
  sql: { value: string; number(column: FieldIndex | null): string; fields: ReadonlyMap<FieldIndex, NumberField> },
): Record<string, string> {
  const { value, number, fields } = sql;
  const { metric, numerator, denominator, n } = resolved;
  const field = resolved.value === null ? undefined : fields.get(resolved.value);
  switch (metric.aggregation) {
    case 'sum':
      return { value: `kahan_sum(${value})` };
    case 'mean':
      return { value: `kahan_sum(${value}) / count(${value})`, n: `count(${value})` };
    case 'median':
      return { value: `median(CAST(${value} AS DOUBLE))`, n: `count(${value})` };
    case 'min':
    case 'max':
      return { value: `${metric.aggregation}(${value})`, n: `count(${value})` };
    case 'last':
      // The latest day; of several rows on one day, the one further down.
      return { value: `max_by(${value}, (da::BIGINT << 32) + place)` };
    case 'count':
      return { value: field ? `count(*) FILTER (s${field.key} <> ${STATE.missing})` : 'count(*)' };
    case 'distinct':
      return {
        value: field ? `count(DISTINCT t${resolved.value}) FILTER (s${field.key} <> ${STATE.missing})` : 'NULL',
      };
    case 'ratio':
      return quotient(
        `kahan_sum(${number(numerator)})`,
        `kahan_sum(${number(denominator)})`,
        areCases(number(denominator)),
      );
    case 'weighted-mean':
      return quotient(
        `kahan_sum(${value} * ${number(n)})`,
        `kahan_sum(CASE WHEN ${value} IS NOT NULL THEN ${number(n)} END)`,
        areCases(number(n)),
      );
    case 'nps':
      return quotient(
        `sum(CASE WHEN ${value} >= 9 THEN 1 WHEN ${value} <= 6 THEN -1 ELSE 0 END) FILTER (${value} IS NOT NULL)`,
        `count(${value})`,
        'true',
      );
    case 'csat':
      return quotient(`count(*) FILTER (${value} >= 4)`, `count(${value})`, 'true');
  }
}

const quotient = (numerator: string, denominator: string, cases: string) => ({
  numerator,
  denominator,
  areCases: cases,
});

function formulaAggregates(
  { formula }: ResolvedMetric,
  number: (column: FieldIndex) => string,
  fields: ReadonlyMap<FieldIndex, NumberField>,
): Record<string, string> {
  if (!formula) return {};
  const columns: FormulaColumns = (name) => {
    const index = formula.columns.get(name) ?? 0;
    const field = fields.get(index);
    return {
      number: formula.numeric.has(index) ? number(index) : field ? `x${field.key}` : 'NULL',
      text: `t${index}`,
    };
  };
  const parts = partsOf(formula).map((part, place): [string, string] => [`part${place}`, partSql(part, columns)]);
  const found = aggregationOf(formula.expression);
  const below = found.aggregation === 'ratio' && found.quotient ? columnsOf(found.quotient.denominator) : [];
  const cases = below.map((name) => `coalesce(${areCases(columns(name).number)}, true)`);
  return { ...Object.fromEntries(parts), areCases: cases.length > 0 ? cases.join(' AND ') : 'true' };
}
