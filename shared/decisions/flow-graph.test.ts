import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap } from '../../test/fixtures/arbitrary-map';
import { flowMap, petFood } from '../../test/fixtures/flow-maps';
import { flowGraphOf } from './flow-graph';
import { giveWay, sharesOf } from './shares';
import { solveFlow } from './solve';

const sharesBy = (graph: ReturnType<typeof flowGraphOf>) =>
  Object.fromEntries(graph.ways.map(({ id }, way) => [id, Math.round(graph.shares[way]! * 1e9) / 1e9]));

describe('shares of a fork', () => {
  test.each([
    ['one way without a number is taken by all', [null], [1], 0],
    ['ways without a number share what is left', [0.5, null, null], [0.5, 0.25, 0.25], 0],
    ['what is left where all have a number leaves', [0.5, 0.2], [0.5, 0.2], 0.3],
    ['nothing is left for the one without', [0.6, 0.4, null], [0.6, 0.4, 0], 0],
    ['no ways: all leave', [], [], 1],
    ['nobody moves on', [0, 0], [0, 0], 1],
    ['off by rounding is complete', [0.1, 0.2, 0.7 - 1e-12], [0.1, 0.2, 0.7], 0],
  ] as const)('%s', (_, stated, ways, rest) => {
    const found = sharesOf(stated, false);
    found.ways.forEach((share, way) => {
      expect(share).toBeCloseTo(ways[way]!, 9);
    });
    expect(found.rest).toBeCloseTo(rest, 9);
    expect(found.scaled).toBe(false);
  });

  test('an outcome keeps all but those who are stated to go on', () => {
    expect(sharesOf([null, 0.25], true)).toMatchObject({ ways: [0, 0.25], rest: 0.75 });
    expect(sharesOf([null], true)).toMatchObject({ ways: [0], rest: 1 });
  });

  const anyNumber = fc.oneof(
    fc.constant(null),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(Number.NaN, -1, 2, 1e308, Number.POSITIVE_INFINITY, 1e-310),
  );

  test('always add up to 1, whatever is stated, and after giving way too', () => {
    fc.assert(
      fc.property(
        fc.array(anyNumber, { maxLength: 8 }),
        fc.boolean(),
        fc.array(fc.option(fc.double({ min: 0, max: 1.5, noNaN: true })), { maxLength: 8 }),
        (stated, outcome, changes) => {
          const found = sharesOf(stated, outcome);
          const set = new Map(
            changes.flatMap((value, way): [number, number][] =>
              value === null || way >= stated.length ? [] : [[way, value]],
            ),
          );
          for (const { ways, rest } of [found, giveWay(found, set)]) {
            for (const share of [...ways, rest]) expect(share >= 0 && share <= 1 + 1e-12).toBe(true);
            expect(ways.reduce((sum, share) => sum + share, rest)).toBeCloseTo(1, 9);
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('the others give way in proportion, the rest too', () => {
    expect(giveWay({ ways: [0.5, 0.3], rest: 0.2 }, new Map([[0, 0.75]]))).toEqual({
      ways: [0.75, 0.15, 0.1].slice(0, 2),
      rest: 0.1,
      scaled: false,
    });
    expect(giveWay({ ways: [1, 0], rest: 0 }, new Map([[0, 0.75]]))).toEqual({
      ways: [0.75, 0],
      rest: 0.25,
      scaled: false,
    });
    expect(
      giveWay(
        { ways: [0.6, 0.4], rest: 0 },
        new Map([
          [0, 0.9],
          [1, 0.9],
        ]),
      ),
    ).toEqual({
      ways: [0.5, 0.5],
      rest: 0,
      scaled: true,
    });
  });
});

describe('from a map to its graph', () => {
  test('forks of any card, decisions and outcomes without ways, and no relations', () => {
    const map = flowMap({ 'a>b': 0.25, 'a>c': null, 'b>won!': null, 'alone?>won!': 0.4 }, { a: 5 });
    map.connections.relation = { ...map.connections['a-b']!, id: 'relation', type: 'relation' };
    const graph = flowGraphOf(map);
    expect(sharesBy(graph)).toEqual({ 'a-b': 0.25, 'a-c': 0.75, 'b-won': 1, 'alone-won': 0.4 });
    expect(graph.nodes.filter(({ fork }) => fork).map(({ id }) => id)).toEqual(['a']);
    expect(graph.rest[graph.nodeOf.get('alone')!]).toBeCloseTo(0.6, 12);
    expect([...graph.first].at(-1)).toBe(graph.ways.length);
  });

  test('a guess without a number counts by its middle', () => {
    const map = flowMap({
      'a?>b': { guess: { type: 'range', low: 0.5, high: 0.75 } },
      'a?>c': { guess: { type: 'counts', hits: 3, of: 12 } },
      'b>won!': { guess: { type: 'range', low: 0.9, high: 0.1 } },
    });
    expect(sharesBy(flowGraphOf(map))).toEqual({ 'a-b': 0.625, 'a-c': 0.25, 'b-won': 1 });
  });

  test('a scenario sets shares and customers; who it does not name gives way, and a guess stays as sure', () => {
    const map = petFood();
    map.connections['price-checkout']!.guess = { type: 'range', low: 0.5, high: 0.7 };
    map.connections['compare-shipping']!.guess = { type: 'counts', hits: 30, of: 100 };
    const scenario = {
      probabilities: { 'price-checkout': 0.72, 'compare-shipping': 0.5, gone: 0.3 },
      entries: { 'in-page': 4_000, gone: 1 },
    };
    const graph = flowGraphOf(map, { scenario });
    expect(sharesBy(graph)).toMatchObject({ 'price-checkout': 0.72, 'price-compare': 0.28, 'compare-competitor': 0.5 });
    expect(graph.entries[0]?.customers).toBe(4_000);
    expect(graph.faults).toEqual([]);
    const guessOf = (id: string) => graph.ways[graph.wayOf.get(id)!]?.guess;
    expect(guessOf('compare-shipping')).toEqual({ type: 'counts', hits: 50, of: 100 });
    expect(guessOf('price-checkout')).toMatchObject({ low: 0.6, high: expect.closeTo(0.8, 12) });
    const both = flowGraphOf(map, {
      scenario: { probabilities: { 'price-checkout': 0.9, 'price-compare': 0.3 }, entries: {} },
    });
    expect(both.faults).toMatchObject([{ id: 'over-one', element: 'price', values: { percent: 120 } }]);
    const bad = flowGraphOf(map, { scenario: { probabilities: { 'price-checkout': Number.NaN }, entries: {} } });
    expect(bad.faults).toMatchObject([{ id: 'not-a-number', connection: 'price-checkout' }]);
    expect(sharesBy(bad)['price-checkout']).toBe(0.62);
  });

  test('an entry’s series follows its number in a scenario', () => {
    const map = flowMap({ 'a>won!': null }, { a: { customers: 100, series: [{ period: '2026-12', customers: 150 }] } });
    const { entries } = flowGraphOf(map, { scenario: { probabilities: {}, entries: { 'in-a': 200 } } });
    expect(entries[0]?.entry.series).toEqual([{ period: '2026-12', customers: 300 }]);
  });

  test('only one persona’s entries, and those of all together; other units of time are converted', () => {
    const map = flowMap(
      { 'a>won!': null },
      {
        a: { customers: 30 },
        b: { customers: 7, unit: 'week', persona: 'lucia' },
        c: { customers: 1, persona: 'tom' },
      },
    );
    expect(flowGraphOf(map).unit).toBe('month');
    const graph = flowGraphOf(map, { persona: 'lucia' });
    expect(graph.entries.map(({ entry }) => entry.element)).toEqual(['a', 'b']);
    expect(graph.entries[1]?.customers).toBeCloseTo(30.436875, 9);
    expect(flowGraphOf(map, { unit: 'week' }).entries[1]?.customers).toBe(7);
  });

  test('any map gives a graph that solves', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const graph = flowGraphOf(map);
        const { customers, ending, circling } = solveFlow(graph);
        const sum = [...ending, ...circling].reduce((total, value) => total + value, 0);
        if (Number.isFinite(customers)) expect(Math.abs(sum - customers)).toBeLessThanOrEqual(1e-9 * customers);
        graph.nodes.forEach(({ ways }, node) => {
          const total = ways.reduce((all, way) => all + graph.shares[way]!, graph.rest[node]!);
          expect(total).toBeCloseTo(1, 9);
        });
      }),
      { numRuns: 200 },
    );
  });
});
