import { generateNKeysBetween } from 'fractional-indexing';
import { byOrder, createElement, orderAfter, orderBefore } from '../document/create';
import { createId } from '../document/ids';
import { LIMITS } from '../document/limits';
import { dropDangling } from '../document/references';
import type { ElementKind, ElementOf, JourneyMap, MapElement, Picture } from '../document/schema';
import type { Place } from '../scene/layout';
import { orderBetween } from './orders';

/** Changes to cards. Each takes a draft of the map and changes it; ids that name nothing are passed over. */

/** Adds a card and gives its id. A hidden lane is shown, so that the new card is seen. */
export function addCard(
  draft: JourneyMap,
  kind: Exclude<ElementKind, 'stage'>,
  place: Place,
  values: Partial<MapElement> = {},
): string {
  const card = createElement(kind, {
    ...(values as object),
    ...place,
    x: within(place.x),
    y: within(place.y),
    order: orderAfter(Object.values(draft.elements)),
  });
  draft.elements[card.id] = card;
  const lane = place.lane === null ? undefined : draft.lanes[place.lane];
  if (lane?.hidden) lane.hidden = false;
  return card.id;
}

/** Adds a stage before another (null: as the last one) and gives its id. The first one takes in what lies in the lanes. */
export function addStage(draft: JourneyMap, before: string | null, values: Partial<ElementOf<'stage'>> = {}): string {
  const stages = Object.values(draft.elements).filter((element) => element.kind === 'stage');
  const stage = createElement('stage', { ...values, order: orderBetween(stages, before) });
  draft.elements[stage.id] = stage;
  if (stages.length === 0) {
    // Cards that were drawn before there was a stage stand in its column now.
    for (const element of Object.values(draft.elements)) if (element.lane !== null) element.stage = stage.id;
  }
  return stage.id;
}

/** Moves a stage before another (null: to the end); its cards go along. */
export function moveStage(draft: JourneyMap, id: string, before: string | null): void {
  const stage = draft.elements[id];
  if (stage?.kind !== 'stage' || before === id) return;
  const others = Object.values(draft.elements).filter((element) => element.kind === 'stage' && element.id !== id);
  stage.order = orderBetween(others, before);
}

/** Sets fields of elements; a field that a kind does not have is passed over. */
export function setFields(draft: JourneyMap, ids: readonly string[], values: Readonly<Record<string, unknown>>): void {
  for (const id of ids) {
    const element = draft.elements[id] as Record<string, unknown> | undefined;
    if (!element) continue;
    for (const [name, value] of Object.entries(values)) if (Object.hasOwn(element, name)) element[name] = value;
  }
}

export function placeCards(draft: JourneyMap, places: Iterable<readonly [id: string, place: Place]>): void {
  for (const [id, place] of places) {
    const card = draft.elements[id];
    if (card && card.kind !== 'stage') Object.assign(card, { ...place, x: round(place.x), y: round(place.y) });
  }
}

/** Sets the size of a card or the width of a stage's column, in map units. */
export function resize(draft: JourneyMap, id: string, size: { width: number; height?: number | null }): void {
  const element = draft.elements[id];
  if (!element) return;
  element.width = Math.round(Math.min(Math.max(size.width, element.kind === 'stage' ? 120 : 72), 2000));
  if (size.height !== undefined && element.kind !== 'stage') {
    element.height = size.height === null ? null : Math.round(Math.min(Math.max(size.height, 36), 2000));
  }
}

/**
 * Deletes elements and all that can't be without them: their connections, measurements, entries and exits, their
 * mention as a persona. Cards of a deleted stage are kept: they go to the parking row.
 */
export function deleteElements(draft: JourneyMap, ids: Iterable<string>): void {
  const gone = new Set([...ids].filter((id) => draft.elements[id]));
  if (gone.size === 0) return;
  for (const id of gone) delete draft.elements[id];
  const orphans: MapElement[] = [];
  for (const element of Object.values(draft.elements)) {
    if (element.stage !== null && gone.has(element.stage)) orphans.push(element);
    if (element.personas.some((id) => gone.has(id))) element.personas = element.personas.filter((id) => !gone.has(id));
  }
  park(draft, orphans);
  dropDangling(draft);
  dropUnusedPictures(draft);
}

/** Sends cards to the parking row, beside the ones that wait there. */
export function park(draft: JourneyMap, cards: readonly MapElement[]): void {
  const waiting = Object.values(draft.elements).filter(
    (element) => element.lane === null && element.kind !== 'stage' && !cards.includes(element),
  );
  let x = waiting.reduce((right, element) => Math.max(right, element.x + element.width + 16), 10);
  for (const card of byOrder(cards)) {
    Object.assign(card, { stage: null, lane: null, x: within(x), y: 10 });
    x += card.width + 16;
  }
}

/** Copies of elements, with the connections among them, shifted a little; gives the new ids. */
export function duplicate(draft: JourneyMap, ids: readonly string[], shift = 18): string[] {
  const originals = byOrder(ids.map((id) => draft.elements[id]).filter((element) => element !== undefined));
  const orders = generateNKeysBetween(orderAfter(Object.values(draft.elements)), null, originals.length);
  const copies = new Map<string, string>();
  originals.forEach((original, index) => {
    const id = createId();
    copies.set(original.id, id);
    const copy = JSON.parse(JSON.stringify(original)) as MapElement;
    draft.elements[id] = {
      ...copy,
      id,
      x: within(copy.x + shift),
      y: within(copy.y + shift),
      order: orders[index] ?? copy.order,
    };
  });
  for (const connection of Object.values(draft.connections)) {
    const from = copies.get(connection.from);
    const to = copies.get(connection.to);
    if (!from || !to) continue;
    const id = createId();
    draft.connections[id] = { ...connection, id, from, to };
  }
  return [...copies.values()];
}

/** Puts cards on top of the stack, keeping their order among themselves. */
export function bringToFront(draft: JourneyMap, ids: readonly string[]): void {
  restack(draft, ids, (others, count) => generateNKeysBetween(orderOrNull(others, orderAfter), null, count));
}

/** Puts cards below all others, keeping their order among themselves. */
export function sendToBack(draft: JourneyMap, ids: readonly string[]): void {
  restack(draft, ids, (others, count) => generateNKeysBetween(null, orderOrNull(others, orderBefore), count));
}

function restack(
  draft: JourneyMap,
  ids: readonly string[],
  keysFor: (others: MapElement[], count: number) => string[],
): void {
  const chosen = new Set(ids);
  const cards = Object.values(draft.elements).filter((element) => element.kind !== 'stage');
  const moved = byOrder(cards.filter((card) => chosen.has(card.id)));
  const keys = keysFor(
    cards.filter((card) => !chosen.has(card.id)),
    moved.length,
  );
  moved.forEach((card, index) => {
    card.order = keys[index] ?? card.order;
  });
}

const orderOrNull = (records: MapElement[], pick: (records: MapElement[]) => string) =>
  records.length ? pick(records) : null;

/** Puts a picture on elements; null takes it off. Pictures are stored once, under their hash. */
export function setPicture(
  draft: JourneyMap,
  ids: readonly string[],
  picture: { hash: string; picture: Picture } | null,
): void {
  if (picture) draft.pictures[picture.hash] = picture.picture;
  for (const id of ids) {
    const element = draft.elements[id];
    if (element) element.picture = picture?.hash ?? null;
  }
  dropUnusedPictures(draft);
}

/** Pictures that no element shows any more would only make the file large. */
export function dropUnusedPictures(draft: JourneyMap): void {
  const used = new Set(Object.values(draft.elements).map((element) => element.picture));
  for (const hash of Object.keys(draft.pictures)) if (!used.has(hash)) delete draft.pictures[hash];
}

/** No further than a file may say, or the map could be saved but not opened again. */
const within = (value: number) => Math.min(Math.max(value, -LIMITS.coordinate), LIMITS.coordinate);

const round = (value: number) => Math.round(within(value) * 10) / 10;
