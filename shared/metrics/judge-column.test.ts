import { describe, expect, test } from 'vitest';
import { judgeDates, judgeNumbers } from './judge-column';

const texts = (...cells: string[]) => cells.map((text, index) => ({ text, rows: 1, line: index + 2 }));
const numbers = (...cells: string[]) => judgeNumbers(texts(...cells)).findings;
const dates = (...cells: string[]) => judgeDates(texts(...cells)).findings;

describe('the decimal sign of a column', () => {
  test.each([
    [['1.234', '12,5'], ','],
    [['1.234', '12.5'], '.'],
    [['1,234', '0.5'], '.'],
    [['1.234', '1.234.567'], ','],
    [['0.123', '1.234'], '.'],
    [['1234.567', '1.234'], '.'],
    [['5', '1 200', 'x', ''], '.'],
  ])('%j: one value that fits one sign only decides', (cells, decimal) => {
    expect(numbers(...cells)).toMatchObject({ decimal, ambiguous: false, mixed: false });
  });

  test('values like 1.234 alone are asked about, with both readings', () => {
    expect(numbers('1.234', '999', 'n/a', '12.500')).toMatchObject({
      decimal: null,
      ambiguous: true,
      mixed: false,
      range: null,
      examples: [
        { line: 2, cell: '1.234', point: 1.234, comma: 1234 },
        { line: 5, cell: '12.500', point: 12.5, comma: 12500 },
      ],
    });
    // The format says that it is a number, which it writes with a point.
    expect(judgeNumbers(texts('1.234'), true).findings).toMatchObject({ decimal: '.', ambiguous: false });
  });

  test('both signs in one column are asked about', () => {
    expect(numbers('1,5', '2.5')).toMatchObject({ decimal: null, ambiguous: false, mixed: true });
  });

  test('signs, missing values and ids are counted by rows', () => {
    const judged = judgeNumbers([
      { text: '2 €', rows: 3, line: 2 },
      { text: '3,5 €', rows: 2, line: 3 },
      { text: 'n/a', rows: 4, line: 4 },
      { text: '90071992547409931', rows: 1, line: 5 },
      { text: '7 %', rows: 1, line: 6 },
    ]);
    expect(judged).toMatchObject({ numbers: 6, missing: 4 });
    expect(judged.findings).toMatchObject({ currency: '€', percent: 1, tooLarge: 1, decimals: 1 });
  });
});

describe('the order of day and month in a column', () => {
  test('one date that fits one order only decides', () => {
    expect(dates('03/04/2026', '16/11/2026')).toMatchObject({ order: 'day-first', first: '2026-04-03' });
    expect(dates('03/04/2026', '11/16/2026')).toMatchObject({ order: 'month-first', first: '2026-03-04' });
    expect(dates('2026-03-04')).toMatchObject({ order: 'day-first', ambiguous: false });
  });

  test('03/04 alone is asked about, with both readings; a contradiction too', () => {
    expect(dates('03/04/2026', '05/05/2026')).toMatchObject({
      order: null,
      ambiguous: true,
      mixed: false,
      examples: [{ line: 2, cell: '03/04/2026', dayFirst: '2026-04-03', monthFirst: '2026-03-04' }],
      unit: null,
    });
    expect(dates('16/11/2026', '11/16/2026')).toMatchObject({ order: null, ambiguous: false, mixed: true });
  });
});
