import type { Metric } from '../document/schema';
import type { Point } from './aggregate';
import { periodLastYear } from './period-steps';
import { type Period, previousPeriod } from './periods';

/** Fewer answers or cases than that, and a value is shown as uncertain. */
const FEW_CASES = 30;

/** A value against another one. All in the metric's unit unless said otherwise. */
export interface Change {
  against: Metric['compareWith'];
  /** The period that it is compared with; null: a baseline has none, and some periods have no counterpart. */
  period: Period | null;
  value: number | null;
  /** What it is compared with; null: missing. */
  reference: number | null;
  difference: number | null;
  /** `difference` as a share of the reference; null: unknown, or from nothing or below. */
  relative: number | null;
  /** Of percentages: `difference` in percent points; null for other units. */
  points: number | null;
  /** How it is best told: percentages and scores by difference, counts, money and times by the share. */
  tellAs: 'points' | 'relative' | 'difference';
  changeIs: 'good' | 'bad' | 'neutral';
  /** Value or reference rests on few cases: the change may be chance. */
  uncertain: boolean;
  /** What there is no value for. */
  missing: 'value' | 'reference' | null;
}

/** Whether a value rests on fewer than 30 answers or cases. Where nobody counted them it is not said to. */
export function isUncertain(point: Pick<Point, 'n'> | null | undefined): boolean {
  return point?.n !== undefined && point.n < FEW_CASES;
}

/**
 * The change of a metric's value in a period against the period before, the same one a year ago, or the metric's
 * baseline. Only against that very period, never across a gap. A score (NPS, CSAT, a level between bounds) that is no
 * percentage is told by difference: 20 after 10 is not twice as good.
 */
export function changeOf(
  points: readonly Point[],
  period: Period,
  metric: Pick<Metric, 'unit' | 'direction' | 'aggregation' | 'baseline'>,
  against: Metric['compareWith'],
): Change {
  const at = (wanted: Period | null) =>
    wanted === null ? undefined : points.find((candidate) => candidate.period === wanted);
  const point = at(period);
  const other = against === 'baseline' ? null : against === 'year' ? periodLastYear(period) : previousPeriod(period);
  const earlier = at(other);
  const value = point?.value ?? null;
  const reference = against === 'baseline' ? metric.baseline : (earlier?.value ?? null);
  const difference = value === null || reference === null ? null : exactDifference(value, reference);
  const relative = difference !== null && reference !== null && reference > 0 ? difference / reference : null;
  return {
    against,
    period: other,
    value,
    reference,
    difference,
    relative,
    points: metric.unit === 'percent' && difference !== null ? difference * 100 : null,
    tellAs: tellAs(metric, relative),
    changeIs: judge(difference, metric.direction),
    uncertain: isUncertain(point) || isUncertain(earlier),
    missing: value === null ? 'value' : reference === null ? 'reference' : null,
  };
}

/** 0.3 − 0.1 is 0.2, not 0.19999999999999998: digits that neither of the two has are noise of the subtraction. */
function exactDifference(value: number, reference: number): number {
  const difference = value - reference;
  const largest = Math.max(Math.abs(value), Math.abs(reference));
  const decimals = 14 - Math.floor(Math.log10(largest));
  return decimals >= 0 && decimals <= 100 ? Number(difference.toFixed(decimals)) : difference;
}

function tellAs(metric: Pick<Metric, 'unit' | 'aggregation'>, relative: number | null): Change['tellAs'] {
  if (metric.unit === 'percent') return 'points';
  const isLevel =
    metric.unit === 'number' && !['sum', 'count', 'distinct', 'last', 'min', 'max'].includes(metric.aggregation);
  return isLevel || relative === null ? 'difference' : 'relative';
}

function judge(difference: number | null, direction: Metric['direction']): Change['changeIs'] {
  if (difference === null || difference === 0 || direction === 'none') return 'neutral';
  return difference > 0 === (direction === 'higher') ? 'good' : 'bad';
}
