import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { FaultError } from '../../../shared/api/faults';
import { DATA_LIMITS } from '../../../shared/metrics/dataset';
import { evenShape, RowShape, type Shape } from './row-shape';

/**
 * The working copy of a file that DuckDB can't read by itself: a row per line, its line in the file first, cells parted
 * by the unit separator, no quotes. What would disturb that is written as a mark and a letter.
 */
export const SEPARATOR = '\u001f';
export const MARK = '\u0010';
export const ESCAPES: readonly (readonly [letter: string, character: string])[] = [
  ['b', '\n'],
  ['c', '\r'],
  ['d', SEPARATOR],
  ['a', MARK],
];

const SPECIAL = /[\n\r\u0010\u001f]/;
const SPECIALS = /[\n\r\u0010\u001f]/g;
const LETTERS = new Map(ESCAPES.map(([letter, character]) => [character, MARK + letter]));
const FLUSH_AT = 512 * 1024;

export interface WrittenRows {
  path: string;
  rows: number;
  shape: Shape;
  /** Columns that hold marks. */
  escaped: ReadonlySet<number>;
}

/** Writes a working copy. NULs must have been taken out. Throws fault `data-long-row` beyond the limit. */
export class RowWriter {
  readonly #path: string;
  readonly #file: number;
  readonly #shape = new RowShape();
  readonly #escaped = new Set<number>();
  #pending = '';
  #isOpen = true;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(path, 'wx', 0o600);
  }

  get rows(): number {
    return this.#shape.rows;
  }

  /** A row by the line it begins at, from 1. */
  add(line: number, cells: readonly string[]): void {
    let text = `${line}`;
    for (let index = 0; index < cells.length; index++) {
      let cell = cells[index] as string;
      if (SPECIAL.test(cell)) {
        this.#escaped.add(index);
        cell = cell.replace(SPECIALS, (character) => LETTERS.get(character) ?? '');
      }
      text += SEPARATOR + cell;
    }
    if (text.length > DATA_LIMITS.rowLength * 2) throw new FaultError({ code: 'data-long-row', detail: String(line) });
    this.#shape.add(line, cells.length);
    this.#pending += `${text}\n`;
    if (this.#pending.length > FLUSH_AT) this.#flush();
  }

  /** Ends the copy, with a number of columns where the format has one. Throws the faults of a table that is too large. */
  finish(width?: number): WrittenRows {
    this.#flush();
    this.close();
    const { rows } = this.#shape;
    const shape = width === undefined ? this.#shape.finish() : evenShape(rows, width);
    return { path: this.#path, rows, shape, escaped: this.#escaped };
  }

  /** Takes the copy away, so that another can be written in its place. */
  remove(): void {
    this.close();
    rmSync(this.#path, { force: true });
  }

  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #flush(): void {
    writeSync(this.#file, this.#pending);
    this.#pending = '';
  }
}
