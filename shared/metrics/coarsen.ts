import type { Metric } from '../document/schema';
import { aggregateRows, type Point, sumOf } from './aggregate';
import { catalogueMeasure } from './catalogue/catalogue';
import { isCut, longerPeriod, periodsWithin } from './period-steps';
import { comparePeriods, PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from './periods';

/**
 * Why stored values can't be put together for longer periods. Texts: `metricRules.coarsening`.
 * `undated`, `mixed-units`, `finer`: the periods do not allow it. `needs-parts`: a ratio kept without numerator and
 * denominator. `needs-counts`: a mean or score kept without the number of answers. `median`, `distinct`: those of the
 * shorter periods do not tell it. `same-people`: whoever comes in two periods would be counted twice.
 */
export type CoarseningRefusal =
  | 'undated'
  | 'mixed-units'
  | 'finer'
  | 'needs-parts'
  | 'needs-counts'
  | 'median'
  | 'distinct'
  | 'same-people';

export interface CoarsePoint extends Point {
  /** How many shorter periods have a value, of how many there are: fewer, and a total is too small. */
  periods: number;
  of: number;
}

export type Coarsened =
  | {
      status: 'ok';
      /** Ascending. */
      points: CoarsePoint[];
      /** Some weeks lie in two of the longer periods, and count for the one in which their Thursday lies. */
      cutWeeks: boolean;
      /** Periods that can't be worked out: what they start from is missing, or the denominators come to nothing. */
      omitted: Period[];
    }
  | { status: 'refused'; reason: CoarseningRefusal };

type Rule = (points: readonly Point[], within: readonly Period[]) => Omit<Point, 'period'> | null;

/**
 * The values of a metric for longer periods, out of the stored ones for shorter periods: day → week → month → quarter →
 * year. Σ numerators ÷ Σ denominators, means and scores weighted by answers, totals added up, levels by their last
 * value. A rate whose denominator is a level at the start (churn, growth of a list) is Σ numerators ÷ the first
 * denominator. What would come out wrong is refused, with the reason.
 *
 * A week belongs to the month, quarter or year of its Thursday. Values that have the unit already stay as they are.
 */
export function coarsen(
  points: readonly Point[],
  unit: PeriodUnit,
  metric: Pick<Metric, 'aggregation' | 'catalogue'>,
): Coarsened {
  const refused = (reason: CoarseningRefusal): Coarsened => ({ status: 'refused', reason });
  const units = new Set(points.map(({ period }) => unitOf(period)));
  if (units.has(null)) return refused('undated');
  if (units.size > 1) return refused('mixed-units');
  const [own] = units;
  if (!own) return { status: 'ok', points: [], cutWeeks: false, omitted: [] };
  const sorted = [...points].sort((a, b) => comparePeriods(a.period, b.period));
  if (own === unit)
    return {
      status: 'ok',
      points: sorted.map((point) => ({ ...point, periods: 1, of: 1 })),
      cutWeeks: false,
      omitted: [],
    };
  if (PERIOD_UNITS.indexOf(own) > PERIOD_UNITS.indexOf(unit)) return refused('finer');
  const rule = ruleFor(sorted, metric);
  if (typeof rule === 'string') return refused(rule);

  const groups = new Map<Period, Point[]>();
  for (const point of sorted) {
    const longer = longerPeriod(point.period, unit);
    if (longer === null) continue;
    const group = groups.get(longer);
    if (group) group.push(point);
    else groups.set(longer, [point]);
  }
  const made: CoarsePoint[] = [];
  const omitted: Period[] = [];
  for (const [period, group] of groups) {
    const within = periodsWithin(period, own);
    const value = rule(group, within);
    if (value) made.push({ period, ...value, periods: group.length, of: within.length });
    else omitted.push(period);
  }
  return {
    status: 'ok',
    points: made.sort((a, b) => comparePeriods(a.period, b.period)),
    cutWeeks: own === 'week' && sorted.some(({ period }) => isCut(period, unit)),
    omitted,
  };
}

function ruleFor(
  points: readonly Point[],
  metric: Pick<Metric, 'aggregation' | 'catalogue'>,
): Rule | CoarseningRefusal {
  switch (metric.aggregation) {
    case 'sum':
    case 'count':
      return (group) => combined(group, 'sum');
    case 'min':
    case 'max': {
      const extreme = metric.aggregation;
      return (group) => combined(group, extreme);
    }
    case 'last':
      return (group) => withoutPeriod(group.at(-1));
    case 'median':
    case 'distinct':
      return metric.aggregation;
    case 'mean':
    case 'weighted-mean':
    case 'csat':
      return points.every(hasParts) ? (group) => weighted(group, 1) : 'needs-counts';
    case 'nps':
      return points.every(hasParts) ? (group) => weighted(group, 100) : 'needs-counts';
    case 'ratio':
      return ratioRule(points, metric.catalogue);
  }
}

function ratioRule(points: readonly Point[], catalogue: string | null): Rule | CoarseningRefusal {
  const measure = catalogueMeasure(catalogue);
  switch (measure?.ratio?.overTime ?? 'sum') {
    case 'never':
      return 'same-people';
    case 'last':
      return (group) => withoutPeriod(group.at(-1));
    case 'sum':
      return points.every(hasParts) ? (group) => weighted(group, 1) : 'needs-parts';
    case 'start':
      return points.every((point) => point.numerator !== undefined && point.denominator !== undefined)
        ? fromStart
        : 'needs-parts';
  }
}

/** Kept as a quotient, or with the cases behind it, which are then the denominator. */
export const hasParts = (point: Point) =>
  (point.numerator !== undefined && point.denominator !== undefined) || (point.n !== undefined && point.n > 0);

/** What a value is the quotient of; `scale` times the quotient is the value: 100 for a Net Promoter Score. */
export function partsOf(point: Point, scale: number): { numerator: number; denominator: number } {
  const { numerator, denominator, n = 0, value } = point;
  if (numerator !== undefined && denominator !== undefined) return { numerator, denominator };
  return { numerator: (value / scale) * n, denominator: n };
}

function weighted(group: readonly Point[], scale: number): Omit<Point, 'period'> | null {
  const result = aggregateRows(
    group.map((point) => partsOf(point, scale)),
    'ratio',
  );
  if (result.status === 'none') return null;
  const { value, numerator = 0, denominator = 0 } = result;
  return { value: scale * value, ...countOf(group), numerator, denominator };
}

const fromStart: Rule = (group, within) => {
  const [first] = group;
  if (!first?.denominator || first.period !== within[0]) return null;
  const numerator = sumOf(group.map((point) => point.numerator ?? 0));
  return { value: numerator / first.denominator, ...withN(first.n), numerator, denominator: first.denominator };
};

function combined(group: readonly Point[], rule: 'sum' | 'min' | 'max'): Omit<Point, 'period'> | null {
  const result = aggregateRows(group, rule);
  return result.status === 'none' ? null : { value: result.value, ...countOf(group) };
}

function withoutPeriod(point: Point | undefined): Omit<Point, 'period'> | null {
  if (!point) return null;
  const { period: _, ...rest } = point;
  return rest;
}

/** Answers add up, if every period tells theirs. */
function countOf(group: readonly Point[]): { n?: number } {
  return group.every(({ n }) => n !== undefined) ? { n: sumOf(group.map(({ n }) => n ?? 0)) } : {};
}

const withN = (n: number | undefined): { n?: number } => (n === undefined ? {} : { n });
