import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aggregateRows, type Point } from './aggregate';
import { type Coarsened, coarsen } from './coarsen';
import { isCut, lastDay, longerPeriod, nextPeriod, periodLastYear, periodsWithin } from './period-steps';
import { firstDay, periodOfDay } from './periods';

const points = (values: Record<string, number | [value: number, n: number]>): Point[] =>
  Object.entries(values).map(([period, value]) =>
    typeof value === 'number' ? { period, value } : { period, value: value[0], n: value[1] },
  );
const ratios = (values: Record<string, [numerator: number, denominator: number]>): Point[] =>
  Object.entries(values).map(([period, [numerator, denominator]]) => ({
    period,
    value: numerator / denominator,
    numerator,
    denominator,
  }));
const metric = (aggregation: Parameters<typeof coarsen>[2]['aggregation'], catalogue: string | null = null) => ({
  aggregation,
  catalogue,
});
const valuesOf = (result: Coarsened) =>
  result.status === 'ok'
    ? Object.fromEntries(result.points.map(({ period, value }) => [period, value]))
    : result.reason;

describe('steps between periods', () => {
  test.each([
    ['2024-02-28', '2024-02-29'],
    ['2026-12-31', '2027-01-01'],
    ['2026-W53', '2027-W01'],
    ['2026-01', '2026-02'],
    ['2024-02', '2024-03'],
    ['2026-Q3', '2026-Q4'],
    ['2026-Q4', '2027-Q1'],
    ['2023', '2024'],
    ['2024', '2025'],
    ['', null],
  ])('after %s comes %s', (period, next) => {
    expect(nextPeriod(period)).toBe(next);
  });

  test.each([
    ['2026-11-21', '2025-11-21'],
    ['2024-02-29', null],
    ['2026-W47', '2025-W47'],
    // 2026 has 53 weeks, 2025 has 52.
    ['2026-W53', null],
    ['2026-02', '2025-02'],
    ['2026-Q4', '2025-Q4'],
    ['2026', '2025'],
    ['', null],
  ])('a year before %s: %s', (period, before) => {
    expect(periodLastYear(period)).toBe(before);
  });

  test('a week belongs where its Thursday lies', () => {
    // Monday 28 September to Sunday 4 October 2026; its Thursday is 1 October.
    expect(longerPeriod('2026-W40', 'month')).toBe('2026-10');
    expect(isCut('2026-W40', 'month')).toBe(true);
    // Monday 29 December 2025 to Sunday 4 January 2026.
    expect(longerPeriod('2026-W01', 'year')).toBe('2026');
    expect(longerPeriod('2026-W01', 'quarter')).toBe('2026-Q1');
    expect(longerPeriod('2026-11', 'week')).toBeNull();
    expect(isCut('2026-W47', 'month')).toBe(false);
    expect(periodsWithin('2026-10', 'week')).toEqual(['2026-W40', '2026-W41', '2026-W42', '2026-W43', '2026-W44']);
    expect(periodsWithin('2026', 'week')).toHaveLength(53);
    expect(periodsWithin('2026-Q1', 'month')).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(periodsWithin('2024-02', 'day')).toHaveLength(29);
    expect(periodsWithin('', 'day')).toEqual([]);
  });

  test('every week belongs to exactly one month, and months to one quarter', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), (day) => {
        for (const [short, long] of [
          ['week', 'month'],
          ['month', 'quarter'],
          ['week', 'year'],
          ['day', 'week'],
        ] as const) {
          const period = periodOfDay(day, short);
          const longer = longerPeriod(period, long)!;
          expect(periodsWithin(longer, short)).toContain(period);
          expect(periodsWithin(nextPeriod(longer)!, short)).not.toContain(period);
        }
        const month = periodOfDay(day, 'month');
        expect(lastDay(month)! + 1).toBe(firstDay(nextPeriod(month)!)!);
      }),
    );
  });
});

describe('longer periods from shorter ones', () => {
  test('totals add up, and say how much of the period they cover', () => {
    const result = coarsen(points({ '2026-10-30': 3, '2026-10-31': 4, '2026-11-01': 5 }), 'month', metric('sum'));
    expect(result).toEqual({
      status: 'ok',
      points: [
        { period: '2026-10', value: 7, periods: 2, of: 31 },
        { period: '2026-11', value: 5, periods: 1, of: 30 },
      ],
      cutWeeks: false,
      omitted: [],
    });
  });

  test('ratios: (10 + 90) ÷ (100 + 300) = 25 %, not the mean of 10 % and 30 %', () => {
    const result = coarsen(ratios({ '2026-01': [10, 100], '2026-02': [90, 300] }), 'quarter', metric('ratio'));
    expect(result).toMatchObject({
      points: [{ period: '2026-Q1', value: 0.25, numerator: 100, denominator: 400, periods: 2, of: 3 }],
    });
  });

  test('a ratio kept with its cases only is weighted by them', () => {
    const result = coarsen(points({ '2026-01': [0.1, 100], '2026-02': [0.3, 300] }), 'year', metric('ratio'));
    expect(valuesOf(result)).toEqual({ 2026: 0.25 });
  });

  test('churn: (5 + 4 + 6) lost of the 200 at the start of the quarter = 7.5 %', () => {
    const monthly = ratios({ '2026-01': [5, 200], '2026-02': [4, 195], '2026-03': [6, 191] });
    expect(valuesOf(coarsen(monthly, 'quarter', metric('ratio', 'churn-rate')))).toEqual({ '2026-Q1': 0.075 });
    // Without January nobody knows how many there were at the start.
    expect(coarsen(monthly.slice(1), 'quarter', metric('ratio', 'churn-rate'))).toMatchObject({
      points: [],
      omitted: ['2026-Q1'],
    });
  });

  test('levels are those of the end', () => {
    const result = coarsen(points({ '2026-W45': 900, '2026-W46': 950 }), 'month', metric('last', 'followers'));
    expect(valuesOf(result)).toEqual({ '2026-11': 950 });
    const complete = ratios({ '2026-01': [10, 100], '2026-02': [30, 120] });
    expect(valuesOf(coarsen(complete, 'year', metric('ratio', 'profiles-completed')))).toEqual({ 2026: 0.25 });
  });

  test('NPS by answers: (20 × 50 + −10 × 150) ÷ 200 = −2.5, as if all had answered at once', () => {
    const kept = points({ '2026-01': [20, 50], '2026-02': [-10, 150] });
    expect(coarsen(kept, 'quarter', metric('nps'))).toMatchObject({ points: [{ value: -2.5, n: 200 }] });
    const january = aggregateRows(
      [10, 10, 9, 3, 7].map((value) => ({ value })),
      'nps',
    );
    const february = aggregateRows(
      [10, 0, 0].map((value) => ({ value })),
      'nps',
    );
    const both = [january, february].map((result, index) => {
      if (result.status === 'none') throw new Error('no value');
      const { status: _, used: __, ignored: ___, ...point } = result;
      return { ...point, period: `2026-0${index + 1}` };
    });
    // 4 promoters and 3 detractors of 8.
    expect(valuesOf(coarsen(both, 'quarter', metric('nps')))).toEqual({ '2026-Q1': 12.5 });
  });

  test('means and satisfaction are weighted by answers', () => {
    const kept = points({ '2026-01': [4, 10], '2026-02': [3, 30] });
    expect(coarsen(kept, 'year', metric('mean'))).toMatchObject({ points: [{ value: 3.25, n: 40 }] });
    const csat = points({ '2026-01': [1, 10], '2026-02': [0.5, 30] });
    expect(valuesOf(coarsen(csat, 'year', metric('csat')))).toEqual({ 2026: 0.625 });
  });

  test('extremes', () => {
    const kept = points({ '2026-01': 4, '2026-02': -3 });
    expect(valuesOf(coarsen(kept, 'year', metric('min')))).toEqual({ 2026: -3 });
    expect(valuesOf(coarsen(kept, 'year', metric('max')))).toEqual({ 2026: 4 });
  });

  test('weeks that lie in two months count where their Thursday lies, and are told', () => {
    const result = coarsen(points({ '2026-W39': 1, '2026-W40': 10, '2026-W41': 100 }), 'month', metric('sum'));
    expect(valuesOf(result)).toEqual({ '2026-09': 1, '2026-10': 110 });
    expect(result).toMatchObject({ cutWeeks: true });
    expect(coarsen(points({ '2026-W47': 1 }), 'month', metric('sum'))).toMatchObject({ cutWeeks: false });
  });

  test.each([
    ['a median of medians', { '2026-01': 1 }, 'median', null, 'median'],
    ['different visitors', { '2026-01': 1 }, 'distinct', null, 'distinct'],
    ['a mean without counts', { '2026-01': 1 }, 'mean', null, 'needs-counts'],
    ['a score without counts', { '2026-01': 1 }, 'nps', null, 'needs-counts'],
    ['a ratio without parts', { '2026-01': 1 }, 'ratio', null, 'needs-parts'],
    ['churn with the cases only', { '2026-01': [0.1, 10] as [number, number] }, 'ratio', 'churn-rate', 'needs-parts'],
    ['questions per customer', { '2026-01': 1 }, 'ratio', 'service-questions', 'same-people'],
    ['values without a date', { '': 1 }, 'sum', null, 'undated'],
    ['months beside weeks', { '2026-01': 1, '2026-W08': 1 }, 'sum', null, 'mixed-units'],
    ['years', { 2026: 1 }, 'sum', null, 'finer'],
  ] as const)('%s can not be put together', (_, kept, aggregation, catalogue, reason) => {
    const unit = reason === 'finer' ? 'month' : 'quarter';
    expect(valuesOf(coarsen(points(kept as never), unit, metric(aggregation, catalogue)))).toBe(reason);
  });

  test('what has the unit stays as it is, even a median', () => {
    expect(valuesOf(coarsen(points({ '2026-02': 2, '2026-01': 1 }), 'month', metric('median')))).toEqual({
      '2026-01': 1,
      '2026-02': 2,
    });
    expect(valuesOf(coarsen([], 'month', metric('median')))).toEqual({});
  });

  test.each(['sum', 'count', 'mean', 'weighted-mean', 'min', 'max', 'last', 'ratio', 'nps', 'csat'] as const)(
    '%s: days put together are what all rows at once are',
    (aggregation) => {
      const answer = fc.integer({ min: 0, max: 10 });
      const row = fc.record({
        day: fc.integer({ min: 1, max: 28 }),
        value: answer,
        weight: fc.integer({ min: 1, max: 50 }),
        numerator: fc.nat(50),
        denominator: fc.integer({ min: 1, max: 50 }),
      });
      fc.assert(
        fc.property(fc.array(row, { minLength: 1, maxLength: 40 }), (rows) => {
          const sorted = [...rows].sort((a, b) => a.day - b.day);
          const days = [...new Set(sorted.map(({ day }) => day))].flatMap((day) => {
            const result = aggregateRows(
              sorted.filter((other) => other.day === day),
              aggregation,
            );
            if (result.status === 'none') return [];
            const { status: _, used: __, ignored: ___, ...point } = result;
            return { ...point, period: `2026-02-${String(day).padStart(2, '0')}` };
          });
          const whole = aggregateRows(sorted, aggregation);
          const month = coarsen(days, 'month', metric(aggregation));
          if (month.status !== 'ok') throw new Error(month.reason);
          if (whole.status === 'none') expect(month.points).toEqual([]);
          else {
            expect(month.points[0]?.value).toBeCloseTo(whole.value, 9);
            expect(month.points[0]?.n).toBe(whole.n);
          }
        }),
      );
    },
  );

  test('months by way of quarters make the same year', () => {
    const month = fc.record({ numerator: fc.nat(500), denominator: fc.integer({ min: 1, max: 900 }) });
    fc.assert(
      fc.property(fc.array(month, { minLength: 12, maxLength: 12 }), (months) => {
        const kept = months.map(({ numerator, denominator }, index) => ({
          period: `2026-${String(index + 1).padStart(2, '0')}`,
          value: numerator / denominator,
          numerator,
          denominator,
        }));
        const quarters = coarsen(kept, 'quarter', metric('ratio'));
        if (quarters.status !== 'ok') throw new Error(quarters.reason);
        expect(valuesOf(coarsen(quarters.points, 'year', metric('ratio')))).toEqual(
          valuesOf(coarsen(kept, 'year', metric('ratio'))),
        );
      }),
    );
  });
});
