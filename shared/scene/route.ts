import type { Side } from '../document/schema';
import type { Box, Point } from '../figures/primitives';

/** A connection's line: a cubic curve from one outline to another. */
export interface Route {
  d: string;
  start: Point;
  end: Point;
  /** Unit vector in which the line arrives. */
  direction: Point;
  /** The middle of the line. */
  middle: Point;
  /** The control points of the curve. */
  bends: readonly [Point, Point];
}

const NORMALS: Record<Side, Point> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

const SIDES: readonly Side[] = ['right', 'bottom', 'left', 'top'];
const ARROW = 7;

export function anchor(box: Box, side: Side): Point {
  const normal = NORMALS[side];
  return { x: box.x + (box.width / 2) * (1 + normal.x), y: box.y + (box.height / 2) * (1 + normal.y) };
}

/** The pair of sides whose line is the shortest without turning back; journeys run to the right, so that wins a draw. */
export function chooseSides(from: Box, to: Box, fromSide: Side | null, toSide: Side | null): [Side, Side] {
  // Above and below a card stand others of its stage: a line that goes on to the next stage leaves by the right.
  const forward = to.x > from.x + from.width + 24 ? 70 : 12;
  let best: [Side, Side] = ['right', 'left'];
  let least = Infinity;
  for (const a of fromSide ? [fromSide] : SIDES) {
    const start = anchor(from, a);
    for (const b of toSide ? [toSide] : SIDES) {
      const end = anchor(to, b);
      const dx = end.x - start.x;
      const dy = end.y - start.y;
      const length = Math.hypot(dx, dy) || 1;
      const leaving = (dx * NORMALS[a].x + dy * NORMALS[a].y) / length;
      const arriving = -(dx * NORMALS[b].x + dy * NORMALS[b].y) / length;
      const cost = length + turn(leaving) + turn(arriving) + (a === 'right' && b === 'left' ? 0 : forward);
      if (cost < least) {
        least = cost;
        best = [a, b];
      }
    }
  }
  return best;
}

/** What it costs to leave a side at an angle; the cosine is 1 straight ahead and below 0 backwards. */
const turn = (cosine: number) => (cosine < 0.05 ? 400 : (1 - cosine) * 40);

export function routeConnection(from: Box, to: Box, fromSide: Side | null, toSide: Side | null): Route {
  const [a, b] = chooseSides(from, to, fromSide, toSide);
  const start = anchor(from, a);
  const tip = anchor(to, b);
  const into = NORMALS[b];
  const end = { x: tip.x + into.x * ARROW, y: tip.y + into.y * ARROW };
  return { ...curve(start, NORMALS[a], end, into), direction: { x: -into.x, y: -into.y } };
}

/** A line that is still being drawn, from a side of a card to the pointer. */
export function routeToPoint(from: Box, side: Side, to: Point): Route {
  const start = anchor(from, side);
  const back = NORMALS[SIDES[(SIDES.indexOf(side) + 2) % 4] ?? 'left'];
  return { ...curve(start, NORMALS[side], to, back), direction: { x: -back.x, y: -back.y } };
}

function curve(start: Point, out: Point, end: Point, into: Point) {
  const distance = Math.hypot(end.x - start.x, end.y - start.y);
  const forward = (end.x - start.x) * out.x + (end.y - start.y) * out.y;
  const reach = Math.min(Math.max(distance * (forward > 0 ? 0.42 : 0.7), Math.min(14, distance / 2)), 150);
  const c1 = { x: start.x + out.x * reach, y: start.y + out.y * reach };
  const c2 = { x: end.x + into.x * reach, y: end.y + into.y * reach };
  return {
    d: `M${n(start.x)} ${n(start.y)}C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(end.x)} ${n(end.y)}`,
    start,
    end,
    middle: cubic(start, c1, c2, end, 0.5),
    bends: [c1, c2] as const,
  };
}

/** The point of a line at a part of its parameter, 0 (start) to 1 (end). */
export function pointOn({ start, bends: [c1, c2], end }: Route, part: number): Point {
  return cubic(start, c1, c2, end, part);
}

/** A cubic Bézier curve in Bernstein's form. */
function cubic(start: Point, c1: Point, c2: Point, end: Point, t: number): Point {
  const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return {
    x: a * start.x + b * c1.x + c * c2.x + d * end.x,
    y: a * start.y + b * c1.y + c * c2.y + d * end.y,
  };
}

const n = (value: number) => Math.round(value * 10) / 10;
