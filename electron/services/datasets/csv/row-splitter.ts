import { FaultError } from '../../../../shared/api/faults';
import { DATA_LIMITS } from '../../../../shared/metrics/dataset';
import type { Delimiter, RawRow } from '../../../../shared/metrics/split-cells';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Further cells of a row are skipped. */
const MOST_CELLS = DATA_LIMITS.columns + 1;

type OnRow = (line: number, cells: string[], fault: RawRow['fault']) => void;

/**
 * Splits delimited text that comes in pieces, with the same outcome as `splitCells` of shared/metrics on the whole.
 * Throws fault `data-long-row` with the line of a row that is longer than the limit, as after a quote never closed.
 */
export class RowSplitter {
  #text = '';
  #line = 1;
  readonly #separator: number;
  readonly #onRow: OnRow;

  constructor(delimiter: Delimiter, onRow: OnRow) {
    this.#separator = delimiter.charCodeAt(0);
    this.#onRow = onRow;
  }

  push(piece: string): void {
    this.#text += piece;
    this.#split(false);
  }

  finish(): void {
    this.#split(true);
    this.#text = '';
  }

  #split(isLast: boolean): void {
    const text = this.#text;
    let from = 0;
    while (from < text.length) {
      const end = this.#readRow(text, from, isLast);
      if (end === null) break;
      if (end - from > DATA_LIMITS.rowLength) this.#tooLong();
      from = end;
    }
    this.#text = from > 0 ? text.slice(from) : text;
    if (this.#text.length > DATA_LIMITS.rowLength) this.#tooLong();
  }

  #tooLong(): never {
    throw new FaultError({ code: 'data-long-row', detail: String(this.#line) });
  }

  /** Hands on the row that begins at a place and answers where the next begins; null where it goes on in the next piece. */
  #readRow(text: string, from: number, isLast: boolean): number | null {
    const cells: string[] = [];
    let fault: RawRow['fault'] = null;
    let lines = 0;
    let at = from;
    for (;;) {
      let cell: string;
      if (text.charCodeAt(at) === QUOTE) {
        const close = closingQuote(text, at + 1);
        // A quote at the very end may be the first of two that stand for one.
        if (!isLast && (close < 0 || close + 1 >= text.length)) return null;
        cell = text.slice(at + 1, close < 0 ? text.length : close).replaceAll('""', '"');
        lines += countLines(cell);
        if (close < 0) fault = 'unclosed-quote';
        at = close < 0 ? text.length : close + 1;
        const end = this.#cellEnd(text, at);
        if (end > at) {
          const rest = text.slice(at, end);
          if (rest.trim()) {
            cell += rest;
            fault ??= 'text-after-quote';
          }
          at = end;
        }
      } else {
        const end = this.#cellEnd(text, at);
        cell = text.slice(at, end);
        at = end;
      }
      if (cells.length < MOST_CELLS) cells.push(cell);
      if (at >= text.length || text.charCodeAt(at) !== this.#separator) break;
      at++;
    }
    if (!isLast && at + 1 >= text.length) return null;
    if (at < text.length) {
      at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      lines++;
    }
    this.#onRow(this.#line, cells, fault);
    this.#line += lines;
    return at;
  }

  #cellEnd(text: string, from: number): number {
    const separator = this.#separator;
    let end = from;
    while (end < text.length) {
      const code = text.charCodeAt(end);
      if (code === separator || code === LINE_FEED || code === RETURN) break;
      end++;
    }
    return end;
  }
}

function closingQuote(text: string, from: number): number {
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0 || text.charCodeAt(close + 1) !== QUOTE) return close;
    at = close + 2;
  }
}

function countLines(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}
