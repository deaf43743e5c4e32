import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAUGHTY_STRINGS } from '../../../../test/fixtures/naughty-strings';
import { faultOf, readDataset } from '../../../../test/fixtures/read-dataset';
import { type WorkbookSheet, workbookFile, workbookParts, zipped } from '../../../../test/fixtures/workbook';

const sheet = (rows: WorkbookSheet['rows'], more: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'Data',
  rows,
  ...more,
});
const header = { A: 'Card', B: 'Value' };

/** One number, stored so and formatted so, as it is read. */
async function shown(v: string, format: number | string, is1904 = false): Promise<string | undefined> {
  const content = { sheets: [sheet({ 1: header, 2: { A: 'x', B: { v, s: 1 } } })], formats: [0, format], is1904 };
  return (await readDataset(workbookFile(content))).rows[1]?.[1];
}

describe('a workbook', () => {
  it('is read with titles, gaps, all types of cells and the lines of the sheet', async () => {
    const { facts, rows, lines } = await readDataset(
      workbookFile({
        sheets: [
          sheet(
            {
              1: { A: 'Report 2026' },
              3: { A: 'Card', B: 'Value', D: 'Open' },
              4: { A: { t: 'inlineStr', is: ' Café & <co> ' }, B: { v: '1234.5' }, D: { t: 'b', v: '1' } },
              5: { A: { t: 'str', f: 'A4&"x"', v: 'from a formula' }, B: { f: '1+1', v: '2' }, D: { t: 'b', v: '0' } },
              6: { A: { t: 'e', v: '#N/A' }, B: { v: '9007199254740993' }, D: { t: 'd', v: '2026-03-01T00:00:00' } },
              7: { B: { s: 0 } },
              9: { A: 'Total', B: { v: '3' } },
            },
            { dimension: 'A1:D9', hiddenRows: [5] },
          ),
        ],
      }),
    );
    expect(rows).toEqual([
      ['Report 2026', '', '', ''],
      ['Card', 'Value', '', 'Open'],
      [' Café & <co> ', '1234.5', '', 'true'],
      ['from a formula', '2', '', 'false'],
      ['#N/A', '9007199254740993', '', '2026-03-01'],
      ['Total', '3', '', ''],
    ]);
    expect(lines).toEqual([1, 3, 4, 5, 6, 9]);
    expect(facts).toMatchObject({
      format: 'xlsx',
      encoding: null,
      sheets: [{ name: 'Data', rows: 9, hidden: false }],
      sheet: 'Data',
      rows: 6,
      hiddenRows: 1,
    });
    expect(facts.columns[1]).toEqual({ name: null, cells: { text: 1, number: 4, date: 0, boolean: 0 } });
    expect(facts.columns[3]).toEqual({ name: null, cells: { text: 1, number: 0, date: 1, boolean: 2 } });
  });

  it('shows numbers by their format, with all their digits', async () => {
    expect(await shown('2.1000000000000001E-2', 10)).toBe('2.1%');
    expect(await shown('0.021', '0%')).toBe('2.1%');
    expect(await shown('1.5', 9)).toBe('150%');
    expect(await shown('1234.5', '#,##0.00 [$€-C0A]')).toBe('1234.5 €');
    expect(await shown('-1234.5', '[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00')).toBe('-$1234.5');
    expect(await shown('12', '_-* #,##0.00\\ "€"_-;-* #,##0.00\\ "€"_-')).toBe('12 €');
    expect(await shown('12', '#,##0.00 [$EUR]')).toBe('12 EUR');
    expect(await shown('1234567', '#,##0')).toBe('1234567');
    expect(await shown('0.1', '0.00E+00')).toBe('0.1');
    expect(await shown('5', '0.0" days"')).toBe('5');
    expect(await shown('42', '@')).toBe('42');
    expect(await shown('42', 'General')).toBe('42');
    expect(await shown('42', '[Red]General;[Blue]-General')).toBe('42');
  });

  it.each([
    // The 29 February 1900 that spreadsheets have and calendars lack.
    ['1', 14, '1900-01-01'],
    ['59', 14, '1900-02-28'],
    ['60', 14, '1900-02-29'],
    ['61', 14, '1900-03-01'],
    ['45717', 14, '2025-03-01'],
    ['45717', 'dd/mm/yyyy', '2025-03-01'],
    ['45717.604166666664', 22, '2025-03-01 14:30:00'],
    ['45717.999999999', 'yyyy-mm-dd hh:mm', '2025-03-02'],
    ['0.60416666666666663', 20, '14:30:00'],
    ['1.5', '[h]:mm', '36:00:00'],
    ['45717', 'mmm\\-yy', '2025-03-01'],
    ['45717', '[$-40A]d" de "mmmm" de "yyyy;@', '2025-03-01'],
    ['2958465', 14, '9999-12-31'],
    ['2958466', 14, '2958466'],
    ['-1', 14, '-1'],
  ])('serial %s as %s is %s', async (serial, format, text) => {
    expect(await shown(serial, format)).toBe(text);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await shown('0', 14, true)).toBe('1904-01-01');
    expect(await shown('44255', 14, true)).toBe('2025-03-01');
  });

  it('puts rich texts together and leaves pronunciations out', async () => {
    const parts = workbookParts({ sheets: [sheet({ 1: header, 2: { A: 'x', B: 'y' } })] });
    const texts = `<sst xmlns="m"><si><t>Card</t></si><si><t>Value</t></si>
      <si><r><rPr><b/></rPr><t>課</t></r><r><t xml:space="preserve"> き_x000D_</t></r><rPh sb="0" eb="1"><t>カ</t></rPh></si>
      <si><t><![CDATA[<b>]]>&#8364;</t></si></sst>`;
    const { rows } = await readDataset(zipped({ ...parts, 'xl/sharedStrings.xml': texts }));
    expect(rows[1]).toEqual(['課 き\r', '<b>€']);
  });

  it('reads elements with prefixes, and rows and cells without references', async () => {
    const content = { sheets: [sheet({ 1: header, 2: { A: 'x', B: { v: '1' } } })], prefix: 'x' };
    expect((await readDataset(workbookFile(content))).rows).toEqual([
      ['Card', 'Value'],
      ['x', '1'],
    ]);
    const parts = workbookParts(content);
    const bare =
      '<worksheet><sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c/><c><v>3</v></c></row></sheetData></worksheet>';
    const { rows, lines } = await readDataset(zipped({ ...parts, 'xl/worksheets/sheet1.xml': bare }));
    expect(rows).toEqual([
      ['1', '2'],
      ['', '3'],
    ]);
    expect(lines).toEqual([1, 3]);
  });

  it('tells merged cells, and shows only what stands in the first', async () => {
    const { facts, rows } = await readDataset(
      workbookFile({
        sheets: [
          sheet(
            {
              1: { A: 'Card', B: '2026', C: 'left over' },
              2: { A: 'left over', B: 'Q1', C: 'Q2' },
              3: { A: 'x', B: { v: '1' } },
            },
            { merged: ['B1:C1', 'A1:A2', 'nonsense'] },
          ),
        ],
      }),
    );
    expect(rows).toEqual([
      ['Card', '2026', ''],
      ['', 'Q1', 'Q2'],
      ['x', '1', ''],
    ]);
    expect(facts.merged).toEqual([
      { firstLine: 1, lastLine: 1, firstColumn: 1, lastColumn: 2 },
      { firstLine: 1, lastLine: 2, firstColumn: 0, lastColumn: 0 },
    ]);
  });

  it('takes the first visible sheet with a table, or the one that is named', async () => {
    const file = workbookFile({
      sheets: [
        sheet({ 1: header, 2: { A: 'hidden' } }, { name: 'Hidden', hidden: true }),
        sheet({ 1: { A: 'Cover' } }, { name: '__proto__' }),
        sheet({ 1: header, 2: { A: 'y', B: { v: '2' } } }, { name: 'Año “2026”', dimension: 'A1:B2' }),
      ],
    });
    const { facts, rows } = await readDataset(file);
    expect(facts.sheet).toBe('Año “2026”');
    expect(facts.sheets).toEqual([
      { name: 'Hidden', rows: null, hidden: true },
      { name: '__proto__', rows: null, hidden: false },
      { name: 'Año “2026”', rows: 2, hidden: false },
    ]);
    expect(rows[1]).toEqual(['y', '2']);
    expect((await readDataset(file, { sheet: 'Hidden' })).rows[1]).toEqual(['hidden', '']);
    expect((await readDataset(file, { sheet: '__proto__' })).rows).toEqual([['Cover']]);
    expect(await faultOf(file, { sheet: 'Gone' })).toEqual({ code: 'data-no-sheet', detail: 'Gone' });
  });

  it('gives back every text that XML can hold', async () => {
    const text = fc
      .oneof(fc.constantFrom(...NAUGHTY_STRINGS), fc.string({ unit: 'grapheme' }))
      .map((value) => value.toString().replace(/[^\t\n\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd]/g, ''))
      .filter((value) => value !== '' && !/_x[0-9a-f]{4}_/i.test(value));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 10 }), async (table) => {
        const rows = Object.fromEntries(
          table.map(([a, b], index) => [index + 1, { A: a, B: { t: 'inlineStr', is: b } }]),
        );
        expect((await readDataset(workbookFile({ sheets: [sheet(rows)] }))).rows).toEqual(table);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe('what is no workbook', () => {
  const good = workbookParts({ sheets: [sheet({ 1: header, 2: { A: 'x', B: { v: '1' } } })] });
  const goodSheet = good['xl/workbook.xml'];
  const withSheet = (xml: string) => zipped({ ...good, 'xl/worksheets/sheet1.xml': xml });
  const DOCTYPE = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  it.each([
    ['an archive of something else', zipped({ 'readme.txt': 'hello' }), 'data-not-a-table'],
    [
      'an OpenDocument sheet',
      zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'data-not-a-table',
    ],
    [
      'a document of another program',
      zipped({ ...good, 'xl/workbook.xml': '<w:document xmlns:w="w"/>' }),
      'data-not-a-table',
    ],
    ['no sheets', zipped({ ...good, 'xl/workbook.xml': goodSheet.replace(/<sheet .*?\/>/g, '') }), 'data-empty'],
    ['empty sheets', workbookFile({ sheets: [sheet({}), sheet({ 3: {} })] }), 'data-empty'],
    ['a header only', workbookFile({ sheets: [sheet({ 1: header })] }), 'data-header-only'],
    ['half a file', zipped(good).subarray(0, 900), 'data-damaged'],
    [
      'a missing sheet',
      zipped(Object.fromEntries(Object.entries(good).filter(([name]) => !name.includes('sheet1')))),
      'data-damaged',
    ],
    ['broken XML', withSheet('<worksheet><sheetData><row></sheetData></worksheet>'), 'data-damaged'],
    ['XML without its end', withSheet('<worksheet><sheetData><row r="1"><c><v>1</v>'), 'data-damaged'],
    [
      'an entity of its own',
      withSheet(`${DOCTYPE}<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>`),
      'data-damaged',
    ],
    [
      'an unknown entity',
      withSheet('<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>'),
      'data-damaged',
    ],
    [
      'a text that is not there',
      withSheet('<worksheet><sheetData><row><c t="s"><v>99</v></c></row></sheetData></worksheet>'),
      'data-damaged',
    ],
    [
      'a row beyond the last',
      withSheet('<worksheet><sheetData><row r="9999999"><c><v>1</v></c></row></sheetData></worksheet>'),
      'data-damaged',
    ],
    [
      'a reference that is none',
      withSheet('<worksheet><sheetData><row r="1"><c r="!!"><v>1</v></c></row></sheetData></worksheet>'),
      'data-damaged',
    ],
    [
      'a cell far to the right',
      workbookFile({ sheets: [sheet({ 1: header, 2: { XFD: { v: '1' } } })] }),
      'data-too-many-columns',
    ],
    ['elements without end', withSheet('<a>'.repeat(100_000)), 'data-damaged'],
    [
      'invalid UTF-8',
      zipped({ ...good, 'xl/sharedStrings.xml': Buffer.from('<sst><si><t>\xff\xfe\xfa</t></si></sst>', 'latin1') }),
      'data-damaged',
    ],
  ])('%s', async (_, file, code) => {
    expect(await faultOf(file)).toMatchObject({ code });
  });

  it('a bomb: by its ratio, by its size, by the number of its entries', async () => {
    const zeros = '<worksheet>'.padEnd(30_000_000, ' ');
    expect(await faultOf(withSheet(zeros))).toMatchObject({ code: 'data-inflated' });
    const parts = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`xl/media/${index}.xml`, 'x']));
    expect(await faultOf(zipped({ ...good, ...parts }))).toMatchObject({ code: 'data-inflated' });
  });

  it('an entry that inflates to more than it says', async () => {
    const file = withSheet(`<worksheet>${' '.repeat(5_000_000)}</worksheet>`);
    // In the directory at the end, the size of that sheet is made small.
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const entry = file.lastIndexOf(name) - 46;
    expect(file.readUInt32LE(entry)).toBe(0x02014b50);
    file.writeUInt32LE(1_000, entry + 24);
    expect(await faultOf(file)).toMatchObject({ code: 'data-damaged' });
  });

  it('one that is encrypted within', async () => {
    const file = zipped(good);
    const entry = file.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46;
    file.writeUInt16LE(file.readUInt16LE(entry + 8) | 1, entry + 8);
    expect(await faultOf(file)).toEqual({ code: 'data-protected' });
  });

  it('whatever happens to its bytes: it is read, or there is one fault', async () => {
    const file = workbookFile({
      sheets: [sheet({ 1: header, 2: { A: 'x', B: { v: '1' } }, 3: { A: 'y', B: { v: '2' } } })],
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        fc.nat(file.length),
        async (changes, cut) => {
          const bytes = Buffer.from(file);
          for (const [at, value] of changes) bytes[at] = value;
          const outcome = await faultOf(cut % 5 === 0 ? bytes.subarray(0, cut) : bytes);
          if (typeof outcome !== 'string') expect(outcome.code).toMatch(/^data-(?!stopped)/);
        },
      ),
      { numRuns: Number(process.env.PERIPLO_RUNS ?? 150) },
    );
  }, 120_000);
});
