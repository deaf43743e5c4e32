import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Aggregate, type AggregateRow, aggregateRows, medianOf, sumOf } from './aggregate';

const values = (...list: AggregateRow['value'][]): AggregateRow[] => list.map((value) => ({ value }));
const value = (result: Aggregate) => (result.status === 'value' ? result.value : result.reason);

describe('aggregation of rows', () => {
  test.each([
    ['sum', 17.5],
    ['mean', 4.375],
    ['median', 4],
    ['min', 1.5],
    ['max', 8],
    ['last', 2],
    ['count', 5],
    ['distinct', 5],
  ] as const)('%s', (rule, expected) => {
    // 1.5 + 6 + 8 + 2 = 17.5; sorted 1.5 2 6 8.
    expect(value(aggregateRows(values(1.5, 6, null, 8, 'n', 2, undefined, ''), rule))).toBe(expected);
  });

  test('weighted mean: (2 × 10 + 5 × 30) ÷ 40 = 4.25; rows without a weight stay out', () => {
    const rows = [
      { value: 2, weight: 10 },
      { value: 5, weight: 30 },
      { value: 100, weight: 0 },
      { value: 100, weight: -3 },
      { value: 100 },
    ];
    expect(aggregateRows(rows, 'weighted-mean')).toEqual({
      status: 'value',
      value: 4.25,
      n: 40,
      numerator: 170,
      denominator: 40,
      used: 2,
      ignored: 3,
    });
  });

  test('a ratio is the ratio of the sums: (5 + 10) ÷ (10 + 190) = 7.5 %, where the mean of 50 % and 5.3 % is 27.6 %', () => {
    const rows = [
      { numerator: 5, denominator: 10 },
      { numerator: 10, denominator: 190 },
      // Half a row would shift one sum alone.
      { numerator: 99 },
      { denominator: 99 },
    ];
    expect(aggregateRows(rows, 'ratio')).toMatchObject({ value: 0.075, n: 200, numerator: 15, used: 2, ignored: 2 });
  });

  test('money below the line is no number of cases', () => {
    expect(aggregateRows([{ numerator: 1, denominator: 12.5 }], 'ratio')).not.toHaveProperty('n');
  });

  test('NPS: 5 promoters, 2 passives, 3 detractors of 10 valid answers: 50 − 30 = 20', () => {
    const result = aggregateRows(values(9, 10, 10, 9, 9, 7, 8, 0, 6, 3, 11, -1, 9.5, null, 'x'), 'nps');
    expect(result).toEqual({
      status: 'value',
      value: 20,
      n: 10,
      numerator: 2,
      denominator: 10,
      used: 10,
      ignored: 5,
    });
    expect(value(aggregateRows(values(9, 10), 'nps'))).toBe(100);
    expect(value(aggregateRows(values(6, 0), 'nps'))).toBe(-100);
  });

  test('CSAT: 3 answers of 4 or 5 of 4 valid ones: 75 %', () => {
    expect(aggregateRows(values(5, 4, 4, 1, 0, 6, 4.5), 'csat')).toMatchObject({ value: 0.75, n: 4, ignored: 3 });
  });

  test('nothing is not zero', () => {
    for (const rule of [
      'sum',
      'mean',
      'min',
      'max',
      'median',
      'last',
      'ratio',
      'nps',
      'csat',
      'weighted-mean',
    ] as const)
      expect(aggregateRows(values(null, Number.NaN), rule)).toEqual({
        status: 'none',
        reason: 'no-values',
        ignored: 2,
      });
    expect(value(aggregateRows([], 'count'))).toBe(0);
  });

  test('division by nothing and sums beyond all numbers have a reason', () => {
    expect(value(aggregateRows([{ numerator: 1, denominator: 0 }], 'ratio'))).toBe('zero-denominator');
    expect(value(aggregateRows(values(1e308, 1e308), 'sum'))).toBe('too-large');
  });

  test('small numbers are not lost beside large ones', () => {
    expect(sumOf([1e16, 1, -1e16])).toBe(1);
    expect(sumOf(Array.from({ length: 10 }, () => 0.1))).toBe(1);
  });

  test('a million rows', () => {
    const rows = Array.from({ length: 1_000_000 }, (_, index) => ({ value: index }));
    expect([aggregateRows(rows, 'max'), aggregateRows(rows, 'min')].map(value)).toEqual([999_999, 0]);
  });

  test('ratio, NPS and mean lie between the extremes, however the rows are split', () => {
    const row = fc.record({
      numerator: fc.integer({ min: 0, max: 1000 }),
      denominator: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(20), (rows, cut) => {
        const whole = aggregateRows(rows, 'ratio');
        const parts = [rows.slice(0, cut), rows.slice(cut)]
          .map((part) => aggregateRows(part, 'ratio'))
          .flatMap((part) => (part.status === 'value' ? part : []));
        expect(value(aggregateRows(parts, 'ratio'))).toBeCloseTo(Number(value(whole)), 12);
        const ratios = rows.map(({ numerator, denominator }) => numerator / denominator);
        expect(Number(value(whole))).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-12);
        expect(Number(value(whole))).toBeLessThanOrEqual(Math.max(...ratios) + 1e-12);
      }),
    );
  });

  test('the median', () => {
    expect([medianOf([]), medianOf([3]), medianOf([4, 1]), medianOf([9, 1, 5])]).toEqual([null, 3, 2.5, 5]);
    expect(medianOf([1e308, 1.5e308])).toBe(1.25e308);
  });
});
