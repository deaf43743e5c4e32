import type { Metric } from '../document/schema';

/** How many groups values are ranked in. */
export const GROUPS = 5;

/** All values that a value is ranked among. */
export interface TintScale {
  /** Ascending. */
  readonly values: readonly number[];
  readonly direction: Metric['direction'];
}

/** A value's group among others: 0 is the worst, or the lowest where neither is better; `groups` − 1 the other end. */
export interface RankTint {
  by: 'rank';
  group: number;
  groups: number;
}

/**
 * What values are ranked among: hand over those of all cards and periods, so that a colour means the same throughout a
 * replay.
 */
export function tintScale(values: Iterable<number>, direction: Metric['direction']): TintScale {
  return { values: [...values].filter(Number.isFinite).sort((a, b) => a - b), direction };
}

/**
 * The fifth in which a value lies, by its middle rank: the share of values below it plus half of those equal to it
 * (Parzen's mid-distribution, 2004). So equal values have one colour, and where all are equal it is the middle one. It
 * need not be one of the values. Null where there are none.
 */
export function tintOf(value: number, { values, direction }: TintScale): RankTint | null {
  if (values.length === 0) return null;
  const below = countWhere(values, (other) => other < value);
  const upTo = countWhere(values, (other) => other <= value);
  const share = (below + upTo) / 2 / values.length;
  const group = Math.min(Math.floor(share * GROUPS), GROUPS - 1);
  return { by: 'rank', group: direction === 'lower' ? GROUPS - 1 - group : group, groups: GROUPS };
}

/** How many of the first values hold, where those that do come first. */
function countWhere(values: readonly number[], holds: (value: number) => boolean): number {
  let [least, most] = [0, values.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (holds(values[middle] ?? 0)) least = middle + 1;
    else most = middle;
  }
  return least;
}
