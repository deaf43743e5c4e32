import type { Box } from '../figures/primitives';
import { enclose, GUTTER, type MapLayout, type Place, placeAt, pointOf } from '../scene/layout';

export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontal' | 'vertical';
type Places = [id: string, place: Place][];

/** Where cards go when they are aligned to the box around all of them. */
export function align(layout: MapLayout, ids: readonly string[], how: Alignment): Places {
  const boxes = boxesOf(layout, ids);
  const around = enclose(boxes.map(([, box]) => box));
  const moved: Record<Alignment, (box: Box) => Partial<Box>> = {
    left: () => ({ x: around.x }),
    centre: (box) => ({ x: around.x + (around.width - box.width) / 2 }),
    right: (box) => ({ x: around.x + around.width - box.width }),
    top: () => ({ y: around.y }),
    middle: (box) => ({ y: around.y + (around.height - box.height) / 2 }),
    bottom: (box) => ({ y: around.y + around.height - box.height }),
  };
  return boxes.map(([id, box]) => [id, placeAt(layout, { ...box, ...moved[how](box) })]);
}

/** Where cards go when the gaps between them are made equal; the outermost two stay. Fewer than three: nothing moves. */
export function distribute(layout: MapLayout, ids: readonly string[], axis: Axis): Places {
  const [start, size] = axis === 'horizontal' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const boxes = boxesOf(layout, ids).sort(([, a], [, b]) => a[start] - b[start]);
  const first = boxes[0]?.[1];
  const last = boxes.at(-1)?.[1];
  if (boxes.length < 3 || !first || !last) return [];
  const filled = boxes.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (last[start] + last[size] - first[start] - filled) / (boxes.length - 1);
  let at = first[start];
  return boxes.map(([id, box]) => {
    const place = placeAt(layout, { ...box, [start]: at });
    at += box[size] + gap;
    return [id, place];
  });
}

/** Where cards go when all of them are shifted. */
export function shift(layout: MapLayout, ids: readonly string[], by: { x: number; y: number }): Places {
  return boxesOf(layout, ids).map(([id, box]) => [id, placeAt(layout, { ...box, x: box.x + by.x, y: box.y + by.y })]);
}

function boxesOf(layout: MapLayout, ids: readonly string[]): [string, Box][] {
  return ids.flatMap((id) => {
    const box = layout.cards.get(id);
    return box ? [[id, box] as [string, Box]] : [];
  });
}

/** The first free place in a cell for a card of a width: centred below the lowest card, or at the top of the column. */
export function freePlace(layout: MapLayout, stage: string | null, lane: string | null, width: number): Place {
  const column = layout.columns.find((candidate) => candidate.id === stage);
  const row = layout.rows.find((candidate) => candidate.id === lane);
  if (!row) {
    const waiting = [...layout.cards.values()].filter((box) => box.y >= layout.parking.y);
    const right = Math.max(0, ...waiting.map((box) => box.x + box.width - GUTTER));
    return { stage: null, lane: null, x: right + (waiting.length ? 16 : 10), y: 10 };
  }
  const left = column?.x ?? GUTTER;
  const columnWidth = column?.width ?? 204;
  const x = Math.max(10, Math.round((columnWidth - width) / 2));
  if (!column) {
    const inRow = [...layout.cards.values()].filter((box) => box.y >= row.y && box.y < row.y + row.height);
    const right = Math.max(0, ...inRow.map((box) => box.x + box.width - GUTTER));
    return { stage: null, lane: row.id, x: right + (inRow.length ? 16 : 10), y: 10 };
  }
  const inCell = [...layout.cards.values()].filter(
    (box) => box.y >= row.y && box.y < row.y + row.height && box.x < left + columnWidth && box.x + box.width > left,
  );
  const lowest = inCell.toSorted((a, b) => a.y + a.height - b.y - b.height).at(-1);
  if (!lowest) return { stage: column.id, lane: row.id, x, y: 10 };
  return {
    stage: column.id,
    lane: row.id,
    x: lowest.x + (lowest.width - width) / 2 - left,
    y: lowest.y + lowest.height - row.y + 12,
  };
}

/**
 * Where a new card goes that is dropped at a place: there, or right below the cards of that lane that it would cover.
 * The lane grows with it, so it stays in the lane however far down it has to go.
 */
export function placeForNew(layout: MapLayout, dropped: Box): Place {
  const wanted = placeAt(layout, dropped);
  const top = layout.rows.find((row) => row.id === wanted.lane) ?? layout.parking;
  const inLane = [...layout.cards.values()].filter((card) => card.y >= top.y && card.y < top.y + top.height);
  const start = pointOf(layout, wanted);
  let { y } = start;
  for (const card of inLane.toSorted((a, b) => a.y - b.y)) {
    const beside = card.x >= start.x + dropped.width || card.x + card.width <= start.x;
    const apart = card.y >= y + dropped.height || card.y + card.height <= y;
    if (!beside && !apart) y = card.y + card.height + 12;
  }
  return { ...wanted, y: wanted.y + y - start.y };
}
