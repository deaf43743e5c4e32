import type { Delimiter } from '../../../../shared/metrics/split-cells';
import { RowShape } from '../row-shape';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Where a cell is: about to begin, without quotes, within quotes, or at a quote that may close it. */
enum At {
  Start = 0,
  Bare = 1,
  Quoted = 2,
  Closing = 3,
}

/** So many times lines and rows may get out of step before DuckDB's numbering is not worth correcting. */
const MOST_SHIFTS = 64;
/** Bytes of a row that DuckDB reads in one go. */
export const LONGEST_PLAIN_ROW = 1024 ** 2;

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
  #at: At = At.Start;
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
    if (!this.#isPlain) return;
    const separator = this.#separator;
    let at = this.#at;
    let cells = this.#cells;
    let length = this.#rowLength;
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] as number;
      length++;
      if (byte > QUOTE && byte !== separator) {
        if (at === At.Start) at = At.Bare;
        else if (at === At.Closing) {
          this.#giveUp();
          return;
        }
      } else if (byte === separator) {
        if (at !== At.Quoted) {
          cells++;
          at = At.Start;
        }
      } else if (byte === QUOTE) {
        if (at === At.Start) at = At.Quoted;
        else if (at === At.Quoted) at = At.Closing;
        else if (at === At.Closing) at = At.Quoted;
        else {
          this.#giveUp();
          return;
        }
        this.#hasQuotes = true;
      } else if (byte === LINE_FEED || byte === RETURN) {
        if (byte === LINE_FEED && this.#afterReturn) {
          this.#pairs++;
          this.#returns--;
          this.#afterReturn = false;
          if (at !== At.Quoted) length = 0;
          continue;
        }
        if (byte === LINE_FEED) this.#lineFeeds++;
        else this.#returns++;
        this.#line++;
        if (at !== At.Quoted) {
          // "" alone on a line: a blank line, in other words.
          if (cells === 0 && at === At.Closing && length <= 4) {
            this.#giveUp();
            return;
          }
          if (cells > 0 || at !== At.Start) this.#endRow(cells + 1);
          else this.#shift();
          cells = 0;
          at = At.Start;
          if (length > LONGEST_PLAIN_ROW) {
            this.#giveUp();
            return;
          }
          length = 0;
          this.#rowLine = this.#line;
        } else {
          this.#hasQuotedLines = true;
        }
        this.#afterReturn = byte === RETURN;
        continue;
      } else {
        if (byte === 0) {
          this.#giveUp();
          return;
        }
        if (at === At.Start) at = At.Bare;
        else if (at === At.Closing) {
          this.#giveUp();
          return;
        }
      }
      this.#afterReturn = false;
    }
    this.#at = at;
    this.#cells = cells;
    this.#rowLength = length;
    if (length > LONGEST_PLAIN_ROW) this.#giveUp();
  }

  /** Null where the text is not plain. */
  finish(): PlainText | null {
    const isBlankCell = this.#cells === 0 && this.#at === At.Closing && this.#rowLength <= 2;
    if (this.#at === At.Quoted || isBlankCell) this.#giveUp();
    if (this.#cells > 0 || this.#at !== At.Start) this.#endRow(this.#cells + 1);
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
