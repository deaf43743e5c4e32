import type { Metric } from '../document/schema';
import { createTranslator, type Language } from '../language/translator';
import { changeText } from './change-text';
import type { CoarsePoint } from './coarsen';
import { type Change, changeOf, isUncertain } from './compare-periods';
import { formatNumber, formatShortValue, formatValue } from './format';
import { lastDay } from './period-steps';
import { comparePeriods, firstDay, type Period } from './periods';
import { type ThresholdStatus, type Thresholds, thresholdStatus } from './thresholds';

/** A metric on one thing in a period, ready to be shown. */
export interface OverlayValue {
  /** The metric's title. */
  label: string;
  /** The value with its unit; the second one where there is little room. */
  value: string;
  shortValue: string;
  /** `▲0.6`, `▼5%`, `=`; null: there is nothing to compare with. */
  change: string | null;
  /** `▲ 0.6 pts`, `▼ 5%`, `no change`. */
  changeText: string | null;
  changeIs: 'good' | 'bad' | 'neutral';
  /** `target 3.0%`; null: none. */
  targetText: string | null;
  /** Values up to the period shown, oldest first, at most twelve. */
  series: readonly number[];
  /** The same for all periods, so that a line tells more and less apart while time goes on. */
  frame: SeriesFrame;
  status: ThresholdStatus;
  /** As stored: 0.021 is 2.1 %. */
  amount: number;
  /** Against what the metric is compared with, in its unit. */
  difference: number | null;
  /** `difference` as a share of the reference; null: unknown, or from nothing. */
  relative: number | null;
  target: number | null;
  /** The period of the value. */
  period: Period;
  /** The value's period is over before the one shown begins. */
  late: boolean;
  /** Answers or cases behind the value; null: nobody counted them. */
  n: number | null;
  /** It rests on fewer than 30 of them. */
  uncertain: boolean;
  /** The longer period lacks values of shorter ones; null: it is complete. */
  incomplete: { periods: number; of: number } | null;
}

/** Between which values, and over how many places, a sparkline is drawn. */
export interface SeriesFrame {
  least: number;
  most: number;
  places: number;
}

const SERIES_LENGTH = 12;
const MOST_REMEMBERED = 10_000;

/** Whether a value can be shown in a period: its own period is over by then, or holds it. */
function isKnownIn(point: Period, shown: Period): boolean {
  if (point === '' || point === shown) return true;
  const [own, at] = [daysOf(point), daysOf(shown)];
  return own !== null && at !== null && (own.last <= at.last || own.first <= at.first);
}

const days = new Map<Period, { first: number; last: number } | null>();

/** First and last day, remembered: a replay asks for the same ones thousands of times. */
function daysOf(period: Period): { first: number; last: number } | null {
  let found = days.get(period);
  if (found === undefined) {
    const [first, last] = [firstDay(period), lastDay(period)];
    found = first === null || last === null ? null : { first, last };
    if (days.size > MOST_REMEMBERED) days.clear();
    days.set(period, found);
  }
  return found;
}

/** Whether a period is over before another begins; values without a date never are. */
function isOverBefore(point: Period, shown: Period): boolean {
  const [own, at] = [daysOf(point), daysOf(shown)];
  return own !== null && at !== null && own.last < at.first;
}

/**
 * The latest value known in a period, with its change, series and standing. `points` ascend. Null: there is none yet.
 * Of totals of longer periods that lack values no change is told: it would be one of the gap, not of the customers.
 */
export function valueIn(
  points: readonly CoarsePoint[],
  period: Period,
  metric: Metric,
  thresholds: Thresholds,
  language: Language,
): OverlayValue | null {
  const known = points.filter((point) => isKnownIn(point.period, period));
  const latest = known.at(-1);
  if (!latest) return null;
  const t = createTranslator(language);
  const change = changeOf(known, latest.period, metric, metric.compareWith);
  const earlier = known.find((point) => point.period === change.period);
  const isTotal = metric.aggregation === 'sum' || metric.aggregation === 'count';
  const comparable = !isTotal || [latest, earlier].every((point) => !point || point.periods >= point.of);
  const { target } = thresholds;
  return {
    label: metric.title || t('metrics.untitled'),
    value: formatValue(latest.value, metric, language),
    shortValue: formatShortValue(latest.value, metric, language),
    ...changeTexts(comparable ? change : null, metric, language),
    targetText: target === null ? null : t('metrics.target', { value: formatValue(target, metric, language) }),
    series: known.slice(-SERIES_LENGTH).map((point) => point.value),
    frame: frameOf(points),
    status: thresholdStatus(latest.value, thresholds),
    amount: latest.value,
    target,
    period: latest.period,
    late: isOverBefore(latest.period, period),
    n: latest.n ?? null,
    uncertain: isUncertain(latest),
    incomplete: latest.periods < latest.of ? { periods: latest.periods, of: latest.of } : null,
  };
}

function frameOf(points: readonly CoarsePoint[]): SeriesFrame {
  const values = points.map((point) => point.value);
  return {
    least: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    most: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    places: Math.min(points.length, SERIES_LENGTH),
  };
}

type ChangeFields = Pick<OverlayValue, 'change' | 'changeText' | 'changeIs' | 'difference' | 'relative'>;

function changeTexts(change: Change | null, metric: Metric, language: Language): ChangeFields {
  const long = changeText(change, metric, language);
  if (!change || long === null)
    return { change: null, changeText: null, changeIs: 'neutral', difference: null, relative: null };
  const { difference, relative } = change;
  // What shows as 0.0 is no change, whatever the hidden digits say.
  if (!/[▲▼]/.test(long)) return { change: '=', changeText: long, changeIs: 'neutral', difference, relative };
  const sign = change.difference !== null && change.difference > 0 ? '▲' : '▼';
  return {
    change: `${sign}${shortSize(change, metric, language) ?? long.slice(2)}`,
    changeText: long,
    changeIs: change.changeIs,
    difference,
    relative,
  };
}

/** The size of a change without its unit, where the value beside it says it; null: it takes the unit. */
function shortSize(change: Change, metric: Metric, language: Language): string | null {
  if (change.tellAs === 'points' && change.points !== null)
    return formatNumber(Math.abs(change.points), metric.decimals, language);
  if (change.tellAs === 'relative' || metric.unit === 'duration') return null;
  return formatNumber(Math.abs(change.difference ?? 0), metric.decimals, language);
}

/** Every period of several series, ascending, each once. */
export const periodsOf = (series: Iterable<readonly { period: Period }[]>): Period[] =>
  [...new Set([...series].flatMap((points) => points.map((point) => point.period)))].sort(comparePeriods);
