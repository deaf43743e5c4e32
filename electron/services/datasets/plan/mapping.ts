import type { Engine } from '../engine';
import type { Work } from '../session';

/** Rows that go into DuckDB at a time. */
const SLICE = 10_000;

/**
 * A table that says what texts mean: column `text` and others of these SQL types. The rows travel as JSON, in which
 * numbers are written so that they come out the same.
 */
export async function createMapping<Row extends { text: string }>(
  engine: Engine,
  work: Work,
  name: string,
  types: Record<Exclude<keyof Row & string, 'text'>, 'INTEGER' | 'UTINYINT' | 'USMALLINT' | 'DOUBLE' | 'BOOLEAN'>,
  rows: readonly Row[],
): Promise<void> {
  const all: [string, string][] = [['text', 'VARCHAR'], ...Object.entries<string>(types)];
  const columns = all.map(([column, type]) => `${column} ${type}`);
  await engine.all(`CREATE OR REPLACE TEMP TABLE ${name} (${columns.join(', ')})`);
  const shape = JSON.stringify([Object.fromEntries(all)]).replaceAll("'", "''");
  for (let from = 0; from < rows.length; from += SLICE) {
    work.check();
    const json = JSON.stringify(rows.slice(from, from + SLICE));
    const picked = all.map(([column]) => `r.${column}`).join(', ');
    await engine.all(
      `INSERT INTO ${name} SELECT ${picked} FROM (SELECT unnest(from_json($1::VARCHAR, '${shape}')) AS r)`,
      [json],
    );
  }
}
