import { betaQuantile } from './beta';
import type { Guess } from './flow-graph';

/**
 * What a team's words about how sure it is mean as a distribution of the share:
 * - a range is a triangle from low to high with its peak at the stated share (in the middle, where that lies outside);
 * - "n of m" is Beta(n + ½, m − n + ½), what Jeffreys' prior makes of having seen n of m (Brown, Cai and DasGupta,
 *   Statistical Science 2001).
 */
export type Spread =
  | { type: 'triangle'; low: number; peak: number; high: number }
  | { type: 'beta'; a: number; b: number };

export function spreadOf(guess: Guess, share: number): Spread {
  if (guess.type === 'counts') return { type: 'beta', a: guess.hits + 0.5, b: guess.of - guess.hits + 0.5 };
  const inside = share >= guess.low && share <= guess.high;
  return { type: 'triangle', low: guess.low, high: guess.high, peak: inside ? share : (guess.low + guess.high) / 2 };
}

/** The share below which the distribution lies with probability `level`, 0–1. */
export function quantileOf(spread: Spread, level: number): number {
  if (spread.type === 'beta') return betaQuantile(level, spread.a, spread.b);
  const { low, peak, high } = spread;
  const width = high - low;
  const below = (peak - low) / width;
  if (level < below) return low + Math.sqrt(level * width * (peak - low));
  return high - Math.sqrt((1 - level) * width * (high - peak));
}
