import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acrossCards } from './across-cards';
import type { Point } from './aggregate';

const points = (...values: [period: string, value: number, more?: Partial<Point>][]): Point[] =>
  values.map(([period, value, more]) => ({ period, value, ...more }));
const metric = (aggregation: Parameters<typeof acrossCards>[1]['aggregation'], catalogue: string | null = null) => ({
  aggregation,
  catalogue,
});
const valuesOf = (result: ReturnType<typeof acrossCards>) =>
  result.status === 'ok' ? result.points.map(({ period, value }) => [period, value]) : result.reason;

describe('the cards of a stage together', () => {
  test('totals add up; only where every card has a value', () => {
    const a = points(['2026-W46', 10], ['2026-W47', 12]);
    const b = points(['2026-W45', 1], ['2026-W47', 3]);
    expect(valuesOf(acrossCards([a, b], metric('sum')))).toEqual([['2026-W47', 15]]);
    expect(valuesOf(acrossCards([a, b], metric('max')))).toEqual([['2026-W47', 12]]);
    expect(valuesOf(acrossCards([a], metric('count')))).toEqual([
      ['2026-W46', 10],
      ['2026-W47', 12],
    ]);
  });

  test('rates and means are those of all cases together, never a mean of means', () => {
    const large = points(['2026', 0.1, { numerator: 100, denominator: 1000 }]);
    const small = points(['2026', 0.5, { numerator: 5, denominator: 10 }]);
    expect(valuesOf(acrossCards([large, small], metric('ratio')))).toEqual([['2026', 105 / 1010]]);
    const many = points(['2026', 4, { n: 90 }]);
    const few = points(['2026', 2, { n: 10 }]);
    const mean = acrossCards([many, few], metric('mean'));
    expect(valuesOf(mean)).toEqual([['2026', 3.8]]);
    expect(mean).toMatchObject({ rule: 'pooled', points: [{ n: 100 }] });
    // 60 of 100 promoters and 10 detractors; 10 of 50 and 20: (60 − 10 + 10 − 20) ÷ 150.
    const scores = [
      points(['2026', 50, { numerator: 50, denominator: 100 }]),
      points(['2026', -20, { numerator: -10, denominator: 50 }]),
    ];
    const [[, score] = []] = valuesOf(acrossCards(scores, metric('nps'))) as [string, number][];
    expect(score).toBeCloseTo((100 * 40) / 150, 9);
  });

  test.each([
    ['median', 'median'],
    ['distinct', 'distinct'],
    ['last', 'levels'],
    ['mean', 'needs-counts'],
    ['csat', 'needs-counts'],
    ['ratio', 'needs-parts'],
  ] as const)('%s: refused, %s', (aggregation, reason) => {
    expect(acrossCards([points(['2026', 1]), points(['2026', 2])], metric(aggregation))).toEqual({
      status: 'refused',
      reason,
    });
  });

  test('a rate together lies between the rates of the cards', () => {
    const parts = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }));
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 6 }), (cards) => {
        const rates = cards.map(([numerator, denominator]) => numerator / denominator);
        const result = acrossCards(
          cards.map(([numerator, denominator]) =>
            points(['2026', numerator / denominator, { numerator, denominator }]),
          ),
          metric('ratio'),
        );
        const value = result.status === 'ok' ? (result.points[0]?.value ?? Number.NaN) : Number.NaN;
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...rates) + 1e-9);
      }),
    );
  });
});
