import { describe, expect, test } from 'vitest';
import { flowMap, petFood } from '../../test/fixtures/flow-maps';
import { createMeasurement, createMetric } from '../document/create';
import { createTranslator } from '../language/translator';
import { betaCdf, betaQuantile, logGamma } from './beta';
import { flowGraphOf } from './flow-graph';
import { adoptObserved, observedShares } from './observed';
import { solveFlow } from './solve';
import { wilsonInterval } from './wilson';
import { observedText } from './wording';

describe('Wilson’s interval', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d as published', (count, of, low, high) => {
    const found = wilsonInterval(count, of)!;
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('is mirrored, ends at 0 and 1, and refuses what was never seen', () => {
    const [one, other] = [wilsonInterval(7, 50)!, wilsonInterval(43, 50)!];
    expect(one.low).toBeCloseTo(1 - other.high, 12);
    expect(wilsonInterval(20, 20)?.high).toBe(1);
    expect([wilsonInterval(0, 0), wilsonInterval(5, 3), wilsonInterval(-1, 3), wilsonInterval(Number.NaN, 3)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the Beta distribution', () => {
  // Clopper and Pearson's limits are Beta quantiles; the same table of Newcombe's, method 5.
  test.each([
    [81, 263, 0.2527, 0.3676],
    [15, 148, 0.0578, 0.1617],
    [1, 29, 0.0009, 0.1776],
  ])('exact limits of %d of %d as published', (x, n, low, high) => {
    expect(betaQuantile(0.025, x, n - x + 1)).toBeCloseTo(low, 4);
    expect(betaQuantile(0.975, x + 1, n - x)).toBeCloseTo(high, 4);
  });

  // Upper 5 % points of F(m, n) from any table of it: x = m F ÷ (n + m F) is a quantile of Beta(m/2, n/2).
  test.each([
    [1, 1, 161.4476],
    [5, 10, 3.3258],
    [1, 10, 4.9646],
    [10, 20, 2.3479],
    [30, 60, 1.6491],
  ])('the F table for %d and %d degrees of freedom', (m, n, f) => {
    const x = betaQuantile(0.95, m / 2, n / 2);
    expect(((x / (1 - x)) * n) / m / f).toBeCloseTo(1, 4);
  });

  test('closed forms, and the gamma function', () => {
    expect(betaCdf(0.3, 1, 5)).toBeCloseTo(1 - 0.7 ** 5, 14);
    expect(betaCdf(0.2, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(0.2)), 13);
    expect(betaCdf(0.5, 3000, 3000)).toBeCloseTo(0.5, 10);
    expect([betaCdf(-1, 2, 2), betaCdf(1, 2, 2)]).toEqual([0, 1]);
    expect(betaQuantile(0.9, 1, 1)).toBeCloseTo(0.9, 14);
    expect(Math.exp(logGamma(6))).toBeCloseTo(120, 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 13);
  });
});

describe('observed against predicted', () => {
  function seenMap() {
    const map = petFood();
    map.connections['price-checkout']!.observed = { count: 4_423, of: 9_214 };
    map.connections['price-compare']!.observed = { count: 4_791, of: null };
    map.connections['shipping-subscribes']!.observed = { count: 810, of: null };
    map.connections['shipping-abandons']!.observed = { count: 190, of: null };
    return map;
  }

  test('share, interval, inside or outside', () => {
    const seen = observedShares(flowGraphOf(seenMap()));
    const price = seen.get('price-checkout')!;
    expect(price).toMatchObject({ count: 4_423, of: 9_214, predicted: 0.62, inside: false, source: 'typed' });
    expect(price.share).toBeCloseTo(0.48, 3);
    expect(price.interval!.low).toBeCloseTo(0.4698, 4);
    expect(price.interval!.high).toBeCloseTo(0.4902, 4);
    expect(seen.get('price-compare')).toMatchObject({ of: 9_214 });
    expect(seen.get('shipping-subscribes')).toMatchObject({ share: 0.81, of: 1_000, inside: true });
    expect(observedText('yes', price, createTranslator('en'), 'en')).toBe(
      '95 % interval of “yes”: 47%–49%. The prediction lies outside it.',
    );
    expect(observedText('sí', seen.get('shipping-subscribes')!, createTranslator('es'), 'es')).toContain(
      'La previsión queda dentro.',
    );
  });

  test('from the values of a metric on the connection: counts, or shares with or without their number', () => {
    const map = flowMap({ 'a?>won!': 0.5, 'a?>lost!': 0.5, 'b?>won!': 0.4, 'b?>c': 0.6 }, { a: 1 });
    map.metrics.taken = createMetric({ id: 'taken', order: 'a0' });
    map.metrics.rate = createMetric({ id: 'rate', unit: 'percent', order: 'a1' });
    const measure = (connection: string, metric: string, points: { period: string; value: number; n?: number }[]) => {
      const id = `${connection}-${metric}`;
      map.measurements[id] = createMeasurement({ id, metric, connection, points });
      map.connections[connection]!.observedMetric = metric;
    };
    measure('a-won', 'taken', [
      { period: '2026-10', value: 30 },
      { period: '2026-11', value: 60 },
    ]);
    measure('a-lost', 'taken', [
      { period: '2026-10', value: 70 },
      { period: '2026-11', value: 40 },
    ]);
    measure('b-won', 'rate', [{ period: '2026-11', value: 0.25, n: 80 }]);
    measure('b-c', 'rate', [{ period: '2026-11', value: 0.7 }]);
    const seen = observedShares(flowGraphOf(map));
    expect(seen.get('a-won')).toMatchObject({ share: 0.6, count: 60, of: 100, period: '2026-11', source: 'metric' });
    expect(seen.get('b-won')).toMatchObject({ share: 0.25, count: 20, of: 80, inside: false });
    expect(seen.get('b-c')).toMatchObject({ share: 0.7, count: null, interval: null, inside: null });
    expect(observedShares(flowGraphOf(map), '2026-10').get('a-won')).toMatchObject({ share: 0.3 });
    expect(observedShares(flowGraphOf(map), '2020').size).toBe(0);
  });

  test('nonsense is passed over', () => {
    const map = flowMap({ 'a?>won!': 0.5, 'a?>lost!': 0.5 });
    map.connections['a-won']!.observed = { count: 0, of: null };
    map.connections['a-lost']!.observed = { count: 9, of: 3 };
    expect([...observedShares(flowGraphOf(map)).keys()]).toEqual(['a-won']);
    expect(
      observedText(
        'x',
        { ...observedShares(flowGraphOf(map)).get('a-won')!, interval: null },
        createTranslator('en'),
        'en',
      ),
    ).toBe('Nothing says how many customers were seen.');
  });

  test('use observed: the prediction is what was seen, as sure as the counts; the others give way', () => {
    const map = seenMap();
    map.connections['price-compare']!.observed = null;
    map.connections['price-compare']!.guess = { type: 'range', low: 0.3, high: 0.4 };
    expect(adoptObserved(map)).toBe(3);
    const { probability, guess } = map.connections['price-checkout']!;
    expect(probability).toBeCloseTo(4_423 / 9_214, 11);
    expect(guess).toEqual({ type: 'counts', hits: 4_423, of: 9_214 });
    expect(map.connections['price-compare']!.probability).toBeCloseTo(4_791 / 9_214, 11);
    expect(map.connections['price-compare']!.guess).toBeNull();
    expect(map.connections['compare-shipping']!.probability).toBe(0.3);
    const graph = flowGraphOf(map);
    expect(graph.faults).toEqual([]);
    expect([...observedShares(graph).values()].every(({ inside }) => inside)).toBe(true);
    expect(solveFlow(graph).exits).toEqual([]);
  });

  test('use observed of one branch only, and ways without a number stay without', () => {
    const map = flowMap({ 'a?>b': 0.5, 'a?>c': null, 'a?>won!': 0.25, 'b>won!': null, 'c>won!': null }, { a: 100 });
    for (const id of ['a-b', 'a-won']) map.connections[id]!.observed = { count: 30, of: 50 };
    expect(adoptObserved(map, ['a-b'])).toBe(1);
    expect(map.connections['a-b']!.probability).toBe(0.6);
    expect(map.connections['a-won']!.probability).toBeCloseTo(0.2, 12);
    expect(map.connections['a-c']!.probability).toBeNull();
    expect(flowGraphOf(map).shares[flowGraphOf(map).wayOf.get('a-c')!]).toBeCloseTo(0.2, 9);
  });
});
