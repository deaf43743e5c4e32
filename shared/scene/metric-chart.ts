import type { Version } from '../api/calls';
import type { ChartSeries, LineChart } from '../figures/chart';
import type { FigureContext } from '../figures/figure';
import type { Size } from '../figures/primitives';
import type { Tone } from '../figures/theme';
import { coarsen } from '../metrics/coarsen';
import { isUncertain } from '../metrics/compare-periods';
import { formatValue } from '../metrics/format';
import type { MetricRow } from '../metrics/metric-rows';
import { comparePeriods, firstDay, type Period, type PeriodUnit, periodLabel } from '../metrics/periods';

export interface ChartFacts {
  row: MetricRow;
  /** All segments of the metric on the same thing, the chosen one among them. */
  group: readonly MetricRow[];
  versions: readonly Version[];
  /** Null: periods as they are stored. */
  unit: PeriodUnit | null;
}

export type MetricChart =
  | { status: 'ok'; chart: Omit<LineChart, keyof Size>; name: string; note: string | null }
  | { status: 'refused'; text: string };

/** Tones that are told apart by people who see few colours, too; the first is the brand's. */
const SEGMENT_TONES = ['teal', 'orange', 'blue', 'magenta', 'amber', 'violet'] as const satisfies readonly Tone[];

/** The chart of a metric: what it draws, what it is called for who can't see it, and what to mind. */
export function metricChartOf({ row, group, versions, unit }: ChartFacts, context: FigureContext): MetricChart {
  const { t, language, theme } = context;
  const { metric } = row;
  const lines = group.map((one) => ({ row: one, made: unit ? coarsen(one.measurement.points, unit, metric) : null }));
  const refused = lines.find(({ made }) => made?.status === 'refused')?.made;
  if (refused?.status === 'refused') {
    const reason = t(`metricRules.coarsening.${refused.reason}`);
    return { status: 'refused', text: t('metricsView.chart.refused', { reason }) };
  }
  const pointsOf = ({ row: one, made }: (typeof lines)[number]) =>
    made?.status === 'ok' ? made.points : one.measurement.points;
  const periods = [...new Set(lines.flatMap((line) => pointsOf(line).map(({ period }) => period)))].sort(
    comparePeriods,
  );
  const format = (value: number) => formatValue(value, metric, language);
  const series = lines.map((line, index): ChartSeries => {
    const byPeriod = new Map(pointsOf(line).map((point) => [point.period, point]));
    const tone = SEGMENT_TONES[index % SEGMENT_TONES.length] ?? 'teal';
    return {
      name: group.length > 1 ? line.row.segment || t('metricsView.chart.everybody') : '',
      values: periods.map((period) => byPeriod.get(period)?.value ?? null),
      uncertain: periods.map((period) => isUncertain(byPeriod.get(period))),
      colour: theme.tones[tone].strong,
      dots: periods.length <= 60,
    };
  });
  const { target, warning } = row.thresholds;
  const baseline = metric.compareWith === 'baseline' ? metric.baseline : null;
  const level = (value: number | null, key: 'target' | 'warning' | 'baseline', colour: string) =>
    value === null ? [] : [{ value, colour, label: t(`metricsView.chart.${key}`, { value: format(value) }) }];
  const days = periods.map(firstDay);
  const isDated = days.every((day) => day !== null);
  const incomplete = lines.some(({ made }) => made?.status === 'ok' && made.points.some((one) => one.periods < one.of));
  const cutWeeks = lines.some(({ made }) => made?.status === 'ok' && made.cutWeeks);
  const notes = [
    ...(incomplete ? [t('metricsView.chart.incomplete')] : []),
    ...(cutWeeks ? [t('metricRules.coarsening.cutWeeks')] : []),
  ];
  const [first = '', last = ''] = [periods[0], periods.at(-1)].map((period) => label(period, language));
  return {
    status: 'ok',
    name: t('metricsView.chart.describe', { metric: metric.title || t('metrics.untitled'), first, last }),
    note: notes.join(' ') || null,
    chart: {
      labels: periods.map((period) => label(period, language)),
      ...(isDated && { positions: days as number[] }),
      series,
      levels: [
        ...level(target, 'target', theme.good),
        ...level(warning, 'warning', theme.danger),
        ...level(baseline, 'baseline', theme.muted),
      ],
      marks: isDated ? versionMarks(versions, days as number[], t) : [],
      fromZero: metric.unit === 'currency' || metric.aggregation === 'sum' || metric.aggregation === 'count',
      format,
    },
  };
}

const label = (period: Period | undefined, language: FigureContext['language']) =>
  period === undefined ? '' : periodLabel(period, language);

/** Versions that somebody named, at the period in which they were kept. */
function versionMarks(versions: readonly Version[], days: readonly number[], t: FigureContext['t']) {
  const [start] = days;
  return versions
    .filter((version) => !version.automatic)
    .map(({ savedAt, label: name, number }) => {
      const day = Math.floor(Date.parse(savedAt) / 86_400_000);
      return {
        at: days.findLastIndex((first) => first <= day),
        day,
        label: name || t('metricsView.chart.version', { number }),
      };
    })
    .filter(({ at, day }) => at >= 0 && start !== undefined && day >= start)
    .sort((a, b) => a.day - b.day)
    .map(({ at, label: text }) => ({ at, label: text }));
}
