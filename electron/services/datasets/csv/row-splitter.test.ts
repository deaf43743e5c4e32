import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DELIMITERS, type Delimiter, type RawRow, splitCells } from '../../../../shared/metrics/split-cells';
import { RowSplitter } from './row-splitter';
import { PlainScan } from './scan';

const NO_LIMIT = { rows: 1_000_000, cells: 1_001 };
const delimiter = fc.constantFrom<Delimiter>(...DELIMITERS);
/** Texts of what a splitter has to heed, and little else. */
const awkward = fc
  .array(fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r', '\r\n', ' ', 'a', 'ñ', '"x"', '€', 'b c'), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

function inPieces(text: string, cuts: readonly number[], by: Delimiter): RawRow[] {
  const rows: RawRow[] = [];
  const splitter = new RowSplitter(by, (line, cells, fault) => rows.push({ line, cells, fault }));
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  for (const place of [...places, text.length]) {
    splitter.push(text.slice(from, place));
    from = place;
  }
  splitter.finish();
  return rows;
}

describe('splitting what comes in pieces', () => {
  it('gives the same rows as splitting the whole', () => {
    fc.assert(
      fc.property(awkward, fc.array(fc.nat(200), { maxLength: 8 }), delimiter, (text, cuts, by) => {
        expect(inPieces(text, cuts, by)).toEqual(splitCells(text, by, NO_LIMIT));
      }),
      { numRuns: 2_000 },
    );
  });

  it('refuses a row without an end, and says where it begins', () => {
    const splitter = new RowSplitter(';', () => undefined);
    splitter.push('a;b\n"c\n');
    expect(() => {
      for (let piece = 0; piece < 30; piece++) splitter.push('x'.repeat(100_000));
    }).toThrow(expect.objectContaining({ fault: { code: 'data-long-row', detail: '2' } }));
  });
});

describe('looking for plain text', () => {
  const scanned = (text: string, cuts: readonly number[], by: Delimiter) => {
    const scan = new PlainScan(by);
    const bytes = Buffer.from(text);
    const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
    let from = 0;
    for (const place of [...places, bytes.length]) {
      scan.add(bytes.subarray(from, place));
      from = place;
    }
    return { plain: scan.finish(), rows: scan.shape.rows, scan };
  };

  it('counts rows and knows their lines, wherever it calls a text plain', () => {
    let plainTexts = 0;
    fc.assert(
      fc.property(awkward, fc.array(fc.nat(200), { maxLength: 8 }), delimiter, (text, cuts, by) => {
        const { plain, rows } = scanned(text, cuts, by);
        if (!plain) return;
        plainTexts++;
        const expected = splitCells(text, by, NO_LIMIT).filter(({ cells }) => cells.length > 1 || cells[0] !== '');
        expect(rows).toBe(expected.length);
        expect(expected.every(({ fault }) => fault === null)).toBe(true);
        const lineOf = (row: number) => row + 1 + (plain.shifts.findLast((shift) => shift.row <= row)?.lines ?? 0);
        expect(expected.map((_, row) => lineOf(row))).toEqual(expected.map(({ line }) => line));
      }),
      { numRuns: 3_000 },
    );
    expect(plainTexts).toBeGreaterThan(300);
  });

  it.each([
    ['a,b\nc,d\n', true],
    ['a,b\r\nc,d', true],
    ['a,b\rc,d\r', true],
    ['"a","b ""x"""\n"c\n2",d\n', true],
    ['Title\n\na,b\n1,2\n', true],
    ['a,b\nc,d\r\n', false],
    ['a,5" pipe\n', false],
    ['"a" ,b\n', false],
    ['a,"b\n', false],
    ['a\0,b\n', false],
    ['""\n', false],
  ])('%j is plain: %s', (text, isPlain) => {
    expect(scanned(text, [], ',').plain !== null).toBe(isPlain);
  });

  it('gives up where every second line is out of step', () => {
    expect(scanned('a,b\n\n'.repeat(60), [], ',').plain).not.toBeNull();
    expect(scanned('a,b\n\n'.repeat(70), [], ',').plain).toBeNull();
  });
});
