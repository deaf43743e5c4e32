import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { encodeUtf8 } from '../document/runtime';
import { decodeText, detectEncoding } from './encoding';
import { detectDelimiter, looksBinary } from './recognise-text';
import { splitCells } from './split-cells';

const NO_LIMITS = { rows: Number.POSITIVE_INFINITY, cells: Number.POSITIVE_INFINITY };

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

describe('encodings', () => {
  test.each([
    ['UTF-8', encodeUtf8(SAMPLE), 'utf-8'],
    ['UTF-8 with a mark', encodeUtf8(`\uFEFF${SAMPLE}`), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(SAMPLE, { mark: true }), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(SAMPLE, { mark: true, bigEndian: true }), 'utf-16be'],
    ['UTF-16 LE without', utf16(SAMPLE), 'utf-16le'],
    ['UTF-16 BE without', utf16(SAMPLE, { bigEndian: true }), 'utf-16be'],
    ['Windows-1252', windows1252(SAMPLE), 'windows-1252'],
  ] as const)('%s', (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decodeText(bytes, encoding)).toBe(SAMPLE);
  });

  test('the characters that Windows-1252 has and ISO 8859-1 has not', () => {
    expect(decodeText(windows1252('L’Oréal;3 €'), 'windows-1252')).toBe('L’Oréal;3 €');
  });
});

test.each([
  ['comma', 'page,value\na,1\nb,2\n', ','],
  ['semicolon with decimal commas', 'page;value\na;1,5\nb;2,5\n', ';'],
  ['tab with commas in texts', 'page\tvalue\nYes, no\t1\nb, c\t2\n', '\t'],
  ['comma with semicolons in quotes', 'page,value\n"a;b",1\n"c;d",2\n', ','],
  ['semicolon in spite of a comma in every name', 'Página, web;Conv\nUno, dos;1\nTres, cuatro;2\n', ';'],
  ['semicolon below titles that have none', 'Embudo\nDel 1 al 30, noviembre\na;b;c\n1;2;3\n4;5;6\n', ';'],
])('delimiter: %s', (_, text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

test('what was never written as a table looks binary, a few NULs do not', () => {
  expect(looksBinary(SAMPLE)).toBe(false);
  expect(looksBinary('a,b\nx\0y,2\n')).toBe(false);
  expect(looksBinary(String.fromCharCode(...Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)))).toBe(true);
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
