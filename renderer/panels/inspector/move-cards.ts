import { freePlace } from '../../../shared/commands/arrange';
import { placeCards } from '../../../shared/commands/cards';
import { lanesOf } from '../../../shared/document/create';
import type { JourneyMap, MapElement } from '../../../shared/document/schema';
import type { Place } from '../../../shared/scene/layout';
import { editor } from '../../store/editor';
import { change } from '../../store/history';
import { currentPicture } from '../../store/picture';
import { texts } from '../../store/texts';

/** Moves cards into another stage or row, each to a free place there; without a row they wait in the parking row. */
export function moveCards(ids: readonly string[], to: { stage: string | null } | { lane: string | null }): void {
  const { map } = editor.getState();
  const { layout, figures } = currentPicture();
  /** How far the cell of a place was filled by the cards moved before. */
  const filled = new Map<string, number>();
  const places: [string, Place][] = [];
  for (const id of ids) {
    const card = map.elements[id];
    if (!card || card.kind === 'stage') continue;
    const { stage, lane } = targetOf(map, card, to);
    if (stage === card.stage && lane === card.lane) continue;
    const place = freePlace(layout, stage, lane, card.width);
    const cell = `${place.stage} ${place.lane}`;
    const size = figures.of(card);
    const before = filled.get(cell) ?? 0;
    const besides = place.stage === null;
    places.push([id, besides ? { ...place, x: place.x + before } : { ...place, y: place.y + before }]);
    filled.set(cell, before + (besides ? size.width + 16 : size.height + 12));
  }
  change(texts()('steps.move'), (draft) => placeCards(draft, places));
}

function targetOf(map: JourneyMap, card: MapElement, to: { stage: string | null } | { lane: string | null }) {
  if ('lane' in to) return { stage: to.lane === null ? null : card.stage, lane: to.lane };
  if (to.stage === null) return { stage: null, lane: null };
  const shown = lanesOf(map).filter((lane) => !lane.hidden && lane.role === 'cards');
  const home = shown.find((lane) => lane.kinds.includes(card.kind)) ?? shown[0];
  return { stage: to.stage, lane: card.lane ?? home?.id ?? null };
}
