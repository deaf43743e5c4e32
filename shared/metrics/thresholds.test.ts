import { describe, expect, test } from 'vitest';
import { freshnessOf } from './freshness';
import { isBroken, isThresholdBeyondTarget, type Thresholds, thresholdStatus, thresholdsOf } from './thresholds';

const higher = (target: number | null, warning: number | null): Thresholds => ({
  target,
  warning,
  direction: 'higher',
});
const lower = (target: number | null, warning: number | null): Thresholds => ({ target, warning, direction: 'lower' });

describe('how a value stands', () => {
  test.each([
    // Target 3 %, warning at 2 %.
    [0.03, higher(0.03, 0.02), 'good'],
    [0.0299, higher(0.03, 0.02), 'near'],
    [0.02, higher(0.03, 0.02), 'near'],
    [0.0199, higher(0.03, 0.02), 'bad'],
    // Without a threshold: 10 % of the target.
    [0.027, higher(0.03, null), 'near'],
    [0.0269, higher(0.03, null), 'bad'],
    [40, lower(40, 50), 'good'],
    [50, lower(40, 50), 'near'],
    [50.1, lower(40, 50), 'bad'],
    [44, lower(40, null), 'near'],
    [44.1, lower(40, null), 'bad'],
    // Without a target nobody said what is good.
    [10, higher(null, 5), 'none'],
    [4, higher(null, 5), 'bad'],
    [4, higher(null, null), 'none'],
    [-30, higher(-20, -25), 'bad'],
    [-22, higher(-20, -25), 'near'],
    [-0.1, higher(0, null), 'bad'],
    [0, higher(0, null), 'good'],
    // A threshold that is stricter than the target warns all the same.
    [3.5, higher(3, 4), 'bad'],
    [1, { target: 3, warning: 2, direction: 'none' } as const, 'none'],
  ] as const)('%d against %j is %s', (value, thresholds, status) => {
    expect(thresholdStatus(value, thresholds)).toBe(status);
  });

  test('a threshold is broken beyond it, not on it', () => {
    expect([
      isBroken(2, higher(null, 2)),
      isBroken(1.99, higher(null, 2)),
      isBroken(0.1 + 0.2, lower(null, 0.3)),
    ]).toEqual([false, true, false]);
  });

  test('a threshold beyond the target is told', () => {
    expect([higher(3, 4), higher(4, 3), lower(3, 4), lower(4, 3), higher(3, 3)].map(isThresholdBeyondTarget)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  test('a measurement’s own go before those of its metric', () => {
    const metric = { target: 3, warning: 2, direction: 'higher' } as const;
    expect(thresholdsOf(metric)).toEqual({ target: 3, warning: 2, direction: 'higher' });
    expect(thresholdsOf(metric, { target: null, warning: 0 })).toEqual({ target: 3, warning: 0, direction: 'higher' });
  });
});

describe('fresh data', () => {
  test.each([
    // A week that ended on Sunday 15 November; the next one is half over on the 26th.
    ['2026-W46', '2026-11-25', true, 10],
    ['2026-W46', '2026-11-26', false, 11],
    ['2026-W46', '2026-11-12', true, 0],
    ['2026-11-15', '2026-11-21', true, 6],
    ['2026-11-15', '2026-11-22', false, 7],
    ['2026-10', '2026-12-15', true, 45],
    ['2026-10', '2026-12-16', false, 46],
    ['2026-Q2', '2026-11-13', true, 136],
    ['2026-Q2', '2026-11-14', false, 137],
    ['2024', '2026-07-01', true, 547],
    ['2024', '2026-07-02', false, 548],
    ['', '2026-11-22', false, null],
    ['2026-10', 'someday', false, null],
  ])('%s on %s', (period, today, fresh, age) => {
    expect(freshnessOf(period, today)).toEqual({ fresh, age });
  });

  test('values without a date are as fresh as their import', () => {
    expect(freshnessOf('', '2026-11-22', '2026-09-01T08:00:00Z')).toEqual({ fresh: true, age: 82 });
    expect(freshnessOf('', '2026-11-22', '2026-08-22T08:00:00Z')).toEqual({ fresh: false, age: 92 });
  });
});
