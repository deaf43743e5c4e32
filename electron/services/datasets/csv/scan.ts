import type { Delimiter } from '../../../../shared/metrics/split-cells';
import { RowShape } from '../row-shape';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Where a cell is: about to begin, without quotes, within quotes, or at a quote that may close it. Numbers, for speed. */
const START = 0;
const BARE = 1;
const QUOTED = 2;
const CLOSING = 3;

/** So many times lines and rows may get out of step before DuckDB's numbering is not worth correcting. */
const MOST_SHIFTS = 64;
/** Bytes of a row that DuckDB reads in one go. */
const LONGEST_PLAIN_ROW = 1024 ** 2;

/** From this row on (0 is the first), rows stand so many lines further down than their number says. */
export interface LineShift {
  row: number;
  lines: number;
}

export interface PlainText {
  newLine: '\n' | '\r\n' | '\r';
  hasQuotes: boolean;
  /** Cells with lines of their own. */
  hasQuotedLines: boolean;
  shifts: readonly LineShift[];
}

/**
 * Looks at every byte of delimited text in UTF-8 and finds out whether it is plain: written as RFC 4180 has it, so that
 * DuckDB reads the same cells from it as the project's own splitter, and the number of each row tells its line.
 */
export class PlainScan {
  readonly shape = new RowShape();
  #isPlain = true;
  #hasQuotes = false;
  #hasQuotedLines = false;
  readonly #shifts: LineShift[] = [];
  readonly #separator: number;
  #at = START;
  #afterReturn = false;
  #line = 1;
  #rowLine = 1;
  #cells = 0;
  #rowLength = 0;
  #lineFeeds = 0;
  #returns = 0;
  #pairs = 0;

  constructor(delimiter: Delimiter) {
    this.#separator = delimiter.charCodeAt(0);
  }

  /** The next bytes, without a byte-order mark. Does nothing once the text is known not to be plain. */
  add(chunk: Uint8Array): void {
    const separator = this.#separator;
    let at = this.#at;
    let index = 0;
    while (this.#isPlain && index < chunk.length) {
      const from = index;
      // Most bytes are within a cell: only these four (and NUL) change anything there.
      let byte = chunk[index] as number;
      while (byte !== separator && byte !== LINE_FEED && byte !== RETURN && byte !== QUOTE && byte !== 0) {
        if (++index === chunk.length) break;
        byte = chunk[index] as number;
      }
      if (index > from) {
        this.#rowLength += index - from;
        this.#afterReturn = false;
        if (at === START) at = BARE;
        else if (at === CLOSING) this.#giveUp();
        if (index === chunk.length) break;
      }
      index++;
      this.#rowLength++;
      if (byte === LINE_FEED || byte === RETURN) {
        at = this.#endLine(byte, at);
        continue;
      }
      this.#afterReturn = false;
      if (byte === separator) {
        if (at !== QUOTED) {
          this.#cells++;
          at = START;
        }
      } else if (byte === QUOTE && at !== BARE) {
        this.#hasQuotes = true;
        at = at === QUOTED ? CLOSING : QUOTED;
      } else {
        this.#giveUp();
      }
    }
    this.#at = at;
    if (this.#rowLength > LONGEST_PLAIN_ROW) this.#giveUp();
  }

  /** Takes a line end; answers where the next byte is. */
  #endLine(byte: number, at: number): number {
    if (byte === LINE_FEED && this.#afterReturn) {
      this.#pairs++;
      this.#returns--;
      this.#afterReturn = false;
      if (at !== QUOTED) this.#rowLength = 0;
      return at;
    }
    if (byte === LINE_FEED) this.#lineFeeds++;
    else this.#returns++;
    this.#afterReturn = byte === RETURN;
    this.#line++;
    if (at === QUOTED) {
      this.#hasQuotedLines = true;
      return at;
    }
    // "" alone on a line is a blank line in other words; DuckDB would make a row of it.
    if (this.#cells === 0 && at === CLOSING && this.#rowLength <= 3) this.#giveUp();
    if (this.#rowLength > LONGEST_PLAIN_ROW) this.#giveUp();
    if (this.#cells > 0 || at !== START) this.#endRow(this.#cells + 1);
    else this.#shift();
    this.#cells = 0;
    this.#rowLength = 0;
    this.#rowLine = this.#line;
    return START;
  }

  /** Null where the text is not plain. */
  finish(): PlainText | null {
    const isBlankCell = this.#cells === 0 && this.#at === CLOSING && this.#rowLength <= 2;
    if (this.#at === QUOTED || isBlankCell) this.#giveUp();
    if (this.#cells > 0 || this.#at !== START) this.#endRow(this.#cells + 1);
    const kinds = [this.#lineFeeds, this.#pairs, this.#returns].filter((count) => count > 0).length;
    if (!this.#isPlain || kinds > 1) return null;
    const newLine = this.#pairs > 0 ? '\r\n' : this.#returns > 0 ? '\r' : '\n';
    return { newLine, hasQuotes: this.#hasQuotes, hasQuotedLines: this.#hasQuotedLines, shifts: this.#shifts };
  }

  #endRow(cells: number): void {
    this.shape.add(this.#rowLine, cells);
    // A quoted cell with lines of its own: the rows below stand further down.
    const expected = this.#rowLine + 1;
    if (this.#line > expected) this.#shift();
  }

  #shift(): void {
    const row = this.shape.rows;
    const lines = this.#line - 1 - row;
    const last = this.#shifts.at(-1);
    if (last?.row === row) last.lines = lines;
    else this.#shifts.push({ row, lines });
    if (this.#shifts.length > MOST_SHIFTS) this.#giveUp();
  }

  #giveUp(): void {
    this.#isPlain = false;
  }
}
