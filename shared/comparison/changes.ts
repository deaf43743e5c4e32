import type { JourneyMap } from '../document/schema';
import type { Collection, Fields } from './records';

/** One field of a record that is in both maps. */
export interface FieldChange {
  name: string;
  /** Undefined: the record had no such field. */
  before: unknown;
  after: unknown;
  type: 'changed' | 'moved' | 'numbers';
  /** Nothing that a reader of the map would miss. */
  minor: boolean;
}

/** What can have happened to a record, in the order in which it is listed. */
export const CHANGE_TYPES = ['added', 'removed', 'changed', 'moved', 'numbers'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** All that happened to one record. */
export interface Change {
  /** `elements/a1`: names the change within its comparison. */
  id: string;
  collection: Collection;
  /** The record's id, in both maps of the comparison. */
  record: string;
  /** Its id in the later map as that was given; null: it is gone. Differs from `record` between unrelated maps only. */
  afterId: string | null;
  /** In the order of CHANGE_TYPES; a card can be moved and changed at once. Values of a metric are always `numbers`. */
  types: readonly ChangeType[];
  /** Null: it was not there. */
  before: Fields | null;
  /** Null: it is gone. */
  after: Fields | null;
  /** What is different; empty where the record was added or removed as a whole. */
  fields: readonly FieldChange[];
  /** Nothing that a reader of the map would miss: a shift within the cell, a line that went with its card. */
  minor: boolean;
  /** How sure it is that both are the same thing, 0–1; 1 where they have one id. */
  confidence: number;
  /** The card or stage where it is to be seen; null: the map as a whole. */
  element: string | null;
}

export interface Comparison {
  before: JourneyMap;
  /** The later map; between unrelated maps what was matched has its ids from `before`. */
  after: JourneyMap;
  /** Whether records were matched by id. */
  related: boolean;
  /** In reading order: the map, its rows, then stage by stage, row by row, from top to bottom. */
  changes: readonly Change[];
}
