import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowMap, petFood, randomFlowMap, setOutcome } from '../../test/fixtures/flow-maps';
import { betaCdf } from './beta';
import { shareDrawer } from './drawn-shares';
import { type FlowGraph, flowGraphOf } from './flow-graph';
import { demandOf, startForecast } from './forecast';
import { createRandom, xoshiro128 } from './random';
import { samplersOf } from './samplers';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const variance = (values: readonly number[]) => {
  const middle = mean(values);
  return mean(values.map((value) => (value - middle) ** 2));
};
const many = (count: number, draw: () => number) => Array.from({ length: count }, draw);

describe('random numbers', () => {
  test('xoshiro128** by its reference: the first outputs from the state 1, 2, 3, 4', () => {
    // Worked out from the authors' C code.
    const next = xoshiro128([1, 2, 3, 4]);
    expect(many(10, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  test('the same seed gives the same numbers; they lie evenly in [0, 1)', () => {
    const [one, same, other] = [createRandom(7), createRandom(7), createRandom(8)];
    const values = many(100_000, one);
    expect(many(5, same)).toEqual(values.slice(0, 5));
    expect(other()).not.toBe(values[0]);
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true);
    const boxes = new Array(20).fill(0);
    for (const value of values) boxes[Math.floor(value * 20)]++;
    const chiSquare = boxes.reduce((sum, count) => sum + (count - 5_000) ** 2 / 5_000, 0);
    // 99.9 % point for 19 degrees of freedom.
    expect(chiSquare).toBeLessThan(43.82);
  });
});

describe('samplers', () => {
  const { normal, gamma, beta, binomial, whole } = samplersOf(createRandom(11));
  const count = 40_000;
  /** Means of many draws lie within five of their standard deviations. */
  const near = (values: readonly number[], expected: number, spread: number) =>
    expect(Math.abs(mean(values) - expected)).toBeLessThan((5 * spread) / Math.sqrt(values.length));

  test('normal', () => {
    const values = many(count, normal);
    near(values, 0, 1);
    expect(variance(values)).toBeCloseTo(1, 1);
  });

  test.each([0.5, 1, 3.5, 200])('gamma with shape %d', (shape) => {
    const values = many(count, () => gamma(shape));
    near(values, shape, Math.sqrt(shape));
    expect(variance(values) / shape).toBeCloseTo(1, 1);
  });

  test.each([
    [0.5, 0.5],
    [62.5, 38.5],
    [1.5, 20],
  ])('beta(%d, %d) follows its distribution (Kolmogorov and Smirnov)', (a, b) => {
    const values = many(10_000, () => beta(a, b)).sort((x, y) => x - y);
    const distance = values.reduce(
      (most, x, index) => Math.max(most, Math.abs(betaCdf(x, a, b) - (index + 0.5) / 10_000)),
      0,
    );
    expect(distance).toBeLessThan(1.95 / 100);
  });

  test.each([
    [12, 0.3],
    [40, 0.25],
    [40, 0.5],
    [1_000, 0.62],
    [1_000_000, 0.001],
    [25, 0.99],
  ])('binomial(%d, %d)', (n, p) => {
    const values = many(count, () => binomial(n, p));
    expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= n)).toBe(true);
    near(values, n * p, Math.sqrt(n * p * (1 - p)));
    expect(variance(values) / (n * p * (1 - p))).toBeCloseTo(1, 1);
  });

  test('binomial by its probabilities, in the part that is drawn by rejection', () => {
    const [n, p] = [30, 0.4];
    const seen = new Array(n + 1).fill(0);
    for (let index = 0; index < 100_000; index++) seen[binomial(n, p)]++;
    let chance = (1 - p) ** n;
    let chiSquare = 0;
    for (let k = 0; k <= n; k++) {
      const expected = chance * 100_000;
      if (expected > 20) chiSquare += (seen[k] - expected) ** 2 / expected;
      chance *= (p / (1 - p)) * ((n - k) / (k + 1));
    }
    // 99.9 % point for 21 degrees of freedom.
    expect(chiSquare).toBeLessThan(46.8);
  });

  test('the ends, and whole numbers', () => {
    expect([binomial(0, 0.5), binomial(9, 0), binomial(9, 1), binomial(9, -1)]).toEqual([0, 0, 9, 0]);
    expect(whole(7)).toBe(7);
    near(
      many(count, () => whole(2.3)),
      2.3,
      0.46,
    );
  });
});

describe('drawn shares', () => {
  const drawn = (graph: FlowGraph, seed = 3) => {
    const random = createRandom(seed);
    const { draw } = shareDrawer(graph, random, samplersOf(random));
    const shares = graph.shares.slice();
    const rest = graph.rest.slice();
    return () => {
      draw(shares, rest);
      return { shares, rest };
    };
  };

  test('always add up to 1, whatever is uncertain', () => {
    const guess = fc.oneof(
      fc.constant(null),
      fc
        .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([a, b]) => ({ type: 'range' as const, low: Math.min(a, b), high: Math.max(a, b) })),
      fc.nat({ max: 100 }).map((hits) => ({ type: 'counts' as const, hits, of: 100 })),
    );
    const way = fc.record({ probability: fc.option(fc.double({ min: 0, max: 0.4, noNaN: true })), guess });
    fc.assert(
      fc.property(fc.array(way, { minLength: 1, maxLength: 4 }), fc.integer(), (ways, seed) => {
        const graph = flowGraphOf(flowMap(Object.fromEntries(ways.map((one, index) => [`a?>end${index}!`, one]))));
        const draw = drawn(graph, seed);
        const { shares, rest } = draw();
        const sum = [...shares].reduce((total, share) => total + share, rest[0]!);
        expect(sum).toBeCloseTo(1, 9);
        for (const share of [...shares, ...rest]) expect(share).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  test('the certain ones and the rest give way in proportion', () => {
    const graph = flowGraphOf(
      flowMap({ 'a?>x!': { probability: 0.5, guess: { type: 'range', low: 0.4, high: 0.6 } }, 'a?>y!': 0.3 }),
    );
    const draw = drawn(graph);
    for (let index = 0; index < 50; index++) {
      const { shares, rest } = draw();
      expect(shares[0]! >= 0.4 && shares[0]! <= 0.6).toBe(true);
      expect(shares[1]! / rest[0]!).toBeCloseTo(1.5, 9);
    }
  });

  test('ways counted among the same customers are drawn together', () => {
    const graph = flowGraphOf(
      flowMap({
        'a?>x!': { guess: { type: 'counts', hits: 120, of: 300 } },
        'a?>y!': { guess: { type: 'counts', hits: 180, of: 300 } },
      }),
    );
    const draw = drawn(graph);
    const values = many(20_000, () => draw().shares[0]!);
    expect(mean(values)).toBeCloseTo(0.4, 2);
    // Beta(120.5, 180.5).
    expect(Math.sqrt(variance(values))).toBeCloseTo(Math.sqrt((0.4003 * 0.5997) / 302), 3);
    const { shares } = draw();
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 12);
  });
});

describe('Monte Carlo', () => {
  const periods = ['2026-12', '2027-01'];
  const run = (graph: FlowGraph, runs = 10_000, seed = 7) => {
    const started = startForecast(graph, periods, { runs, seed });
    started.simulation.advance(runs);
    return started.read();
  };

  test('converges to the exact values; without guesses the band is mere chance', () => {
    const { outcomes, value, runs } = run(flowGraphOf(petFood()));
    expect(runs).toBe(10_000);
    for (const { customers } of outcomes) {
      for (const { expected, band } of [...customers.values]) {
        const deviation = Math.sqrt(expected * (1 - expected / 10_000));
        expect(Math.abs(band!.median - expected)).toBeLessThan(2 + 0.06 * deviation);
        // 10 % and 90 % points of a normal distribution.
        expect(Math.abs(band!.low - (expected - 1.2816 * deviation))).toBeLessThan(0.08 * deviation + 1);
        expect(Math.abs(band!.high - (expected + 1.2816 * deviation))).toBeLessThan(0.08 * deviation + 1);
      }
    }
    expect(value[0]?.line.total.expected).toBeCloseTo(2 * (5872 * 30 - 2660 * 7.5), 5);
  });

  test('a guess of "n of m" widens the band as Beta and binomial together do', () => {
    const map = flowMap(
      { 'a?>won!': { guess: { type: 'counts', hits: 30, of: 100 } }, 'a?>lost!': null },
      { a: 1_000 },
    );
    const [won] = run(flowGraphOf(map)).outcomes;
    const [a, b] = [30.5, 70.5];
    const p = a / (a + b);
    // Mean and variance of the beta-binomial distribution.
    const deviation = Math.sqrt((1_000 * p * (1 - p) * (a + b + 1_000)) / (a + b + 1));
    const band = won!.customers.values[0]!.band!;
    expect(band.median / (1_000 * p)).toBeCloseTo(1, 1);
    expect((band.high - band.low) / (2 * 1.2816 * deviation)).toBeCloseTo(1, 1);
  });

  test('two periods share what is not known: their sum is as uncertain as they are', () => {
    const map = flowMap({ 'a?>won!': { guess: { type: 'counts', hits: 3, of: 10 } }, 'a?>lost!': null }, { a: 10_000 });
    const { values, total } = run(flowGraphOf(map), 4_000).outcomes[0]!.customers;
    const width = (band: { low: number; high: number } | null) => band!.high - band!.low;
    expect(width(total.band) / width(values[0]!.band)).toBeCloseTo(2, 1);
  });

  test('the same seed gives the same bands, however it is sliced', () => {
    const graph = flowGraphOf(petFood());
    const sliced = startForecast(graph, periods, { runs: 700, seed: 5 });
    let slices = 0;
    while (!sliced.simulation.advance(64)) slices++;
    expect(slices).toBe(10);
    expect(sliced.read()).toEqual(run(graph, 700, 5));
    expect(sliced.read()).not.toEqual(run(graph, 700, 6));
    const early = startForecast(graph, periods, { runs: 700 });
    expect(early.read().outcomes[0]?.customers.values[0]?.band).toBeNull();
    early.simulation.advance(10);
    expect(early.read().runs).toBe(10);
  });

  test('more entries than outcomes, a loop that a guess may open, fractions of customers', () => {
    const map = flowMap(
      {
        'a>c?': null,
        'b>c?': null,
        'c?>a': { probability: 1, guess: { type: 'range', low: 0.9, high: 1 } },
        'c?>won!': 0,
      },
      { a: 0.4, b: 3, c: 10 },
    );
    const { outcomes } = run(flowGraphOf(map), 500);
    const { expected, band } = outcomes[0]!.customers.values[0]!;
    expect(expected).toBe(0);
    expect(band!.high).toBe(0);
    map.connections['c-won']!.probability = 0.05;
    map.connections['c-a']!.probability = 0.95;
    const open = run(flowGraphOf(map), 2_000).outcomes[0]!.customers.values[0]!;
    expect(open.expected).toBeCloseTo(13.4, 9);
    expect(open.band!.median).toBeCloseTo(13.4, 0);
  });

  test('bands hold the exact values of generated maps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), fc.integer(), (size, seed) => {
        const graph = flowGraphOf(randomFlowMap(size, createRandom(seed)));
        for (const { customers } of run(graph, 400, seed).outcomes) {
          for (const { expected, band } of [...customers.values, customers.total]) {
            expect(band!.low).toBeLessThanOrEqual(band!.median);
            expect(band!.median).toBeLessThanOrEqual(band!.high);
            expect(Math.abs(band!.median - expected)).toBeLessThan(3 + 0.4 * Math.sqrt(expected));
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  test('thousands of entries and outcomes fall as one crowd', () => {
    const ways: Record<string, number | null> = {};
    const entries: Record<string, number> = {};
    for (let index = 0; index < 70; index++) {
      ways[`in${index}>hub?`] = null;
      ways[`hub?>end${index}!`] = 1 / 70;
      entries[`in${index}`] = 100;
    }
    const map = flowMap(ways, entries);
    setOutcome(map, 'end3', { units: 0.5, unitName: 'hours' });
    const { outcomes } = run(flowGraphOf(map), 500);
    const third = outcomes.find(({ element }) => element === 'end3')!;
    expect(third.customers.values[0]!.band!.median).toBeCloseTo(100, -1);
    expect(third.units!.total.expected).toBeCloseTo(100, 6);
    expect(demandOf(flowGraphOf(map), periods).nodes).toHaveLength(70);
  });
});
