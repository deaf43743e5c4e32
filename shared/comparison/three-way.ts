import type { JourneyMap } from '../document/schema';
import { comparePeriods } from '../metrics/periods';
import { sameValue } from './records';

/** Which of the two maps that are merged. */
export type MergeSide = 'ours' | 'theirs';

/** The three maps of a merge. */
export interface MergeInputs {
  /** What both sides started from. */
  base: JourneyMap;
  ours: JourneyMap;
  theirs: JourneyMap;
}

/** The states of a value, of any kind; undefined: not there. */
export interface States<Value = unknown> {
  base: Value;
  ours: Value;
  theirs: Value;
}

/** What is asked where both sides want something else; answers the value to take. */
export type Decide = (states: States, item: string | null) => unknown;

/** Takes the side that changed; asks where both did, differently. */
export function threeWay(states: States, decide: Decide, item: string | null = null): unknown {
  const { base, ours, theirs } = states;
  if (sameValue(ours, theirs) || sameValue(base, theirs)) return ours;
  if (sameValue(base, ours)) return theirs;
  return decide(states, item);
}

/** Whether both sides changed a value, each to something else. */
export const bothChanged = ({ base, ours, theirs }: States): boolean =>
  !sameValue(ours, theirs) && !sameValue(base, theirs) && !sameValue(base, ours);

/**
 * Merges lists as sets of items with a key: what one side added is there, what one side took away is gone, what both
 * changed is asked. The items keep the order that they have on a side, chosen so that it does not matter which is ours.
 */
export function mergeLists(
  states: States<readonly unknown[]>,
  keyOf: (item: unknown) => string,
  decide: Decide,
): unknown[] {
  const lists = [states.base, states.ours, states.theirs];
  const hasTwins = lists.some((list) => new Set(list.map(keyOf)).size !== list.length);
  const key = hasTwins ? (item: unknown) => JSON.stringify(item) : keyOf;
  const index = (list: readonly unknown[]) => new Map(list.map((item) => [key(item), item]));
  const [base, ours, theirs] = [index(states.base), index(states.ours), index(states.theirs)];
  const [first, second] = JSON.stringify(states.ours) < JSON.stringify(states.theirs) ? [ours, theirs] : [theirs, ours];
  const merged: unknown[] = [];
  for (const name of new Set([...first.keys(), ...second.keys()])) {
    const sides = { base: base.get(name), ours: ours.get(name), theirs: theirs.get(name) };
    const item = threeWay(sides, decide, name);
    if (item !== undefined) merged.push(item);
  }
  return merged;
}

const textOf = (item: unknown, name: string): string =>
  typeof item === 'object' && item !== null ? String((item as Record<string, unknown>)[name]) : String(item);

export const byAddress = (item: unknown): string => textOf(item, 'url');
export const byPeriod = (item: unknown): string => textOf(item, 'period');
export const byItself = (item: unknown): string => JSON.stringify(item);

/** Points are kept in the order of their periods. */
export const inOrderOfPeriods = (points: readonly unknown[]): unknown[] =>
  [...points].sort((a, b) => comparePeriods(byPeriod(a), byPeriod(b)) || (byPeriod(a) < byPeriod(b) ? -1 : 1));
