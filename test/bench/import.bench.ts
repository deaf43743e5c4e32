/**
 * Reading data files: a table of cells with their lines, in a process of its own, against DuckDB's bare read of the same
 * file into a table of texts, and against papaparse with arrays in JavaScript. PERIPLO_BENCH_ROWS_READ: how many rows
 * (1,000,000; 10,000,000 takes minutes and 1 GB of disk).
 */
import { createReadStream, createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { openDataset } from '../../electron/services/datasets/datasets';
import { createElement, emptyMap } from '../../shared/document/create';
import { outlineOf } from '../../shared/metrics/map-outline';
import { inTurn, type Row, report, rowOf } from './measured';

const ROWS = Number(process.env.PERIPLO_BENCH_ROWS_READ ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'periplo-bench-'));
const thousands = ROWS.toLocaleString('en');

/** An export as an analytics tool writes it: a card, a day, three numbers. */
async function write(
  name: string,
  encoding: BufferEncoding,
  row: (index: number) => string,
  head = '',
): Promise<string> {
  const path = join(folder, name);
  const out = createWriteStream(path, { encoding });
  let text = head;
  for (let index = 0; index < ROWS; index++) {
    text += row(index);
    if (text.length > 1024 ** 2) {
      if (!out.write(text)) await new Promise<void>((resolve) => out.once('drain', () => resolve()));
      text = '';
    }
  }
  await new Promise<void>((resolve) => out.end(text, () => resolve()));
  return path;
}

const day = (index: number) =>
  `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
const value = (index: number) => ((index * 7919) % 100_000) / 100;
const plainRow = (index: number) =>
  `${index},Landing page ${index % 300},${day(index)},${value(index)},${index % 97},${97 + (index % 1000)}\n`;
const spanishRow = (index: number) =>
  `${index};"Página ${index % 300}";${day(index)};${String(value(index)).replace('.', ',')};${index % 97};${97 + (index % 1000)}\r\n`;
const jsonRow = (index: number) =>
  `{"id":${index},"card":"Landing page ${index % 300}","period":"${day(index)}","value":${value(index)},"n":${index % 97}}\n`;

const peaks: number[] = [];

/** Peak memory of a process in MB, where the system tells. */
function peakOf(pid: number | undefined): number | null {
  const file = `/proc/${pid}/status`;
  const found = existsSync(file) ? /VmHWM:\s*(\d+) kB/.exec(readFileSync(file, 'utf8')) : null;
  return found ? Number(found[1]) / 1024 : null;
}

async function read(path: string): Promise<void> {
  const dataset = await openDataset({ path });
  const peak = peakOf(dataset.pid);
  if (peak !== null) peaks.push(peak);
  const expected = path.endsWith('.csv') ? ROWS + 1 : ROWS;
  if (dataset.facts.rows !== expected) throw new Error(`${path}: ${dataset.facts.rows} rows`);
  await dataset.close();
}

async function bare(source: string): Promise<void> {
  const database = await DuckDBInstance.create(':memory:', {
    temp_directory: join(folder, 'spill'),
    memory_limit: '1GB',
  });
  const connection = await database.connect();
  await connection.run(`CREATE TABLE bare AS SELECT * FROM ${source}`);
  connection.closeSync();
  database.closeSync();
}

function papaparse(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const rows: string[][] = [];
    Papa.parse<string[]>(createReadStream(path, 'utf8'), {
      step: ({ data }) => rows.push(data),
      complete: () => resolve(),
      error: reject,
    });
  });
}

/** From the file to the points of an overlay: three metrics by card and month. */
async function plan(path: string): Promise<void> {
  const dataset = await openDataset({ path });
  const map = emptyMap({ title: 'Bench' });
  for (let index = 0; index < 300; index++) {
    const card = createElement('touchpoint', { title: `Landing page ${index}`, order: 'a0' });
    map.elements[card.id] = card;
  }
  const outline = outlineOf(map);
  const { suggestion } = await dataset.ask('describe', { outline });
  const made = await dataset.ask('plan', { recipe: { ...suggestion, periodUnit: 'month' }, outline });
  if (made.rowsUsed !== ROWS) throw new Error(`${path}: ${made.rowsUsed} rows used`);
  const peak = peakOf(dataset.pid);
  if (peak !== null) peaks.push(peak);
  await dataset.close();
}

/** The same three sums by hand: papaparse, a map of texts, Number(). Nothing is checked. */
async function papaparseSums(path: string): Promise<void> {
  const sums = new Map<string, number[]>();
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path, 'utf8'), {
      step: ({ data: [, card, period = '', ...values] }) => {
        const key = `${card} ${period.slice(0, 7)}`;
        const known = sums.get(key) ?? [0, 0, 0];
        sums.set(
          key,
          known.map((sum, at) => sum + Number(values[at])),
        );
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

const rows: Row[] = [];
const often = ROWS > 2_000_000 ? { times: 1, least: 1 } : { times: 3, least: 2, limit: 20_000 };

async function compare(
  name: string,
  path: string,
  yardstick: string,
  other: () => Promise<void>,
  what: typeof read = read,
): Promise<void> {
  peaks.length = 0;
  const { subject, yardstick: others } = await inTurn(() => what(path), other, often);
  rows.push(
    rowOf(`${what === read ? 'read' : 'from file to points,'} ${thousands} rows of ${name}`, subject, {
      name: yardstick,
      samples: others,
    }),
  );
  if (peaks.length > 0) rows.push(rowOf(`… peak memory of its process`, peaks, undefined, 'MB'));
}

try {
  const plain = await write('plain.csv', 'utf8', plainRow, 'id,card,period,value,numerator,denominator\n');
  const bareCsv = `read_csv('${plain}', all_varchar = true, header = false)`;
  await compare('CSV', plain, 'DuckDB, bare', () => bare(bareCsv));
  await compare('CSV', plain, 'papaparse + arrays', () => papaparse(plain));
  await compare('CSV', plain, 'DuckDB, bare reading', () => bare(bareCsv), plan);
  await compare('CSV', plain, 'papaparse + sums in JavaScript', () => papaparseSums(plain), plan);
  const spanish = await write('spanish.csv', 'latin1', spanishRow, 'id;página;fecha;valor;numerador;denominador\r\n');
  await compare('CSV in Windows-1252', spanish, 'DuckDB, bare, in UTF-8', () => bare(bareCsv));
  const lines = await write('lines.jsonl', 'utf8', jsonRow);
  await compare('JSON', lines, 'DuckDB, bare', () => bare(`read_json('${lines}')`));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
report(rows);
