import { line as lineShape } from 'd3-shape';
import type { Box, PathShape } from './primitives';

const round = (value: number) => Math.round(value * 10) / 10;

/** What several sparklines are drawn within, so that they can be compared: values, and how many fill the width. */
export interface SparkFrame {
  least: number;
  most: number;
  places: number;
}

/**
 * A line through values, oldest first, filling the box; in a frame, that part of it that the values take. Fewer than
 * two values: nothing.
 */
export function sparkline(
  values: readonly number[],
  box: Box,
  stroke: string,
  frame: SparkFrame | null = null,
): PathShape | null {
  if (values.length < 2) return null;
  // Halves, because the span of two large numbers may be too large for one.
  const halves = values.map((value) => value / 2);
  const least = Math.min(...halves, ...(frame ? [frame.least / 2] : []));
  const span = Math.max(...halves, ...(frame ? [frame.most / 2] : [])) - least;
  const places = Math.max(values.length, frame?.places ?? 0);
  const draw = lineShape<number>()
    .x((_, index) => round(box.x + (index / (places - 1)) * box.width))
    .y((value) => round(box.y + box.height * (span === 0 ? 0.5 : 1 - (value - least) / span)));
  return { type: 'path', d: draw(halves) ?? '', stroke, strokeWidth: 1.3, lineCap: 'round', lineJoin: 'round' };
}
