import type { CollectionName, JourneyMap } from '../document/schema';
import { type Fields, fieldOf, namesIn, sameValue } from './records';
import type { MergeInputs, MergeSide } from './three-way';

/**
 * Some edits nobody made for their own sake: cards that were parked because their stage was deleted, a persona that is
 * no longer named because it is gone. They follow what caused them and are never a conflict.
 */

export const PLACE_FIELDS = ['stage', 'lane', 'x', 'y'] as const;

const placeOf = (record: Fields) => PLACE_FIELDS.map((name) => fieldOf(record, name));

/** Whether a card waits in a map's parking row only because the stage or row where it stood is gone there. */
function wasParked(base: Fields, record: Fields, map: JourneyMap): boolean {
  if (record.stage !== null || record.lane !== null || (base.stage === null && base.lane === null)) return false;
  return !hasPlace(base, map);
}

/** Whether the stage and the row of a place are in a map. */
function hasPlace(place: Fields, map: JourneyMap): boolean {
  const hasStage = place.stage === null || map.elements[String(place.stage)]?.kind === 'stage';
  return hasStage && (place.lane === null || Object.hasOwn(map.lanes, String(place.lane)));
}

export interface RecordStates {
  base: Fields | undefined;
  ours: Fields;
  theirs: Fields;
}

/**
 * The states of an element without a place that it was only swept to: it stays where it was while its stage and row
 * are in the merged map, and goes where the other side put it.
 */
export function placeUnlessParked(states: RecordStates, sides: MergeInputs, merged: JourneyMap): RecordStates {
  const { base, ours, theirs } = states;
  if (!base) return states;
  const parked = { ours: wasParked(base, ours, sides.ours), theirs: wasParked(base, theirs, sides.theirs) };
  if (!parked.ours && !parked.theirs) return states;
  const at = (record: Fields, place: Fields): Fields => ({
    ...record,
    ...Object.fromEntries(PLACE_FIELDS.map((name) => [name, place[name]])),
  });
  const isMoved = (side: MergeSide) => !parked[side] && !sameValue(placeOf(base), placeOf(states[side]));
  if (hasPlace(base, merged)) {
    return { base, ours: parked.ours ? at(ours, base) : ours, theirs: parked.theirs ? at(theirs, base) : theirs };
  }
  if (parked.ours && parked.theirs) {
    const first = JSON.stringify(placeOf(ours)) < JSON.stringify(placeOf(theirs)) ? ours : theirs;
    return { base, ours: at(ours, first), theirs: at(theirs, first) };
  }
  if (parked.ours && isMoved('theirs')) return { base, ours: at(ours, theirs), theirs };
  if (parked.theirs && isMoved('ours')) return { base, ours, theirs: at(theirs, ours) };
  return states;
}

/** The fields that a side changed on purpose, compared with what it started from. */
export function realEdits(collection: CollectionName, base: Fields, record: Fields, map: JourneyMap): string[] {
  const parked = collection === 'elements' && wasParked(base, record, map);
  return namesIn(base, record).filter((name) => {
    if (sameValue(fieldOf(base, name), fieldOf(record, name)) || name === 'order') return false;
    if (parked && (PLACE_FIELDS as readonly string[]).includes(name)) return false;
    return !(collection === 'elements' && name === 'personas' && onlyLostPersonas(base.personas, record.personas, map));
  });
}

function onlyLostPersonas(before: unknown, after: unknown, map: JourneyMap): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return false;
  return sameValue(
    before.filter((id) => after.includes(id) || Object.hasOwn(map.elements, String(id))),
    after,
  );
}
