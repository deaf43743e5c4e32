import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NAUGHTY_STRINGS } from '../../../../test/fixtures/naughty-strings';
import { faultOf, readDataset } from '../../../../test/fixtures/read-dataset';

const named = ({ facts, rows }: Awaited<ReturnType<typeof readDataset>>) =>
  rows.map((cells) => cells.map((cell, index) => [facts.columns[index]?.name, cell]));

describe('JSON', () => {
  it('reads an array of records, with the names of all of them', async () => {
    const read = await readDataset(
      '[\n {"card": "Café", "value": 1.50},\n {"value": -2e3, "n": null, "open": true}\n]\n',
    );
    expect(read.facts).toMatchObject({ format: 'json', encoding: 'utf-8', delimiter: null, rows: 2 });
    expect(read.facts.columns).toEqual([
      { name: 'card', cells: { text: 1, number: 0, date: 0, boolean: 0 } },
      { name: 'value', cells: { text: 0, number: 2, date: 0, boolean: 0 } },
      { name: 'open', cells: { text: 0, number: 0, date: 0, boolean: 1 } },
    ]);
    expect(read.rows).toEqual([
      ['Café', '1.50', ''],
      ['', '-2000', 'true'],
    ]);
    expect(read.lines).toEqual([1, 2]);
  });

  it('reads one record per line, and knows the lines', async () => {
    const read = await readDataset('{"a":1}\n\n{"a":"two\\nlines"}\r\n{"a":\n3}\n{"a":4}');
    expect(read.facts.format).toBe('json-lines');
    expect(read.rows).toEqual([['1'], ['two\nlines'], ['3'], ['4']]);
    expect(read.lines).toEqual([1, 3, 4, 6]);
  });

  it('takes objects apart, joins their names by dots, and keeps arrays as JSON', async () => {
    const read = await readDataset('[{"a":{"b":{"c":1},"d":[1, "x", {"e": null}]},"a.b.f":"y","g":{},"h":[]}]');
    expect(named(read)).toEqual([
      [
        ['a.b.c', '1'],
        ['a.d', '[1,"x",{"e":null}]'],
        ['a.b.f', 'y'],
      ],
    ]);
  });

  it('keeps every digit of a number', async () => {
    const numbers = ['9007199254740993', '12345678901234567890123', '0.1000', '-0', '1E+2', '1.5e-7', '123.456e1'];
    const { rows } = await readDataset(
      JSON.stringify([0]).replace('0', numbers.map((number) => `{"v":${number}}`).join()),
    );
    expect(rows.flat()).toEqual([
      '9007199254740993',
      '12345678901234567890123',
      '0.1000',
      '-0',
      '100',
      '0.00000015',
      '1234.56',
    ]);
  });

  it('takes names of prototypes for names', async () => {
    const read = await readDataset('[{"__proto__":{"polluted":"1"},"constructor":2,"toString":3}]');
    expect(named(read)).toEqual([
      [
        ['__proto__.polluted', '1'],
        ['constructor', '2'],
        ['toString', '3'],
      ],
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('reads arrays of arrays as a table without names, and other values as one column', async () => {
    const lists = await readDataset('[["card","value"],["A",1.5],["B"]]');
    expect(lists.facts.columns.map(({ name }) => name)).toEqual([null, null]);
    expect(lists.rows).toEqual([
      ['card', 'value'],
      ['A', '1.5'],
      ['B', ''],
    ]);
    expect(named(await readDataset('[1, "x", null, NaN]'))).toEqual([
      [['value', '1']],
      [['value', 'x']],
      [['value', '']],
      [['value', 'NaN']],
    ]);
  });

  it('finds the records in an object around them', async () => {
    const text =
      '\ufeff{"total": 2, "note": "[{", "tags": ["x"],\n "rows": [ {"a": 1, "b": [{}]},\n{"a": "ñ"}], "next": {"page": [2]}}\n';
    for (const bytes of [Buffer.from(text), Buffer.from(text, 'utf16le')]) {
      const read = await readDataset(bytes);
      expect(read.facts).toMatchObject({ format: 'json', rows: 2 });
      expect(named(read)).toEqual([
        [
          ['a', '1'],
          ['b', '[{}]'],
        ],
        [
          ['a', 'ñ'],
          ['b', ''],
        ],
      ]);
    }
    const large = `{"rows":[${Array.from({ length: 200_000 }, (_, index) => `{"id":${index},"text":"\\"}]"}`).join()}]}`;
    expect((await readDataset(large)).facts).toMatchObject({ format: 'json', rows: 200_000 });
    // Two arrays of records: which one is meant, nobody knows. Then the object itself is the record.
    const two = await readDataset('{"a":[{"x":1}],"b":[{"x":2}]}');
    expect(named(two)).toEqual([
      [
        ['a', '[{"x":1}]'],
        ['b', '[{"x":2}]'],
      ],
    ]);
    expect(await faultOf('{"n":1,\n\n"rows":[{"a":1},\n{"a":01}]}')).toEqual({ code: 'data-damaged', detail: '4' });
    expect(await faultOf('{"rows":[{"a":1},{"a":')).toEqual({ code: 'data-damaged', detail: '1' });
  });

  it('reads UTF-16 and a byte-order mark', async () => {
    const text = '[{"ñ":"€"}]';
    expect(named(await readDataset(Buffer.from(`\ufeff${text}`)))).toEqual([[['ñ', '€']]]);
    expect(named(await readDataset(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual([[['ñ', '€']]]);
  });

  it('does not take a table whose first cell has a bracket for JSON', async () => {
    const { facts, rows } = await readDataset('[Report],x\n{card},1\n');
    expect(facts.format).toBe('csv');
    expect(rows[0]).toEqual(['[Report]', 'x']);
  });

  it('gives back what JSON.stringify wrote, laid out or not', async () => {
    const text = fc
      .oneof(
        fc.constantFrom(...NAUGHTY_STRINGS.filter((naughty) => naughty.length < 500)),
        fc.string({ unit: 'binary' }),
      )
      .map((value) =>
        Buffer.from(value)
          .toString()
          .replaceAll('\0', '')
          .replace(/^\ufeff+/, ''),
      );
    const record = fc.record({ a: text, b: fc.oneof(text, fc.integer(), fc.boolean()), c: fc.record({ d: text }) });
    const layouts = fc.constantFrom(
      (records: unknown[]) => JSON.stringify(records),
      (records: unknown[]) => JSON.stringify(records, null, '\t'),
      (records: unknown[]) => records.map((one) => JSON.stringify(one)).join('\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), layouts, async (records, write) => {
        // Columns get their places when they first have a value or name.
        const { facts, rows } = await readDataset(write(records));
        expect(facts.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c.d']);
        expect(rows).toEqual(records.map(({ a, b, c }) => [a, String(b), c.d]));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it.each([
    ['cut off', '[{"a":1},{"a":', { code: 'data-damaged', detail: '1' }],
    ['without its end', '[{"a":1}\n,{"a":2}\n', { code: 'data-damaged', detail: '3' }],
    ['without a comma', '[{"a":1}\n {"a":2}]', { code: 'data-damaged', detail: '2' }],
    ['with a comma too many', '{"a":1,}\n', { code: 'data-damaged', detail: '1' }],
    ['with more behind the end', '[{"a":1}]\n{"a":2}', { code: 'data-damaged', detail: '2' }],
    ['with a broken record', '{"a":1}\n{"a":01}\n', { code: 'data-damaged', detail: '2' }],
    ['with a line end in a text', '{"a":"x\ny"}', { code: 'data-damaged', detail: '1' }],
    ['nested too deep', `[${'{"a":'.repeat(100)}1${'}'.repeat(100)}]`, { code: 'data-damaged', detail: '1' }],
    ['an empty array', '[]', { code: 'data-empty' }],
    ['empty records', '[{},{}]', { code: 'data-empty' }],
    ['a text without end', `["${'x'.repeat(3_000_000)}`, { code: 'data-long-row', detail: '1' }],
    [
      'a name for every row',
      `[${Array.from({ length: 1_500 }, (_, index) => `{"k${index}":1}`).join()}]`,
      { code: 'data-too-many-columns', detail: '1000' },
    ],
  ])('%s is refused', async (_, text, fault) => {
    expect(await faultOf(text)).toEqual(fault);
  });
});
