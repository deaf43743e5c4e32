import type { JourneyMap } from '../document/schema';
import { lineChart } from '../figures/chart';
import type { FigureContext } from '../figures/figure';
import type { DisplayList, Font, Primitive } from '../figures/primitives';
import { sparkline } from '../figures/sparkline';
import { ascent, lineHeight, truncate } from '../figures/text';
import { formatDay } from '../language/format';
import { changeText } from '../metrics/change-text';
import { formatNumber, formatValue } from '../metrics/format';
import { type MetricRow, metricRows } from '../metrics/metric-rows';
import { periodLabel } from '../metrics/periods';
import { metricChartOf } from './metric-chart';

const WIDTH = 1240;
const ROW = 28;
const HEAD: Font = { size: 11.5, weight: 600 };
const CELL: Font = { size: 12, weight: 400 };
const BOLD: Font = { size: 12, weight: 600 };
const TITLE: Font = { size: 13, weight: 600 };

const COLUMNS = [
  { name: 'metric', x: 14, width: 200 },
  { name: 'stage', x: 222, width: 210 },
  { name: 'value', x: 540, width: 98, end: true },
  { name: 'change', x: 634, width: 86, end: true },
  { name: 'trend', x: 656, width: 86 },
  { name: 'target', x: 834, width: 76, end: true },
  { name: 'warning', x: 918, width: 76, end: true },
  { name: 'period', x: 940, width: 116 },
  { name: 'source', x: 1064, width: 166 },
] as const;

const SIGNS = { good: '●', near: '◐', bad: '▲', none: '' } as const;
const CHARTS_ABREAST = 3;
const CHART = { width: 400, height: 190, gap: 20 };

/**
 * All metrics of a map on a sheet: the table stage by stage, and below it each of them over time, with target and
 * threshold. From (0, 0), in map units; null where nothing was measured.
 */
export function metricsSheet(map: JourneyMap, context: FigureContext): DisplayList | null {
  // How old values are is left out: the same map must give the same sheet on any day.
  const rows = metricRows(map, '');
  if (rows.length === 0) return null;
  const table = tableOf(rows, map, context);
  const charts = chartsOf(rows, table.bottom + 26, context);
  return { box: { x: 0, y: 0, width: WIDTH, height: charts.bottom }, primitives: [...table.shapes, ...charts.shapes] };
}

/** What stands in place of the sheet of a map without numbers. */
export function emptySheet({ t, theme }: FigureContext): DisplayList {
  const line = text(t('metricsView.empty.title'), 0, ascent(TITLE), TITLE, theme.muted);
  return { box: { x: 0, y: 0, width: WIDTH / 2, height: lineHeight(TITLE) }, primitives: [line] };
}

interface Placed {
  shapes: Primitive[];
  bottom: number;
}

function tableOf(rows: readonly MetricRow[], map: JourneyMap, context: FigureContext): Placed {
  const { theme, t } = context;
  const shapes: Primitive[] = [];
  let y = 0;
  const baseline = (font: Font) => y + ROW / 2 + font.size * 0.36;
  const line = () => shapes.push({ type: 'path', d: `M0 ${y}H${WIDTH}`, stroke: theme.border, strokeWidth: 1 });
  for (const column of COLUMNS) {
    const text = t(`metricsView.columns.${column.name}`);
    shapes.push(cell(text, column, baseline(HEAD), HEAD, theme.muted, context));
  }
  y += ROW;
  let group: string | null | undefined;
  for (const row of rows) {
    const here = row.subject.type === 'map' ? 'map' : row.subject.stage;
    if (here !== group) {
      group = here;
      const stage = here === 'map' ? t('metricsView.wholeMap') : map.elements[here ?? '']?.title;
      shapes.push(
        { type: 'rect', x: 0, y, width: WIDTH, height: ROW, fill: theme.sunken },
        text(stage || t('metricsView.noStage'), 14, baseline(BOLD), BOLD, theme.text),
      );
      y += ROW;
    }
    line();
    shapes.push(...rowShapes(row, y, baseline(CELL), context));
    y += ROW;
  }
  line();
  shapes.unshift({
    type: 'rect',
    x: 0,
    y: 0,
    width: WIDTH,
    height: y,
    radius: 10,
    fill: theme.surface,
    stroke: theme.border,
  });
  return { shapes, bottom: y };
}

function rowShapes(row: MetricRow, top: number, y: number, context: FigureContext): Primitive[] {
  const { theme, t, language } = context;
  const { metric, latest, status, source, thresholds } = row;
  const format = (value: number | null) => (value === null ? '–' : formatValue(value, metric, language));
  const colour = { good: theme.good, near: theme.warning, bad: theme.danger, none: theme.accent }[status];
  const name = [metric.title || t('metrics.untitled'), row.segment].filter(Boolean).join(' · ');
  const subject =
    row.subject.type === 'map' ? t('metricsView.wholeMap') : row.subject.title || t('metricsView.untitledCard');
  const n =
    latest?.n === undefined ? '' : ` (${t('metricsView.cases', { value: formatNumber(latest.n, 0, language) })})`;
  const change = changeText(row.change, metric, language) ?? '';
  const changeColour = { good: theme.good, bad: theme.danger, neutral: theme.muted }[
    /[▲▼]/.test(change) ? (row.change?.changeIs ?? 'neutral') : 'neutral'
  ];
  const from = source
    ? `${source.name}, ${formatDay(source.importedAt.slice(0, 10), language)}`
    : t('metricsView.byHand');
  const [metricAt, stageAt, valueAt, changeAt, trendAt, targetAt, warningAt, periodAt, sourceAt] = COLUMNS;
  const values = row.measurement.points.slice(-24).map(({ value }) => value);
  const trend = sparkline(values, { x: trendAt.x, y: top + 6, width: trendAt.width - 6, height: ROW - 12 }, colour);
  return [
    cell(name, metricAt, y, BOLD, theme.text, context),
    cell(subject, stageAt, y, CELL, theme.text, context),
    ...(latest
      ? [cell(`${SIGNS[status]} ${format(latest.value)}${n}`.trim(), valueAt, y, BOLD, colour, context)]
      : [cell(t('metricsView.noValue'), valueAt, y, CELL, theme.faint, context)]),
    cell(change, changeAt, y, CELL, changeColour, context),
    ...(trend ? [trend] : []),
    cell(format(thresholds.target), targetAt, y, CELL, theme.text, context),
    cell(format(thresholds.warning), warningAt, y, CELL, theme.text, context),
    cell(latest ? periodLabel(latest.period, language) : '', periodAt, y, CELL, theme.text, context),
    cell(from, sourceAt, y, CELL, theme.muted, context),
  ];
}

function chartsOf(rows: readonly MetricRow[], top: number, context: FigureContext): Placed {
  const shapes: Primitive[] = [];
  const groups = new Map<string, MetricRow[]>();
  for (const row of rows) {
    const key = `${row.metric.id} ${row.subject.type} ${row.subject.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  let count = 0;
  for (const group of groups.values()) {
    const [row] = group;
    if (!row || group.every(({ measurement }) => measurement.points.length < 2)) continue;
    const made = metricChartOf({ row, group, versions: [], unit: null }, context);
    if (made.status === 'refused') continue;
    const x = (count % CHARTS_ABREAST) * (CHART.width + CHART.gap);
    const y = top + Math.floor(count / CHARTS_ABREAST) * (CHART.height + CHART.gap);
    shapes.push(chartCard(row, made.chart, x, y, context));
    count++;
  }
  const lines = Math.ceil(count / CHARTS_ABREAST);
  return { shapes, bottom: lines === 0 ? top - 26 : top + lines * (CHART.height + CHART.gap) - CHART.gap };
}

function chartCard(
  row: MetricRow,
  chart: Omit<Parameters<typeof lineChart>[0], 'width' | 'height'>,
  x: number,
  y: number,
  context: FigureContext,
): Primitive {
  const { theme, t, measure } = context;
  const subject = row.subject.type === 'map' ? t('metricsView.wholeMap') : row.subject.title;
  const title = truncate(
    [row.metric.title || t('metrics.untitled'), subject].filter(Boolean).join(' · '),
    TITLE,
    CHART.width - 28,
    measure,
  );
  const room = { width: CHART.width - 24, height: CHART.height - lineHeight(TITLE) - 20 };
  return {
    type: 'group',
    x,
    y,
    children: [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: CHART.width,
        height: CHART.height,
        radius: 10,
        fill: theme.surface,
        stroke: theme.border,
      },
      text(title, 14, 24, TITLE, theme.text),
      {
        type: 'group',
        x: 12,
        y: lineHeight(TITLE) + 14,
        children: lineChart({ ...chart, ...room }, context).primitives,
      },
    ],
  };
}

const text = (content: string, x: number, y: number, font: Font, fill: string): Primitive => ({
  type: 'text',
  text: content,
  x,
  y,
  font,
  fill,
});

function cell(
  content: string,
  column: { x: number; width: number; end?: boolean },
  y: number,
  font: Font,
  fill: string,
  { measure }: FigureContext,
): Primitive {
  const anchor = column.end ? { anchor: 'end' as const } : {};
  return { type: 'text', text: truncate(content, font, column.width, measure), x: column.x, y, font, fill, ...anchor };
}
