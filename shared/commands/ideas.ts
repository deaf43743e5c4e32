import { CARD_WIDTH, lanesOf } from '../document/create';
import type { ElementKind, JourneyMap, MapElement } from '../document/schema';
import type { CoverageCell } from '../ideas/coverage';
import { type Answer, type Idea, isNeed } from '../ideas/grid';
import type { MapLayout, Place } from '../scene/layout';
import { freePlace } from './arrange';
import { addCard, placeCards } from './cards';
import { connect, connectionType, deleteConnections } from './connections';

/**
 * Changes of the grid of ideas. Each takes a draft of the map, and the layout of the map before the change, so that a
 * new card lands at a free place of its stage and row: nothing is kept that the canvas does not show.
 */

type CardKind = Exclude<ElementKind, 'stage'>;

/** What can be said of a new card. */
export type IdeaValues = Partial<Omit<MapElement, 'id' | 'kind' | 'stage' | 'lane' | 'x' | 'y' | 'order'>> &
  Readonly<Record<string, unknown>>;

/**
 * A free place for a card of a kind in a stage: in the first row that takes the kind. Where that row is hidden, below
 * what lies in the cell; where no row takes it, in the parking row.
 */
export function placeInStage(map: JourneyMap, layout: MapLayout, kind: CardKind, stage: string | null): Place {
  const lane = lanesOf(map).find(({ kinds, role }) => role === 'cards' && kinds.includes(kind)) ?? null;
  if (lane === null || !lane.hidden)
    return freePlace(layout, lane === null ? null : stage, lane?.id ?? null, CARD_WIDTH);
  const inCell = Object.values(map.elements).filter((card) => card.lane === lane.id && card.stage === stage);
  const y = inCell.reduce((bottom, card) => Math.max(bottom, card.y + (card.height ?? HIDDEN_CARD_HEIGHT) + 12), 10);
  return { stage, lane: lane.id, x: 16, y };
}

/** What a card on a hidden row is taken to be high: such a row has no layout. */
const HIDDEN_CARD_HEIGHT = 72;

/** A pain point or a question in a stage (null: in none); gives its id. */
export function addNeed(
  draft: JourneyMap,
  layout: MapLayout,
  kind: 'pain-point' | 'question',
  stage: string | null,
  values: IdeaValues = {},
): string {
  return addCard(draft, kind, placeInStage(draft, layout, kind, stage), values as Partial<MapElement>);
}

/** An answer to a pain point or question, in its stage and for its personas; gives its id, or null without such a card. */
export function addAnswer(draft: JourneyMap, layout: MapLayout, need: string, values: IdeaValues = {}): string | null {
  const about = draft.elements[need];
  if (!isNeed(about)) return null;
  return addServing(draft, layout, 'answer', about, values);
}

/**
 * A content idea for an answer, or for a pain point or question without one, in its stage and for its personas; gives
 * its id, or null where there is no such card.
 */
export function addIdea(draft: JourneyMap, layout: MapLayout, of: string, values: IdeaValues = {}): string | null {
  const about = draft.elements[of];
  if (!isServed(about)) return null;
  return addServing(draft, layout, 'content-idea', about, values);
}

function addServing(
  draft: JourneyMap,
  layout: MapLayout,
  kind: 'answer' | 'content-idea',
  about: MapElement,
  values: IdeaValues,
): string {
  const place = placeInStage(draft, layout, kind, about.stage);
  const id = addCard(draft, kind, place, { personas: [...about.personas], ...values } as Partial<MapElement>);
  connect(draft, about.id, id);
  return id;
}

const isServed = (
  element: MapElement | undefined,
): element is Answer | (MapElement & { kind: 'pain-point' | 'question' }) =>
  element?.kind === 'answer' || isNeed(element);

/** Makes an answer or an idea serve a card, beside what it serves already. Nothing where the two can't be related. */
export function link(draft: JourneyMap, served: string, by: string): void {
  const [one, other] = [draft.elements[served], draft.elements[by]];
  if (one && other && connectionType(one.kind, other.kind).type === 'relation') connect(draft, served, by);
}

/** Takes the relation between two cards away; both stay. */
export function unlink(draft: JourneyMap, served: string, by: string): void {
  const between = Object.values(draft.connections).filter(
    ({ type, from, to }) => type === 'relation' && ((from === served && to === by) || (from === by && to === served)),
  );
  deleteConnections(
    draft,
    between.map(({ id }) => id),
  );
}

/**
 * Moves an idea from what it serves (null: nothing) to another answer, pain point or question. What else it serves
 * stays. Where nothing is left that it serves in its stage, its card goes to the stage of the new one.
 */
export function moveIdea(draft: JourneyMap, layout: MapLayout, idea: string, from: string | null, to: string): void {
  const card = draft.elements[idea];
  const target = draft.elements[to];
  if (card?.kind !== 'content-idea' || !isServed(target) || from === to) return;
  if (from !== null) unlink(draft, from, idea);
  link(draft, to, idea);
  const { stage } = target;
  const servesHere = servedBy(draft, idea).some((one) => one.id !== to && one.stage === card.stage);
  if (stage === null || stage === card.stage || servesHere) return;
  placeCards(draft, [[idea, placeInStage(draft, layout, 'content-idea', stage)]]);
}

/** What a card is related to that it serves. */
function servedBy(draft: JourneyMap, id: string): MapElement[] {
  return Object.values(draft.connections).flatMap(({ type, from, to }) => {
    const other = type !== 'relation' ? undefined : from === id ? to : to === id ? from : undefined;
    const element = other === undefined ? undefined : draft.elements[other];
    return isServed(element) ? [element] : [];
  });
}

/** The fields of an idea that the views set at once. */
export type IdeaPlan = Partial<Pick<Idea, 'status' | 'due' | 'format' | 'channel' | 'owner'>>;

/** Sets status, day, format, channel or owner of ideas; other kinds of cards are passed over. */
export function planIdeas(draft: JourneyMap, ids: readonly string[], plan: IdeaPlan): void {
  for (const id of ids) {
    const idea = draft.elements[id];
    if (idea?.kind === 'content-idea') Object.assign(idea, plan);
  }
}

/** The card that a cell of a coverage lacks, with a title; gives its id. */
export function fillGap(
  draft: JourneyMap,
  layout: MapLayout,
  { kind, stage, values }: CoverageCell['missing'],
  title: string,
): string {
  const place = placeInStage(draft, layout, kind, stage);
  return addCard(draft, kind, place, { ...values, title } as Partial<MapElement>);
}
