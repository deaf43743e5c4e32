import { scaleLinear } from 'd3-scale';
import { area as areaShape, line as lineShape } from 'd3-shape';
import type { FigureContext } from './figure';
import type { Box, DisplayList, Font, Primitive, Size } from './primitives';
import { truncate } from './text';

/** One line of a chart. */
export interface ChartSeries {
  /** Said at the end of the line; empty: nothing. */
  name: string;
  /** One for each place along the axis; null: no value there, the line has a gap. */
  values: readonly (number | null)[];
  colour: string;
  dashed?: boolean;
  /** Where the values probably lie, around the line, place by place. */
  band?: readonly ({ low: number; high: number } | null)[];
  /** Marks each value with a dot, hollow where it is uncertain. */
  dots?: boolean;
  uncertain?: readonly boolean[];
}

/** A line across the chart: a target, a threshold. */
export interface ChartLevel {
  value: number;
  label: string;
  colour: string;
}

/** Something that happened at a place along the axis: a version of the map, a campaign. */
export interface ChartMark {
  at: number;
  label: string;
}

export interface LineChart extends Size {
  /** The places along the axis, first to last. */
  labels: readonly string[];
  /** Where they stand, ascending; left out: evenly. */
  positions?: readonly number[];
  series: readonly ChartSeries[];
  levels?: readonly ChartLevel[];
  marks?: readonly ChartMark[];
  /** Whether zero is always in sight, as it must be for counts and bars. */
  fromZero?: boolean;
  format: (value: number) => string;
}

const AXIS: Font = { size: 11, weight: 400 };
const LABEL: Font = { size: 11, weight: 600 };
const NAME_ROOM = 150;
const BELOW = 22;
const MARK_ROOM = 18;

/**
 * Lines over periods, with bands, levels and marks: from (0, 0), as large as told, in map units. Ticks are round
 * numbers (d3-scale). An axis has as many labels as find room. Without any value: an empty frame.
 */
export function lineChart(chart: LineChart, context: FigureContext): DisplayList {
  const { theme, measure } = context;
  const values = extremes(chart);
  const scale = scaleLinear().domain(domainOf(values, chart.fromZero ?? false));
  const ticks = values.length === 0 ? [] : scale.nice(4).ticks(4);
  const tickTexts = ticks.map((tick) => chart.format(tick));
  const left = Math.ceil(Math.max(0, ...tickTexts.map((text) => measure(text, AXIS)))) + 10;
  const names = chart.series.filter((one) => one.name !== '');
  const right = names.length === 0 ? 10 : Math.min(NAME_ROOM, widest(names, context) + 14);
  const top = (chart.marks?.length ?? 0) > 0 ? MARK_ROOM : 8;
  const plot: Box = { x: left, y: top, width: chart.width - left - right, height: chart.height - top - BELOW };
  scale.range([plot.y + plot.height, plot.y]);
  const x = placesOf(chart, plot);
  const y = (value: number) => round(scale(value));
  const primitives: Primitive[] = [];
  ticks.forEach((tick, index) => {
    primitives.push(
      { type: 'path', d: `M${plot.x} ${y(tick)}H${plot.x + plot.width}`, stroke: theme.grid, strokeWidth: 1 },
      {
        type: 'text',
        text: tickTexts[index] ?? '',
        x: plot.x - 8,
        y: y(tick) + 4,
        font: AXIS,
        fill: theme.muted,
        anchor: 'end',
      },
    );
  });
  primitives.push(...axisLabels(chart, plot, x, context), ...marks(chart, plot, x, context));
  for (const series of chart.series) primitives.push(...bandOf(series, x, y));
  primitives.push(...levels(chart, plot, y, context));
  for (const series of chart.series) primitives.push(...lineOf(series, x, y, theme.surface));
  primitives.push(...seriesNames(names, plot, y, context));
  return { box: { x: 0, y: 0, width: chart.width, height: chart.height }, primitives };
}

const round = (value: number) => Math.round(value * 10) / 10;

const widest = (names: readonly ChartSeries[], { measure }: FigureContext) =>
  Math.ceil(Math.max(...names.map(({ name }) => measure(name, LABEL))));

function extremes({ series, levels: lines = [] }: LineChart): number[] {
  const all = series.flatMap(({ values, band = [] }) => [
    ...values.filter((value) => value !== null),
    ...band.flatMap((one) => (one ? [one.low, one.high] : [])),
  ]);
  return all.length === 0 ? [] : [...all, ...lines.map(({ value }) => value)];
}

function domainOf(values: readonly number[], fromZero: boolean): [number, number] {
  let low = fromZero ? 0 : Number.POSITIVE_INFINITY;
  let high = fromZero ? 0 : Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (!(low <= high)) return [0, 1];
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.1 || 1;
  return [low - room, high + room];
}

function placesOf({ labels, positions }: LineChart, plot: Box): (index: number) => number {
  const first = positions?.[0] ?? 0;
  const span = (positions?.at(-1) ?? 0) - first;
  return (index) => {
    const share = positions && span > 0 ? ((positions[index] ?? first) - first) / span : evenly(index, labels.length);
    return round(plot.x + share * plot.width);
  };
}

const evenly = (index: number, count: number) => (count < 2 ? 0.5 : index / (count - 1));

/** Every second, third … label, as many as find room; the last one always. */
function axisLabels(
  { labels }: LineChart,
  plot: Box,
  x: (index: number) => number,
  { measure, theme }: FigureContext,
): Primitive[] {
  const widest = Math.max(0, ...labels.map((text) => measure(text, AXIS)));
  const step = Math.max(1, Math.ceil(((widest + 16) * (labels.length - 1)) / Math.max(plot.width, 1)));
  let edge = Number.POSITIVE_INFINITY;
  const shown: Primitive[] = [];
  for (let index = labels.length - 1; index >= 0; index -= step) {
    const text = labels[index] ?? '';
    const width = measure(text, AXIS);
    const at = Math.min(Math.max(x(index), plot.x + width / 2), plot.x + plot.width - width / 2 + 6);
    // Where periods stand unevenly, or close to the edge, there may be no room after all.
    if (at + width / 2 > edge) continue;
    edge = at - width / 2 - 8;
    const y = plot.y + plot.height + 16;
    shown.push({ type: 'text', text, x: round(at), y, font: AXIS, fill: theme.muted, anchor: 'middle' });
  }
  return shown;
}

function marks(
  { marks: list = [] }: LineChart,
  plot: Box,
  x: (index: number) => number,
  { theme, measure }: FigureContext,
): Primitive[] {
  let edge = Number.NEGATIVE_INFINITY;
  return list.flatMap(({ at, label }): Primitive[] => {
    const left = x(at);
    const line: Primitive = {
      type: 'path',
      d: `M${left} ${plot.y - 4}V${plot.y + plot.height}`,
      stroke: theme.faint,
      strokeWidth: 1,
      dash: [2, 3],
    };
    const text = truncate(label, AXIS, 120, measure);
    const width = measure(text, AXIS);
    const start = Math.min(left, plot.x + plot.width - width);
    if (start < edge) return [line];
    edge = start + width + 8;
    return [line, { type: 'text', text, x: round(start), y: plot.y - 8, font: AXIS, fill: theme.muted }];
  });
}

function levels(
  { levels: list = [] }: LineChart,
  plot: Box,
  y: (value: number) => number,
  { theme }: FigureContext,
): Primitive[] {
  return list.flatMap(({ value, label, colour }): Primitive[] => [
    {
      type: 'path',
      d: `M${plot.x} ${y(value)}H${plot.x + plot.width}`,
      stroke: colour,
      strokeWidth: 1.2,
      dash: [4, 3],
    },
    {
      type: 'text',
      text: label,
      x: plot.x + plot.width - 4,
      y: y(value) - 5 < plot.y + 4 ? y(value) + 13 : y(value) - 5,
      font: AXIS,
      fill: colour === theme.grid ? theme.muted : colour,
      anchor: 'end',
    },
  ]);
}

function bandOf(
  { band, colour }: ChartSeries,
  x: (index: number) => number,
  y: (value: number) => number,
): Primitive[] {
  if (!band) return [];
  const draw = areaShape<{ low: number; high: number } | null>()
    .defined((one) => one !== null)
    .x((_, index) => x(index))
    .y0((one) => y(one?.low ?? 0))
    .y1((one) => y(one?.high ?? 0));
  const d = draw([...band]);
  return d ? [{ type: 'path', d, fill: colour, opacity: 0.14 }] : [];
}

function lineOf(
  { values, colour, dashed, dots, uncertain = [] }: ChartSeries,
  x: (index: number) => number,
  y: (value: number) => number,
  surface: string,
): Primitive[] {
  const draw = lineShape<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0));
  const shapes: Primitive[] = [];
  const d = draw([...values]);
  if (d) {
    const dash = dashed ? { dash: [5, 4] } : {};
    shapes.push({ type: 'path', d, stroke: colour, strokeWidth: 1.8, lineCap: 'round', lineJoin: 'round', ...dash });
  }
  values.forEach((value, index) => {
    if (value === null) return;
    const isAlone = (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
    if (!dots && !isAlone) return;
    const [cx, cy] = [x(index), y(value)];
    const circle = `M${cx - 3} ${cy}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z`;
    shapes.push({
      type: 'path',
      d: circle,
      fill: uncertain[index] ? surface : colour,
      stroke: colour,
      strokeWidth: 1.5,
    });
  });
  return shapes;
}

/** Names at the ends of their lines, pushed apart where they would lie over one another. */
function seriesNames(
  names: readonly ChartSeries[],
  plot: Box,
  y: (value: number) => number,
  { measure }: FigureContext,
): Primitive[] {
  const placed = names
    .map((series) => ({ series, y: y(series.values.findLast((value) => value !== null) ?? 0) }))
    .sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  return placed.map((one): Primitive => {
    const at = Math.max(one.y + 4, free);
    free = at + 14;
    const text = truncate(one.series.name, LABEL, NAME_ROOM - 14, measure);
    return { type: 'text', text, x: plot.x + plot.width + 10, y: round(at), font: LABEL, fill: one.series.colour };
  });
}
