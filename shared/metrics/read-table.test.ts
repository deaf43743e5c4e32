import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../document/runtime';
import { readTable, TABLE_LIMITS, type Table } from './read-table';
import { splitCells } from './split-cells';

const NO_LIMITS = { rows: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY };

function read(input: string | Uint8Array | number[]): Table {
  const bytes = typeof input === 'string' ? encodeUtf8(input) : Uint8Array.from(input);
  const result = readTable(bytes);
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.table;
}

function utf16(text: string, { bigEndian = false, mark = false } = {}): Uint8Array {
  const units = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), !bigEndian);
  return bytes;
}

/** Only characters up to 0xff and the euro sign. */
const windows1252 = (text: string) =>
  Uint8Array.from(text, (character) => (character === '€' ? 0x80 : character === '’' ? 0x92 : character.charCodeAt(0)));

const SAMPLE = 'Página;Conversión\r\nFicha de producto;2,1 %\r\n';
const ROWS = [['Ficha de producto', '2,1 %']];

describe('encodings', () => {
  test.each([
    ['UTF-8', encodeUtf8(SAMPLE), 'utf-8'],
    ['UTF-8 with a mark', encodeUtf8(`\uFEFF${SAMPLE}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(SAMPLE, { mark: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(SAMPLE, { mark: true, bigEndian: true }), 'utf-16be'],
    ['UTF-16 LE without', utf16(SAMPLE), 'utf-16le'],
    ['UTF-16 BE without', utf16(SAMPLE, { bigEndian: true }), 'utf-16be'],
    ['Windows-1252', windows1252(SAMPLE), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(read(bytes)).toEqual({
      encoding,
      delimiter: ';',
      header: ['Página', 'Conversión'],
      rows: ROWS,
      lines: [2],
      problems: [],
    });
  });

  test('the characters that Windows-1252 has and ISO 8859-1 has not', () => {
    expect(read(windows1252('a;b\nL’Oréal;3 €\n')).rows).toEqual([['L’Oréal', '3 €']]);
  });

  test('an encoding that is named is taken', () => {
    const result = readTable(encodeUtf8('a;b\nñ;1'), { encoding: 'windows-1252' });
    expect(result.status === 'ok' && result.table.rows).toEqual([['Ã±', '1']]);
  });
});

describe('delimiters', () => {
  test.each([
    ['comma', 'page,value\na,1\nb,2\n', ','],
    ['semicolon with decimal commas', 'page;value\na;1,5\nb;2,5\n', ';'],
    ['tab with commas in texts', 'page\tvalue\nYes, no\t1\nb, c\t2\n', '\t'],
    ['comma with semicolons in quotes', 'page,value\n"a;b",1\n"c;d",2\n', ','],
    ['semicolon in spite of a comma in every name', 'Página, web;Conv\nUno, dos;1\nTres, cuatro;2\n', ';'],
    ['the one that Excel names', 'sep=,\npage,a;b\nx,1;2\n', ','],
  ])('%s', (_, text, delimiter) => {
    const table = read(text);
    expect(table.delimiter).toBe(delimiter);
    expect(table.header).toHaveLength(2);
    expect(table.rows.every((row) => row.length === 2)).toBe(true);
  });

  test('a delimiter that is named is taken', () => {
    const result = readTable(encodeUtf8('a;b,c\n1;2,3'), { delimiter: ',' });
    expect(result.status === 'ok' && result.table.header).toEqual(['a;b', 'c']);
  });
});

describe('rows', () => {
  test('line ends of every kind, mixed too', () => {
    expect(read('a,b\r1,2\r3,4').rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(read('a,b\r\n1,2\n3,4\r5,6').lines).toEqual([2, 3, 4]);
  });

  test('quotes, with delimiters, quotes and line ends inside; lines are those of the file', () => {
    const table = read('a,b\n"x, ""y""\r\nz",1\nlast,2\n');
    expect(table.rows).toEqual([
      ['x, "y"\r\nz', '1'],
      ['last', '2'],
    ]);
    expect(table.lines).toEqual([2, 4]);
  });

  test('blank lines and lines of empty cells are passed over, and still counted', () => {
    const table = read('\n\na,b\n\n1,2\n,\n   \n3,4\n\n');
    expect(table.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(table.lines).toEqual([5, 8]);
    expect(table.problems).toEqual([]);
  });

  test('ragged rows are listed: a longer one is left out, a shorter one is filled up', () => {
    const table = read('name,value,period\na,2,1,2026\nb,3\nc,4,2026,,\n');
    expect(table.rows).toEqual([
      ['b', '3', ''],
      ['c', '4', '2026'],
    ]);
    expect(table.problems).toEqual([
      { line: 2, reason: 'too-many-cells' },
      { line: 3, reason: 'too-few-cells' },
    ]);
  });

  test('a quote that is never closed, text after a quote, NUL', () => {
    const table = read('a,b\n"x" y,1\nx\0y,2\n"open,3\nz,4\n');
    expect(table.rows).toEqual([
      ['x y', '1'],
      ['xy', '2'],
    ]);
    expect(table.problems).toEqual([
      { line: 2, reason: 'text-after-quote' },
      { line: 3, reason: 'nul-character' },
      { line: 4, reason: 'unclosed-quote' },
    ]);
  });

  test('column names with a meaning in JavaScript are names like any other', () => {
    const table = read('__proto__,constructor,__proto__\na,b,c\n');
    expect(table.header).toEqual(['__proto__', 'constructor', '__proto__']);
    expect(table.rows).toEqual([['a', 'b', 'c']]);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });
});

describe('what is no table', () => {
  const faultOf = (bytes: Uint8Array) => {
    const result = readTable(bytes);
    return result.status === 'fault' ? result.fault : null;
  };

  test('each has a reason', () => {
    expect(faultOf(new Uint8Array())).toEqual({ reason: 'empty' });
    expect(faultOf(encodeUtf8('\n \n;;\n'))).toEqual({ reason: 'empty' });
    expect(faultOf(encodeUtf8('a,b\n\n'))).toEqual({ reason: 'header-only' });
    expect(faultOf(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ reason: 'spreadsheet' });
    expect(faultOf(Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256))).toEqual({
      reason: 'not-text',
    });
    expect(faultOf(encodeUtf8(`${','.repeat(TABLE_LIMITS.columns)}a\n1`))).toEqual({
      reason: 'too-many-columns',
      most: 1000,
    });
    expect(faultOf(new Uint8Array(TABLE_LIMITS.bytes + 1))).toEqual({ reason: 'too-large', most: TABLE_LIMITS.bytes });
    expect(faultOf(encodeUtf8(`a\n${'1\n'.repeat(TABLE_LIMITS.rows + 1)}`))).toEqual({
      reason: 'too-many-rows',
      most: 1_000_000,
    });
  });

  test('any bytes get an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => ['ok', 'fault'].includes(readTable(bytes).status)),
    );
  });
});

describe('splitting', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ñ', ' ', '"', ',', ';', '\n', '\r', '\t', '1'), maxLength: 8 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  test('reads back what Papa Parse writes', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(',' as const, ';' as const, '\t' as const), (cells, delimiter) => {
        const text = Papa.unparse(cells, { delimiter, quotes: true, newline: '\n' });
        expect(splitCells(text, delimiter, NO_LIMITS).map((row) => row.cells)).toEqual(cells);
      }),
    );
  });

  test('agrees with Papa Parse on valid text that it did not write', () => {
    const plain = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ';', '1'), maxLength: 6 });
    const quoted = cell.map((text) => `"${text.replaceAll('"', '""').replaceAll('\r', '')}"`);
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.oneof(plain, quoted), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (cells) => {
          const text = cells.map((row) => row.join(',')).join('\n');
          const expected = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n' }).data;
          expect(splitCells(text, ',', NO_LIMITS).map((row) => row.cells)).toEqual(expected);
        },
      ),
    );
  });
});
