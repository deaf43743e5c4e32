import { line as lineShape } from 'd3-shape';
import type { Measurement } from '../../../shared/document/schema';
import type { Point, Size } from '../../../shared/figures/primitives';
import { firstDay } from '../../../shared/metrics/periods';

export interface MetricChart {
  /** SVG path data. */
  line: string;
  last: Point;
  /** Where the target lies; null: none. */
  targetY: number | null;
  /** The end of the target's line where the measurement is farther off, so that there is room for a word. */
  roomAt: 'start' | 'end';
}

const round = (value: number) => Math.round(value * 10) / 10;

/**
 * A measurement over time, filling a box of the given size with room for the target. Periods keep their distance in
 * time; values without a date stand side by side. Null with fewer than two points.
 */
export function metricChart(points: Measurement['points'], target: number | null, size: Size): MetricChart | null {
  const [first] = points;
  const end = points.at(-1);
  if (!first || !end || points.length < 2) return null;
  const values = [...points.map((point) => point.value), ...(target === null ? [] : [target])];
  const least = Math.min(...values);
  const span = Math.max(...values) - least;
  const start = firstDay(first.period);
  const finish = firstDay(end.period);
  const x = (index: number) => {
    const day = firstDay(points[index]?.period ?? '');
    const share =
      start === null || finish === null || day === null || finish === start
        ? index / (points.length - 1)
        : (day - start) / (finish - start);
    return round(share * size.width);
  };
  const y = (value: number) => round(size.height * (span === 0 ? 0.5 : 1 - (value - least) / span));
  const draw = lineShape<Measurement['points'][number]>()
    .x((_, index) => x(index))
    .y((point) => y(point.value));
  return {
    line: draw([...points]) ?? '',
    last: { x: x(points.length - 1), y: y(end.value) },
    targetY: target === null ? null : y(target),
    roomAt: target !== null && Math.abs(first.value - target) > Math.abs(end.value - target) ? 'start' : 'end',
  };
}
