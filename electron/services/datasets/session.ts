import type { DatasetFacts, DatasetProblem } from '../../../shared/metrics/dataset';
import { DATA_LIMITS } from '../../../shared/metrics/dataset';
import type { Engine } from './engine';

/** What an answer is worked out with, inside the process. */
export interface Work {
  /** From 0 to 1; rises. */
  progress(share: number): void;
  /** Throws fault `cancelled` once nobody wants the answer. Call it in loops; statements of DuckDB are stopped anyway. */
  check(): void;
}

/**
 * A data file that is open. Its rows are in the view
 * `cells(place BIGINT, line BIGINT, c0 VARCHAR, c1 VARCHAR, …, broken BOOLEAN)`: `place` counts them from 0, `line` is
 * where a row begins in the file (a line, a row of a sheet, the number of a record, each from 1). Cells are never NULL:
 * a blank one is ''. In a broken row values may stand in the wrong columns: it lost cells, or a quote was never closed.
 */
export interface Session {
  readonly facts: DatasetFacts;
  readonly engine: Engine;
}

/** What a reader of a format leaves behind: the view `cells`, and all the facts that it knows. */
export interface ReadFile {
  engine: Engine;
  facts: Omit<DatasetFacts, 'hash' | 'bytes'>;
}

/** What a reader works with. */
export interface Reading {
  /** The file, which stays as it is while it is read. */
  path: string;
  /** Where a working copy may be written; only this file or the other may be read by DuckDB. */
  workingCopy: string;
  options: { encoding: DatasetFacts['encoding']; delimiter: DatasetFacts['delimiter']; sheet: string | null };
  work: Work;
  /** Opens DuckDB for one of the two files. */
  engine(readable: string): Promise<Engine>;
}

/** Facts of a format without encodings, sheets and ragged rows. */
export const PLAIN_FACTS = {
  encoding: null,
  delimiter: null,
  sheets: [],
  sheet: null,
  ragged: [],
  raggedCount: 0,
  merged: [],
  hiddenRows: 0,
  problems: [],
  problemCount: 0,
} satisfies Partial<DatasetFacts>;

/** Counts all problems and keeps the first ones. */
export class Problems {
  readonly listed: DatasetProblem[] = [];
  count = 0;

  add(line: number, reason: DatasetProblem['reason']): void {
    this.count++;
    if (this.listed.length < DATA_LIMITS.listed) this.listed.push({ line, reason });
  }
}
