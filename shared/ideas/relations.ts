import type { JourneyMap, Measurement } from '../document/schema';

/** Puts pairs into lists by their first part, in the order given. */
export function groupOf<Key, Value>(pairs: Iterable<readonly [Key, Value]>): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const [key, value] of pairs) {
    const found = groups.get(key);
    if (!found) groups.set(key, [value]);
    else if (!found.includes(value)) found.push(value);
  }
  return groups;
}

/** What was measured on each element. */
export const measurementsBy = (map: JourneyMap): Map<string, Measurement[]> =>
  groupOf(
    Object.values(map.measurements).flatMap((one): [string, Measurement][] =>
      one.element === null ? [] : [[one.element, one]],
    ),
  );
