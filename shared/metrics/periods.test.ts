import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { periodSchema } from '../document/schema';
import {
  comparePeriods,
  dayNumber,
  firstDay,
  groupPeriod,
  PERIOD_UNITS,
  periodLabel,
  periodOfDay,
  previousPeriod,
  suggestUnit,
  weeksOfYear,
} from './periods';
import { readPeriod } from './read-periods';

describe('reading', () => {
  test.each([
    ['2026-11-16', '2026-11-16'],
    ['2026/11/6', '2026-11-06'],
    ['2026-11-16T00:00:00Z', '2026-11-16'],
    ['2026-11-16 09:30', '2026-11-16'],
    ['20261116', '2026-11-16'],
    ['16/11/2026', '2026-11-16'],
    ['16.11.26', '2026-11-16'],
    ['16/11/2026 0:00', '2026-11-16'],
    ['16 Nov 2026', '2026-11-16'],
    ['16 de noviembre de 2026', '2026-11-16'],
    ['16-nov-26', '2026-11-16'],
    ['November 16, 2026', '2026-11-16'],
    ['Nov 1st, 2026', '2026-11-01'],
    ['2026-W47', '2026-W47'],
    ['2026W7', '2026-W07'],
    ['W47 2026', '2026-W47'],
    ['Week 47, 2026', '2026-W47'],
    ['Semana 47 de 2026', '2026-W47'],
    ['S47 2026', '2026-W47'],
    ['2026-11', '2026-11'],
    ['11/2026', '2026-11'],
    ['Nov 2026', '2026-11'],
    ['nov. 2026', '2026-11'],
    ['Nov-26', '2026-11'],
    ['noviembre 2026', '2026-11'],
    ['septiembre de 2026', '2026-09'],
    ['setiembre 2026', '2026-09'],
    ['ENERO 2026', '2026-01'],
    ['2026-Q4', '2026-Q4'],
    ['Q4 2026', '2026-Q4'],
    ['T4 2026', '2026-Q4'],
    ['4T 2026', '2026-Q4'],
    ['4.º trimestre de 2026', '2026-Q4'],
    ['2026', '2026'],
    ['31/02/2026', null],
    ['2026-02-29', null],
    ['2024-02-29', '2024-02-29'],
    ['2026-W53', '2026-W53'],
    ['2025-W53', null],
    ['2026-13', null],
    ['Nov 16', null],
    ['Marte 2026', null],
    ['tomorrow', null],
    ['3.5', null],
  ])('%s', (cell, period) => {
    const reading = readPeriod(cell, 'day-first');
    expect(reading.type === 'period' ? reading.period : null).toBe(period);
    if (period) expect(v.is(periodSchema, period)).toBe(true);
  });
});

describe('arithmetic', () => {
  test('ISO weeks at the turn of years', () => {
    const weekOf = (year: number, month: number, day: number) => periodOfDay(dayNumber(year, month, day)!, 'week');
    expect(weekOf(2026, 11, 16)).toBe('2026-W47');
    expect(weekOf(2026, 11, 22)).toBe('2026-W47');
    expect(weekOf(2026, 11, 23)).toBe('2026-W48');
    expect(weekOf(2027, 1, 3)).toBe('2026-W53');
    expect(weekOf(2027, 1, 4)).toBe('2027-W01');
    expect(weekOf(2024, 12, 30)).toBe('2025-W01');
    expect([2020, 2024, 2025, 2026].map(weeksOfYear)).toEqual([53, 52, 52, 53]);
  });

  test('the period before', () => {
    expect(['2026', '2026-Q1', '2026-01', '2027-W01', '2026-03-01', ''].map(previousPeriod)).toEqual([
      '2025',
      '2025-Q4',
      '2025-12',
      '2026-W53',
      '2026-02-28',
      null,
    ]);
  });

  test('grouping; a week is never cut', () => {
    expect(PERIOD_UNITS.map((unit) => groupPeriod('2026-11-16', unit))).toEqual([
      '2026-11-16',
      '2026-W47',
      '2026-11',
      '2026-Q4',
      '2026',
    ]);
    expect(PERIOD_UNITS.map((unit) => groupPeriod('2026-W47', unit))).toEqual([null, '2026-W47', null, null, null]);
    expect(PERIOD_UNITS.map((unit) => groupPeriod('2026-11', unit))).toEqual([
      null,
      null,
      '2026-11',
      '2026-Q4',
      '2026',
    ]);
  });

  test('the unit that suits', () => {
    expect(suggestUnit(['2026-11-02', '2026-11-16', '2026-11-09'])).toBe('week');
    expect(suggestUnit(['2026-11-02', '2026-11-03', '2026-11-09'])).toBe('day');
    expect(suggestUnit(['2026-09-01', '2026-10-01', '2026-11-01'])).toBe('month');
    expect(suggestUnit(['2026-09-30', '2026-10-31'])).toBe('month');
    expect(suggestUnit(['2026-01-01', '2026-04-01'])).toBe('quarter');
    expect(suggestUnit(['2025-12-31', '2026-12-31'])).toBe('year');
    expect(suggestUnit(['2026-11', '2026-Q3'])).toBe('quarter');
    expect(suggestUnit(['2026-W47', '2026-11'])).toBe(null);
    expect(suggestUnit(['2026-11-16'])).toBe('day');
    expect(suggestUnit(['', ''])).toBe(null);
  });

  test('order', () => {
    expect(['2026', '2026-02', '', '2025-W52', '2026-01-01', '2026-Q1'].sort(comparePeriods)).toEqual([
      '',
      '2025-W52',
      '2026-01-01',
      '2026-Q1',
      '2026',
      '2026-02',
    ]);
  });

  // Years are read from 1900 to 2199, and the last days of 2199 lie in the first week of 2200.
  test('every day lies in its own periods, and the one before ends just before it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: dayNumber(1900, 1, 1)!, max: dayNumber(2199, 12, 28)! }),
        fc.constantFrom(...PERIOD_UNITS),
        (day, unit) => {
          const period = periodOfDay(day, unit);
          expect(v.is(periodSchema, period)).toBe(true);
          expect(firstDay(period)!).toBeLessThanOrEqual(day);
          expect(periodOfDay(firstDay(period)!, unit)).toBe(period);
          expect(comparePeriods(previousPeriod(period)!, period)).toBeLessThan(0);
          expect(readPeriod(period, 'day-first')).toEqual({ type: 'period', period });
        },
      ),
    );
  });

  test('in words', () => {
    const labels = (language: 'en' | 'es') =>
      ['2026-W47', '2026-11-16', '2026-11', '2026-Q4', '2026', ''].map((period) => periodLabel(period, language));
    expect(labels('en')).toEqual(['Week of 16 Nov', '16 Nov', 'Nov 2026', 'Q4 2026', '2026', 'No date']);
    expect(labels('es')).toEqual(['Semana del 16 nov', '16 nov', 'nov 2026', 'T4 2026', '2026', 'Sin fecha']);
    expect(periodLabel('2026-W53', 'en', { year: true })).toBe('Week of 28 Dec 2026');
  });
});
