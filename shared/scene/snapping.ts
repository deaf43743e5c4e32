import type { Box, Point } from '../figures/primitives';

/** A line shown while dragging: at `at` across the axis, from `from` to `to` along it. */
export interface Guide {
  axis: 'x' | 'y';
  at: number;
  from: number;
  to: number;
}

export interface Snap {
  /** What to add to the box's corner. */
  by: Point;
  guides: Guide[];
}

/**
 * Lines a moving box up with others: edges and centres that come within `reach` are drawn together.
 * The nearest one wins on each axis; guides span all boxes that share the line.
 */
export function snapBox(box: Box, others: Iterable<Box>, reach: number): Snap {
  const candidates = [...others];
  const x = nearest(
    box.x,
    box.width,
    candidates.map((other) => [other.x, other.width] as const),
    reach,
  );
  const y = nearest(
    box.y,
    box.height,
    candidates.map((other) => [other.y, other.height] as const),
    reach,
  );
  const by = { x: x ?? 0, y: y ?? 0 };
  const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
  const guides: Guide[] = [];
  if (x !== null) guides.push(...guidesAlong('x', moved, candidates));
  if (y !== null) guides.push(...guidesAlong('y', moved, candidates));
  return { by, guides };
}

function nearest(
  start: number,
  size: number,
  others: readonly (readonly [number, number])[],
  reach: number,
): number | null {
  let best: number | null = null;
  for (const [otherStart, otherSize] of others) {
    for (const share of [0, 0.5, 1]) {
      const distance = otherStart + otherSize * share - (start + size * share);
      if (Math.abs(distance) <= reach && (best === null || Math.abs(distance) < Math.abs(best))) best = distance;
    }
  }
  return best;
}

function guidesAlong(axis: 'x' | 'y', moved: Box, others: readonly Box[]): Guide[] {
  const [start, size, crossStart, crossSize] =
    axis === 'x' ? (['x', 'width', 'y', 'height'] as const) : (['y', 'height', 'x', 'width'] as const);
  const guides: Guide[] = [];
  for (const share of [0, 0.5, 1]) {
    const at = moved[start] + moved[size] * share;
    const sharing = others.filter((other) => Math.abs(other[start] + other[size] * share - at) < 0.01);
    if (sharing.length === 0) continue;
    const all = [moved, ...sharing];
    guides.push({
      axis,
      at,
      from: Math.min(...all.map((other) => other[crossStart])),
      to: Math.max(...all.map((other) => other[crossStart] + other[crossSize])),
    });
  }
  return guides;
}
