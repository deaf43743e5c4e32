import type { JourneyMap, Measurement, Metric, Source } from '../document/schema';
import { createTranslator, type Language } from '../language/translator';
import { formatNumber, formatValue } from './format';
import { comparePeriods, type Period, previousPeriod } from './periods';

/** One metric over the whole map. */
export interface MetricOverlay {
  metric: Metric;
  /** The period shown; empty: the values have no date. */
  period: Period;
  /** Every period for which there is a value, ascending: what a time slider goes through. */
  periods: Period[];
  elements: ReadonlyMap<string, ElementOverlay>;
  source: Source | null;
}

/** A metric on one element. It can be shown as a figure's badge just as it is. */
export interface ElementOverlay {
  /** The metric's title. */
  label: string;
  /** The value with its unit. */
  value: string;
  /** `▲0.6`, `▼5%`, `=`; null: there is no value for the period before. */
  change: string | null;
  /** `▲ 0.6 pts`, `▼ 5%`, `no change`. */
  changeText: string | null;
  changeIs: 'good' | 'bad' | 'neutral';
  /** `target 3.0%`; null: none. */
  targetText: string | null;
  /** Values up to the period shown, oldest first, at most twelve. */
  series: readonly number[];
  status: TargetStatus;
  /** As stored: 0.021 is 2.1 %. */
  amount: number;
  /** Against the period before, in the metric's unit. */
  difference: number | null;
  /** `difference` as a share of the value before; null: unknown, or from nothing. */
  relative: number | null;
  target: number | null;
  /** The period of the value. */
  period: Period;
  /** The value is older than the period that the overlay shows. */
  late: boolean;
}

export type TargetStatus = 'good' | 'near' | 'bad' | 'none';

const SERIES_LENGTH = 12;
/** How far off its target a value still counts as near, as a share of the target. */
const NEAR = 0.1;
/** Keeps 0.9 × 3 % from missing 2.7 % by the last bit. */
const EPSILON = 1e-9;

/**
 * How a value stands to its target. Higher is better: `good` from the target on, `near` down to 10 % of the target
 * below it, else `bad`; lower is better: the mirror image. `none` without target or direction. With a target of 0
 * nothing is near.
 */
export function targetStatus(value: number, target: number | null, direction: Metric['direction']): TargetStatus {
  if (target === null || direction === 'none') return 'none';
  const short = direction === 'higher' ? target - value : value - target;
  const slack = Math.abs(target) * EPSILON;
  if (short <= slack) return 'good';
  return short <= Math.abs(target) * NEAR + slack ? 'near' : 'bad';
}

/** The metrics of a map that have values, in their order. */
export function metricsWithValues(map: JourneyMap): Metric[] {
  const index = measurementsOf(map);
  return Object.values(map.metrics)
    .filter((metric) => index.get(metric.id)?.some((measurement) => measurement.points.length > 0))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
}

/**
 * A metric as it lies over the map in a period (null: the latest one). An element that has no value in it shows its
 * latest earlier one, marked late; one that has none shows nothing. The change is against the calendar period just
 * before, never across a gap. Null where the map has no such metric, or no values of it up to the period.
 *
 * Takes finished maps, not drafts: what it worked out is remembered with the metric.
 */
export function metricOverlay(
  map: JourneyMap,
  metricId: string,
  language: Language,
  period: Period | null = null,
): MetricOverlay | null {
  const metric = Object.hasOwn(map.metrics, metricId) ? map.metrics[metricId] : undefined;
  if (!metric) return null;
  const source = metric.source === null ? null : (map.sources[metric.source] ?? null);
  let memory = overlays.get(metric);
  if (!memory || memory.measurements !== map.measurements || memory.source !== source) {
    memory = { measurements: map.measurements, source, made: new Map() };
    overlays.set(metric, memory);
  }
  const key = `${language} ${period ?? 'latest'}`;
  let overlay = memory.made.get(key);
  if (overlay === undefined) {
    overlay = makeOverlay(metric, measurementsOf(map).get(metricId) ?? [], source, language, period);
    memory.made.set(key, overlay);
  }
  return overlay;
}

interface Memory {
  measurements: JourneyMap['measurements'];
  source: Source | null;
  made: Map<string, MetricOverlay | null>;
}

const overlays = new WeakMap<Metric, Memory>();
const indexes = new WeakMap<JourneyMap['measurements'], Map<string, Measurement[]>>();

function measurementsOf(map: JourneyMap): Map<string, Measurement[]> {
  let index = indexes.get(map.measurements);
  if (!index) {
    index = new Map();
    for (const measurement of Object.values(map.measurements)) {
      const found = index.get(measurement.metric);
      if (found) found.push(measurement);
      else index.set(measurement.metric, [measurement]);
    }
    indexes.set(map.measurements, index);
  }
  return index;
}

function makeOverlay(
  metric: Metric,
  measurements: readonly Measurement[],
  source: Source | null,
  language: Language,
  chosen: Period | null,
): MetricOverlay | null {
  const periods = [...new Set(measurements.flatMap(({ points }) => points.map((point) => point.period)))].sort(
    comparePeriods,
  );
  const period = chosen ?? periods.at(-1);
  if (period === undefined) return null;
  const inRelation = isCount(metric, measurements);
  const elements = new Map<string, ElementOverlay>();
  for (const measurement of measurements) {
    const shown = makeElement(metric, measurement, period, language, inRelation);
    if (shown && measurement.element !== null && measurement.segment === '') elements.set(measurement.element, shown);
  }
  return elements.size === 0 ? null : { metric, period, periods, elements, source };
}

function makeElement(
  metric: Metric,
  measurement: Measurement,
  period: Period,
  language: Language,
  inRelation: boolean,
): ElementOverlay | null {
  const points = measurement.points.filter((point) => comparePeriods(point.period, period) <= 0);
  const latest = points.at(-1);
  if (!latest) return null;
  const t = createTranslator(language);
  const before = previousPeriod(latest.period);
  const earlier = before === null ? undefined : points.find((point) => point.period === before);
  const difference = earlier ? latest.value - earlier.value : null;
  const relative = earlier && difference !== null && earlier.value > 0 ? difference / earlier.value : null;
  const target = measurement.target ?? metric.target;
  return {
    label: metric.title || t('metrics.untitled'),
    value: formatValue(latest.value, metric, language),
    ...changeTexts(metric, difference, inRelation ? relative : null, language),
    targetText: target === null ? null : t('metrics.target', { value: formatValue(target, metric, language) }),
    series: points.slice(-SERIES_LENGTH).map((point) => point.value),
    status: targetStatus(latest.value, target, metric.direction),
    amount: latest.value,
    difference,
    relative,
    target,
    period: latest.period,
    late: latest.period !== period,
  };
}

/** Counts and money change by a share of what they were; percentages and scores by points. */
function isCount(metric: Metric, measurements: readonly Measurement[]): boolean {
  if (metric.unit !== 'number') return metric.unit === 'currency';
  return measurements.every(({ points }) => points.every(({ value }) => Number.isInteger(value) && value >= 0));
}

function changeTexts(
  metric: Metric,
  difference: number | null,
  relative: number | null,
  language: Language,
): Pick<ElementOverlay, 'change' | 'changeText' | 'changeIs'> {
  if (difference === null) return { change: null, changeText: null, changeIs: 'neutral' };
  const t = createTranslator(language);
  const size = sizeOfChange(metric, Math.abs(difference), relative === null ? null : Math.abs(relative), language);
  // What shows as 0.0 is no change, whatever the hidden digits say.
  if (size === null) return { change: '=', changeText: t('metrics.noChange'), changeIs: 'neutral' };
  const sign = difference > 0 ? '▲' : '▼';
  const better = metric.direction === 'none' ? null : difference > 0 === (metric.direction === 'higher');
  return {
    change: `${sign}${size.short}`,
    changeText: `${sign} ${size.long}`,
    changeIs: better === null ? 'neutral' : better ? 'good' : 'bad',
  };
}

/** The size of a change in short and in full; null where it shows as zero. */
function sizeOfChange(
  metric: Metric,
  difference: number,
  relative: number | null,
  language: Language,
): { short: string; long: string } | null {
  if (relative !== null) {
    const decimals = relative < 0.1 ? 1 : 0;
    if (Number((relative * 100).toFixed(1)) === 0) return null;
    const text = formatValue(relative, { unit: 'percent', currency: '', decimals }, language);
    return { short: text, long: text };
  }
  if (metric.unit === 'percent') {
    const inPoints = difference * 100;
    if (Number(inPoints.toFixed(metric.decimals)) === 0) return null;
    const short = formatNumber(inPoints, metric.decimals, language);
    return { short, long: createTranslator(language)('metrics.points', { value: short }) };
  }
  if (Number(difference.toFixed(metric.decimals)) === 0) return null;
  return {
    short: formatNumber(difference, metric.decimals, language),
    long: formatValue(difference, metric, language),
  };
}
