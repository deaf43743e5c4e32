import { byOrder, cardsOf, lanesOf, stagesOf } from '../document/create';
import { LIMITS } from '../document/limits';
import type { JourneyMap, MapElement } from '../document/schema';
import { CELL_PADDING, type SizeOf } from '../scene/layout';

const GAP = 12;
/** Room for the line and the arrow that join a card to the next one below. */
const GAP_WITH_LINE = 26;
/** The same with a label on the line. */
const GAP_WITH_LABEL = 40;
const PARKING_GAP = 16;

type Card = Exclude<MapElement, { kind: 'stage' }>;

/**
 * Lays all cards out in the grid stage × lane, without overlap: in each cell from top to bottom in the order they
 * stand in now. Columns too narrow for their cards are widened, wide ones keep several cards side by side. Cards keep
 * their stage and lane.
 */
export function tidy(draft: JourneyMap, sizeOf: SizeOf): void {
  const cells = new Map<string, Card[]>();
  for (const card of cardsOf(draft)) {
    const key = `${card.stage ?? ''} ${card.lane ?? ''}`;
    cells.set(key, [...(cells.get(key) ?? []), card]);
  }
  const cellOf = (stage: string | null, lane: string | null) => cells.get(`${stage ?? ''} ${lane ?? ''}`) ?? [];
  const lanes: (string | null)[] = [...lanesOf(draft).map((lane) => lane.id), null];

  const gaps = gapsOf(draft);
  let gridWidth = 0;
  for (const stage of stagesOf(draft)) {
    const cards = lanes.flatMap((lane) => cellOf(stage.id, lane));
    const widest = Math.max(0, ...cards.map((card) => sizeOf(card).width));
    const record = draft.elements[stage.id];
    if (record && record.width < widest + 2 * CELL_PADDING)
      record.width = Math.min(Math.ceil(widest + 2 * CELL_PADDING), LIMITS.extent);
    const width = record?.width ?? stage.width;
    gridWidth += width;
    const tracks = Math.max(1, Math.floor(width / (Math.max(widest, 1) + 2 * CELL_PADDING)));
    for (const lane of lanes) {
      for (const [track, group] of inTracks(cellOf(stage.id, lane), width, tracks, sizeOf)) {
        stack(draft, readingOrder(group), (track * width) / tracks, width / tracks, sizeOf, gaps);
      }
    }
  }
  const stages = stagesOf(draft);
  for (const lane of lanes) {
    // Where others stand in the columns, those without a stage go behind the last one.
    const left = stages.some((stage) => cellOf(stage.id, lane).length > 0) ? gridWidth : 0;
    spread(draft, readingOrder(cellOf(null, lane)), left, Math.max(gridWidth, 900), sizeOf);
  }
}

/** In a stage wide enough for several cards side by side, each card stays in the track that its centre lies in. */
function inTracks(cards: readonly Card[], width: number, tracks: number, sizeOf: SizeOf): Map<number, Card[]> {
  const groups = new Map<number, Card[]>();
  for (const card of cards) {
    const centre = card.x + sizeOf(card).width / 2;
    const track = Math.min(tracks - 1, Math.max(0, Math.floor((centre / width) * tracks)));
    groups.set(track, [...(groups.get(track) ?? []), card]);
  }
  return groups;
}

/** Cards from top to bottom; on one height from left to right. */
function readingOrder(cards: readonly Card[]): Card[] {
  return byOrder(cards).sort((a, b) => a.y - b.y || a.x - b.x);
}

function stack(
  draft: JourneyMap,
  cards: readonly Card[],
  left: number,
  width: number,
  sizeOf: SizeOf,
  gaps: Gaps,
): void {
  let y = CELL_PADDING;
  let above: Card | null = null;
  for (const card of cards) {
    const size = sizeOf(card);
    if (above) y += gaps.get(`${above.id} ${card.id}`) ?? GAP;
    put(draft, card, Math.round(left + (width - size.width) / 2), y);
    y += size.height;
    above = card;
  }
}

type Gaps = ReadonlyMap<string, number>;

/** The room between cards that are joined, by their two ids either way round. */
function gapsOf(map: JourneyMap): Gaps {
  const gaps = new Map<string, number>();
  for (const { from, to, label, probability } of Object.values(map.connections)) {
    const gap = label || probability !== null ? GAP_WITH_LABEL : GAP_WITH_LINE;
    for (const pair of [`${from} ${to}`, `${to} ${from}`]) gaps.set(pair, Math.max(gap, gaps.get(pair) ?? 0));
  }
  return gaps;
}

/** Side by side, in as many lines as it takes: cards without a stage. */
function spread(draft: JourneyMap, cards: readonly Card[], left: number, width: number, sizeOf: SizeOf): void {
  let x = left + CELL_PADDING;
  let y = CELL_PADDING;
  let tallest = 0;
  for (const card of cards) {
    const size = sizeOf(card);
    if (x > left + CELL_PADDING && x + size.width > left + width) {
      x = left + CELL_PADDING;
      y += tallest + PARKING_GAP;
      tallest = 0;
    }
    put(draft, card, x, y);
    x += size.width + PARKING_GAP;
    tallest = Math.max(tallest, size.height);
  }
}

function put(draft: JourneyMap, card: Card, right: number, down: number): void {
  const record = draft.elements[card.id];
  const x = Math.min(right, LIMITS.coordinate);
  const y = Math.min(down, LIMITS.coordinate);
  if (record && (record.x !== x || record.y !== y)) Object.assign(record, { x, y });
}
