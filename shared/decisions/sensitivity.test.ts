import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flowMap, petFood, randomFlowMap, setOutcome } from '../../test/fixtures/flow-maps';
import { createTranslator } from '../language/translator';
import { FLOW_FAULTS } from './faults';
import { type FlowGraph, flowGraphOf, setShares, withShares } from './flow-graph';
import { gainsOf, type Objective } from './objective';
import { createRandom } from './random';
import { sensitivityOf } from './sensitivity';
import { solveFlow } from './solve';
import { effectShortText, effectText, flowFaultText } from './wording';

const subscribes: Objective = { of: 'customers', outcome: 'subscribes' };

function objectiveWith(graph: FlowGraph, objective: Objective, way: number, share: number): number {
  const shares = graph.shares.slice();
  const rest = graph.rest.slice();
  setShares(graph, graph.ways[way]!.from, new Map([[way, share]]), shares, rest);
  const { ending } = solveFlow(withShares(graph, shares, rest));
  return gainsOf(graph, objective).reduce((sum, gain, node) => sum + gain * ending[node]!, 0);
}

describe('what moves an outcome', () => {
  test('the picture, by hand', () => {
    const { base, forks, branches } = sensitivityOf(flowGraphOf(petFood()), subscribes);
    expect(base).toBeCloseTo(5872, 9);
    // Shipping: 7,340 stand there. Price: yes is worth 0.8, no 0.3 × 0.8. Returning: 3,800 × 0.8.
    expect(forks.map(({ connection, perPoint }) => [connection, Math.round(perPoint * 1e6) / 1e6])).toEqual([
      ['shipping-subscribes', 73.4],
      ['price-checkout', 56],
      ['compare-shipping', 30.4],
    ]);
    expect(branches.find(({ connection }) => connection === 'price-compare')?.perPoint).toBeCloseTo(-56, 9);
    expect(forks[0]?.swing).toEqual({
      low: 0.7000000000000001,
      high: 0.9,
      atLow: expect.closeTo(7340 * 0.7, 8),
      atHigh: expect.closeTo(7340 * 0.9, 8),
      assumed: true,
    });
  });

  test('money and stock', () => {
    const graph = flowGraphOf(petFood());
    const money = sensitivityOf(graph, { of: 'value', currency: 'EUR' });
    expect(money.base).toBeCloseTo(5872 * 30 - 2660 * 7.5, 6);
    expect(sensitivityOf(graph, { of: 'units', outcome: 'subscribes' }).forks[0]?.perPoint).toBeCloseTo(146.8, 9);
    expect(sensitivityOf(graph, { of: 'value', currency: 'USD' }).base).toBe(0);
  });

  test('what was guessed bounds the swing', () => {
    const map = petFood();
    map.connections['shipping-subscribes']!.guess = { type: 'range', low: 0.75, high: 1 };
    map.connections['price-checkout']!.guess = { type: 'counts', hits: 62, of: 100 };
    const { forks } = sensitivityOf(flowGraphOf(map), subscribes);
    expect(forks[0]?.swing).toMatchObject({ low: 0.75, high: 1, atHigh: expect.closeTo(7340, 8), assumed: false });
    const price = forks[1]?.swing;
    expect(price!.low).toBeCloseTo(0.5565, 4);
    expect(price!.high).toBeCloseTo(0.6801, 4);
  });

  test('what can’t be otherwise is not listed; leaving is the other way of a single one with a number', () => {
    const graph = flowGraphOf(flowMap({ 'a>b': null, 'b>won!': 0.4 }, { a: 100 }));
    const { branches } = sensitivityOf(graph, { of: 'customers', outcome: 'won' });
    expect(branches).toMatchObject([{ connection: 'b-won', perPoint: 1, share: 0.4 }]);
  });

  test('a swing that closes a loop, and one at the end of what is possible', () => {
    const graph = flowGraphOf(flowMap({ 'a?>b': 0.05, 'a?>won!': 0.95, 'b>a': null }, { a: 10 }));
    const { forks } = sensitivityOf(graph, { of: 'customers', outcome: 'won' });
    expect(forks.map(({ swing }) => swing)).toMatchObject([{ atLow: 10, atHigh: 10 }]);
    const certain = flowGraphOf(flowMap({ 'a?>won!': 1, 'a?>lost!': 0 }, { a: 10 }));
    const effect = sensitivityOf(certain, { of: 'customers', outcome: 'won' }).forks[0];
    expect(effect).toMatchObject({
      connection: 'a-won',
      perPoint: 0.1,
      swing: { low: 0.9, high: 1, atLow: 9, atHigh: 10 },
    });
  });

  test('the derivative is what finite differences give', () => {
    const anyGraph = fc.record({ size: fc.integer({ min: 4, max: 30 }), seed: fc.integer() }).map(({ size, seed }) => {
      const map = randomFlowMap(size, createRandom(seed));
      for (const [id, value] of [
        ['end0', 12],
        ['end1', -4],
        ['end3', 1.5],
      ] as const)
        setOutcome(map, id, { value });
      return flowGraphOf(map);
    });
    const objectives: Objective[] = [
      { of: 'value', currency: '' },
      { of: 'customers', outcome: 'end1' },
    ];
    fc.assert(
      fc.property(anyGraph, fc.constantFrom(...objectives), (graph, objective) => {
        const { branches } = sensitivityOf(graph, objective, { swings: 0 });
        for (const { way, share, perPoint } of branches.slice(0, 6)) {
          const step = 1e-5;
          if (share < step || share > 1 - step) continue;
          const slope =
            (objectiveWith(graph, objective, way, share + step) - objectiveWith(graph, objective, way, share - step)) /
            (2 * step);
          expect(Math.abs(slope / 100 - perPoint)).toBeLessThan(1e-4 * (1 + Math.abs(perPoint)));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('in words', () => {
  const graph = flowGraphOf(petFood());
  const [english, spanish] = [createTranslator('en'), createTranslator('es')];
  const money: Objective = { of: 'value', currency: 'EUR' };
  const boxes: Objective = { of: 'units', outcome: 'subscribes' };

  test.each([
    [80.4, subscribes, 'en', '+1 point here = +80 “subscribes” a month'],
    [-1234.56, subscribes, 'es', '+1 punto aquí = −1235 «subscribes» al mes'],
    [0.123, boxes, 'en', '+1 point here = +0.12 boxes for “subscribes” a month'],
    [1200, money, 'en', '+1 point here = +€1,200 value of all outcomes a month'],
    [0.0001, subscribes, 'es', 'no cambia nada en «subscribes»'],
  ] as const)('%d of %o in %s', (perPoint, objective, language, text) => {
    const t = language === 'en' ? english : spanish;
    expect(effectText(perPoint, objective, graph, t, language)).toBe(text);
  });

  test('in short', () => {
    expect(effectShortText(62.2, subscribes, english, 'en')).toBe('+1 pt → +62');
    expect(effectShortText(-4.25, subscribes, spanish, 'es')).toBe('+1 pt → −4,3');
  });

  test('faults name their card, in both languages', () => {
    const map = flowMap({ 'a?>won!': 0.8, 'a?>lost!': 0.4, 'b>c': 1, 'c>b': 1 }, { a: 1, b: 1 });
    const texts = solveFlow(flowGraphOf(map)).faults.map((fault) => flowFaultText(fault, map, english).message);
    expect(texts).toEqual(['The branches of “a” add up to 120 %', 'Nobody ever leaves the loop at “b” (2 cards)']);
    for (const id of FLOW_FAULTS) {
      const fault = { id, element: null, connection: null, values: { id: 'x', percent: 1 } };
      for (const t of [english, spanish]) {
        const { message, advice } = flowFaultText(fault, map, t);
        expect(`${message} ${advice}`).not.toMatch(/\{\{|decisions\./);
      }
    }
  });
});
