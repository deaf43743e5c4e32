import { describe, expect, test } from 'vitest';
import { createConnection, createElement, createMeasurement, createMetric, emptyMap } from '../document/create';
import type { JourneyMap, Measurement, Metric } from '../document/schema';
import { nextPeriod } from './period-steps';
import { suddenChange } from './sudden-change';
import { findWarnings, warningText } from './warnings';

/** A series of values from a period on; null: there is none. */
function series(start: string, values: (number | null)[]) {
  let period: string | null = start;
  return values.flatMap((value) => {
    const own = period ?? '';
    period = nextPeriod(own);
    return value === null ? [] : { period: own, value };
  });
}

describe('sudden changes', () => {
  /**
   * Deviations from the median of up to five before, from the fourth on: 100 101 102 99 100 101 98 102 100 | 60
   * 99 − 101 = −2, 100 − 100.5 = −0.5, 101 − 100 = 1, 98 − 101 = −3, 102 − 100 = 2, 100 − 100 = 0, 60 − 100 = −40.
   * Median −0.5; distances 1.5 0 1.5 2.5 2.5 0.5 39.5; MAD 1.5; M = 0.6745 × −39.5 ÷ 1.5 = −17.76.
   */
  const noisy = [100, 101, 102, 99, 100, 101, 98, 102, 100];

  test('a drop, with the score worked out by hand', () => {
    const found = suddenChange(series('2026-W30', [...noisy, 60]));
    expect(found).toMatchObject({ period: '2026-W39', value: 60, expected: 99.5 });
    expect(found?.score).toBeCloseTo(-17.7618, 3);
  });

  test('a spike, and nothing where it is as usual', () => {
    expect(suddenChange(series('2026-W30', [...noisy, 140]))?.score).toBeGreaterThan(3.5);
    expect(suddenChange(series('2026-W30', [...noisy, 97]))).toBeNull();
  });

  test('the end of a spike is no drop', () => {
    expect(suddenChange(series('2026-W30', [...noisy, 140, 101]))).toBeNull();
  });

  test('a steady rise is usual; its end is not sudden either, its fall is', () => {
    const rise = [100, 110, 121, 129, 140, 151, 159, 170, 181, 190, 199];
    expect(suddenChange(series('2026-01', [...rise, 210]))).toBeNull();
    expect(suddenChange(series('2026-01', [...rise, 120]))?.score).toBeLessThan(-3.5);
  });

  test('a series that never moved: MAD is 0, the mean distance decides: 7 ÷ 1.253314 = 5.585', () => {
    const flat = Array<number>(9).fill(50);
    expect(suddenChange(series('2026-01', [...flat, 40]))?.score).toBeCloseTo(-5.5852, 3);
    // 49 is 2 % off.
    expect(suddenChange(series('2026-01', [...flat, 49]))).toBeNull();
    expect(suddenChange(series('2026-01', [...flat, 50]))).toBeNull();
  });

  test('too few values tell nothing, nor does what comes after a long gap', () => {
    expect(suddenChange(series('2026-W30', [...noisy.slice(1), 60]))).toBeNull();
    expect(suddenChange(series('2026-W30', [...noisy, null, null, null, 60]))).toBeNull();
    expect(suddenChange(series('2026-W30', [...noisy, null, 60]))).not.toBeNull();
    expect(suddenChange([])).toBeNull();
    expect(suddenChange([{ period: '', value: 3 }])).toBeNull();
  });

  test('a shop that rests on Sundays drops on no Sunday, but on a Sunday that it worked it jumps', () => {
    // 2 February 2026 is a Monday.
    const week = (noise: number) => [100, 102, 98, 101, 99 + noise, 120, 5];
    const days = Array.from({ length: 8 }, (_, index) => week(index % 3)).flat();
    expect(suddenChange(series('2026-02-02', days))).toBeNull();
    expect(suddenChange(series('2026-02-02', [...days.slice(0, -1), 90]))).toMatchObject({ value: 90, expected: 5 });
  });
});

describe('warning signs', () => {
  function mapWith(entries: Record<string, Partial<Measurement> & { of?: Partial<Metric> }>): JourneyMap {
    const map = emptyMap();
    map.elements.page = { ...createElement('touchpoint', { title: 'Página', order: 'a0' }), id: 'page' };
    for (const [id, { of = {}, ...measurement }] of Object.entries(entries)) {
      map.metrics[id] = createMetric({ id, title: id.toUpperCase(), order: 'a0', decimals: 0, ...of });
      map.measurements[id] = createMeasurement({ id, metric: id, element: 'page', ...measurement });
    }
    return map;
  }
  const noisy = [100, 101, 102, 99, 100, 101, 98, 102, 100];

  test('all four, the gravest first', () => {
    const map = mapWith({
      old: { points: series('2026-01', [5]) },
      good: { points: series('2026-W38', [...noisy, 160]) },
      fell: { points: series('2026-W38', [...noisy, 60]) },
      slow: { of: { direction: 'lower', warning: 10 }, points: series('2026-W47', [11]) },
      low: { of: { warning: 10 }, warning: 40, points: series('2026-W47', [20]) },
      fine: { of: { warning: 10 }, points: series('2026-W47', [20]) },
      empty: {},
    });
    const signs = findWarnings(map, '2026-11-24');
    expect(signs.map(({ measurement, id, changeIs }) => [measurement, id, changeIs])).toEqual([
      ['low', 'threshold', 'bad'],
      ['slow', 'threshold', 'bad'],
      ['fell', 'drop', 'bad'],
      ['good', 'spike', 'good'],
      ['old', 'stale', 'neutral'],
    ]);
    // Half of 40 is missing: 50; 11 is a tenth beyond 10.
    expect(signs.slice(0, 2).map(({ weight }) => Math.round(weight))).toEqual([350, 310]);
    expect(signs.every(({ element }) => element === 'page')).toBe(true);
    expect(findWarnings(map).map(({ id }) => id)).not.toContain('stale');
  });

  test('few cases weigh a class less, and the text says so', () => {
    const map = mapWith({
      few: { of: { warning: 50 }, points: [{ period: '2026-W47', value: 10, n: 12 }] },
      many: { of: { warning: 50 }, points: [{ period: '2026-W47', value: 49, n: 300 }] },
    });
    const [first, second] = findWarnings(map);
    expect([first?.measurement, second?.measurement, second?.uncertain]).toEqual(['many', 'few', true]);
    expect(warningText(second!, map, 'en').advice).toMatch(/fewer than 30 cases/);
    expect(warningText(first!, map, 'en').advice).not.toMatch(/fewer than 30 cases/);
  });

  test('what is out of date is not sudden any more', () => {
    const map = mapWith({ fell: { points: series('2026-W30', [...noisy, 60]) } });
    expect(findWarnings(map, '2026-11-24').map(({ id }) => id)).toEqual(['stale']);
  });

  test('says what, where and what to do, in both languages', () => {
    const map = mapWith({
      ctr: { of: { warning: 0.02, unit: 'percent', decimals: 1, title: 'CTR' }, points: series('2026-W47', [0.015]) },
    });
    const [sign] = findWarnings(map, '2026-11-24');
    expect(warningText(sign!, map, 'en')).toEqual({
      message: 'Página: CTR is 1.5%, beyond the warning threshold of 2.0%',
      advice: 'Look for the cause at this step, or move the threshold if it no longer fits.',
    });
    expect(warningText(sign!, map, 'es').message.replaceAll('\u00a0', ' ')).toBe(
      'Página: CTR está en 1,5 %, más allá del umbral de alerta de 2,0 %',
    );
  });

  test('names connections, the whole map and segments', () => {
    const map = mapWith({
      a: { element: null, of: { warning: 9 }, points: series('2026', [1]) },
      b: { element: null, connection: 'line', segment: 'España', of: { warning: 9 }, points: series('2026', [1]) },
    });
    map.connections.line = createConnection({ id: 'line', type: 'flow', from: 'page', to: 'gone' });
    const places = findWarnings(map).map((sign) => warningText(sign, map, 'es').message.split(':')[0]);
    expect(places).toEqual(['Todo el mapa', 'Página → Sin título · España']);
  });
});
