import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import * as v from 'valibot';
import type { Engine } from '../../electron/services/datasets/engine';
import { openSession } from '../../electron/services/datasets/open-session';
import { describeTable } from '../../electron/services/datasets/plan/describe';
import { planImport } from '../../electron/services/datasets/plan/plan';
import { REQUESTS } from '../../electron/services/datasets/requests';
import { readRows } from '../../electron/services/datasets/rows';
import type { Session } from '../../electron/services/datasets/session';
import type { Random } from '../../shared/decisions/random';
import { validateMap } from '../../shared/document/read';
import { decode } from '../../shared/document/runtime';
import { applyPlan } from '../../shared/metrics/apply-plan';
import { outlineOf } from '../../shared/metrics/map-outline';
import { recipeSchema } from '../../shared/metrics/recipe';
import { demoMap } from '../fixtures/planned-file';
import { workbookParts } from '../fixtures/workbook';
import { type Mutated, mutate, mutateJson, oneOf } from './mutate';
import { Flaw, frozen, type OpenReader, type Reader } from './reader';
import { sampleTable } from './seeds';

/** Some of the files that can be read are looked at by the importer, too: it asks DuckDB a dozen questions. */
const PLANNED = 0.1;
const work = { progress: () => undefined, check: () => undefined };

/** Opens a file as its process does, in this one, which may be killed as well. */
async function withSession<Value>(input: Uint8Array, run: (session: Session) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-fuzz-'));
  const path = join(folder, 'source');
  const engines: Engine[] = [];
  try {
    writeFileSync(path, input);
    const options = v.parse(REQUESTS.open.argument.entries.options, {});
    const argument = { path, folder, memory: 256, threads: 1, options };
    const session = await openSession(argument, work, (engine) => engines.push(engine));
    v.parse(REQUESTS.open.answer, session.facts);
    return await run(session);
  } finally {
    for (const engine of engines) engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readTable(input: Uint8Array, random: Random): Promise<string> {
  return withSession(input, async (session) => {
    const rows = await readRows({ from: 0, count: 1_000 }, session);
    if (rows.length !== Math.min(1_000, session.facts.rows)) throw new Flaw('rows are missing');
    v.parse(REQUESTS.rows.answer, rows);
    if (random() >= PLANNED) return `read as ${session.facts.format}`;
    await checkPlanned(session);
    return `read as ${session.facts.format}, planned`;
  });
}

/** By the suggested recipe, against a map that nothing may change but an import that was wanted. */
async function checkPlanned(session: Session): Promise<void> {
  const map = frozen(demoMap());
  const outline = outlineOf(map);
  const { suggestion } = v.parse(REQUESTS.describe.answer, await describeTable({ outline }, session, work));
  await checkPlan(session, v.parse(recipeSchema, suggestion));
}

async function checkPlan(session: Session, recipe: v.InferOutput<typeof recipeSchema>): Promise<string> {
  const map = frozen(demoMap());
  const argument = { recipe, outline: outlineOf(map) };
  const plan = v.parse(REQUESTS.plan.answer, await planImport(argument, session, work));
  if (plan.questions.length > 0) return 'asks';
  if (plan.values.length === 0) return 'nothing to import';
  const draft = structuredClone(map);
  applyPlan(draft, plan, { name: 'x.csv', hash: session.facts.hash, importedAt: '2026-11-22T00:00:00Z' });
  const checked = validateMap(draft);
  if ('fault' in checked) throw new Flaw(`an import damages the map: ${checked.fault.path} ${checked.fault.reason}`);
  return 'imports';
}

const bytesReader = (seeds: readonly Uint8Array[]): Reader => ({
  make: async (random) => mutate(oneOf(random, seeds), random, seeds),
  read: readTable,
});

export const csvReader: OpenReader = async () => {
  const german = 'Karte;Wert;Datum\r\nLanding;1.234,56;01.02.2026\r\n"Cart ""x""";2,1 %;13/02/2026\r\nTotal;3;\r\n';
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Card\tValue\nCafé\t12\nCart\t7\n', 'utf16le')]);
  return bytesReader([
    Buffer.from('Card,Value,Week\nLanding,12,2026-W01\nCart,1.5,2026-W02\n"two\nlines",-3,2026-W03\n'),
    Buffer.from(german, 'latin1'),
    utf16,
    sampleTable('pet-food.en.csv'),
    sampleTable('clinica-encuesta.es.csv'),
  ]);
};

export const jsonReader: OpenReader = async () => {
  const records = [
    { card: 'Landing', value: 1.5, week: '2026-W01', deep: { a: { b: 1 }, c: [1, 'x', null] } },
    { card: 'Cart', value: 9007199254740991, open: true, note: 'a\u0000b "quoted" 🐾' },
  ];
  const seeds = [
    JSON.stringify(records),
    records.map((record) => JSON.stringify(record)).join('\n'),
    JSON.stringify({ meta: { page: 1 }, data: records }, null, 2),
    '[["Card","Value"],["Landing",1],["Cart",2.50]]',
  ].map((text) => Buffer.from(text));
  return {
    ...bytesReader(seeds),
    async make(random) {
      const seed = oneOf(random, seeds);
      return (random() < 0.4 && mutateJson(seed.toString(), random)) || mutate(seed, random, seeds);
    },
  };
};

/** Packed again after a change inside, so that not every archive fails at its checksum. */
export const workbookReader: OpenReader = async () => {
  const cells = {
    1: { A: 'Card', B: 'Value', C: 'Day' },
    2: { A: 'Landing', B: { v: '12.5', s: 1 }, C: { v: '45678', s: 2 } },
    3: { A: { t: 'inlineStr', is: 'Cart & <co>' }, B: { t: 'str', f: '1+1', v: '2' }, C: { t: 'e', v: '#N/A' } },
    5: { A: 'Total', B: { t: 'b', v: '1' }, C: { t: 'd', v: '2026-03-01T00:00:00' } },
  };
  const formats = [0, '0.0 %', 14];
  const workbooks = [
    workbookParts({
      sheets: [{ name: 'Data', rows: cells, merged: ['A1:B1'], dimension: 'A1:C5', hiddenRows: [3] }],
      formats,
    }),
    workbookParts({
      sheets: [
        { name: 'Ümläut', rows: cells, hidden: true },
        { name: '2', rows: cells },
      ],
      is1904: true,
    }),
    workbookParts({ sheets: [{ name: 'p', rows: cells }], formats, prefix: 'x' }),
  ];
  const packed = (parts: Record<string, string | Uint8Array>) => {
    const files = Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]);
    // A date of its own would make another archive each day.
    return Buffer.from(zipSync(Object.fromEntries(files) as Zippable, { level: 6, mtime: '2026-01-01T00:00:00Z' }));
  };
  const archives = workbooks.map(packed);
  const texts = workbooks.flatMap((parts) => Object.values(parts).map((text) => Buffer.from(text)));
  const inside = (random: Random): Mutated => {
    const parts = unzipSync(oneOf(random, archives));
    const name = oneOf(random, Object.keys(parts));
    const { bytes, how } = mutate(parts[name] ?? new Uint8Array(), random, texts);
    return { bytes: packed({ ...parts, [name]: bytes }), how: `${name}: ${how}` };
  };
  return {
    ...bytesReader(archives),
    make: async (random) => (random() < 0.7 ? inside(random) : mutate(oneOf(random, archives), random, archives)),
  };
};

export const parquetReader: OpenReader = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-fuzz-seeds-'));
  const write = async (query: string, name: string, options: string) => {
    mkdirSync(folder, { recursive: true });
    const database = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await database.connect();
    await connection.run(`COPY (${query}) TO '${join(folder, name)}' (FORMAT parquet, ${options})`);
    connection.closeSync();
    database.closeSync();
    return readFileSync(join(folder, name));
  };
  const rows = `SELECT 'Card ' || (i % 7) AS card, i * 1.5 AS value, DATE '2026-01-01' + i::INTEGER AS day FROM range(60) t(i)`;
  const nested = `SELECT * FROM (VALUES ('Café', 9007199254740993, 1.50::DECIMAL(10,2), true, [1, 2], {'a': 1, 'b': 'x'}),
    (NULL, -1, 0, NULL, NULL, NULL)) t("__proto__", "big id", price, open, list, record)`;
  const seeds = await Promise.all([
    write(rows, 'a.parquet', 'COMPRESSION uncompressed'),
    write(rows, 'b.parquet', 'COMPRESSION snappy, ROW_GROUP_SIZE 2048'),
    write(nested, 'c.parquet', 'COMPRESSION zstd'),
  ]);
  rmSync(folder, { recursive: true, force: true });
  return {
    ...bytesReader(seeds),
    async make(random) {
      const seed = oneOf(random, seeds);
      if (random() < 0.3) return mutate(seed, random, seeds);
      // The description of the columns, before the length and the signature that a reader looks for first.
      const from = seed.length - 8 - seed.readUInt32LE(seed.length - 8);
      const { bytes, how } = mutate(seed.subarray(from, seed.length - 8), random, seeds);
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return {
        bytes: Buffer.concat([seed.subarray(0, from), bytes, length, Buffer.from('PAR1')]),
        how: `footer: ${how}`,
      };
    },
  };
};

export const recipeReader: OpenReader = async () => {
  const table = 'Card,Value,Week,Persona\nLanding,12,2026-W01,Ana\nCart,1.5,2026-W02,Luis\nShop,7,2026-W03,Eva\n';
  const recipes: Buffer[] = [];
  const session = await openForGood(Buffer.from(table));
  const outline = outlineOf(demoMap());
  const { suggestion } = await describeTable({ outline }, session, work);
  recipes.push(Buffer.from(JSON.stringify(suggestion, null, 2)));
  const landing = { type: 'element', id: 'landing' } as const;
  const settled = {
    ...suggestion,
    skippedLines: [3],
    matches: [{ name: 'Shop', target: landing }],
    personas: [{ name: 'Eva', persona: null }],
    fixedPeriod: '2026-03',
  };
  recipes.push(Buffer.from(JSON.stringify(settled, null, 2)));
  return {
    async make(random) {
      const seed = oneOf(random, recipes);
      return (random() < 0.8 && mutateJson(seed.toString(), random)) || mutate(seed, random, recipes);
    },
    async read(input) {
      let value: unknown;
      try {
        value = JSON.parse(decode(input));
      } catch {
        return 'no JSON';
      }
      const read = v.safeParse(recipeSchema, value);
      if (!read.success) return 'no recipe';
      return checkPlan(session, read.output);
    },
  };
};

async function openForGood(input: Uint8Array): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-fuzz-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'source');
  writeFileSync(path, input);
  const options = v.parse(REQUESTS.open.argument.entries.options, {});
  return openSession({ path, folder, memory: 256, threads: 1, options }, work, () => undefined);
}
