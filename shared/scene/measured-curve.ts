import { curveMonotoneX, line as lineShape } from 'd3-shape';
import type { FigureContext } from '../figures/figure';
import type { Font, Point, Primitive } from '../figures/primitives';
import type { Theme } from '../figures/theme';
import { formatNumber } from '../metrics/format';

const GAP_FONT: Font = { size: 10.5, weight: 600 };

/** What was measured at a place of the emotion curve, and what was guessed there. */
export interface MeasuredPlace extends Point {
  /** Where the guess lies; null: nothing was guessed. */
  guessY: number | null;
  gap: number | null;
  wide: boolean;
  uncertain: boolean;
}

/** The measured curve is dashed and violet, with square points: told apart from the team's without its colour. */
export const measuredLook = (theme: Theme) => ({ stroke: theme.tones.violet.strong, dash: [6, 4] }) as const;

/** A point of the measured curve; an uncertain one is hollow. */
export function measuredPoint(x: number, y: number, uncertain: boolean, theme: Theme): Primitive[] {
  const { strong } = theme.tones.violet;
  return [
    {
      type: 'rect',
      x: x - 4.5,
      y: y - 4.5,
      width: 9,
      height: 9,
      radius: 1.5,
      fill: uncertain ? theme.surface : strong,
      stroke: strong,
      strokeWidth: 1.6,
    },
  ];
}

/** The gap between guess and measurement: a line with a bar at each end. */
export function gapMark(x: number, top: number, bottom: number, theme: Theme): Primitive[] {
  return [
    {
      type: 'path',
      d: `M${x} ${top}V${bottom}M${x - 4} ${top}h8M${x - 4} ${bottom}h8`,
      stroke: theme.standing.bad.strong,
      strokeWidth: 1.5,
    },
  ];
}

const round = (value: number) => Math.round(value * 10) / 10;

/** The measured curve from left to right, with the wide gaps to the team's curve marked. */
export function measuredCurve(places: readonly MeasuredPlace[], context: FigureContext): Primitive[] {
  const { theme, language } = context;
  const sorted = [...places].sort((a, b) => a.x - b.x);
  const out: Primitive[] = [];
  if (sorted.length > 1) {
    const draw = lineShape<Point>()
      .x((point) => round(point.x))
      .y((point) => round(point.y))
      .curve(curveMonotoneX);
    const d = (draw(sorted) ?? '').replace(/-?\d+\.\d+/g, (number) => String(round(Number(number))));
    out.push({ type: 'path', d, ...measuredLook(theme), strokeWidth: 2, lineJoin: 'round' });
  }
  for (const { x, y, guessY, gap, wide } of sorted) {
    if (!wide || guessY === null || gap === null) continue;
    const [top, bottom] = [Math.min(y, guessY), Math.max(y, guessY)].map(round);
    out.push(...gapMark(round(x), top ?? 0, bottom ?? 0, theme));
    out.push({
      type: 'text',
      text: `${gap > 0 ? '+' : '−'}${formatNumber(Math.abs(gap), 1, language)}`,
      x: round(x) + 12,
      y: round((y + guessY) / 2) + 3.8,
      font: GAP_FONT,
      fill: theme.standing.bad.strong,
    });
  }
  for (const { x, y, uncertain } of sorted) out.push(...measuredPoint(round(x), round(y), uncertain, theme));
  return out;
}
