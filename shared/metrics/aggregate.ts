import type { Measurement, Metric } from '../document/schema';

/** A value of a metric in a period, as the map keeps it. */
export type Point = Measurement['points'][number];
export type AggregationRule = Metric['aggregation'];

/** What a row gives to a value. Null or missing: nothing stands there. */
export interface AggregateRow {
  /** A number; for `count` and `distinct` texts count, too. */
  value?: number | string | null;
  /** For `weighted-mean`: how much the value counts, above 0; answers behind it, as a rule. */
  weight?: number | null;
  /** For `ratio`. */
  numerator?: number | null;
  denominator?: number | null;
}

/** Several rows as one. */
export type Aggregate =
  | {
      status: 'value';
      value: number;
      /** Answers or cases behind the value; missing where that says nothing, as for a total. */
      n?: number;
      /** What the value is the quotient of: `nps` is 100 times it. */
      numerator?: number;
      denominator?: number;
      /** Rows that went in, and rows that could not: nothing there, or no valid answer. */
      used: number;
      ignored: number;
    }
  | { status: 'none'; reason: NoAggregate; ignored: number };

/** No row had a value; the denominators or weights add up to nothing; the result is too large for a number. */
export type NoAggregate = 'no-values' | 'zero-denominator' | 'too-large';

/** Adds numbers up without losing small ones beside large ones (Neumaier 1974). */
export function sumOf(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  // Beyond all numbers what was lost is not one either.
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** The middle of numbers, or the mean of the two in the middle; null: there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : low / 2 + high / 2;
}

/**
 * Several rows as one value.
 *
 * - `sum`, `mean`, `min`, `max`, `median`, `last`: over the numbers; rows must be in the order of time for `last`.
 * - `weighted-mean`: Σ value × weight ÷ Σ weight; rows without a weight above 0 are left out.
 * - `count`: rows where something stands; `distinct`: different values.
 * - `ratio`: Σ numerator ÷ Σ denominator, over rows that have both; never a mean of ratios.
 * - `nps`: answers 0–10 → 100 × (answers 9–10 − answers 0–6) ÷ answers, −100 to 100 (Reichheld, HBR 12/2003).
 * - `csat`: answers 1–5 → answers 4–5 ÷ answers, 0 to 1.
 *
 * Answers that are no whole number on the scale are ignored, and counted as such.
 */
export function aggregateRows(rows: readonly AggregateRow[], rule: AggregationRule): Aggregate {
  const numbers = rows.flatMap(({ value }) => (isNumber(value) ? value : []));
  const over = (used: number) => ({ used, ignored: rows.length - used });
  const plain = (value: number | null | undefined, n?: number): Aggregate => finish(value, over(numbers.length), { n });
  switch (rule) {
    case 'sum':
      return plain(numbers.length === 0 ? null : sumOf(numbers));
    case 'mean':
      return plain(numbers.length === 0 ? null : sumOf(numbers) / numbers.length, numbers.length);
    case 'median':
      return plain(medianOf(numbers), numbers.length);
    case 'min':
      return plain(reduce(numbers, Math.min), numbers.length);
    case 'max':
      return plain(reduce(numbers, Math.max), numbers.length);
    case 'last':
      return plain(numbers.at(-1));
    case 'count':
    case 'distinct': {
      const there = rows.flatMap(({ value }) => (value === null || value === undefined || value === '' ? [] : value));
      return finish(rule === 'count' ? there.length : new Set(there).size, over(there.length), {});
    }
    case 'weighted-mean': {
      const pairs = rows.flatMap(({ value, weight }) =>
        isNumber(value) && isNumber(weight) && weight > 0 ? { numerator: value * weight, denominator: weight } : [],
      );
      return quotient(pairs, rows.length, 1);
    }
    case 'ratio': {
      const pairs = rows.flatMap(({ numerator, denominator }) =>
        isNumber(numerator) && isNumber(denominator) ? { numerator, denominator } : [],
      );
      return quotient(pairs, rows.length, 1);
    }
    case 'nps':
      return answers(numbers, rows.length, [0, 10], (answer) => (answer >= 9 ? 1 : answer <= 6 ? -1 : 0), 100);
    case 'csat':
      return answers(numbers, rows.length, [1, 5], (answer) => (answer >= 4 ? 1 : 0), 1);
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Not `Math.min(...numbers)`: a million arguments are more than a call can take. */
const reduce = (numbers: readonly number[], choose: (a: number, b: number) => number): number | null =>
  numbers.length === 0 ? null : numbers.reduce((a, b) => choose(a, b));

function finish(
  value: number | null | undefined,
  rows: { used: number; ignored: number },
  more: { n?: number | undefined; numerator?: number; denominator?: number },
): Aggregate {
  if (value === null || value === undefined) return { status: 'none', reason: 'no-values', ignored: rows.ignored };
  if (!Number.isFinite(value)) return { status: 'none', reason: 'too-large', ignored: rows.ignored };
  const { n, ...parts } = more;
  return { status: 'value', value, ...(n !== undefined && { n }), ...parts, ...rows };
}

function quotient(
  pairs: readonly { numerator: number; denominator: number }[],
  rowCount: number,
  scale: number,
): Aggregate {
  const rows = { used: pairs.length, ignored: rowCount - pairs.length };
  if (pairs.length === 0) return finish(null, rows, {});
  const numerator = sumOf(pairs.map((pair) => pair.numerator));
  const denominator = sumOf(pairs.map((pair) => pair.denominator));
  if (denominator === 0) return { status: 'none', reason: 'zero-denominator', ignored: rows.ignored };
  // Whole numbers of people or answers are cases; sums of money are not.
  const cases = pairs.every((pair) => Number.isInteger(pair.denominator) && pair.denominator >= 0);
  const n = cases ? denominator : undefined;
  return finish((scale * numerator) / denominator, rows, { n, numerator, denominator });
}

function answers(
  numbers: readonly number[],
  rowCount: number,
  [least, most]: readonly [number, number],
  score: (answer: number) => number,
  scale: number,
): Aggregate {
  const valid = numbers.filter((answer) => Number.isInteger(answer) && answer >= least && answer <= most);
  return quotient(
    valid.map((answer) => ({ numerator: score(answer), denominator: 1 })),
    rowCount,
    scale,
  );
}
