import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addElement, flowMap, petFood, randomFlowMap } from '../../test/fixtures/flow-maps';
import type { JourneyMap } from '../document/schema';
import { isError } from './faults';
import { type FlowGraph, flowGraphOf } from './flow-graph';
import { createRandom } from './random';
import { type Solution, solveFlow } from './solve';

const solved = (map: JourneyMap) => solveFlow(flowGraphOf(map));
const at = (solution: Solution, list: Float64Array, id: string) => list[solution.graph.nodeOf.get(id)!]!;
const ends = (solution: Solution) =>
  Object.fromEntries(solution.outcomes.map(({ element, customers }) => [element, customers]));

/** The same by another way: customers are sent along step by step until (nearly) all have ended. */
function byPowerIteration(graph: FlowGraph, rounds = 20_000) {
  const visits = new Float64Array(graph.size);
  const ending = new Float64Array(graph.size);
  let here = new Float64Array(graph.size);
  for (const { node, customers } of graph.entries) here[node]! += customers;
  for (let round = 0; round < rounds; round++) {
    const next = new Float64Array(graph.size);
    let moving = 0;
    here.forEach((value, node) => {
      if (value === 0) return;
      visits[node]! += value;
      ending[node]! += value * graph.rest[node]!;
      for (const way of graph.nodes[node]!.ways) {
        next[graph.to[way]!]! += value * graph.shares[way]!;
        moving += value * graph.shares[way]!;
      }
    });
    here = next;
    if (moving < 1e-13) break;
  }
  return { visits, ending };
}

/** Places 0 to `count` in a row; one step up with probability p, else down; both ends are outcomes. */
function gambler(count: number, p: number, start: number): JourneyMap {
  const ways: Record<string, number> = {};
  const name = (place: number) => (place === 0 || place === count ? `p${place}!` : `p${place}`);
  for (let place = 1; place < count; place++) {
    ways[`${name(place)}>${name(place + 1)}`] = p;
    ways[`${name(place)}>${name(place - 1)}`] = 1 - p;
  }
  return flowMap(ways, { [name(start)]: 1 });
}

describe('against closed forms', () => {
  test('the forks of the picture', () => {
    const solution = solved(petFood());
    expect(ends(solution)).toEqual({ competitor: 2660, subscribes: 5872, abandons: 1468 });
    expect(at(solution, solution.reached, 'compare')).toBeCloseTo(3800, 9);
    expect(solution.flows[solution.graph.wayOf.get('compare-shipping')!]).toBeCloseTo(1140, 9);
    expect(solution.value).toEqual([{ currency: 'EUR', amount: 5872 * 30 - 2660 * 7.5 }]);
    expect(solution.outcomes.find(({ element }) => element === 'subscribes')).toMatchObject({
      share: 0.5872,
      units: 11_744,
      unitName: 'boxes',
    });
    expect(solution.exits).toEqual([]);
    expect(solution.faults).toEqual([]);
  });

  test.each([0.5, 0.49, 0.7, 0.02])('gambler’s ruin with p = %d: chance of winning, length of the game', (p) => {
    const [count, start] = [40, 13];
    const solution = solved(gambler(count, p, start));
    const r = (1 - p) / p;
    const wins = p === 0.5 ? start / count : (1 - r ** start) / (1 - r ** count);
    const length = p === 0.5 ? start * (count - start) : start / (1 - 2 * p) - (count / (1 - 2 * p)) * wins;
    expect(Math.abs(ends(solution).p40! / wins - 1)).toBeLessThan(1e-11);
    expect(solution.steps / length).toBeCloseTo(1, 10);
  });

  test('a loop with return probability r is gone through 1 ÷ (1 − r) times, by as many customers as before', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999_999, noNaN: true }), (back) => {
        const solution = solved(
          flowMap(
            { 'start>work': null, 'work>work2': null, 'work2>work': back, 'work2>done!': 1 - back },
            { start: 100 },
          ),
        );
        expect(at(solution, solution.visits, 'work') * (1 - back)).toBeCloseTo(100, 7);
        expect(at(solution, solution.reached, 'work')).toBeCloseTo(100, 7);
        expect(ends(solution).done).toBeCloseTo(100, 7);
      }),
    );
  });

  test('a way back to the same card, and one that nearly nobody escapes, lose no digits', () => {
    const self = solved(flowMap({ 'a>a': 0.75, 'a>done!': 0.25 }, { a: 8 }));
    expect([at(self, self.visits, 'a'), at(self, self.reached, 'a'), ends(self).done]).toEqual([32, 8, 8]);
    const tight = solved(flowMap({ 'a>b': 1 - 1e-7, 'a>won!': 1e-7, 'b>a': 1 - 3e-7, 'b>lost!': 3e-7 }, { a: 1 }));
    expect(ends(tight).won! + ends(tight).lost!).toBeCloseTo(1, 14);
    expect(ends(tight).won! / ends(tight).lost!).toBeCloseTo(1 / (3 * (1 - 1e-7)), 8);
  });

  test('customers who ever come to a place, not their visits', () => {
    // From a: to b or c; b may come back to a. Ever reaching c is certain, b is reached by half of them.
    const solution = solved(flowMap({ 'a>b': 0.5, 'a>c': 0.5, 'b>a': 1, 'c>end!': 1 }, { a: 100 }));
    expect(at(solution, solution.visits, 'a')).toBeCloseTo(200, 10);
    expect(at(solution, solution.reached, 'a')).toBeCloseTo(100, 10);
    expect(at(solution, solution.visits, 'b')).toBeCloseTo(100, 10);
    expect(at(solution, solution.reached, 'b')).toBeCloseTo(50, 10);
    expect(at(solution, solution.reached, 'c')).toBeCloseTo(100, 10);
  });
});

const anyFlowMap = fc
  .record({ size: fc.integer({ min: 2, max: 40 }), seed: fc.integer() })
  .map(({ size, seed }) => randomFlowMap(size, createRandom(seed)));

describe('on generated graphs', () => {
  test('agrees with power iteration', () => {
    fc.assert(
      fc.property(anyFlowMap, (map) => {
        const solution = solved(map);
        const other = byPowerIteration(solution.graph);
        solution.visits.forEach((value, node) => {
          if (!solution.chain.isTrap(node))
            expect(Math.abs(value - other.visits[node]!)).toBeLessThan(1e-6 * (1 + value));
        });
        solution.ending.forEach((value, node) => {
          expect(Math.abs(value - other.ending[node]!)).toBeLessThan(1e-6);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('nobody is lost: entries = outcomes + exits + who circles; and what comes to a place leaves it', () => {
    fc.assert(
      fc.property(anyFlowMap, (map) => {
        const { graph, customers, ending, circling, outcomes, exits, visits, flows, chain } = solved(map);
        const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
        expect(sum(ending) + sum(circling)).toBeCloseTo(customers, 6);
        expect(sum([...outcomes, ...exits].map((one) => one.customers)) + sum(circling)).toBeCloseTo(customers, 6);
        graph.nodes.forEach((_, node) => {
          const entering = sum(graph.entries.map((entry) => (entry.node === node ? entry.customers : 0)));
          const arriving = sum(graph.ways.map((way, index) => (way.to === node ? flows[index]! : 0)));
          if (!chain.isTrap(node)) expect(entering + arriving).toBeCloseTo(visits[node]!, 6);
        });
      }),
    );
  });

  test('reached is what is visited once the place is made an end', () => {
    fc.assert(
      fc.property(anyFlowMap, fc.nat(), (map, pick) => {
        const solution = solved(map);
        const node = pick % solution.graph.size;
        if (solution.chain.isTrap(node)) return;
        const { graph } = solution;
        const shares = graph.shares.slice();
        for (const way of graph.nodes[node]!.ways) shares[way] = 0;
        const rest = graph.rest.slice();
        rest[node] = 1;
        const ended = solveFlow({ ...graph, shares, rest });
        expect(solution.reached[node]).toBeCloseTo(ended.visits[node]!, 6);
      }),
    );
  });
});

describe('what is wrong is named, and the rest still computes', () => {
  const named = (map: JourneyMap) =>
    solved(map).faults.map(({ id, element, connection }) => `${id} ${connection ?? element ?? '-'}`);

  test('a fork over 100 % is scaled', () => {
    const solution = solved(flowMap({ 'a?>won!': 0.8, 'a?>lost!': 0.4 }, { a: 30 }));
    expect(solution.faults).toEqual([{ id: 'over-one', element: 'a', connection: null, values: { percent: 120 } }]);
    expect(solution.graph.nodes[solution.graph.nodeOf.get('a')!]).toMatchObject({
      scaled: true,
      stated: 1.2000000000000002,
    });
    expect(ends(solution).won).toBeCloseTo(20, 10);
    expect(solution.faults.every(isError)).toBe(true);
  });

  test.each([
    [-0.5, 'negative a-won'],
    [Number.NaN, 'not-a-number a-won'],
    [Number.POSITIVE_INFINITY, 'not-a-number a-won'],
    [Number.NEGATIVE_INFINITY, 'negative a-won'],
  ])('%d counts as not stated', (probability, fault) => {
    const map = flowMap({ 'a?>won!': probability, 'a?>lost!': 0.4 }, { a: 30 });
    expect(named(map)).toEqual([fault]);
    expect(ends(solved(map))).toEqual({ won: 18, lost: 12 });
  });

  test('a loop with probability 1 keeps its customers, the others go on', () => {
    const map = flowMap({ 'a?>b': 0.25, 'a?>won!': 0.75, 'b>c': 1, 'c>b': 1, 'c>lost!': 0 }, { a: 100 });
    expect(named(map)).toEqual(['loop-without-exit b', 'unreachable lost']);
    const solution = solved(map);
    expect(solution.circling.reduce((sum, value) => sum + value, 0)).toBe(25);
    expect(ends(solution)).toEqual({ won: 75, lost: 0 });
    expect(solved(flowMap({ 'a>a': 1 }, { a: 3 })).faults).toMatchObject([
      { id: 'loop-without-exit', elements: ['a'] },
    ]);
  });

  test('dead ends, places nobody comes to, entries and ways that lead nowhere, outcomes that go on', () => {
    const map = flowMap(
      { 'a?>b': 0.5, 'a?>won!': 0.5, 'won!>c': null, 'lonely>won!': null },
      { a: 10, gone: 5, odd: Number.NaN },
    );
    delete map.elements.gone;
    map.connections.broken = { ...map.connections['a-b']!, id: 'broken', to: 'nobody' };
    expect(named(map)).toEqual([
      'way-nowhere broken',
      'entry-nowhere -',
      'entry-not-a-number odd',
      'dead-end b',
      'unreachable c',
      'unreachable lonely',
      'unreachable odd',
      'way-from-outcome won-c',
    ]);
    map.exits.why = { id: 'why', element: 'b', reason: 'Too dear', recovery: '', rescue: '' };
    expect(named(map)).not.toContain('dead-end b');
    expect(solved(map).exits).toEqual([
      { element: 'b', node: expect.any(Number), customers: 5, share: 0.5, exit: 'why' },
    ]);
    expect(named(flowMap({ 'a>won!': null }))).toEqual(['no-entries -']);
    expect(solved(flowMap({})).faults).toEqual([{ id: 'no-entries', element: null, connection: null }]);
  });

  test('a fork of three thousand ways, each of which leads back', () => {
    const ways: Record<string, number | null> = {};
    for (let way = 0; way < 3_000; way++) {
      ways[`hub?>leaf${way}`] = 1 / 3_000;
      ways[`leaf${way}>hub?`] = 0.9;
      ways[`leaf${way}>won!`] = 0.1;
    }
    const solution = solved(flowMap(ways, { hub: 1_000 }));
    expect(ends(solution).won).toBeCloseTo(1_000, 6);
    expect(at(solution, solution.visits, 'hub')).toBeCloseTo(10_000, 5);
    expect(solution.faults).toEqual([]);
  });

  test('a loop too tangled to solve is named, and what lies before it computes', () => {
    const map = flowMap({ 'start?>won!': 0.4, 'start?>k0': 0.6 }, { start: 10 });
    const random = createRandom(1);
    for (let place = 0; place < 2_200; place++) addElement(map, `k${place}`);
    const template = map.connections['start-won']!;
    for (let place = 0; place < 2_200; place++) {
      for (let way = 0; way < 12; way++) {
        const to = way === 0 ? (place + 1) % 2_200 : Math.floor(random() * 2_200);
        const id = `${place}-${way}`;
        map.connections[id] = { ...template, id, from: `k${place}`, to: `k${to}`, probability: 0.08 };
      }
    }
    const solution = solved(map);
    expect(solution.faults.map(({ id }) => id)).toEqual(['too-tangled']);
    expect(ends(solution)).toEqual({ won: 4 });
    expect(solution.circling.reduce((sum, value) => sum + value, 0)).toBeCloseTo(6, 12);
  }, 60_000);

  test('ten thousand cards in a row do not overflow', () => {
    const ways = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index}>c${index + 1}`, null]));
    const solution = solved(flowMap({ ...ways, 'c10000>won!': null }, { c0: 7 }));
    expect(ends(solution)).toEqual({ won: 7 });
    expect(solution.steps).toBe(10_001);
  });
});
