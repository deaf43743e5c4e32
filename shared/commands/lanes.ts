import { createId } from '../document/ids';
import type { JourneyMap, Lane } from '../document/schema';
import { park } from './cards';
import { orderBetween } from './orders';

/** Adds a lane before another (null: as the last one) and gives its id. */
export function addLane(draft: JourneyMap, before: string | null, values: Pick<Lane, 'title'> & Partial<Lane>): string {
  const id = createId();
  draft.lanes[id] = {
    id,
    kinds: [],
    role: 'cards',
    hidden: false,
    height: 96,
    ...values,
    order: orderBetween(Object.values(draft.lanes), before),
  };
  return id;
}

/** Moves a lane before another (null: to the end); its cards go along. */
export function moveLane(draft: JourneyMap, id: string, before: string | null): void {
  const lane = draft.lanes[id];
  if (!lane || before === id) return;
  lane.order = orderBetween(
    Object.values(draft.lanes).filter((other) => other.id !== id),
    before,
  );
}

/** Sets fields of a lane. A kind has one home: naming it here takes it from the other lanes. */
export function setLane(draft: JourneyMap, id: string, values: Partial<Omit<Lane, 'id' | 'order'>>): void {
  const lane = draft.lanes[id];
  if (!lane) return;
  Object.assign(lane, values);
  if (!values.kinds) return;
  for (const other of Object.values(draft.lanes)) {
    if (other.id !== id && other.kinds.some((kind) => lane.kinds.includes(kind))) {
      other.kinds = other.kinds.filter((kind) => !lane.kinds.includes(kind));
    }
  }
}

/** Deletes a lane; its cards are kept: they go to the parking row. */
export function deleteLane(draft: JourneyMap, id: string): void {
  if (!draft.lanes[id]) return;
  delete draft.lanes[id];
  park(
    draft,
    Object.values(draft.elements).filter((element) => element.lane === id),
  );
}
