import { line as lineShape } from 'd3-shape';
import type { Box, PathShape } from './primitives';

const round = (value: number) => Math.round(value * 10) / 10;

/** A line through values, oldest first, filling the box. Fewer than two values: nothing. */
export function sparkline(values: readonly number[], box: Box, stroke: string): PathShape | null {
  if (values.length < 2) return null;
  // Halves, because the span of two large numbers may be too large for one.
  const halves = values.map((value) => value / 2);
  const least = Math.min(...halves);
  const span = Math.max(...halves) - least;
  const draw = lineShape<number>()
    .x((_, index) => round(box.x + (index / (values.length - 1)) * box.width))
    .y((value) => round(box.y + box.height * (span === 0 ? 0.5 : 1 - (value - least) / span)));
  return { type: 'path', d: draw(halves) ?? '', stroke, strokeWidth: 1.3, lineCap: 'round', lineJoin: 'round' };
}
