import { generateNKeysBetween } from 'fractional-indexing';
import { createConnection, createElement } from '../../../shared/document/create';
import type { ElementKind, JourneyMap } from '../../../shared/document/schema';
import { mapFromModel } from '../../../shared/document/templates';

const KINDS: readonly ElementKind[] = [
  'action',
  'touchpoint',
  'motivation',
  'question',
  'pain-point',
  'answer',
  'content-idea',
  'milestone',
];

/** A map of many cards in six stages, the same at every call but for its ids: for tests and timing. */
export function syntheticMap(
  cards: number,
  titleOf: (index: number) => string = (index) => `Card ${index} compares prices`,
): JourneyMap {
  const map = mapFromModel('six-stages', 'en', 'Synthetic journey');
  const stages = Object.values(map.elements).map(({ id }) => id);
  const lanes = Object.values(map.lanes);
  const orders = generateNKeysBetween(null, null, cards);
  const heights = new Map<string, number>();
  let before: string | null = null;
  for (let index = 0; index < cards; index++) {
    const kind = KINDS[index % KINDS.length] ?? 'action';
    const stage = stages[index % stages.length] ?? null;
    const lane = lanes.find(({ kinds }) => kinds.includes(kind))?.id ?? null;
    const cell = `${stage} ${lane}`;
    const y = heights.get(cell) ?? 10;
    heights.set(cell, y + 70);
    const card = createElement(kind, {
      id: `card-${index}`,
      order: orders[index] ?? 'a0',
      title: titleOf(index),
      stage,
      lane,
      x: 10,
      y,
    });
    map.elements[card.id] = card;
    if (before !== null) {
      const id = `way-${index}`;
      map.connections[id] = createConnection({ id, type: 'flow', from: before, to: card.id });
    }
    before = index % 7 === 0 ? card.id : before;
  }
  return map;
}
