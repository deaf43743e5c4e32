import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FaultError } from '../../../shared/api/faults';
import type { DatasetOptions } from '../../../shared/metrics/dataset';
import { bundleProcess } from '../../../test/fixtures/bundled-process';
import { faultOf } from '../../../test/fixtures/read-dataset';
import { workbookFile } from '../../../test/fixtures/workbook';
import { type Dataset, type OpenSettings, openDataset } from './datasets';

let bundled: Awaited<ReturnType<typeof bundleProcess>>;
const folder = mkdtempSync(join(tmpdir(), 'periplo-datasets-test-'));
const open = new Set<Dataset>();

beforeAll(async () => {
  bundled = await bundleProcess('electron/services/datasets/dataset.process.ts');
}, 60_000);
afterEach(async () => {
  for (const dataset of open) await dataset.close();
  open.clear();
});
afterAll(() => {
  bundled.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function opened(content: string | Uint8Array, options: DatasetOptions = {}, settings: OpenSettings = {}) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const dataset = await openDataset({ bytes, name: 'export.csv' }, options, { entry: bundled.entry, ...settings });
  open.add(dataset);
  return dataset;
}

async function parquetFile(within: string): Promise<string> {
  const path = join(within, 'made.parquet');
  const database = await DuckDBInstance.create(':memory:');
  const connection = await database.connect();
  await connection.run(`COPY (SELECT 'card ' || range AS card, range / 4 AS value, DATE '2026-01-01' + range::INTEGER AS day
    FROM range(200)) TO '${path}' (FORMAT parquet)`);
  connection.closeSync();
  database.closeSync();
  return path;
}

/** A process of our own making, in place of the product's. */
function program(code: string): string {
  const file = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(file, code);
  return file;
}

const workFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith(`periplo-data-${process.pid}-`));
const isAlive = (pid: number | undefined) => {
  try {
    process.kill(pid ?? 0, 0);
    return true;
  } catch {
    return false;
  }
};
/** Rows enough to be busy with for a while. */
const manyRows = (count: number) => {
  const lines = ['card,period,value'];
  for (let row = 0; row < count; row++) lines.push(`Card ${row % 300},2026-0${1 + (row % 9)}-01,${row / 100}`);
  return lines.join('\n');
};

describe('a data file in a process of its own', () => {
  it('is opened by path or by bytes, asked about, and closed without a trace', async () => {
    const path = join(folder, "it's [odd]*?.csv");
    writeFileSync(path, 'card;value\nA;1\nB;2\n');
    const dataset = await openDataset({ path }, {}, { entry: bundled.entry });
    expect(dataset.facts).toMatchObject({ format: 'csv', rows: 3, delimiter: ';', bytes: 19 });
    expect(await dataset.ask('rows', { from: 1, count: 1_000 })).toEqual([
      { line: 2, cells: ['A', '1'] },
      { line: 3, cells: ['B', '2'] },
    ]);
    expect(await dataset.ask('rows', { from: 99, count: 1 })).toEqual([]);
    expect(workFolders()).toHaveLength(1);
    await dataset.close();
    await dataset.close();
    expect(isAlive(dataset.pid)).toBe(false);
    expect(workFolders()).toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe('card;value\nA;1\nB;2\n');
    await expect(dataset.ask('rows', { from: 0, count: 1 })).rejects.toMatchObject({ fault: { code: 'cancelled' } });
  });

  it('tells its progress, from 0 to 1 and never back', async () => {
    for (const options of [{}, { encoding: 'windows-1252' }] as const) {
      const shares: number[] = [];
      // Progress is told every so often: a quick machine is through a small file before it is told twice.
      const dataset = await opened(manyRows(300_000), options, { onProgress: (share) => shares.push(share) });
      expect(dataset.facts.rows).toBe(300_001);
      expect(shares.length).toBeGreaterThan(0);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
      const [row] = await dataset.ask('rows', { from: 299_999, count: 1 });
      expect(row).toEqual({ line: 300_000, cells: ['Card 298', '2026-02-01', '2999.98'] });
      await dataset.close();
    }
  });

  it('refuses what is no question, and answers the next one', async () => {
    const dataset = await opened('a,b\n1,2\n');
    await expect(dataset.ask('rows', { from: -1, count: 1 })).rejects.toMatchObject({
      fault: { code: 'invalid-request' },
    });
    await expect(dataset.ask('nothing' as 'rows', { from: 0, count: 1 })).rejects.toMatchObject({
      fault: { code: 'invalid-request' },
    });
    expect(await dataset.ask('rows', { from: 0, count: 1 })).toHaveLength(1);
    await dataset.close();
  });

  it('can be given up while it is read, at once', async () => {
    const control = new AbortController();
    const bytes = Buffer.from(manyRows(2_000_000));
    let told = Number.NaN;
    const reading = opened(
      bytes,
      { encoding: 'windows-1252' },
      {
        signal: control.signal,
        onProgress: () => {
          told = performance.now();
          control.abort();
        },
      },
    );
    await expect(reading).rejects.toMatchObject({ fault: { code: 'cancelled', path: 'export.csv' } });
    console.info(`Given up after ${Math.round(performance.now() - told)} ms`);
    expect(workFolders()).toEqual([]);
    await expect(opened('a,b\n1,2\n', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      fault: { code: 'cancelled' },
    });
  });

  it.each([
    ['that is missing', { path: join(folder, 'missing.csv') }, 'not-found'],
    ['that is a folder', { path: folder }, 'not-a-file'],
    ['that is empty', { bytes: Buffer.alloc(0), name: 'e.csv' }, 'data-empty'],
    ['of one line of 200 MB', { bytes: Buffer.alloc(200_000_000, 0x78), name: 'long.csv' }, 'data-long-row'],
    [
      'of noise',
      { bytes: Buffer.from(Array.from({ length: 9_000 }, (_, at) => (at * 7919) % 251)), name: 'n.csv' },
      'data-not-a-table',
    ],
    [
      'with a sheet cut off',
      {
        bytes: workbookFile({ sheets: [{ name: 'S', rows: { 1: { A: 'a' }, 2: { A: 'b' } } }] }).subarray(0, 700),
        name: 'x.xlsx',
      },
      'data-damaged',
    ],
  ])('%s gets one fault, and leaves nothing behind', async (_, source, code) => {
    await expect(openDataset(source, {}, { entry: bundled.entry })).rejects.toMatchObject({ fault: { code } });
    expect(workFolders()).toEqual([]);
  });

  it('with a column of a million different names is read', async () => {
    const lines = ['name,value'];
    for (let row = 0; row < 1_000_000; row++) lines.push(`name ${row},1`);
    const dataset = await opened(lines.join('\n'));
    expect(dataset.facts.rows).toBe(1_000_001);
    await dataset.close();
  }, 60_000);

  it('decides by content, not by name', async () => {
    const workbook = workbookFile({ sheets: [{ name: 'S', rows: { 1: { A: 'a' }, 2: { A: 'b' } } }] });
    const dataset = await opened(workbook);
    expect(dataset.facts.format).toBe('xlsx');
    await dataset.close();
  });
});

describe('files with bytes changed, cut or repeated', () => {
  const runs = Number(process.env.PERIPLO_RUNS ?? 0);
  const change = fc.record({ at: fc.nat(), value: fc.nat(255), length: fc.integer({ min: 1, max: 40 }) });
  const mutated = (bytes: Uint8Array, changes: { at: number; value: number; length: number }[], kind: number) => {
    const copy = Buffer.from(bytes);
    for (const { at, value, length } of changes) {
      const from = at % copy.length;
      copy.fill(value, from, Math.min(from + length, copy.length));
    }
    const [place = { at: 0 }] = changes;
    if (kind === 0) return copy.subarray(0, place.at % copy.length);
    return kind === 1 ? Buffer.concat([copy.subarray(0, place.at % copy.length), copy]) : copy;
  };
  const changes = fc.array(change, { minLength: 1, maxLength: 5 });

  it.each([
    ['CSV', Buffer.from('\ufeffcard;value\r\n"Café; 1";"1,5"\r\nB;2\r\n'.repeat(3))],
    ['UTF-16', Buffer.from('\ufeffcard\tvalue\nCafé\t1,5\n'.repeat(3), 'utf16le')],
    ['JSON', Buffer.from('[{"card":"Café","a":{"b":[1,2.5e3,"\\u00e9"]},"ok":true},{"card":null,"n":-0.1}]')],
    ['JSON lines', Buffer.from('{"card":"Café","n":1}\n{"card":"B","n":[{}]}\n'.repeat(3))],
  ])(
    'of %s are read, or there is one fault',
    async (_, bytes) => {
      await fc.assert(
        fc.asyncProperty(changes, fc.nat(6), async (list, kind) => {
          const outcome = await faultOf(mutated(bytes, list, kind));
          if (typeof outcome !== 'string') expect(outcome.code).toMatch(/^data-(?!stopped|too-slow)/);
        }),
        { numRuns: runs || 60 },
      );
    },
    900_000,
  );

  it('of Parquet, which DuckDB itself takes apart, are read, or there is one fault and the host lives', async () => {
    const bytes = readFileSync(await parquetFile(folder));
    await fc.assert(
      fc.asyncProperty(changes, fc.nat(6), async (list, kind) => {
        const outcome = await opened(mutated(bytes, list, kind)).then(
          (dataset) => dataset.close(),
          (error: FaultError) => error.fault.code,
        );
        if (outcome !== undefined) expect(outcome).toMatch(/^data-/);
      }),
      { numRuns: runs || 20 },
    );
  }, 900_000);
});

describe('a process that fails', () => {
  const bytes = Buffer.from('a,b\n1,2\n');
  const source = { bytes, name: 'export.csv' };

  it('is killed when it hangs', async () => {
    const entry = program(`process.on('message', () => { for (;;); });`);
    await expect(openDataset(source, {}, { entry, silence: 400 })).rejects.toMatchObject({
      fault: { code: 'data-too-slow', path: 'export.csv' },
    });
    expect(workFolders()).toEqual([]);
  });

  it('is killed when it takes too long, though it is alive', async () => {
    const entry = program(`setInterval(() => process.send({ type: 'alive' }), 50); process.on('message', () => {});`);
    await expect(openDataset(source, {}, { entry, timeLimit: 600 })).rejects.toMatchObject({
      fault: { code: 'data-too-slow' },
    });
  });

  it('is killed when it does not heed that it is given up', async () => {
    const entry = program(`process.on('message', () => { for (;;); });`);
    const signal = AbortSignal.timeout(500);
    await expect(openDataset(source, {}, { entry, signal })).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    expect(workFolders()).toEqual([]);
  });

  it.each([
    ['ends by itself', `process.on('message', () => process.exit(3));`, 'data-stopped'],
    ['aborts', `process.on('message', () => process.abort());`, 'data-stopped'],
    ['can not start', 'import "nowhere";', 'data-stopped'],
    ['says what is no message', `process.on('message', () => process.send({ hello: 1 }));`, 'data-stopped'],
    [
      'gives an answer to something else',
      `process.on('message', ({ id }) => process.send({ type: 'answer', id, value: 7 }));`,
      'data-stopped',
    ],
    [
      'outgrows its memory',
      `process.on('message', () => { const all = []; for (;;) all.push(Array(1e5).fill(all.length)); });`,
      'data-no-room',
    ],
  ])(
    'that %s is one fault',
    async (_, code, fault) => {
      await expect(openDataset(source, {}, { entry: program(code), heap: 64 })).rejects.toMatchObject({
        fault: { code: fault },
      });
      expect(workFolders()).toEqual([]);
    },
    60_000,
  );

  it('that dies while it is asked fails all questions with one fault each', async () => {
    const dataset = await opened(manyRows(1_000));
    const asked = [0, 1, 2].map((from) => dataset.ask('rows', { from, count: 1 }));
    process.kill(dataset.pid ?? 0, 'SIGKILL');
    for (const outcome of await Promise.allSettled(asked))
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ fault: { code: 'data-stopped' } });
    await expect(dataset.ask('rows', { from: 0, count: 1 })).rejects.toMatchObject({ fault: { code: 'data-stopped' } });
    await dataset.close();
    expect(workFolders()).toEqual([]);
  });

  it('does not outlive who asked', async () => {
    const work = join(folder, 'work');
    mkdirSync(work);
    writeFileSync(join(work, 'source'), bytes);
    const argument = { path: join(work, 'source'), folder: work, memory: 64, threads: 1, options: {} };
    const parent = spawn(process.execPath, [
      program(`import { fork } from 'node:child_process';
        const child = fork(${JSON.stringify(bundled.entry)}, [], { serialization: 'advanced' });
        child.on('message', ({ type }) => type === 'answer' && process.stdout.write(String(child.pid)));
        child.send({ type: 'ask', id: 1, name: 'open', argument: ${JSON.stringify(argument)} });`),
    ]);
    const pid = Number(await new Promise<Buffer>((resolve) => parent.stdout.once('data', resolve)));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect([isAlive(pid), existsSync(work)]).toEqual([false, false]), 10_000);
  });

  it('that could not clear away after itself has that done later', async () => {
    const left = join(tmpdir(), 'periplo-data-999999999-left');
    mkdirSync(left, { recursive: true });
    await (await opened('a,b\n1,2\n')).close();
    expect(existsSync(left)).toBe(false);
  });

  it('has little memory and uses the disk instead', async () => {
    const dataset = await opened(manyRows(1_000_000), {}, { memory: 48 });
    expect(dataset.facts.rows).toBe(1_000_001);
    await dataset.close();
  }, 60_000);
});
