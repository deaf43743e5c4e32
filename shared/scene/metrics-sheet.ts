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
  { name: 'metric', x: 14, width: 186, end: false },
  { name: 'stage', x: 206, width: 204, end: false },
  { name: 'value', x: 548, width: 132, end: true },
  { name: 'change', x: 634, width: 80, end: true },
  { name: 'trend', x: 654, width: 84, end: false },
  { name: 'target', x: 812, width: 68, end: true },
  { name: 'warning', x: 890, width: 72, end: true },
  { name: 'period', x: 908, width: 112, end: false },
  { name: 'source', x: 1026, width: 206, end: false },
] as const;

const SIGNS = { good: '✓', near: '–', bad: '!', none: '' } as const;
/** So many charts stand abreast that the sheet has about the shape of paper. */
const MOST_ABREAST = 8;
const PAPER = Math.SQRT2;
const CHART = { width: 400, height: 190, gap: 20 };

/**
 * All metrics of a map on a sheet: the table stage by stage, and below it each of them over time, with target and
 * threshold. From (0, 0), in map units; null where nothing was measured.
 */
export function metricsSheet(map: JourneyMap, context: FigureContext): DisplayList | null {
  // How old values are is left out: the same map must give the same sheet on any day.
  const rows = metricRows(map, '');
  if (rows.length === 0) return null;
  const groups = groupsOf(rows);
  const stages = new Set(rows.map(({ subject }) => subject.stage)).size + 1;
  const abreast = chartsAbreast(groups.length, (rows.length + stages + 1) * ROW);
  const width = widthOf(abreast);
  const table = tableOf(rows, map, width, context);
  const charts = chartsOf(groups, table.bottom + 26, abreast, context);
  return { box: { x: 0, y: 0, width, height: charts.bottom }, primitives: [...table.shapes, ...charts.shapes] };
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

const widthOf = (abreast: number) => Math.max(WIDTH, abreast * (CHART.width + CHART.gap) - CHART.gap);

function chartsAbreast(charts: number, tableHeight: number): number {
  const off = (abreast: number) => {
    const height = tableHeight + Math.ceil(charts / abreast) * (CHART.height + CHART.gap);
    return Math.abs(height / widthOf(abreast) - PAPER);
  };
  const counts = Array.from({ length: MOST_ABREAST - 2 }, (_, index) => index + 3);
  return counts.reduce((best, count) => (off(count) < off(best) ? count : best));
}

function tableOf(rows: readonly MetricRow[], map: JourneyMap, width: number, context: FigureContext): Placed {
  const { theme, t } = context;
  const shapes: Primitive[] = [];
  let y = 0;
  const baseline = (font: Font) => y + ROW / 2 + font.size * 0.36;
  const line = () => shapes.push({ type: 'path', d: `M0 ${y}H${width}`, stroke: theme.border, strokeWidth: 1 });
  const columns = columnsFor(width);
  for (const column of columns) {
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
        { type: 'rect', x: 0, y, width, height: ROW, fill: theme.sunken },
        text(stage || t('metricsView.noStage'), 14, baseline(BOLD), BOLD, theme.text),
      );
      y += ROW;
    }
    line();
    shapes.push(...rowShapes(row, columns, y, baseline(CELL), context));
    y += ROW;
  }
  line();
  shapes.unshift({
    type: 'rect',
    x: 0,
    y: 0,
    width,
    height: y,
    radius: 10,
    fill: theme.surface,
    stroke: theme.border,
  });
  return { shapes, bottom: y };
}

type Columns = ReturnType<typeof columnsFor>;

/** The columns of a table, wider where the sheet is. */
function columnsFor(width: number) {
  const stretch = width / WIDTH;
  return COLUMNS.map((column) => ({ ...column, x: column.x * stretch, width: column.width * stretch }));
}

function rowShapes(row: MetricRow, columns: Columns, top: number, y: number, context: FigureContext): Primitive[] {
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
  const at = (name: Columns[number]['name']) => columns.find((column) => column.name === name) ?? COLUMNS[0];
  const values = row.measurement.points.slice(-24).map(({ value }) => value);
  const trend = sparkline(
    values,
    { x: at('trend').x, y: top + 6, width: at('trend').width - 6, height: ROW - 12 },
    colour,
  );
  return [
    cell(name, at('metric'), y, BOLD, theme.text, context),
    cell(subject, at('stage'), y, CELL, theme.text, context),
    ...(latest
      ? [cell(`${SIGNS[status]} ${format(latest.value)}${n}`.trim(), at('value'), y, BOLD, colour, context)]
      : [cell(t('metricsView.noValue'), at('value'), y, CELL, theme.faint, context)]),
    cell(change, at('change'), y, CELL, changeColour, context),
    ...(trend ? [trend] : []),
    cell(format(thresholds.target), at('target'), y, CELL, theme.text, context),
    cell(format(thresholds.warning), at('warning'), y, CELL, theme.text, context),
    cell(latest ? periodLabel(latest.period, language) : '', at('period'), y, CELL, theme.text, context),
    cell(from, at('source'), y, CELL, theme.muted, context),
  ];
}

/** What makes one chart: the segments of a metric on one thing, where there are values to draw a line through. */
function groupsOf(rows: readonly MetricRow[]): MetricRow[][] {
  const groups = new Map<string, MetricRow[]>();
  for (const row of rows) {
    const key = `${row.metric.id} ${row.subject.type} ${row.subject.id}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.some(({ measurement }) => measurement.points.length > 1));
}

function chartsOf(groups: readonly MetricRow[][], top: number, abreast: number, context: FigureContext): Placed {
  const shapes = groups.flatMap((group, index): Primitive[] => {
    const [row] = group;
    if (!row) return [];
    const made = metricChartOf({ row, group, versions: [], unit: null }, context);
    if (made.status !== 'ok') return [];
    const x = (index % abreast) * (CHART.width + CHART.gap);
    const y = top + Math.floor(index / abreast) * (CHART.height + CHART.gap);
    return [chartCard(row, made.chart, x, y, context)];
  });
  const lines = Math.ceil(groups.length / abreast);
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
  column: { x: number; width: number; end: boolean },
  y: number,
  font: Font,
  fill: string,
  { measure }: FigureContext,
): Primitive {
  const anchor = column.end ? { anchor: 'end' as const } : {};
  return { type: 'text', text: truncate(content, font, column.width, measure), x: column.x, y, font, fill, ...anchor };
}
