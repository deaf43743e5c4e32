import { type DuckDBType, DuckDBTypeId } from '@duckdb/node-api';
import { FaultError } from '../../../../shared/api/faults';
import { type CellCounts, DATA_LIMITS } from '../../../../shared/metrics/dataset';
import type { CellKind } from '../column-counts';
import { type Engine, sqlName, sqlText } from '../engine';
import { evenShape } from '../row-shape';
import { PLAIN_FACTS, type ReadFile, type Reading } from '../session';
import { createView, withProgress } from '../tables';

interface Leaf {
  name: string;
  /** SQL for its value as text. */
  text: string;
  kind: CellKind;
}

/**
 * Reads a Parquet file. Values become text exactly: whole numbers and decimals with all digits, dates and times as
 * 2026-03-01 14:30:00 (in UTC where they have a zone). Structs become a column per field, joined by dots.
 * Throws faults `data-empty`, `data-damaged`, and those of tables too large.
 */
export async function readParquet(reading: Reading): Promise<ReadFile> {
  const engine = await reading.engine(reading.path);
  try {
    return await load(engine, reading);
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError({ code: 'data-damaged', detail: 'Parquet' }, { cause: error });
  }
}

async function load(engine: Engine, { path, work }: Reading): Promise<ReadFile> {
  const source = `read_parquet(${sqlText(path)}, file_row_number = true)`;
  const leaves = (await engine.columns(`FROM ${source}`))
    .filter(({ name }) => name !== 'file_row_number')
    .flatMap(({ name, type }) => leavesOf(name, sqlName(name), type, 0));
  const [[counted] = []] = await engine.all(`SELECT count(*) FROM ${source}`);
  const rows = Number(counted);
  if (rows === 0 || leaves.length === 0) throw new FaultError({ code: 'data-empty' });
  evenShape(rows, leaves.length);
  const cells = leaves.map(({ text }, index) => `coalesce(${text}, '') AS c${index}`);
  const selected = ['file_row_number + 1 AS line', ...cells, 'false AS broken'].join(', ');
  await withProgress(engine, work, [0.2, 0.9], () =>
    engine.all(`CREATE TABLE raw AS SELECT ${selected} FROM ${source}`),
  );
  await createView(engine, 'line', leaves.length);
  const filled = leaves.map((_, index) => `count(*) FILTER (c${index} <> '')`);
  const [counts = []] = await engine.all(`SELECT ${filled.join(', ')} FROM raw`);
  const columns = leaves.map(({ name, kind }, index) => {
    const cells: CellCounts = { text: 0, number: 0, date: 0, boolean: 0 };
    cells[kind] = Number(counts[index]);
    return { name, cells };
  });
  return { engine, facts: { ...PLAIN_FACTS, format: 'parquet', columns, rows, usualCells: columns.length } };
}

function leavesOf(name: string, value: string, type: DuckDBType, depth: number): Leaf[] {
  if (type.typeId === DuckDBTypeId.STRUCT && depth < DATA_LIMITS.depth) {
    return type.entryNames.flatMap((entry, index) => {
      const entryType = type.entryTypes[index];
      const field = `struct_extract(${value}, ${sqlText(entry)})`;
      return entryType ? leavesOf(`${name}.${entry}`, field, entryType, depth + 1) : [];
    });
  }
  const isBinaryNumber = type.typeId === DuckDBTypeId.DOUBLE || type.typeId === DuckDBTypeId.FLOAT;
  const text = isBinaryNumber ? decimalText(value) : `CAST(${value} AS VARCHAR)`;
  return [{ name, text, kind: KINDS[type.typeId] ?? 'text' }];
}

/** DuckDB writes 5.0, 1e+20 and 1e-05; what is meant is 5, 100000000000000000000 and 0.00001. */
function decimalText(value: string): string {
  const text = `CAST(${value} AS VARCHAR)`;
  return `CASE WHEN NOT isfinite(${value}) THEN ${text}
    WHEN contains(${text}, 'e-') THEN rtrim(rtrim(format('{:.20f}', ${value}), '0'), '.')
    WHEN contains(${text}, 'e+') AND abs(${value}) < 1e38 THEN CAST(CAST(${value} AS HUGEINT) AS VARCHAR)
    WHEN suffix(${text}, '.0') THEN ${text}[:-3] ELSE ${text} END`;
}

const KINDS: { readonly [Type in DuckDBTypeId]?: CellKind } = {
  [DuckDBTypeId.BOOLEAN]: 'boolean',
  [DuckDBTypeId.TINYINT]: 'number',
  [DuckDBTypeId.SMALLINT]: 'number',
  [DuckDBTypeId.INTEGER]: 'number',
  [DuckDBTypeId.BIGINT]: 'number',
  [DuckDBTypeId.HUGEINT]: 'number',
  [DuckDBTypeId.UTINYINT]: 'number',
  [DuckDBTypeId.USMALLINT]: 'number',
  [DuckDBTypeId.UINTEGER]: 'number',
  [DuckDBTypeId.UBIGINT]: 'number',
  [DuckDBTypeId.UHUGEINT]: 'number',
  [DuckDBTypeId.FLOAT]: 'number',
  [DuckDBTypeId.DOUBLE]: 'number',
  [DuckDBTypeId.DECIMAL]: 'number',
  [DuckDBTypeId.DATE]: 'date',
  [DuckDBTypeId.TIMESTAMP]: 'date',
  [DuckDBTypeId.TIMESTAMP_S]: 'date',
  [DuckDBTypeId.TIMESTAMP_MS]: 'date',
  [DuckDBTypeId.TIMESTAMP_NS]: 'date',
  [DuckDBTypeId.TIMESTAMP_TZ]: 'date',
};
