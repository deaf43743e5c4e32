import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openEngine, sqlName, sqlText } from './engine';

const folder = mkdtempSync(join(tmpdir(), 'periplo-engine-test-'));
const [mine, secret, fresh] = ['mine.csv', 'secret.csv', 'fresh.csv'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
let engine: Engine;

beforeAll(async () => {
  writeFileSync(mine, 'a,b\n1,2\n');
  writeFileSync(secret, 'password\nhunter2\n');
  mkdirSync(join(folder, 'spill'));
  engine = await openEngine({ readable: mine, spill: join(folder, 'spill'), memory: 64, threads: 2 });
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the locked DuckDB', () => {
  it('reads the one file', async () => {
    expect(await engine.all(`SELECT * FROM read_csv(${sqlText(mine)}, all_varchar = true)`)).toEqual([['1', '2']]);
  });

  it.each([
    ['another file', `SELECT * FROM read_csv(${sqlText(secret)})`],
    ['another file by its name alone', `SELECT * FROM ${sqlText(secret)}`],
    ['a file of the system', `SELECT * FROM read_text('/etc/hostname')`],
    ['the bytes of another file', `SELECT * FROM read_blob(${sqlText(secret)})`],
    ['a way around', `SELECT * FROM read_text(${sqlText(join(folder, 'spill', '..', 'secret.csv'))})`],
    ['a list of files', `SELECT * FROM glob(${sqlText(join(folder, '*'))})`],
    ['writing a new file', `COPY (SELECT 1) TO ${sqlText(fresh)}`],
    ['writing over the one file', `COPY (SELECT 1) TO ${sqlText(mine)}`],
    ['exporting', `EXPORT DATABASE ${sqlText(join(folder, 'export'))}`],
    ['attaching a database', `ATTACH ${sqlText(join(folder, 'other.db'))} AS other`],
    ['installing', 'INSTALL httpfs'],
    ['loading', 'LOAD httpfs'],
    ['loading a file', `LOAD ${sqlText(join(folder, 'x.duckdb_extension'))}`],
    ['unlocking', 'SET lock_configuration = false'],
    ['letting itself out', 'SET enable_external_access = true'],
    ['allowing more', `SET allowed_directories = ['/']`],
    ['taking more memory', `SET memory_limit = '64GB'`],
    ['resetting', 'RESET memory_limit'],
    ['secrets on disk', 'CREATE PERSISTENT SECRET s (TYPE http)'],
  ])('refuses %s', async (_, sql) => {
    await expect(engine.all(sql)).rejects.toThrow(
      /Permission|configuration|locked|lock|disabled|not found|persist|secret/i,
    );
  });

  it('asks nobody on the network', async () => {
    let asked = 0;
    const server = createServer((_, answer) => {
      asked++;
      answer.end('a\n1\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await expect(engine.all(`SELECT * FROM read_csv('http://127.0.0.1:${port}/x.csv')`)).rejects.toThrow();
    server.close();
    expect(asked).toBe(0);
  });

  it('has left everything as it was', () => {
    expect(readFileSync(mine, 'utf8')).toBe('a,b\n1,2\n');
    expect([fresh, join(folder, 'export'), join(folder, 'other.db')].filter((path) => existsSync(path))).toEqual([]);
  });

  it('stops at once when it is told, and goes on afterwards', async () => {
    const endless = engine.all('SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range % 7 = b.range');
    setTimeout(() => engine.interrupt(), 100);
    await expect(endless).rejects.toMatchObject({ fault: { code: 'cancelled' } });
    expect(await engine.all('SELECT 1')).toEqual([[1]]);
  });

  it('says so when memory and disk do not suffice', async () => {
    await expect(engine.all(`SELECT list(range) FROM range(50_000_000)`)).rejects.toMatchObject({
      fault: { code: 'data-no-room' },
    });
  });
});

describe('writing SQL', () => {
  it('keeps texts and names within their quotes', async () => {
    for (const text of ["'; DROP TABLE x; --", '"', '\\', "''", 'ñ\u0000x'.replace('\u0000', '')]) {
      expect(await engine.all(`SELECT ${sqlText(text)} AS ${sqlName(text)}`)).toEqual([[text]]);
    }
  });
});
