import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { faultOf, readDataset } from '../../../../test/fixtures/read-dataset';

/** A Parquet file of what a query answers. */
async function parquet(query: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-parquet-test-'));
  try {
    const database = await DuckDBInstance.create(':memory:');
    const connection = await database.connect();
    await connection.run(`COPY (${query}) TO '${join(folder, 'x.parquet')}' (FORMAT parquet)`);
    connection.closeSync();
    database.closeSync();
    return readFileSync(join(folder, 'x.parquet'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('Parquet', () => {
  it('is read exactly, with the names and types of its columns', async () => {
    const file = await parquet(`SELECT * FROM (VALUES
      ('Café', 9007199254740993, '99999999999999999999999999999999999999'::DECIMAL(38, 0), 1234.50::DECIMAL(10, 2), 0.1::DOUBLE, true,
        DATE '2026-03-01', TIMESTAMP '2026-03-01 14:30:00', TIMESTAMPTZ '2026-03-01 14:30:00+02'),
      (NULL, -1, 0::DECIMAL(38, 0), 0, 1e20, NULL, NULL, NULL, NULL),
      ('', 0, 1, 1, 1e-7, false, NULL, NULL, NULL),
      ('x', 0, 1, 1, 5, false, NULL, NULL, NULL))
      AS t("__proto__", "big id", huge, "price ""€""", ratio, open, day, moment, zoned)`);
    const { facts, rows, lines } = await readDataset(file);
    expect(facts).toMatchObject({ format: 'parquet', encoding: null, delimiter: null, rows: 4 });
    expect(facts.columns.map(({ name }) => name)).toEqual([
      '__proto__',
      'big id',
      'huge',
      'price "€"',
      'ratio',
      'open',
      'day',
      'moment',
      'zoned',
    ]);
    expect(
      facts.columns.map(({ cells }) =>
        Object.entries(cells ?? {})
          .filter(([, count]) => count > 0)
          .flat(),
      ),
    ).toEqual([
      ['text', 2],
      ['number', 4],
      ['number', 4],
      ['number', 4],
      ['number', 4],
      ['boolean', 3],
      ['date', 1],
      ['date', 1],
      ['date', 1],
    ]);
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ['Café', '9007199254740993', '99999999999999999999999999999999999999', '1234.50', '0.1'],
      ['', '-1', '0', '0.00', '100000000000000000000'],
      ['', '0', '1', '1.00', '0.0000001'],
      ['x', '0', '1', '1.00', '5'],
    ]);
    expect(rows[0]?.slice(5)).toEqual(['true', '2026-03-01', '2026-03-01 14:30:00', '2026-03-01 12:30:00+00']);
    expect(lines).toEqual([1, 2, 3, 4]);
  });

  it('takes structs apart, and keeps lists as text', async () => {
    const file = await parquet(`SELECT {'b': {'c d': 1}, 'e': 'x'} AS a, [1, 2] AS l UNION ALL SELECT NULL, NULL`);
    const { facts, rows } = await readDataset(file);
    expect(facts.columns.map(({ name }) => name)).toEqual(['a.b.c d', 'a.e', 'l']);
    expect(rows).toEqual([
      ['1', 'x', '[1, 2]'],
      ['', '', ''],
    ]);
  });

  it('keeps the order of many rows', async () => {
    const { facts, rows, lines } = await readDataset(await parquet('SELECT range AS id FROM range(300000)'));
    expect(facts.rows).toBe(300_000);
    expect([rows[0], rows[999], lines[999]]).toEqual([['0'], ['999'], 1_000]);
  });

  it('is refused where it is empty, cut off, broken, or encrypted', async () => {
    const file = await parquet('SELECT range AS id FROM range(1000)');
    expect(await faultOf(await parquet('SELECT 1 AS a WHERE false'))).toEqual({ code: 'data-empty' });
    expect(await faultOf(file.subarray(0, 800))).toMatchObject({ code: 'data-damaged' });
    const broken = Buffer.from(file);
    broken.fill(0xff, file.length - 60, file.length - 8);
    expect(await faultOf(broken)).toMatchObject({ code: 'data-damaged' });
    expect(await faultOf(Buffer.concat([file.subarray(0, -4), Buffer.from('PARE')]))).toEqual({
      code: 'data-protected',
    });
  });
});
