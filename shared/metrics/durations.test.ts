import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatClock, formatDuration, readDuration } from './durations';
import { formatShortValue, formatValue } from './format';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('times', () => {
  test.each([
    [0, 0, '0 s'],
    [1.44, 1, '1.4 s'],
    [35, 0, '35 s'],
    [59.6, 0, '1 min'],
    [95, 0, '1 min 35 s'],
    [120, 0, '2 min'],
    [3599.6, 0, '1 h'],
    [7500, 0, '2 h 5 min'],
    [86_399, 0, '1 d'],
    [273_600, 0, '3 d 4 h'],
    [-95, 0, '−1 min 35 s'],
    [-0.2, 0, '0 s'],
  ])('%s seconds with %s decimals: %s', (seconds, decimals, text) => {
    expect(plain(formatDuration(seconds, decimals, 'en'))).toBe(text);
    expect(plain(formatDuration(seconds, decimals, 'es'))).toBe(text.replace('.', ','));
  });

  test.each([
    [0, '0:00'],
    [9.6, '0:10'],
    [95, '1:35'],
    [7509, '2:05:09'],
    [-95, '−1:35'],
  ])('%s seconds on a clock: %s', (seconds, text) => expect(formatClock(seconds)).toBe(text));

  test.each([
    ['1:35', 95],
    ['2:05:09', 7509],
    ['1 min 35 s', 95],
    ['1min 35s', 95],
    ['1,5 h', 5400],
    ['−1:35', -95],
    ['95', null],
    ['1:75', null],
    ['soon', null],
  ])('%j is %s', (text, seconds) => expect(readDuration(text)).toBe(seconds));

  test('what was written is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -359_999, max: 359_999 }), (seconds) => {
        expect(readDuration(formatClock(seconds))).toBe(seconds + 0);
        const read = readDuration(formatDuration(seconds, 0, 'es')) ?? Number.NaN;
        const step = Math.abs(seconds) < 3600 ? 0.5 : Math.abs(seconds) < 86_370 ? 30 : 1800;
        expect(Math.abs(read - seconds)).toBeLessThanOrEqual(step);
      }),
    );
  });
});

describe('values with their units', () => {
  const score = { unit: 'number', currency: '', decimals: 0, aggregation: 'nps' } as const;
  const time = { unit: 'duration', currency: '', decimals: 0 } as const;

  test('a Net Promoter Score carries its sign, other numbers do not', () => {
    expect([32, -5, 0, 0.4, -0.4].map((value) => formatValue(value, score, 'en'))).toEqual([
      '+32',
      '−5',
      '0',
      '0',
      '0',
    ]);
    expect(formatValue(12.34, { ...score, decimals: 1 }, 'es')).toBe('+12,3');
    expect(formatValue(32, { ...score, aggregation: 'mean' }, 'en')).toBe('32');
  });

  test('times are words, and a clock where there is little room', () => {
    expect(plain(formatValue(95, time, 'es'))).toBe('1 min 35 s');
    expect(formatShortValue(95, time, 'en')).toBe('1:35');
    expect(plain(formatShortValue(35, time, 'en'))).toBe('35 s');
    expect(plain(formatShortValue(900_000, time, 'en'))).toBe('10 d 10 h');
    expect(formatShortValue(0.021, { unit: 'percent', currency: '', decimals: 1 }, 'en')).toBe('2.1%');
  });
});
