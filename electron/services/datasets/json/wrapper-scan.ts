const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * Looks for the one array of objects within a file that is one object, as answers of web services are:
 * `{"total": 2, "rows": [{…}, {…}]}`. Takes text in pieces.
 */
export class WrapperScan {
  #offset = 0;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #values = 0;
  /** Where an array of the outer object has just begun, until its first sign is seen. */
  #opened: number | null = null;
  readonly #arrays: number[] = [];

  /** True once the answer is known to be no: a second value begins, so that each is a record. */
  get isOver(): boolean {
    return this.#values > 1;
  }

  push(text: string): void {
    for (let at = 0; at < text.length && !this.isOver; at++) {
      const code = text.charCodeAt(at);
      if (this.#isInText) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (code === BACKSLASH) this.#isEscaped = true;
        else if (code === QUOTE) this.#isInText = false;
        continue;
      }
      if (code === 32 || code === 10 || code === 13 || code === 9) continue;
      if (this.#opened !== null) {
        if (code === 0x7b) this.#arrays.push(this.#opened);
        this.#opened = null;
      }
      if (this.#depth === 0) this.#values++;
      if (code === QUOTE) this.#isInText = true;
      else if (code === 0x7b) this.#depth++;
      else if (code === 0x5b) {
        if (this.#depth === 1) this.#opened = this.#offset + at;
        this.#depth++;
      } else if (code === 0x7d || code === 0x5d) this.#depth--;
    }
    this.#offset += text.length;
  }

  /** The place of the array's bracket in the text; null where there is none, or more than one. */
  finish(): number | null {
    const [only] = this.#arrays;
    return this.#values === 1 && this.#arrays.length === 1 && only !== undefined ? only : null;
  }
}
