import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue } from './format';
import { currencyCode, readNumber } from './numbers';

describe('one cell', () => {
  test.each([
    ['1.234,56', ',', 1234.56],
    ['1,234.56', '.', 1234.56],
    ['1 234,56', ',', 1234.56],
    ['1\u00a0234,56', ',', 1234.56],
    ['1\u202f234\u202f567', ',', 1234567],
    ["1'234'567.5", '.', 1234567.5],
    ['1’234.50', '.', 1234.5],
    ['1.234.567', ',', 1234567],
    ['12,34,567', '.', null],
    ['1.23.456', ',', null],
    ['1234,5', ',', 1234.5],
    ['0,123', ',', 0.123],
    [',5', ',', 0.5],
    ['-3,2', ',', -3.2],
    ['−3.2', '.', -3.2],
    ['(1,200.50)', '.', -1200.5],
    ['+7', '.', 7],
    ['1.5E+03', '.', 1500],
    ['-0', '.', 0],
    ['007', '.', 7],
    ['5²', '.', null],
    ['12 min', '.', null],
    ['0x10', '.', null],
    ['1e', '.', null],
    ['5.', '.', null],
    ['Infinity', '.', null],
    ['--5', '.', null],
    ['1,234', ',', 1.234],
    ['1,234', '.', 1234],
  ] as const)('%s with %s', (cell, decimal, value) => {
    const reading = readNumber(cell, decimal);
    expect(reading.type === 'number' ? reading.value : null).toBe(value);
  });

  test('percentages are exact fractions', () => {
    expect(readNumber('2,1 %', ',')).toEqual({
      type: 'number',
      value: 0.021,
      percent: true,
      currency: null,
      decimals: 1,
    });
    expect(readNumber('1.1%', '.')).toMatchObject({ value: 0.011 });
    expect(readNumber('-0,5\u00a0%', ',')).toMatchObject({ value: -0.005 });
    expect(readNumber('1.150 %', ',')).toMatchObject({ value: 11.5 });
  });

  test.each([
    ['€1,234.50', '.', 1234.5, '€'],
    ['1.234,50 €', ',', 1234.5, '€'],
    ['EUR 12', '.', 12, 'EUR'],
    ['-$5', '.', -5, '$'],
    ['$-5', '.', -5, '$'],
    ['($5.25)', '.', -5.25, '$'],
    ['US$ 3', '.', 3, 'US$'],
    ['£9.99', '.', 9.99, '£'],
    ['99 Kč', '.', 99, 'Kč'],
  ] as const)('money: %s', (cell, decimal, value, currency) => {
    expect(readNumber(cell, decimal)).toMatchObject({ type: 'number', value, currency });
  });

  test.each(['', '  ', '-', '–', '—', 'n/a', 'N/A', 'n.d.', 's/d', 'NULL', '#N/A', '(not set)', 'sin datos', '\u00a0'])(
    '%s is missing',
    (cell) => {
      expect(readNumber(cell, '.')).toEqual({ type: 'missing' });
    },
  );

  test('what would lose digits or is not finite is refused', () => {
    expect(readNumber('1e999', '.')).toEqual({ type: 'refused', reason: 'too-large' });
    expect(readNumber('9007199254740993', '.')).toEqual({ type: 'refused', reason: 'too-large' });
    expect(readNumber('9007199254740991', '.')).toMatchObject({ value: 9007199254740991 });
    expect(readNumber('1'.repeat(100_000), '.')).toEqual({ type: 'refused', reason: 'not-a-number' });
  });

  test('signs that several currencies share keep their name', () => {
    expect(['€', '$', 'US$', 'kr', 'EUR'].map(currencyCode)).toEqual(['EUR', '$', 'USD', 'kr', 'EUR']);
  });
});

describe('any cell', () => {
  test('what is formatted in English or Spanish reads back', () => {
    const metric = fc.constantFrom(
      { unit: 'number', currency: '', decimals: 2 } as const,
      { unit: 'percent', currency: '', decimals: 1 } as const,
      { unit: 'currency', currency: 'EUR', decimals: 2 } as const,
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -1e11, max: 1e11 }),
        metric,
        fc.constantFrom('en' as const, 'es' as const),
        (whole, shape, language) => {
          const value = whole / (shape.unit === 'percent' ? 1000 : 100);
          const reading = readNumber(formatValue(value, shape, language), language === 'en' ? '.' : ',');
          expect(reading).toMatchObject({ type: 'number', value, percent: shape.unit === 'percent' });
        },
      ),
    );
  });

  test('gets an answer, and never an infinite number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (cell) => {
        const reading = readNumber(cell, '.');
        if (reading.type === 'number') expect(Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});
