import { generateNKeysBetween } from 'fractional-indexing';
import * as v from 'valibot';
import { normaliseName } from '../analysis/normalise-name';
import { byOrder } from '../document/create';
import { createId } from '../document/ids';
import { exceedsDepth, findFault } from '../document/inspect';
import { LIMITS } from '../document/limits';
import { idSchema } from '../document/record-parts';
import {
  type Connection,
  connectionSchema,
  elementSchema,
  type JourneyMap,
  type MapElement,
  type Picture,
  pictureSchema,
} from '../document/schema';
import type { Point } from '../figures/primitives';

/** Tells cards in the clipboard from any other JSON text. */
const CLIPBOARD_FORMAT = 'periplo-cards';
const CLIPBOARD_VERSION = 1;

const coordinate = v.pipe(v.number(), v.minValue(-1_000_000), v.maxValue(1_000_000));
const titles = v.optional(v.record(idSchema, v.string()), () => ({}));

const clipboardSchema = v.object({
  format: v.literal(CLIPBOARD_FORMAT),
  version: v.literal(CLIPBOARD_VERSION),
  /** From the bottom of the stack to the top; stages from first to last. */
  elements: v.pipe(v.array(elementSchema), v.minLength(1), v.maxLength(LIMITS.records)),
  connections: v.optional(v.pipe(v.array(connectionSchema), v.maxLength(LIMITS.records)), () => []),
  pictures: v.optional(v.record(idSchema, pictureSchema), () => ({})),
  /** Where each element stood on the map, its top left corner, by id. */
  positions: v.optional(v.record(idSchema, v.object({ x: coordinate, y: coordinate })), () => ({})),
  /** Names of the stages and lanes that the elements belonged to, by id: another map may have them under other ids. */
  stages: titles,
  lanes: titles,
});

/** Cards as they travel between maps and windows. */
export interface CardsClipboard {
  elements: MapElement[];
  connections: Connection[];
  pictures: Record<string, Picture>;
  positions: Record<string, Point>;
  stages: Record<string, string>;
  lanes: Record<string, string>;
}

/** What a paste adds to a map; every id is new, and all references hold in that map. */
export interface PastedCards {
  elements: MapElement[];
  connections: Connection[];
  /** Those that the map does not have yet, by hash. */
  pictures: Record<string, Picture>;
  /** Where each stood in the map it came from, by its new id; absent: unknown. */
  positions: ReadonlyMap<string, Point>;
}

/**
 * Selected elements, the connections among them and their pictures as text for the clipboard. `positionOf` gives the top
 * left corner of an element on the map, or null.
 */
export function serialiseCards(
  map: JourneyMap,
  ids: Iterable<string>,
  positionOf: (id: string) => Point | null,
): string {
  const wanted = new Set(ids);
  const elements = byOrder(Object.values(map.elements).filter((element) => wanted.has(element.id)));
  const pictures: CardsClipboard['pictures'] = {};
  const positions: CardsClipboard['positions'] = {};
  const stages: CardsClipboard['stages'] = {};
  const lanes: CardsClipboard['lanes'] = {};
  for (const { id, picture, stage, lane } of elements) {
    const stored = picture === null ? undefined : map.pictures[picture];
    if (picture !== null && stored) pictures[picture] = stored;
    const position = positionOf(id);
    if (position) positions[id] = { x: position.x, y: position.y };
    if (stage !== null) stages[stage] = map.elements[stage]?.title ?? '';
    if (lane !== null) lanes[lane] = map.lanes[lane]?.title ?? '';
  }
  const connections = Object.values(map.connections).filter(({ from, to }) => wanted.has(from) && wanted.has(to));
  const clipboard = { elements, connections, pictures, positions, stages, lanes };
  return JSON.stringify({ format: CLIPBOARD_FORMAT, version: CLIPBOARD_VERSION, ...clipboard });
}

/** Reads cards from the clipboard's text; null: it holds something else, or something that is not valid. Throws nothing. */
export function parseCards(text: string): CardsClipboard | null {
  if (!text.includes(CLIPBOARD_FORMAT) || text.length > LIMITS.fileBytes || exceedsDepth(text)) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (findFault(value)) return null;
  const result = v.safeParse(clipboardSchema, value, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) return null;
  const { elements, connections, pictures, positions, stages, lanes } = result.output as unknown as CardsClipboard;
  const known = new Set(elements.map((element) => element.id));
  if (known.size < elements.length) return null;
  return {
    elements,
    connections: connections.filter(({ from, to }) => known.has(from) && known.has(to)),
    pictures,
    positions,
    stages,
    lanes,
  };
}

/**
 * Copies of the cards for a map. Stage and lane are kept where the map has them, by id or else by title, or where the stage
 * comes along; personas where the map has them or they come along; pictures where they come along or are in the map.
 */
export function pasteCards(clipboard: CardsClipboard, target: JourneyMap): PastedCards {
  const newIds = new Map(clipboard.elements.map((element) => [element.id, createId()]));
  const stageOf = placeFinder(
    clipboard.stages,
    byOrder(Object.values(target.elements)).filter((element) => element.kind === 'stage'),
  );
  const laneOf = placeFinder(clipboard.lanes, byOrder(Object.values(target.lanes)));
  const kindsComing = new Map(clipboard.elements.map((element) => [element.id, element.kind]));
  const stageFor = (id: string | null) =>
    id !== null && kindsComing.get(id) === 'stage' ? (newIds.get(id) ?? null) : stageOf(id);
  const personaFor = (id: string) => {
    if (kindsComing.get(id) === 'persona') return newIds.get(id) ?? [];
    return Object.hasOwn(target.elements, id) && target.elements[id]?.kind === 'persona' ? id : [];
  };
  const pictureFor = (id: string | null) =>
    id !== null && (Object.hasOwn(clipboard.pictures, id) || Object.hasOwn(target.pictures, id)) ? id : null;
  const orders = newOrders(clipboard.elements, target);
  const elements = clipboard.elements.map(
    (element): MapElement => ({
      ...element,
      id: newIds.get(element.id) ?? createId(),
      order: orders.get(element.id) ?? element.order,
      stage: element.kind === 'stage' ? null : stageFor(element.stage),
      lane: element.kind === 'stage' ? null : laneOf(element.lane),
      personas: element.personas.flatMap(personaFor),
      picture: pictureFor(element.picture),
    }),
  );
  const connections = clipboard.connections.flatMap((connection) => {
    const from = newIds.get(connection.from);
    const to = newIds.get(connection.to);
    return from && to ? { ...connection, id: createId(), from, to } : [];
  });
  const used = new Set(elements.map((element) => element.picture));
  const pictures = Object.fromEntries(
    Object.entries(clipboard.pictures).filter(([hash]) => used.has(hash) && !Object.hasOwn(target.pictures, hash)),
  );
  const positions = new Map<string, Point>();
  for (const [old, id] of newIds) {
    const position = Object.hasOwn(clipboard.positions, old) ? clipboard.positions[old] : undefined;
    if (position) positions.set(id, position);
  }
  return { elements, connections, pictures, positions };
}

/** Finds a stage or lane again: under its id, or else the first of the same title. */
function placeFinder(names: Record<string, string>, places: readonly { id: string; title: string }[]) {
  const ids = new Set(places.map((place) => place.id));
  const byTitle = new Map<string, string>();
  for (const { id, title } of places) {
    const key = normaliseName(title);
    if (key !== '' && !byTitle.has(key)) byTitle.set(key, id);
  }
  return (id: string | null): string | null => {
    if (id === null) return null;
    if (ids.has(id)) return id;
    const title = Object.hasOwn(names, id) ? names[id] : undefined;
    return title === undefined ? null : (byTitle.get(normaliseName(title)) ?? null);
  };
}

/** Pasted cards come on top of the stack and pasted stages after the last, in the order they had. */
function newOrders(elements: readonly MapElement[], target: JourneyMap): Map<string, string> {
  const orders = new Map<string, string>();
  for (const isStage of [true, false]) {
    const coming = byOrder(elements.filter((element) => (element.kind === 'stage') === isStage));
    let last: string | null = null;
    for (const element of Object.values(target.elements)) {
      if ((element.kind === 'stage') === isStage && (last === null || element.order > last)) last = element.order;
    }
    const keys = generateNKeysBetween(last, null, coming.length);
    coming.forEach((element, index) => {
      orders.set(element.id, keys[index] ?? element.order);
    });
  }
  return orders;
}
