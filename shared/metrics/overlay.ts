import { byOrder } from '../document/create';
import type { JourneyMap, Measurement, Metric, Source } from '../document/schema';
import type { Language } from '../language/translator';
import { type CoarseningRefusal, type CoarsePoint, coarsen } from './coarsen';
import {
  ALL_CUSTOMERS,
  type CustomerGroup,
  groupKey,
  groupOf,
  type OverlaySettings,
  shownGroups,
} from './overlay-settings';
import { type OverlayValue, periodsOf, valueIn } from './overlay-value';
import { PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from './periods';
import { thresholdsOf } from './thresholds';

/** One metric, of one part of the customers, over the whole map. */
export interface MetricOverlay {
  metric: Metric;
  /** The period shown; empty: the values have no date. */
  period: Period;
  /** Every period for which there is a value, ascending: what a time slider goes through. */
  periods: readonly Period[];
  /** What has values at all, in whatever period: elements, connections. */
  measured: ReadonlySet<string>;
  /** What the values are taken from. The same list in each period. */
  series: readonly Series[];
  /** Every value on an element, in all periods: what ranks are made of. The same list in each period. */
  values: readonly number[];
  /** On cards, on stages themselves, on personas. */
  elements: ReadonlyMap<string, OverlayValue>;
  connections: ReadonlyMap<string, OverlayValue>;
  /** On the map as a whole. */
  whole: OverlayValue | null;
  source: Source | null;
  /** Why some of the values can't be shown for periods of that length; null: all can. */
  refused: CoarseningRefusal | null;
  /** Weeks that lie in two of the longer periods count for one of them. */
  cutWeeks: boolean;
}

export interface OverlayChoice {
  /** Null: the latest one. */
  period?: Period | null;
  /** Null: as stored. */
  unit?: PeriodUnit | null;
  group?: CustomerGroup;
}

/** What is measured, and its values in the chosen unit. */
export interface Series {
  measurement: Measurement;
  points: readonly CoarsePoint[];
}

/** The metrics of a map that have values, in their order. */
export function metricsWithValues(map: JourneyMap): Metric[] {
  const index = measurementsOf(map.measurements);
  return byOrder(
    Object.values(map.metrics).filter((metric) => index.get(metric.id)?.some(({ points }) => points.length > 0)),
  );
}

interface SeriesFound {
  series: Series[];
  periods: readonly Period[];
  /** All of them on elements, in all periods. */
  values: readonly number[];
  refused: CoarseningRefusal | null;
  cutWeeks: boolean;
}

/** The series of a metric for one part of the customers, in periods of a unit; those that can't be are left out. */
function seriesOf(
  map: Pick<JourneyMap, 'measurements'>,
  metric: Metric,
  unit: PeriodUnit | null,
  group: CustomerGroup,
): SeriesFound {
  const key = groupKey(group);
  const series: Series[] = [];
  let refused: CoarseningRefusal | null = null;
  let cutWeeks = false;
  for (const measurement of measurementsOf(map.measurements).get(metric.id) ?? []) {
    if (measurement.points.length === 0 || groupKey(groupOf(measurement)) !== key) continue;
    if (unit === null) {
      series.push({ measurement, points: measurement.points.map((point) => ({ ...point, periods: 1, of: 1 })) });
      continue;
    }
    const coarse = coarsen(measurement.points, unit, metric);
    if (coarse.status === 'refused') refused ??= coarse.reason;
    else {
      series.push({ measurement, points: coarse.points });
      cutWeeks ||= coarse.cutWeeks;
    }
  }
  const values = series.flatMap(({ measurement, points }) =>
    measurement.element === null ? [] : points.map((point) => point.value),
  );
  return { series, periods: periodsOf(series.map(({ points }) => points)), values, refused, cutWeeks };
}

/**
 * A metric as it lies over the map in a period (null: the latest one). What has no value in it shows its latest earlier
 * one, marked late; what has none yet shows nothing. The change is against the very period that the metric names, never
 * across a gap. Null where the map has no such metric, or no values of it for these customers.
 *
 * Takes finished maps, not drafts: what it worked out is remembered with the metric.
 */
export function metricOverlay(
  map: JourneyMap,
  metricId: string,
  language: Language,
  choice: OverlayChoice = {},
): MetricOverlay | null {
  const metric = Object.hasOwn(map.metrics, metricId) ? map.metrics[metricId] : undefined;
  if (!metric) return null;
  const { period = null, unit = null, group = ALL_CUSTOMERS } = choice;
  const source = metric.source === null ? null : (map.sources[metric.source] ?? null);
  const memory = memoryOf(metric, map.measurements, source);
  const ofGroup = `${unit} ${groupKey(group)}`;
  let known = memory.series.get(ofGroup);
  if (!known) {
    known = seriesOf(map, metric, unit, group);
    memory.series.set(ofGroup, known);
  }
  const key = `${language} ${period ?? 'latest'} ${ofGroup}`;
  let overlay = memory.made.get(key);
  if (overlay === undefined) {
    overlay = makeOverlay(metric, known, source, language, period);
    memory.made.set(key, overlay);
  }
  return overlay;
}

/**
 * The periods that a time slider goes through: those of all that is chosen. Where they are of several lengths, the
 * shortest: a value of a month is shown in each of its weeks.
 */
export function overlayPeriods(map: JourneyMap, settings: OverlaySettings, language: Language): Period[] {
  const lists = settings.metrics.flatMap((id) =>
    shownGroups(settings).flatMap((group) => {
      const overlay = metricOverlay(map, id, language, { unit: settings.unit, group });
      return overlay ? [overlay.periods.map((period) => ({ period }))] : [];
    }),
  );
  const periods = periodsOf(lists);
  const units = new Set(periods.map(unitOf));
  const shortest = PERIOD_UNITS.find((unit) => units.has(unit));
  return shortest ? periods.filter((period) => unitOf(period) === shortest) : periods;
}

interface Memory {
  measurements: JourneyMap['measurements'];
  source: Source | null;
  series: Map<string, SeriesFound>;
  made: Map<string, MetricOverlay | null>;
}

const memories = new WeakMap<Metric, Memory>();
const indexes = new WeakMap<JourneyMap['measurements'], Map<string, Measurement[]>>();

function memoryOf(metric: Metric, measurements: JourneyMap['measurements'], source: Source | null): Memory {
  let memory = memories.get(metric);
  if (!memory || memory.measurements !== measurements || memory.source !== source) {
    memory = { measurements, source, series: new Map(), made: new Map() };
    memories.set(metric, memory);
  }
  return memory;
}

function measurementsOf(measurements: JourneyMap['measurements']): Map<string, Measurement[]> {
  let index = indexes.get(measurements);
  if (!index) {
    index = new Map();
    for (const measurement of Object.values(measurements)) {
      const found = index.get(measurement.metric);
      if (found) found.push(measurement);
      else index.set(measurement.metric, [measurement]);
    }
    indexes.set(measurements, index);
  }
  return index;
}

function makeOverlay(
  metric: Metric,
  { series, periods, values, refused, cutWeeks }: SeriesFound,
  source: Source | null,
  language: Language,
  chosen: Period | null,
): MetricOverlay | null {
  if (series.length === 0 && refused === null) return null;
  const period = chosen ?? periods.at(-1) ?? '';
  const measured = new Set<string>();
  const elements = new Map<string, OverlayValue>();
  const connections = new Map<string, OverlayValue>();
  let whole: OverlayValue | null = null;
  for (const { measurement, points } of series) {
    const subject = measurement.connection ?? measurement.element;
    if (subject !== null) measured.add(subject);
    const shown = valueIn(points, period, metric, thresholdsOf(metric, measurement), language);
    if (!shown) continue;
    if (measurement.connection !== null) connections.set(measurement.connection, shown);
    else if (measurement.element !== null) elements.set(measurement.element, shown);
    else whole = shown;
  }
  return { metric, period, periods, measured, series, values, elements, connections, whole, source, refused, cutWeeks };
}
