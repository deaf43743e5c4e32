import type { JourneyMap } from '../document/schema';
import { COLLECTIONS, type CollectionName } from '../document/schema';
import { type Choices, type Conflict, ConflictBook } from './conflicts';
import { mergeRecord } from './merge-record';
import { type Fields, fieldOf, idsIn, ownFields, recordAt } from './records';
import { type Repair, repair } from './repair';
import { placeUnlessParked, realEdits } from './swept-along';
import type { MergeInputs, MergeSide, States } from './three-way';
import { withSharedIds } from './twins';

export interface MergeResult {
  /** Always a valid map; while conflicts are open it holds ours, and whatever was edited rather than deleted. */
  map: JourneyMap;
  /** What is still to be settled. */
  conflicts: readonly Conflict[];
  /** What has been settled; can be settled again. */
  settled: readonly Conflict[];
  /** What had to be mended because the two sides' edits did not fit together. */
  repairs: readonly Repair[];
  inputs: MergeInputs;
  choices: Choices;
}

/**
 * Merges what two sides made of one map, record by record and field by field. The maps are valid; the result is, too.
 * Lists (tags, personas, links, kinds of a row, values by period) merge item by item, a card's place as one.
 */
export function mergeMaps(base: JourneyMap, ours: JourneyMap, theirs: JourneyMap, choices: Choices = {}): MergeResult {
  const inputs = { base, ours, theirs };
  const book = new ConflictBook(choices);
  const sides = withSharedIds(inputs);
  const map = mergeOwnFields(sides, book);
  // What others refer to comes first: rows and stages before cards, cards and metrics before what joins them.
  for (const collection of COLLECTIONS) {
    const ids = idsIn(collection, sides.base, sides.ours, sides.theirs);
    const isStage = (id: string) =>
      [base, sides.ours, sides.theirs].some((side) => side.elements[id]?.kind === 'stage');
    const sorted = collection === 'elements' ? [...ids.filter(isStage), ...ids.filter((id) => !isStage(id))] : ids;
    for (const id of sorted) {
      const record = mergeOne(collection, id, sides, map, book);
      if (record) (map[collection] as unknown as Record<string, Fields>)[id] = { ...record };
    }
  }
  const repairs = repair(map, sides);
  return { map, conflicts: book.open, settled: book.settled, repairs, inputs, choices };
}

/** Takes one side of a conflict. Others may come or go with it: a card that stays brings its connections back. */
export function settle(result: MergeResult, conflict: string, side: MergeSide): MergeResult {
  const { base, ours, theirs } = result.inputs;
  return mergeMaps(base, ours, theirs, { ...result.choices, [conflict]: side });
}

/** Takes the same side of all conflicts that are still open, and of those that come up by it. */
export function settleAll(result: MergeResult, side: MergeSide): MergeResult {
  let current = result;
  while (current.conflicts.length > 0) {
    const { base, ours, theirs } = current.inputs;
    const choices = Object.fromEntries(current.conflicts.map(({ id }) => [id, side]));
    current = mergeMaps(base, ours, theirs, { ...current.choices, ...choices });
  }
  return current;
}

function mergeOwnFields(sides: MergeInputs, book: ConflictBook): JourneyMap {
  const states = { base: ownFields(sides.base), ours: ownFields(sides.ours), theirs: ownFields(sides.theirs) };
  const merged = mergeRecord('map', sides.base.id, states, sides, book) as Record<string, unknown>;
  for (const collection of COLLECTIONS) merged[collection] = {};
  return merged as unknown as JourneyMap;
}

function mergeOne(
  collection: CollectionName,
  id: string,
  sides: MergeInputs,
  merged: JourneyMap,
  book: ConflictBook,
): Fields | undefined {
  const base = recordAt(sides.base, collection, id);
  const ours = recordAt(sides.ours, collection, id);
  const theirs = recordAt(sides.theirs, collection, id);
  if (ours && theirs) {
    const states = { base, ours, theirs };
    if (collection !== 'elements') return mergeRecord(collection, id, states, sides, book);
    return mergeRecord(collection, id, placeUnlessParked(states, sides, merged), sides, book);
  }
  const kept = ours ?? theirs;
  if (!kept || !base) return kept;
  const [keeper, deleter]: [MergeSide, MergeSide] = ours ? ['ours', 'theirs'] : ['theirs', 'ours'];
  if (lostAnEnd(collection, base, sides[deleter])) {
    // It was not deleted for its own sake: it goes, or stays, with the cards that it joins. An edited one that has to
    // go is taken up here and left out, and reported, by the repairs.
    const isEdited = realEdits(collection, base, kept, sides[keeper]).length > 0;
    return isEdited || !lostAnEnd(collection, kept, merged) ? kept : undefined;
  }
  if (collection === 'pictures' || realEdits(collection, base, kept, sides[keeper]).length === 0) return undefined;
  const states: States = { base, ours, theirs };
  const about = { type: 'deleted', collection, record: id, field: 'record', item: null } as const;
  return book.decide(states, about, keeper) as Fields | undefined;
}

/** Whether a connection or measurement joins something that is not in a map. */
function lostAnEnd(collection: CollectionName, record: Fields, map: JourneyMap): boolean {
  const isIn = (name: 'elements' | 'metrics', field: string) =>
    Object.hasOwn(map[name], String(fieldOf(record, field)));
  if (collection === 'connections') return !isIn('elements', 'from') || !isIn('elements', 'to');
  return collection === 'measurements' && (!isIn('elements', 'element') || !isIn('metrics', 'metric'));
}
