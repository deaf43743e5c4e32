import { cardsOf, lanesOf, stagesOf } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';
import { CHEVRON_HEIGHT } from '../figures/chevron';
import type { Box, Point, Size } from '../figures/primitives';

/** The gutter at the left that holds the names of the lanes. */
export const GUTTER = 116;
/** Where the first lane begins, below the heads of the stages. */
export const HEAD_HEIGHT = CHEVRON_HEIGHT + 18;
/** Between a card and the edges of its cell. */
export const CELL_PADDING = 10;
const PARKING_LEAST = 84;

export interface Column {
  id: string;
  x: number;
  width: number;
}

export interface Row {
  id: string;
  y: number;
  height: number;
  role: 'cards' | 'emotion';
}

/** Where everything stands, in map units; (0, 0) is the top left corner of the gutter. */
export interface MapLayout {
  columns: readonly Column[];
  /** Visible lanes only. */
  rows: readonly Row[];
  /** The row for cards without a lane: below all others. Its height is 0 while it is empty. */
  parking: Box;
  /** Stage heads. */
  heads: ReadonlyMap<string, Box>;
  /** Cards on visible lanes. */
  cards: ReadonlyMap<string, Box>;
  /** All of the above. */
  box: Box;
}

/** `strip`: how much of the height is numbers that lie over the map for the time being. */
export type SizeOf = (element: MapElement) => Size & { strip?: number };

/**
 * Works out where everything stands. Cards keep their place within their cell, so lanes that grow push the ones
 * below down, and stages that move take their cards along, without a change to any card.
 */
export function layoutMap(map: JourneyMap, sizeOf: SizeOf): MapLayout {
  const columns: Column[] = [];
  const heads = new Map<string, Box>();
  let right = GUTTER;
  for (const stage of stagesOf(map)) {
    columns.push({ id: stage.id, x: right, width: stage.width });
    heads.set(stage.id, { x: right, y: 0, width: stage.width, height: CHEVRON_HEIGHT });
    right += stage.width;
  }
  const columnX = new Map(columns.map((column) => [column.id, column.x]));

  const cards = cardsOf(map);
  const sizes = new Map(cards.map((card) => [card.id, sizeOf(card)]));
  const pushed = makeRoom(cards, sizes);
  const yOf = (card: MapElement) => card.y + (pushed.get(card.id) ?? 0);
  const bottoms = new Map<string | null, number>();
  for (const card of cards) {
    const bottom = yOf(card) + (sizes.get(card.id)?.height ?? 0) + CELL_PADDING + 2;
    bottoms.set(card.lane, Math.max(bottoms.get(card.lane) ?? 0, bottom));
  }

  const rows: Row[] = [];
  let bottom = HEAD_HEIGHT;
  for (const lane of lanesOf(map)) {
    if (lane.hidden) continue;
    const height = Math.max(lane.height, bottoms.get(lane.id) ?? 0);
    rows.push({ id: lane.id, y: bottom, height, role: lane.role });
    bottom += height;
  }
  const rowY = new Map<string | null, number>(rows.map((row) => [row.id, row.y]));
  rowY.set(null, bottom);
  const waiting = bottoms.has(null) ? Math.max(PARKING_LEAST, bottoms.get(null) ?? 0) : 0;

  const boxes = new Map<string, Box>();
  for (const card of cards) {
    const y = rowY.get(card.lane);
    const size = sizes.get(card.id);
    if (y === undefined || !size) continue;
    const box = {
      x: (card.stage === null ? GUTTER : (columnX.get(card.stage) ?? GUTTER)) + card.x,
      y: y + yOf(card),
      width: size.width,
      height: size.height,
    };
    boxes.set(card.id, box);
    right = Math.max(right, box.x + box.width + CELL_PADDING);
  }
  const width = Math.max(right, GUTTER + 640);
  return {
    columns,
    rows,
    parking: { x: 0, y: bottom, width, height: waiting },
    heads,
    cards: boxes,
    box: enclose([{ x: 0, y: 0, width: width + 16, height: bottom + waiting }, ...boxes.values()]),
  };
}

/** Between a card that has grown by its numbers and the one below it. */
const ROOM = 8;
/** Closer than that, cards touch. */
const TOUCH = 2;

/**
 * By how much cards give way to numbers on the cards above them in their cell: as much as it takes, and only where they
 * did not overlap without the numbers. Nothing of it goes into the map: without the numbers all is where it was.
 */
function makeRoom(cards: readonly MapElement[], sizes: ReadonlyMap<string, ReturnType<SizeOf>>): Map<string, number> {
  const pushed = new Map<string, number>();
  const cells = new Map<string, MapElement[]>();
  const grown = new Set<string>();
  for (const card of cards) {
    const cell = `${card.lane} ${card.stage}`;
    if ((sizes.get(card.id)?.strip ?? 0) > 0) grown.add(cell);
    const found = cells.get(cell);
    if (found) found.push(card);
    else cells.set(cell, [card]);
  }
  for (const cell of grown) {
    const above: { left: number; right: number; bottom: number; shown: number }[] = [];
    for (const card of [...(cells.get(cell) ?? [])].sort((a, b) => a.y - b.y)) {
      const { width, height, strip = 0 } = sizes.get(card.id) ?? { width: 0, height: 0 };
      const right = card.x + width;
      const y = above
        .filter((other) => other.left < right && other.right > card.x && other.bottom <= card.y)
        .reduce((most, other) => (most < other.shown + TOUCH ? other.shown + ROOM : most), card.y);
      if (y > card.y) pushed.set(card.id, y - card.y);
      // The rest neither has grown nor moved: nobody has to give way to it.
      if (strip > 0 || y > card.y)
        above.push({ left: card.x, right, bottom: card.y + height - strip, shown: y + height });
    }
  }
  return pushed;
}

/** The smallest box around others; an empty one where there is none. */
export function enclose(boxes: Iterable<Box>): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity
    ? { x: 0, y: 0, width: 0, height: 0 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}

export interface Place {
  stage: string | null;
  lane: string | null;
  x: number;
  y: number;
}

/**
 * Where a card belongs whose box is put down on the canvas: the lane and the stage below its centre, and its place
 * in that cell. Beside the columns the nearest one counts; below the lanes a card waits in the parking row.
 */
export function placeAt(layout: MapLayout, box: Box): Place {
  const centre: Point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const row = layout.rows.find((candidate) => centre.y < candidate.y + candidate.height);
  if (!row) {
    return {
      stage: null,
      lane: null,
      x: Math.max(box.x - GUTTER, CELL_PADDING),
      y: Math.max(box.y - layout.parking.y, CELL_PADDING),
    };
  }
  const column = columnAt(layout, centre.x);
  return {
    stage: column?.id ?? null,
    lane: row.id,
    x: box.x - (column?.x ?? GUTTER),
    y: Math.max(box.y - row.y, CELL_PADDING - 2),
  };
}

/** The column at x, or the nearest one; null where the map has no stages. */
export function columnAt(layout: MapLayout, x: number): Column | null {
  return layout.columns.find((column) => x < column.x + column.width) ?? layout.columns.at(-1) ?? null;
}

/** Where a place lies on the canvas: the inverse of `placeAt`. */
export function pointOf(layout: MapLayout, place: Place): Point {
  const column = layout.columns.find((candidate) => candidate.id === place.stage);
  const row = layout.rows.find((candidate) => candidate.id === place.lane);
  return { x: (column?.x ?? GUTTER) + place.x, y: (row?.y ?? layout.parking.y) + place.y };
}
