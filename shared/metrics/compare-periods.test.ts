import { describe, expect, test } from 'vitest';
import { createMetric } from '../document/create';
import type { Metric } from '../document/schema';
import { changeOf, isUncertain } from './compare-periods';

const metric = (values: Partial<Metric> = {}) => createMetric({ order: 'a0', aggregation: 'sum', ...values });
const points = [
  { period: '2025-11', value: 80 },
  { period: '2026-08', value: 50, n: 29 },
  { period: '2026-10', value: 100, n: 300 },
  { period: '2026-11', value: 120, n: 30 },
];

describe('change of a value', () => {
  test('against the month before: 120 after 100 is 20 more, 20 %', () => {
    expect(changeOf(points, '2026-11', metric(), 'previous')).toEqual({
      against: 'previous',
      period: '2026-10',
      value: 120,
      reference: 100,
      difference: 20,
      relative: 0.2,
      points: null,
      tellAs: 'relative',
      changeIs: 'good',
      uncertain: false,
      missing: null,
    });
  });

  test('against a year ago: 120 after 80 is 50 % more, bad where lower is better', () => {
    expect(changeOf(points, '2026-11', metric({ direction: 'lower' }), 'year')).toMatchObject({
      period: '2025-11',
      difference: 40,
      relative: 0.5,
      changeIs: 'bad',
    });
  });

  test('against a baseline of 150: 30 less, 20 %', () => {
    expect(changeOf(points, '2026-11', metric({ baseline: 150 }), 'baseline')).toMatchObject({
      period: null,
      reference: 150,
      difference: -30,
      relative: -0.2,
      changeIs: 'bad',
      missing: null,
    });
    expect(changeOf(points, '2026-11', metric(), 'baseline')).toMatchObject({ reference: null, missing: 'reference' });
  });

  test('never across a gap', () => {
    expect(changeOf(points, '2026-10', metric(), 'previous')).toMatchObject({
      period: '2026-09',
      difference: null,
      relative: null,
      changeIs: 'neutral',
      missing: 'reference',
    });
    expect(changeOf(points, '2026-09', metric(), 'previous')).toMatchObject({ value: null, missing: 'value' });
    expect(changeOf([{ period: '', value: 1 }], '', metric(), 'year')).toMatchObject({
      value: 1,
      missing: 'reference',
    });
  });

  test('percentages by points: 2.1 % after 2.7 % is −0.6', () => {
    const rates = [
      { period: '2026-W46', value: 0.027 },
      { period: '2026-W47', value: 0.021 },
    ];
    expect(changeOf(rates, '2026-W47', metric({ unit: 'percent', aggregation: 'ratio' }), 'previous')).toMatchObject({
      difference: -0.006,
      points: -0.6,
      tellAs: 'points',
      changeIs: 'bad',
    });
  });

  test.each([
    [0.3, 0.1, 0.2],
    [1_000_000.1, 1_000_000, 0.1],
    [0.1, 0.3, -0.2],
    [0, 0, 0],
    [1e300, -1e300, 2e300],
    [1e-300, 0, 1e-300],
    [9_007_199_254_740_991, 1, 9_007_199_254_740_990],
  ])('%d less %d is %d', (value, baseline, difference) => {
    expect(changeOf([{ period: '2026', value }], '2026', metric({ baseline }), 'baseline').difference).toBe(difference);
  });

  test('scores by difference, and so whatever comes from nothing', () => {
    const scores = [
      { period: '2026-Q1', value: -10 },
      { period: '2026-Q2', value: 15 },
      { period: '2026-Q3', value: 30 },
    ];
    const nps = metric({ aggregation: 'nps' });
    expect(changeOf(scores, '2026-Q2', nps, 'previous')).toMatchObject({
      difference: 25,
      relative: null,
      tellAs: 'difference',
    });
    expect(changeOf(scores, '2026-Q3', nps, 'previous')).toMatchObject({ relative: 1, tellAs: 'difference' });
    expect(
      changeOf(
        [
          { period: '2025', value: 0 },
          { period: '2026', value: 5 },
        ],
        '2026',
        metric(),
        'previous',
      ),
    ).toMatchObject({
      difference: 5,
      relative: null,
      tellAs: 'difference',
    });
  });

  test('few cases on either side make it uncertain', () => {
    const kept = [
      { period: '2026-01', value: 1, n: 29 },
      { period: '2026-02', value: 2, n: 30 },
      { period: '2026-03', value: 3 },
    ];
    expect(changeOf(kept, '2026-02', metric(), 'previous').uncertain).toBe(true);
    expect(changeOf(kept, '2026-03', metric(), 'previous').uncertain).toBe(false);
    expect([isUncertain(kept[0]), isUncertain(kept[1]), isUncertain(kept[2]), isUncertain(undefined)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('without a direction no change is good or bad, nor is none', () => {
    expect(changeOf(points, '2026-11', metric({ direction: 'none' }), 'previous').changeIs).toBe('neutral');
    expect(changeOf(points, '2026-11', metric({ baseline: 120 }), 'baseline').changeIs).toBe('neutral');
  });
});
