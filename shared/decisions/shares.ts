/** Sums of shares may be off by the last bits. */
const EPSILON = 1e-9;
/** Larger than any slip of the pen, and small enough to be added up. */
const LARGEST = 1e6;

export type ShareFault = 'not-a-number' | 'negative';

/** What becomes of the customers at one place. All shares 0–1; with the rest they add up to 1. */
export interface Shares {
  ways: number[];
  /** What takes no way: leaves here, or ends as the outcome that the place is. */
  rest: number;
  /** What was stated in all, before anything was scaled: more than 1 is a mistake. */
  stated: number;
  /** More than 100 % was stated: the ways are in proportion, so that the rest of the map still makes sense. */
  scaled: boolean;
  /** Stated numbers that are none, by way; they count as not stated. */
  faults: { way: number; fault: ShareFault }[];
}

/**
 * From stated probabilities (0–1, null: none) to shares. Ways without a number share what is left equally: a single way
 * out is taken by all. What is left where every way has its number leaves here. From an `outcome`, which is an end, ways
 * without a number take nobody.
 */
export function sharesOf(stated: readonly (number | null)[], outcome: boolean): Shares {
  const faults: Shares['faults'] = [];
  const known = stated.map((value, way) => {
    if (value === null) return null;
    if (Number.isFinite(value) && value >= 0) return Math.min(value, LARGEST);
    faults.push({
      way,
      fault: Number.isFinite(value) || value === Number.NEGATIVE_INFINITY ? 'negative' : 'not-a-number',
    });
    return null;
  });
  const sum = known.reduce<number>((total, value) => total + (value ?? 0), 0);
  const open = outcome ? 0 : known.filter((value) => value === null).length;
  const scaled = sum > 1 + EPSILON;
  // Whoever writes 33.3 % three times does not mean that one in a thousand leaves; whoever is off by rounding, nobody.
  const complete = scaled || (sum > 1 - EPSILON && sum > 0);
  const each = !complete && open > 0 ? (1 - sum) / open : 0;
  const ways = known.map((value) => (value === null ? (outcome ? 0 : each) : complete ? value / sum : value));
  const rest = complete || open > 0 ? 0 : 1 - sum;
  return { ways, rest, stated: sum, scaled, faults };
}

/**
 * Sets some of the ways of a fork (by index), and the others and the rest give way in proportion to what they were. Where
 * they were nothing, what is left leaves here. Values that add up to more than 1 are scaled, and said to be.
 */
export function giveWay(
  { ways, rest }: Pick<Shares, 'ways' | 'rest'>,
  set: ReadonlyMap<number, number>,
): { ways: number[]; rest: number; scaled: boolean } {
  let [taken, others] = [0, rest];
  ways.forEach((share, way) => {
    const value = set.get(way);
    if (value === undefined) others += share;
    else taken += value;
  });
  const scaled = taken > 1 + EPSILON;
  const complete = taken > 1 - EPSILON;
  const scale = complete ? 1 / taken : 1;
  const left = complete ? 0 : 1 - taken;
  const some = others > EPSILON ** 2;
  const factor = some ? left / others : 0;
  return {
    ways: ways.map((share, way) => {
      const value = set.get(way);
      return value === undefined ? share * factor : value * scale;
    }),
    rest: some ? rest * factor : left,
    scaled,
  };
}

/** Without the last bits, which would only make a file hard to read. */
export const tidyShare = (share: number): number => Math.round(share * 1e12) / 1e12;
