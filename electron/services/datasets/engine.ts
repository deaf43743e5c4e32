import { type DuckDBConnection, DuckDBInstance, type DuckDBType, type DuckDBValue, type JS } from '@duckdb/node-api';
import { FaultError } from '../../../shared/api/faults';
import { DATA_LIMITS } from '../../../shared/metrics/dataset';

export interface EngineSettings {
  /** The one file that may be read; its path is absolute. */
  readable: string;
  /** Where DuckDB puts what does not fit into memory. */
  spill: string;
  /** MB. */
  memory: number;
  threads: number;
}

/** DuckDB, able to read one file and nothing else. */
export interface Engine {
  /**
   * Runs a statement and answers its rows: texts, numbers, bigints (BIGINT and HUGEINT), null. Throws faults
   * `data-no-room` and `cancelled`.
   */
  all(sql: string, values?: DuckDBValue[]): Promise<JS[][]>;
  /** The columns that a query answers, without running it. */
  columns(sql: string): Promise<{ name: string; type: DuckDBType }[]>;
  /** Stops the statement that runs; it then fails. */
  interrupt(): void;
  /** How much of the running statement is done, 0 to 1; 0 where that is not known. */
  progress(): number;
  close(): void;
}

/**
 * Opens an in-memory DuckDB that is locked before it sees the file: no other file to read or write (but its own spill
 * folder), no network, no extensions, no settings to change. By default DuckDB reads and writes whatever the process can.
 */
export async function openEngine({ readable, spill, memory, threads }: EngineSettings): Promise<Engine> {
  const database = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_persistent_secrets: 'false',
    temp_directory: spill,
    max_temp_directory_size: `${Math.ceil(DATA_LIMITS.fileBytes / 1024 ** 3) * 4}GB`,
    memory_limit: `${memory}MB`,
    threads: String(threads),
  });
  const connection = await database.connect();
  for (const statement of [
    // Time zones: what a file holds in UTC is shown in UTC.
    "SET TimeZone = 'UTC'",
    'SET enable_progress_bar = true',
    'SET enable_progress_bar_print = false',
    `SET allowed_paths = [${sqlText(readable)}]`,
    'SET enable_external_access = false',
    'SET lock_configuration = true',
  ]) {
    await connection.run(statement);
  }
  return engineOn(database, connection);
}

function engineOn(database: DuckDBInstance, connection: DuckDBConnection): Engine {
  return {
    async all(sql, values) {
      try {
        const reader = await connection.runAndReadAll(sql, values);
        return reader.getRowsJS();
      } catch (error) {
        throw engineFault(error);
      }
    },
    async columns(sql) {
      const statement = await connection.prepare(sql);
      try {
        return Array.from({ length: statement.columnCount }, (_, index) => ({
          name: statement.columnName(index),
          type: statement.columnType(index),
        }));
      } finally {
        statement.destroySync();
      }
    },
    interrupt: () => connection.interrupt(),
    progress: () => Math.min(Math.max(connection.progress.percentage / 100, 0), 1),
    close() {
      connection.closeSync();
      database.closeSync();
    },
  };
}

/** What stops DuckDB for reasons that lie outside of the statement, as a fault; other errors as they are. */
function engineFault(error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/^Out of Memory Error|No space left on device|max_temp_directory_size/.test(message))
    return new FaultError({ code: 'data-no-room' }, { cause: error });
  if (/^INTERRUPT/.test(message)) return new FaultError({ code: 'cancelled' }, { cause: error });
  return error;
}

/** A text as a literal of SQL. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A name as an identifier of SQL. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
