import { describe, expect, test } from 'vitest';
import { createElement, createMeasurement, createMetric, emptyMap } from '../document/create';
import type { JourneyMap, Metric } from '../document/schema';
import { formatValue } from './format';
import { metricOverlay, metricsWithValues } from './overlay';

type Points = Record<string, number>;

function mapWith(
  metric: Partial<Metric>,
  values: Record<string, Points | { target: number; points: Points }>,
): JourneyMap {
  const map = emptyMap();
  map.sources.s = {
    id: 's',
    name: 'shop.csv',
    hash: 'a'.repeat(64),
    importedAt: '2026-11-21T10:00:00Z',
    rows: 9,
    recipe: {},
  };
  map.metrics.m = createMetric({
    id: 'm',
    title: 'Rate',
    unit: 'percent',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: null,
    source: 's',
    order: 'a0',
    ...metric,
  });
  for (const [element, entry] of Object.entries(values)) {
    map.elements[element] = { ...createElement('touchpoint', { order: 'a0' }), id: element };
    const points = 'points' in entry ? (entry.points as Points) : (entry as Points);
    map.measurements[`m-${element}`] = createMeasurement({
      id: `m-${element}`,
      metric: 'm',
      element,
      target: 'points' in entry ? (entry.target as number) : null,
      points: Object.entries(points).map(([period, value]) => ({ period, value })),
    });
  }
  return map;
}

describe('overlay', () => {
  test('a percentage changes by points', () => {
    const map = mapWith({ target: 0.03 }, { a: { '2026-W46': 0.025, '2026-W47': 0.021 } });
    const shown = metricOverlay(map, 'm', 'en')!;
    expect(shown).toMatchObject({
      period: '2026-W47',
      periods: ['2026-W46', '2026-W47'],
      source: { name: 'shop.csv' },
    });
    expect(shown.elements.get('a')).toMatchObject({
      value: '2.1%',
      change: '▼0.4',
      changeText: '▼ 0.4 pts',
      changeIs: 'bad',
      targetText: 'target 3.0%',
      status: 'bad',
      late: false,
    });
    expect(shown.elements.get('a')?.difference).toBeCloseTo(-0.004, 12);
  });

  test('counts and money change by a share, scores by points; lower can be better', () => {
    const weeks = (before: number, after: number) => ({ a: { '2026-W46': before, '2026-W47': after } });
    const show = (metric: Partial<Metric>, before: number, after: number) =>
      metricOverlay(mapWith(metric, weeks(before, after)), 'm', 'en')!.elements.get('a')!;
    const count = { unit: 'number', decimals: 0, aggregation: 'sum' } as const;
    expect(show(count, 1000, 1250)).toMatchObject({
      value: '1,250',
      change: '▲25%',
      changeText: '▲ 25%',
      changeIs: 'good',
    });
    expect(show(count, 1000, 1013)).toMatchObject({ change: '▲1.3%' });
    expect(show({ ...count, direction: 'lower' }, 1000, 1250)).toMatchObject({ changeIs: 'bad' });
    expect(show({ ...count, direction: 'none' }, 1000, 1250)).toMatchObject({ changeIs: 'neutral', status: 'none' });
    expect(show(count, 0, 5)).toMatchObject({ change: '▲5', relative: null });
    expect(show({ unit: 'number', decimals: 1 }, 4.2, 4.5)).toMatchObject({ value: '4.5', change: '▲0.3' });
    expect(show({ unit: 'number', decimals: 0 }, -10, 20)).toMatchObject({ value: '20', change: '▲30' });
    expect(show({ unit: 'currency', currency: 'EUR', decimals: 2 }, 10, 8)).toMatchObject({
      value: '€8.00',
      change: '▼20%',
    });
    expect(show(count, 7, 7)).toMatchObject({ change: '=', changeText: 'no change', changeIs: 'neutral' });
    expect(show({}, 0.0211, 0.0212)).toMatchObject({ change: '=' });
  });

  test('no change across a gap; an old value is marked late; the period can be chosen', () => {
    const map = mapWith(
      {},
      { a: { '2026-W45': 0.5, '2026-W47': 0.6 }, b: { '2026-W45': 0.1, '2026-W46': 0.2 }, c: { '2026-W47': 0.3 } },
    );
    const latest = metricOverlay(map, 'm', 'en')!;
    expect(latest.elements.get('a')).toMatchObject({ change: null, changeIs: 'neutral', late: false });
    expect(latest.elements.get('b')).toMatchObject({ value: '20.0%', late: true, period: '2026-W46', change: '▲10.0' });
    const earlier = metricOverlay(map, 'm', 'en', { period: '2026-W45' })!;
    expect([...earlier.elements.keys()]).toEqual(['a', 'b']);
    expect(earlier.elements.get('a')).toMatchObject({ value: '50.0%', series: [0.5] });
  });

  test('the element’s own target counts before the metric’s', () => {
    const map = mapWith({ target: 0.5 }, { a: { target: 0.1, points: { '2026': 0.2 } }, b: { '2026': 0.2 } });
    const { elements } = metricOverlay(map, 'm', 'en')!;
    expect(elements.get('a')?.status).toBe('good');
    expect(elements.get('b')?.status).toBe('bad');
  });

  test('values without a date, nothing at all, and twelve values at most', () => {
    expect(metricOverlay(mapWith({}, { a: { '': 0.4 } }), 'm', 'es')).toMatchObject({ period: '', periods: [''] });
    expect(metricOverlay(mapWith({}, { a: {} }), 'm', 'en')).toBe(null);
    expect(metricOverlay(emptyMap(), 'constructor', 'en')).toBe(null);
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [String(2000 + index), index]));
    expect(metricOverlay(mapWith({}, { a: many }), 'm', 'en')!.elements.get('a')?.series).toEqual([
      8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
    ]);
  });

  test('the same map gives the same overlay, a changed one another', () => {
    const map = mapWith({}, { a: { '2026': 0.2 } });
    const first = metricOverlay(map, 'm', 'en');
    expect(metricOverlay({ ...map, title: 'New' }, 'm', 'en')).toBe(first);
    expect(metricOverlay(map, 'm', 'es')).not.toBe(first);
    const changed = {
      ...map,
      measurements: {
        ...map.measurements,
        'm-a': { ...map.measurements['m-a']!, points: [{ period: '2026', value: 0.9 }] },
      },
    };
    expect(metricOverlay(changed, 'm', 'en')?.elements.get('a')?.value).toBe('90.0%');
  });

  test('only metrics with values are offered', () => {
    expect(metricsWithValues(mapWith({}, { a: { '2026': 1 } })).map(({ id }) => id)).toEqual(['m']);
    expect(metricsWithValues(mapWith({}, { a: {} }))).toEqual([]);
  });
});

describe('formatting', () => {
  test.each([
    [0.021, { unit: 'percent', currency: '', decimals: 1 }, '2.1%', '2,1\u00a0%'],
    [12345.678, { unit: 'number', currency: '', decimals: 1 }, '12,345.7', '12.345,7'],
    [1234.5, { unit: 'currency', currency: 'EUR', decimals: 2 }, '€1,234.50', '1234,50\u00a0€'],
    [5, { unit: 'currency', currency: 'puntos', decimals: 0 }, '5 puntos', '5 puntos'],
    [5, { unit: 'currency', currency: '', decimals: 0 }, '5', '5'],
    [-0.0001, { unit: 'percent', currency: '', decimals: 1 }, '0.0%', '0,0\u00a0%'],
  ] as const)('%s', (value, metric, english, spanish) => {
    expect([formatValue(value, metric, 'en'), formatValue(value, metric, 'es')]).toEqual([english, spanish]);
  });
});
