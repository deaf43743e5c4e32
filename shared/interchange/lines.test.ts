import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { titlesFromLines } from './lines';

describe('pasted lists', () => {
  test.each([
    ['plain lines, of any end', 'Search\r\nCompare\n\n  Buy  \rUse', ['Search', 'Compare', 'Buy', 'Use']],
    ['bullets', '- one\n* two\n• three\n•four\n– five\n◦\tsix', ['one', 'two', 'three', 'four', 'five', 'six']],
    ['tick boxes', '- [ ] one\n- [x] two\n[ ] three\n☐ four', ['one', 'two', 'three', 'four']],
    [
      'numbering',
      '1. one\n2) two\n(3) three\n1.2. four\na) five\niv) six',
      ['one', 'two', 'three', 'four', 'five', 'six'],
    ],
    [
      'what only looks like it',
      '2.5 litres\n-5 degrees\n24/7 help\nE. coli\n2026. A year\n3 steps',
      ['2.5 litres', '-5 degrees', '24/7 help', 'E. coli', '2026. A year', '3 steps'],
    ],
    [
      'a column of a spreadsheet, with a quoted cell of two lines',
      'One\n"Two\nlines, ""here"""\nThree\n',
      ['One', 'Two lines, "here"', 'Three'],
    ],
    ['several columns: the first filled cell', 'One\tx\n\ttwo\tx\n', ['One', 'two']],
    ['prose that begins with a quotation mark', '"Too dear", they say\nNext', ['"Too dear", they say', 'Next']],
    ['bare bullets and numbers', '-\n•\n1.\n', []],
    ['as word processors write them', '•\tone\n1.\ttwo\n', ['one', 'two']],
    ['nothing', ' \n\n', []],
  ])('%s', (_, text, titles) => {
    expect(titlesFromLines(text)).toEqual(titles);
  });

  test('never an empty title, never a line break, and clean titles stay', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', '-', '•', '1', '.', ')', ' ', '"', '\n', '\t', '[', ']') }),
        (text) => {
          const titles = titlesFromLines(text);
          for (const title of titles) expect(title).toMatch(/^\S([^\n\r]*\S)?$/);
        },
      ),
    );
  });
});
