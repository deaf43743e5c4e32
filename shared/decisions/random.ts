/** Uniform numbers from 0 (may occur) to below 1. */
export type Random = () => number;

/**
 * xoshiro128** 1.1 (Blackman and Vigna, ACM Trans. Math. Softw. 2021), seeded through splitmix32 as its authors
 * advise: a seed gives the same numbers on every machine. Each number takes 53 bits of two outputs.
 */
export function createRandom(seed: number): Random {
  let mixed = Math.floor(seed) | 0;
  const seeded = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  const next = xoshiro128([seeded(), seeded(), seeded(), seeded()]);
  return () => ((next() >>> 5) * 67_108_864 + (next() >>> 6)) / 9_007_199_254_740_992;
}

/** The generator itself: whole numbers from 0 to 2^32 − 1. */
export function xoshiro128([one, two, three, four]: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = [one | 0, two | 0, three | 0, four | 0];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

const rotate = (value: number, bits: number) => (value << bits) | (value >>> (32 - bits));
