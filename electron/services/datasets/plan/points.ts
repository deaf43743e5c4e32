import { finishFormula } from '../../../../shared/metrics/formula/evaluate';
import { aggregationOf } from '../../../../shared/metrics/formula/groups';
import { comparePeriods, type Period } from '../../../../shared/metrics/periods';
import { type DataPlan, PLAN_LIMITS, type PlannedValues } from '../../../../shared/metrics/planned';
import type { Target } from '../../../../shared/metrics/recipe';
import type { Engine } from '../engine';
import type { MetricSql } from './metric-sql';
import type { Segment } from './names';
import { partsOf, type ResolvedMetric } from './resolve';

export interface Grouping {
  targets: readonly Target[];
  periods: readonly Period[];
  /** The part of the customers for the numbers of a segment and a persona; null: nobody on the map. */
  segmentOf(segment: number, persona: number): Segment | null;
  /** A column parts the customers, and no row stands for all of them. */
  addTotals: boolean;
}

export interface Points {
  values: PlannedValues[];
  withoutResult: DataPlan['withoutResult'];
  withoutResultCount: number;
  /** Some value is made of several rows. */
  merges: boolean;
  /** More than fit into a map: then there are no values. */
  tooMany: boolean;
}

type Point = PlannedValues['points'][number];
type NoResult = DataPlan['withoutResult'][number]['reason'];

/** Which rows make values: of something on the map, with a period, and nothing refused. */
export const goodRow = ({ applies, hasValue, isGood }: MetricSql): string =>
  `tgt >= 0 AND met >= 0 AND per >= 0 AND ps = 0 AND ${applies} AND ${hasValue} AND ${isGood}`;

/** The values of one metric. */
export async function pointsOf(engine: Engine, metric: MetricSql, grouping: Grouping): Promise<Points> {
  const names = Object.keys(metric.aggregates);
  const aggregates = names.map((name) => `${metric.aggregates[name]} AS "${name}"`);
  // What was there last for one part of the customers is not what was there for all.
  const addTotals = grouping.addTotals && metric.resolved.metric.aggregation !== 'last';
  const by = addTotals ? 'GROUPING SETS ((tgt, pe, seg, per), (tgt, pe))' : 'tgt, pe, seg, per';
  const rows = await engine.all(
    `SELECT tgt, pe, coalesce(seg, 0), coalesce(per, 0), count(*), ${aggregates.join(', ')} FROM work
     WHERE ${goodRow(metric)} GROUP BY ${by} LIMIT ${PLAN_LIMITS.points + 1}`,
  );
  const points: Points = { values: [], withoutResult: [], withoutResultCount: 0, merges: false, tooMany: false };
  if (rows.length > PLAN_LIMITS.points) return { ...points, tooMany: true };
  const series = new Map<string, PlannedValues>();
  for (const [tgt, pe, seg, per, count, ...results] of rows) {
    const target = grouping.targets[Number(tgt)];
    const period = grouping.periods[Number(pe)];
    const segment = grouping.segmentOf(Number(seg), Number(per));
    if (!target || period === undefined || !segment) continue;
    const found = new Map(names.map((name, index) => [name, numberOf(results[index])]));
    const result = resultOf(metric.resolved, found);
    if (typeof result === 'string') {
      points.withoutResultCount++;
      if (points.withoutResult.length < PLAN_LIMITS.refusals)
        points.withoutResult.push({ metric: metric.resolved.metric.key, target, period, reason: result });
      continue;
    }
    points.merges ||= Number(count) > 1;
    const key = `${Number(tgt)} ${Number(seg)} ${Number(per)}`;
    const values = series.get(key) ?? { metric: metric.resolved.metric.key, target, ...segment, points: [] };
    series.set(key, values);
    values.points.push({ period, ...result, rows: Number(count) });
  }
  for (const values of series.values()) values.points.sort((a, b) => comparePeriods(a.period, b.period));
  if (!countsRows(metric.resolved, points.merges))
    for (const { points: list } of series.values()) for (const point of list) delete point.n;
  points.values = [...series.entries()]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, values]) => values);
  return points;
}

/**
 * Whether rows are cases. One row for each value, or percentages: then somebody has counted before, and did not say how
 * many there were.
 */
function countsRows({ metric, n }: ResolvedMetric, merges: boolean): boolean {
  const isOverRows = ['mean', 'median', 'min', 'max'].includes(metric.aggregation);
  return n !== null || !isOverRows || (merges && metric.unit !== 'percent');
}

type Found = ReadonlyMap<string, number | boolean | null>;

function numberOf(value: unknown): number | boolean | null {
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? null;
  return tidy(Number(value));
}

/** 15 digits hold what was counted; the rest is left over from adding up binary fractions. */
const tidy = (value: number): number => {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value === 0 ? 0 : value;
  return Number(value.toPrecision(15));
};

function resultOf(resolved: ResolvedMetric, found: Found): Omit<Point, 'period' | 'rows'> | NoResult {
  const { metric, formula } = resolved;
  const get = (name: string) => {
    const value = found.get(name);
    return typeof value === 'number' ? value : null;
  };
  const cases = get('cases');
  if (formula) return formulaResult(resolved, get, found.get('areCases') === true);
  const [numerator, denominator] = [get('numerator'), get('denominator')];
  if (found.has('numerator')) {
    if (numerator === null || denominator === null) return 'no-values';
    if (denominator === 0) return 'zero-denominator';
    const scale = metric.aggregation === 'nps' ? 100 : 1;
    const n =
      cases !== null && metric.aggregation !== 'weighted-mean'
        ? cases
        : found.get('areCases') === true
          ? denominator
          : null;
    return checked({ value: tidy((scale * numerator) / denominator), ...withN(n), numerator, denominator });
  }
  const value = get('value');
  if (value === null) return 'no-values';
  return checked({ value, ...withN(cases ?? get('n')) });
}

const withN = (n: number | null) => (n !== null && n >= 0 && Number.isFinite(n) ? { n } : {});

const checked = (point: Omit<Point, 'period' | 'rows'>) =>
  [point.value, point.numerator ?? 0, point.denominator ?? 0].every(Number.isFinite) ? point : 'too-large';

function formulaResult(
  { formula, n: counted }: ResolvedMetric,
  get: (name: string) => number | null,
  areCases: boolean,
): Omit<Point, 'period' | 'rows'> | NoResult {
  if (!formula) return 'no-values';
  const parts = new Map(partsOf(formula).map(({ key }, place) => [key, get(`part${place}`)]));
  const finish = (expression: Parameters<typeof finishFormula>[0]) =>
    finishFormula(expression, (key) => parts.get(key));
  const result = finish(formula.expression);
  if (result.status === 'none')
    return result.reason === 'division-by-zero'
      ? 'zero-denominator'
      : result.reason === 'too-large'
        ? 'too-large'
        : 'no-values';
  const found = aggregationOf(formula.expression);
  const quotient = found.aggregation === 'ratio' ? found.quotient : null;
  const [numerator, denominator] = quotient ? [finish(quotient.numerator), finish(quotient.denominator)] : [null, null];
  const cases = counted === null ? null : get('cases');
  if (numerator?.status !== 'value' || denominator?.status !== 'value')
    return checked({ value: tidy(result.value), ...withN(cases) });
  const whole = areCases && Number.isInteger(denominator.value) ? denominator.value : null;
  return checked({
    value: tidy(result.value),
    ...withN(cases ?? whole),
    numerator: tidy(numerator.value),
    denominator: tidy(denominator.value),
  });
}
