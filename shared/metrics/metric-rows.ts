import { normaliseName } from '../analysis/normalise-name';
import { byOrder, stagesOf } from '../document/create';
import type { JourneyMap, Measurement, Metric, Point, Source } from '../document/schema';
import { type Change, changeOf, isUncertain } from './compare-periods';
import { type Freshness, freshnessOf } from './freshness';
import { type ThresholdStatus, type Thresholds, thresholdStatus, thresholdsOf } from './thresholds';

/** A metric on one thing, as a line of a table. */
export interface MetricRow {
  /** Of the measurement. */
  id: string;
  metric: Metric;
  measurement: Measurement;
  subject: MetricSubject;
  /** The segment's or persona's name; empty: everybody. */
  segment: string;
  /** The value of the latest period; null: there is none yet. */
  latest: Point | null;
  change: Change | null;
  thresholds: Thresholds;
  status: ThresholdStatus;
  /** Fewer than 30 answers or cases behind the latest value. */
  uncertain: boolean;
  freshness: Freshness | null;
  source: Source | null;
}

/** What values were measured on. */
export interface MetricSubject {
  type: 'map' | 'element' | 'connection';
  /** Of the element or connection; that of the map where it is the map as a whole. */
  id: string;
  /** Empty where it has none. A connection: the titles of its ends. */
  title: string;
  /** The stage where it is to be found; null: none. */
  stage: string | null;
}

export const ROW_ORDERS = ['stage', 'metric', 'value', 'change', 'target', 'period', 'source'] as const;
export type RowOrder = (typeof ROW_ORDERS)[number];

/**
 * All that is measured on a map, stage by stage from left to right, then by metric. `today` is a calendar day
 * `YYYY-MM-DD`: it decides what is fresh.
 */
export function metricRows(map: JourneyMap, today: string): MetricRow[] {
  const rows = Object.values(map.measurements).flatMap((measurement) => {
    const metric = map.metrics[measurement.metric];
    return metric ? [rowOf(map, metric, measurement, today)] : [];
  });
  return sortRows(rows, map, 'stage', false);
}

function rowOf(map: JourneyMap, metric: Metric, measurement: Measurement, today: string): MetricRow {
  const latest = measurement.points.at(-1) ?? null;
  const source = metric.source === null ? null : (map.sources[metric.source] ?? null);
  const thresholds = thresholdsOf(metric, measurement);
  const persona = measurement.persona === null ? undefined : map.elements[measurement.persona];
  return {
    id: measurement.id,
    metric,
    measurement,
    subject: subjectOf(map, measurement),
    segment: measurement.segment || persona?.title || '',
    latest,
    change: latest && changeOf(measurement.points, latest.period, metric, metric.compareWith),
    thresholds,
    status: latest ? thresholdStatus(latest.value, thresholds) : 'none',
    uncertain: isUncertain(latest),
    freshness: latest && freshnessOf(latest.period, today, source?.importedAt ?? null),
    source,
  };
}

/** What a measurement is about. */
function subjectOf(map: JourneyMap, { element, connection }: Measurement): MetricSubject {
  const titleOf = (id: string) => map.elements[id]?.title ?? '';
  const line = connection === null ? undefined : map.connections[connection];
  if (line) {
    const title = `${titleOf(line.from)} → ${titleOf(line.to)}`;
    return { type: 'connection', id: line.id, title, stage: map.elements[line.from]?.stage ?? null };
  }
  const found = element === null ? undefined : map.elements[element];
  if (!found) return { type: 'map', id: map.id, title: map.title, stage: null };
  return { type: 'element', id: found.id, title: found.title, stage: found.kind === 'stage' ? found.id : found.stage };
}

/** Rows in another order; those that say nothing about it come last, whichever way. Equal ones keep their order. */
export function sortRows(rows: readonly MetricRow[], map: JourneyMap, by: RowOrder, descending: boolean): MetricRow[] {
  const stages = new Map(stagesOf(map).map((stage, index) => [stage.id, index]));
  const metrics = new Map(byOrder(Object.values(map.metrics)).map((metric, index) => [metric.id, index]));
  const keyOf = (row: MetricRow): number | string | null => {
    switch (by) {
      case 'stage':
        // The map as a whole comes first, what stands in no stage last.
        return row.subject.type === 'map' ? -1 : (stages.get(row.subject.stage ?? '') ?? null);
      case 'metric':
        return normaliseName(row.metric.title);
      case 'value':
        return row.latest?.value ?? null;
      case 'change':
        return row.change?.relative ?? row.change?.difference ?? null;
      case 'target':
        return STATUS_ORDER[row.status];
      case 'period':
        return row.latest?.period || null;
      case 'source':
        return row.source?.name ?? null;
    }
  };
  const sign = descending ? -1 : 1;
  const within = (row: MetricRow) => [
    metrics.get(row.metric.id) ?? 0,
    normaliseName(row.subject.title),
    normaliseName(row.segment),
    row.id,
  ];
  return rows
    .map((row) => ({ row, key: keyOf(row), within: within(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) {
        if (a.key !== b.key) return a.key === null ? 1 : -1;
      } else if (a.key !== b.key) return a.key < b.key ? -sign : sign;
      for (const [index, one] of a.within.entries()) {
        const other = b.within[index] ?? 0;
        if (one !== other) return one < other ? -1 : 1;
      }
      return 0;
    })
    .map(({ row }) => row);
}

/** What needs a look first. */
const STATUS_ORDER: Record<ThresholdStatus, number | null> = { bad: 0, near: 1, good: 2, none: null };

/** What is looked for in the table. */
export interface RowFilter {
  /** Words that metric, card, segment or source must hold; empty: any. */
  text: string;
  /** A stage; null: all. */
  stage: string | null;
  status: ThresholdStatus | 'old' | null;
}

export const NO_ROW_FILTER: RowFilter = { text: '', stage: null, status: null };

export function filterRows(rows: readonly MetricRow[], { text, stage, status }: RowFilter): MetricRow[] {
  const words = normaliseName(text).split(' ').filter(Boolean);
  return rows.filter((row) => {
    if (stage !== null && row.subject.stage !== stage) return false;
    if (status === 'old' ? row.freshness?.fresh !== false : status !== null && row.status !== status) return false;
    if (words.length === 0) return true;
    const spoken = normaliseName([row.metric.title, row.subject.title, row.segment, row.source?.name ?? ''].join(' '));
    return words.every((word) => spoken.includes(word));
  });
}
