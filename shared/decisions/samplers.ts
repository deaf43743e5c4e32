import type { Random } from './random';

/** Draws from the distributions that a simulation needs, all from one source of uniform numbers. */
export interface Samplers {
  /** Standard normal, by Marsaglia's polar method (SIAM Review 1964). */
  normal(): number;
  /** Gamma with this shape > 0 and scale 1: Marsaglia and Tsang, ACM Trans. Math. Softw. 2000. */
  gamma(shape: number): number;
  /** Beta(a, b), a and b > 0, from two gammas. */
  beta(a: number, b: number): number;
  /** How many of n (whole, ≥ 0) succeed, each with probability p: inversion where few do, else Hörmann's BTRS (1993). */
  binomial(n: number, p: number): number;
  /** A whole number next to a value ≥ 0, which on average is the value. */
  whole(value: number): number;
}

export function samplersOf(random: Random): Samplers {
  let spare: number | null = null;

  function normal(): number {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    for (;;) {
      const [x, y] = [2 * random() - 1, 2 * random() - 1];
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  }

  function gamma(shape: number): number {
    if (shape < 1) return gamma(shape + 1) * (1 - random()) ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = normal();
      const v = (1 + c * x) ** 3;
      if (v <= 0) continue;
      const u = 1 - random();
      if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
    }
  }

  function fewSuccesses(n: number, p: number): number {
    const q = 1 - p;
    const ratio = p / q;
    let chance = q ** n;
    let u = random();
    let k = 0;
    // What is left after rounding is smaller than any u that is not nearly 1.
    while (u > chance && k < n) {
      u -= chance;
      k += 1;
      chance *= (ratio * (n - k + 1)) / k;
    }
    return k;
  }

  function manySuccesses(n: number, p: number): number {
    const deviation = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * deviation;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const c = n * p + 0.5;
    const limit = 0.92 - 4.2 / b;
    const ratio = p / (1 - p);
    const alpha = (2.83 + 5.1 / b) * deviation;
    const mode = Math.floor((n + 1) * p);
    for (;;) {
      const u = random() - 0.5;
      const v = 1 - random();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + c);
      if (us >= 0.07 && v <= limit) return k;
      if (!(k >= 0 && k <= n)) continue;
      const bound =
        (mode + 0.5) * Math.log((mode + 1) / (ratio * (n - mode + 1))) +
        (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
        (k + 0.5) * Math.log((ratio * (n - k + 1)) / (k + 1)) +
        stirlingTail(mode) +
        stirlingTail(n - mode) -
        stirlingTail(k) -
        stirlingTail(n - k);
      if (Math.log((v * alpha) / (a / (us * us) + b)) <= bound) return k;
    }
  }

  function binomial(n: number, p: number): number {
    if (!(n > 0 && p > 0)) return 0;
    if (p >= 1) return n;
    if (p > 0.5) return n - binomial(n, 1 - p);
    return n * p < 10 ? fewSuccesses(n, p) : manySuccesses(n, p);
  }

  return {
    normal,
    gamma,
    beta(a, b) {
      const [x, y] = [gamma(a), gamma(b)];
      return x + y > 0 ? x / (x + y) : 0.5;
    },
    binomial,
    whole(value) {
      const below = Math.floor(value);
      return value > below && random() < value - below ? below + 1 : below;
    },
  };
}

/** ln k! beyond Stirling's formula. */
const TAIL = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
] as const;

function stirlingTail(k: number): number {
  const known = TAIL[k];
  if (known !== undefined) return known;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}
