import type { JourneyMap, MapElement, Session, Vote } from '../document/schema';
import type { MapLayout } from '../scene/layout';
import { votedKinds } from './agendas';

const votesOf = (map: JourneyMap, session: string): Vote[] =>
  Object.values(map.votes).filter((vote) => vote.session === session);

/** How many dots each element has in a session. */
export function dotsOf(map: JourneyMap, session: string): ReadonlyMap<string, number> {
  const dots = new Map<string, number>();
  for (const { element, count } of votesOf(map, session)) dots.set(element, (dots.get(element) ?? 0) + count);
  return dots;
}

/** How many dots a member has put on an element in a session. */
export const ownDots = (map: JourneyMap, session: string, element: string, voter: string): number =>
  votesOf(map, session).reduce(
    (sum, vote) => (vote.element === element && vote.voter === voter ? sum + vote.count : sum),
    0,
  );

/** How many dots a member still has; never below 0. */
export function dotsLeft(map: JourneyMap, session: Session, voter: string): number {
  const used = votesOf(map, session.id).reduce((sum, vote) => (vote.voter === voter ? sum + vote.count : sum), 0);
  return Math.max(0, session.votesEach - used);
}

export interface Ranked {
  element: MapElement;
  dots: number;
  /** 1 for the most dots; elements with the same number share a rank, and the next one counts them all. */
  rank: number;
}

/**
 * What a session votes on. The most dots first, then as one reads the map; while the votes are hidden only as one reads
 * the map, so that the list tells nothing.
 */
export function ranking(map: JourneyMap, layout: MapLayout, session: Session): Ranked[] {
  const kinds = votedKinds(session);
  const dots = dotsOf(map, session.id);
  const place = (element: MapElement) => layout.cards.get(element.id) ?? { x: 0, y: 0 };
  const counted = Object.values(map.elements)
    .filter((element) => kinds.includes(element.kind))
    .map((element) => ({ element, dots: dots.get(element.id) ?? 0, ...place(element) }))
    .sort(
      (a, b) =>
        (session.votesHidden ? 0 : b.dots - a.dots) || a.x - b.x || a.y - b.y || (a.element.id < b.element.id ? -1 : 1),
    );
  return counted.map(({ element, dots: own }) => ({
    element,
    dots: own,
    rank: 1 + counted.filter((other) => other.dots > own).length,
  }));
}
