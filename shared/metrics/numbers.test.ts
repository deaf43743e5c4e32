import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatValue } from './format';
import { currencyCode, readNumber, readNumberColumn } from './numbers';

const values = (cells: string[], decimal: '.' | ',' | null = null) =>
  readNumberColumn(cells, decimal).readings.map((reading) =>
    reading.type === 'number' ? reading.value : reading.type === 'refused' ? reading.reason : null,
  );

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

describe('a column', () => {
  test('one value that fits one sign only decides', () => {
    expect(readNumberColumn(['1.234', '12,5'])).toMatchObject({
      decimal: ',',
      ambiguous: false,
      mixed: false,
      decimals: 1,
    });
    expect(values(['1.234', '12,5'])).toEqual([1234, 12.5]);
    expect(values(['1.234', '12.5'])).toEqual([1.234, 12.5]);
    expect(values(['1,234', '0.5'])).toEqual([1234, 0.5]);
    expect(values(['1.234', '1.234.567'])).toEqual([1234, 1234567]);
    expect(values(['0.123', '1.234'])).toEqual([0.123, 1.234]);
    expect(values(['1234.567', '1.234'])).toEqual([1234.567, 1.234]);
  });

  test('values like 1.234 alone are asked about, with both readings', () => {
    const column = readNumberColumn(['1.234', '999', 'n/a', '12.500']);
    expect(column).toMatchObject({ decimal: null, ambiguous: true, mixed: false, readings: [] });
    expect(column.examples).toEqual([
      { row: 0, cell: '1.234', point: 1.234, comma: 1234 },
      { row: 3, cell: '12.500', point: 12.5, comma: 12500 },
    ]);
    expect(values(['1.234', '999', 'n/a', '12.500'], ',')).toEqual([1234, 999, null, 12500]);
    expect(values(['1.234', '999', 'n/a', '12.500'], '.')).toEqual([1.234, 999, null, 12.5]);
  });

  test('both signs in one column are asked about; after the answer the others are refused', () => {
    const column = readNumberColumn(['1,5', '2.5']);
    expect(column).toMatchObject({ decimal: null, ambiguous: false, mixed: true });
    expect(values(['1,5', '2.5'], ',')).toEqual([1.5, 'not-a-number']);
  });

  test('whole numbers leave nothing to ask', () => {
    expect(readNumberColumn(['5', '1 200', 'x', ''])).toMatchObject({ decimal: '.', ambiguous: false });
    expect(values(['5', '1 200', 'x', ''])).toEqual([5, 1200, 'not-a-number', null]);
  });

  test('a value without the sign of its column, or with another, is refused', () => {
    expect(values(['2,1 %', '3', '0'])).toEqual([0.021, 'no-percent-sign', 0]);
    expect(values(['2 €', '3 EUR', '4', '5 $'])).toEqual([2, 3, 4, 'other-currency']);
    expect(readNumberColumn(['2 €', '3,5 €'])).toMatchObject({ currency: '€', percent: false, decimals: 1 });
  });

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
          const column = readNumberColumn([formatValue(value, shape, language)], language === 'en' ? '.' : ',');
          expect(column.readings[0]).toMatchObject({ type: 'number', value, percent: shape.unit === 'percent' });
        },
      ),
    );
  });

  test('any text gets an answer', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 30 })), (cells) => {
        const column = readNumberColumn(cells, '.');
        expect(column.readings).toHaveLength(cells.length);
        for (const reading of column.readings)
          if (reading.type === 'number') expect(Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});
