import { FaultError } from '../../../../shared/api/faults';
import { DATA_LIMITS } from '../../../../shared/metrics/dataset';

/** A value at the top of a file: an element of its one array, or one of several values that follow each other. */
export type OnRecord = (text: string, line: number) => void;

const QUOTE = 34;
const BACKSLASH = 92;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Finds where the records of a JSON file begin and end, without reading into them.
 * Throws faults `data-damaged` with the line, `data-long-row`.
 */
export class RecordSplitter {
  #text = '';
  #line = 1;
  #began = false;
  #ended = false;
  #wantsComma = false;
  isArray = false;
  readonly #onRecord: OnRecord;
  readonly #isWithin: boolean;

  /** @param isWithin The array stands within something else: what comes after its end does not count. */
  constructor(onRecord: OnRecord, isWithin = false) {
    this.#onRecord = onRecord;
    this.#isWithin = isWithin;
  }

  /** Text in front of the records, for the count of lines. */
  skip(text: string): void {
    this.#line += newLines(text);
  }

  push(piece: string): void {
    if (this.#ended && this.#isWithin) return;
    this.#text += piece;
    this.#split(false);
  }

  finish(): void {
    this.#split(true);
    if (this.isArray && !this.#ended) this.#damaged();
  }

  #damaged(): never {
    throw damagedAt(this.#line);
  }

  #split(isLast: boolean): void {
    const text = this.#text;
    let at = 0;
    for (;;) {
      while (at < text.length && isBlank(text.charCodeAt(at))) {
        if (text.charCodeAt(at) === 10) this.#line++;
        at++;
      }
      if (at >= text.length) break;
      const code = text.charCodeAt(at);
      if (this.#ended) this.#damaged();
      if (!this.#began) {
        this.#began = true;
        // An array of records; an array as a record of its own comes only after others.
        if (code === OPEN_ARRAY && (isLast || text.length > at + 1)) {
          this.isArray = true;
          at++;
          continue;
        }
      }
      if (code === COMMA && this.#wantsComma) {
        this.#wantsComma = false;
        at++;
        continue;
      }
      if (code === CLOSE_ARRAY && this.isArray) {
        this.#ended = true;
        at++;
        if (!this.#isWithin) continue;
        this.#text = '';
        return;
      }
      if (this.isArray && this.#wantsComma) this.#damaged();
      const end = recordEnd(text, at, isLast);
      if (end === null) {
        if (isLast) this.#damaged();
        break;
      }
      if (end - at > DATA_LIMITS.rowLength) this.#tooLong();
      const record = text.slice(at, end);
      this.#onRecord(record, this.#line);
      this.#line += newLines(record);
      this.#wantsComma = true;
      at = end;
    }
    this.#text = text.slice(at);
    if (this.#text.length > DATA_LIMITS.rowLength) this.#tooLong();
  }

  #tooLong(): never {
    throw new FaultError({ code: 'data-long-row', detail: String(this.#line) });
  }
}

export function damagedAt(line: number): FaultError {
  return new FaultError({ code: 'data-damaged', detail: String(line) });
}

const isBlank = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

/** Where the value that begins at a place ends; null where the text ends first. Brackets are counted, not compared. */
function recordEnd(text: string, from: number, isLast: boolean): number | null {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = stringEnd(text, at);
      if (at < 0) return null;
      if (depth === 0) return at;
      continue;
    }
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      if (depth === 0) return at > from ? at : at + 1;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (isBlank(code) || code === COMMA)) return at > from ? at : at + 1;
    at++;
  }
  return isLast && depth === 0 ? at : null;
}

/** The place after the quote that closes a text; -1 where there is none. */
export function stringEnd(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return -1;
    let slashes = 0;
    while (text.charCodeAt(close - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return close + 1;
    at = close + 1;
  }
}

function newLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
