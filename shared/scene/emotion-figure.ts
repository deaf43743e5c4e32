import { curveMonotoneX, line as lineShape } from 'd3-shape';
import type { EmotionPoint } from '../analysis/emotion';
import type { FigureContext } from '../figures/figure';
import type { Point, Primitive } from '../figures/primitives';
import type { MeasuredFeeling } from '../metrics/measured-emotion';
import { GUTTER, type MapLayout, type Row } from './layout';
import { measuredCurve } from './measured-curve';

const INSET = 18;
const round = (value: number) => Math.round(value * 10) / 10;

/** Where a feeling from −2 to +2 stands in the emotion lane. */
function feelingY(row: Row, value: number): number {
  const inset = Math.min(INSET, row.height / 2);
  return row.y + inset + ((2 - value) / 4) * (row.height - 2 * inset);
}

/** A measured feeling and where it stands. */
export interface MeasuredEmotion {
  x: number;
  feeling: MeasuredFeeling;
}

/**
 * The curve of the customer's feelings, from left to right, with the moments of truth marked; beside it what was
 * measured, with the wide gaps between the two.
 */
export function emotionFigure(
  points: readonly EmotionPoint[],
  row: Row,
  layout: MapLayout,
  context: FigureContext,
  measured: readonly MeasuredEmotion[] = [],
): Primitive[] {
  const { theme } = context;
  const neutral = feelingY(row, 0);
  const left = GUTTER + 4;
  const last = layout.columns.at(-1);
  const right = last ? last.x + last.width : layout.box.width;
  const out: Primitive[] = [
    { type: 'path', d: `M${left} ${round(neutral)}H${right}`, stroke: theme.grid, strokeWidth: 1 },
    ...[2, -2].map(
      (value): Primitive => ({
        type: 'text',
        text: value > 0 ? '+' : '−',
        x: left - 8,
        y: feelingY(row, value) + 4,
        font: { size: 12, weight: 500 },
        fill: theme.faint,
        anchor: 'middle',
      }),
    ),
  ];
  const places: (Point & { momentOfTruth: boolean; value: number })[] = points
    .map((point) => ({
      x: point.x,
      y: feelingY(row, point.value),
      momentOfTruth: point.momentOfTruth,
      value: point.value,
    }))
    .sort((a, b) => a.x - b.x);
  if (places.length > 1) {
    const draw = lineShape<Point>()
      .x((point) => round(point.x))
      .y((point) => round(point.y))
      .curve(curveMonotoneX);
    out.push({
      type: 'path',
      d: roundPath(draw(places) ?? ''),
      stroke: theme.accent,
      strokeWidth: 2.2,
      lineCap: 'round',
      lineJoin: 'round',
    });
  }
  out.push(
    ...measuredCurve(
      measured.map(({ x, feeling: { value, guess, gap, wide, uncertain } }) => ({
        x,
        y: feelingY(row, value),
        guessY: guess === null ? null : feelingY(row, guess),
        gap,
        wide,
        uncertain,
      })),
      context,
    ),
  );
  for (const { x, y, momentOfTruth, value } of places) {
    const stroke = value < 0 ? theme.danger : theme.accent;
    if (momentOfTruth) {
      out.push({
        type: 'path',
        d: `M0 -9L9 0L0 9L-9 0Z`,
        x,
        y,
        fill: theme.surface,
        stroke,
        strokeWidth: 2,
        lineJoin: 'round',
      });
      out.push({ type: 'path', d: `M0 -3.5L3.5 0L0 3.5L-3.5 0Z`, x, y, fill: stroke });
    } else {
      out.push({
        type: 'rect',
        x: x - 6,
        y: y - 6,
        width: 12,
        height: 12,
        radius: 6,
        fill: theme.surface,
        stroke,
        strokeWidth: 2,
      });
    }
  }
  return out;
}

const roundPath = (d: string) => d.replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
