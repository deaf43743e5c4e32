import { freePlace } from '../commands/arrange';
import { addCard } from '../commands/cards';
import { CARD_WIDTH, createElement, lanesOf } from '../document/create';
import { LIMITS } from '../document/limits';
import type { JourneyMap, MapElement } from '../document/schema';
import { type CardsClipboard, pasteCards } from '../interchange/cards-clipboard';
import type { MapLayout, SizeOf } from '../scene/layout';

/** Between cards that are put one below the other. */
const GAP = 12;
const BESIDE = 16;

/** Gives each card the next free place of its cell: below the lowest one there, or beside those that wait without a lane. */
function stacker(map: JourneyMap, layout: MapLayout, sizeOf: SizeOf) {
  const next = new Map<string, { x: number; y: number }>();
  return (card: MapElement, stage: string | null, wanted: string | null) => {
    const home = lanesOf(map).find(({ kinds }) => kinds.includes(card.kind))?.id ?? null;
    const lane = wanted !== null && map.lanes[wanted]?.role === 'cards' ? wanted : home;
    const into = lane === null || card.kind === 'persona' ? null : stage;
    const cell = `${into} ${lane}`;
    const { width, height } = sizeOf(card);
    const free = freePlace(layout, into, lane, width);
    const at = next.get(cell) ?? free;
    if (lane === null || into === null) next.set(cell, { x: at.x + width + BESIDE, y: at.y });
    else next.set(cell, { x: at.x, y: at.y + height + GAP });
    const within = (value: number) => Math.min(value, LIMITS.coordinate);
    return { stage: into, lane, x: within(at.x), y: within(at.y) };
  };
}

/**
 * Adds a touchpoint for each of the values to a stage (null: in no stage), one below the other in the lane of
 * touchpoints, and gives their ids. `layout` and `sizeOf` are those of the map as it is.
 */
export function addTouchpoints(
  draft: JourneyMap,
  values: readonly Partial<MapElement>[],
  stage: string | null,
  layout: MapLayout,
  sizeOf: SizeOf,
): string[] {
  const placeOf = stacker(draft, layout, sizeOf);
  return values.map((one) => {
    const card = createElement('touchpoint', { ...(one as object), width: CARD_WIDTH, order: 'a0' });
    return addCard(draft, 'touchpoint', placeOf(card, stage, null), { ...one, width: CARD_WIDTH });
  });
}

/**
 * Adds cards that a user kept, and gives their ids. Cards whose stage comes along stand in it as they did; the others go
 * to `stage`, each to the lane that it came from where the map has it, or else to that of its kind, from the topmost on.
 */
export function addKeptCards(
  draft: JourneyMap,
  kept: CardsClipboard,
  stage: string | null,
  layout: MapLayout,
  sizeOf: SizeOf,
): string[] {
  const pasted = pasteCards(kept, draft);
  const coming = new Set(pasted.elements.filter(({ kind }) => kind === 'stage').map(({ id }) => id));
  const placeOf = stacker(draft, layout, sizeOf);
  Object.assign(draft.pictures, pasted.pictures);
  const down = (card: MapElement) => pasted.positions.get(card.id)?.y ?? card.y;
  for (const card of [...pasted.elements].sort((a, b) => down(a) - down(b))) {
    const stays = card.kind === 'stage' || (card.stage !== null && coming.has(card.stage) && card.lane !== null);
    draft.elements[card.id] = stays ? card : { ...card, ...placeOf(card, stage, card.lane) };
    const lane = card.lane === null ? undefined : draft.lanes[card.lane];
    if (lane?.hidden) lane.hidden = false;
  }
  for (const connection of pasted.connections) draft.connections[connection.id] = connection;
  return pasted.elements.map(({ id }) => id);
}
