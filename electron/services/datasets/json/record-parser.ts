import { DATA_LIMITS } from '../../../../shared/metrics/dataset';
import type { CellKind } from '../column-counts';
import { plainNumber } from '../plain-number';
import { stringEnd } from './record-splitter';

/** A value without parts, by its path: the names that lead to it, joined by dots; null for a record without names. */
export type OnValue = (path: string | null, text: string, kind: CellKind) => void;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Escapes, and what may stand in a text only by an escape. */
const ESCAPED = /[\\\u0000-\u001f]/;
const EXPONENT = /e/i;
const WORD = /true|false|null|NaN|-?Infinity/y;

/** Thrown for a text that is no JSON. */
export class NotJson extends Error {
  override name = 'NotJson';
}

/**
 * Reads one record and hands on its values. Numbers keep all their digits, which JSON.parse would round; names are only
 * ever text, so that `__proto__` is a column like any other. Arrays within a record stay as JSON. Null is nothing.
 * Throws NotJson, also for what is nested too deep.
 */
export class RecordParser {
  #text = '';
  #at = 0;
  readonly #onValue: OnValue;

  constructor(onValue: OnValue) {
    this.#onValue = onValue;
  }

  parse(record: string): void {
    this.#text = record;
    this.#at = 0;
    this.#value(null, 0);
    this.#skipBlanks();
    if (this.#at < record.length) throw new NotJson();
  }

  /** The elements of a record that is an array, as texts. */
  list(record: string): { text: string; kind: CellKind }[] {
    this.#text = record;
    this.#at = 1;
    const cells: { text: string; kind: CellKind }[] = [];
    this.#skipBlanks();
    while (this.#peek() !== ']') {
      const cell = this.#scalarOrJson(1);
      cells.push(cell ?? { text: '', kind: 'text' });
      this.#skipBlanks();
      if (this.#peek() !== ',') break;
      this.#at++;
      this.#skipBlanks();
      if (this.#peek() === ']') throw new NotJson();
    }
    this.#expect(']');
    if (this.#at < record.length) throw new NotJson();
    return cells;
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #expect(sign: string): void {
    if (this.#peek() !== sign) throw new NotJson();
    this.#at++;
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      this.#at++;
    }
  }

  #value(path: string | null, depth: number): void {
    if (depth > DATA_LIMITS.depth) throw new NotJson();
    if (this.#peek() === '{') {
      this.#object(path, depth);
      return;
    }
    const cell = this.#scalarOrJson(depth);
    if (cell) this.#onValue(path, cell.text, cell.kind);
  }

  #object(path: string | null, depth: number): void {
    this.#at++;
    this.#skipBlanks();
    while (this.#peek() !== '}') {
      const name = this.#string();
      this.#skipBlanks();
      this.#expect(':');
      this.#skipBlanks();
      this.#value(path === null ? name : `${path}.${name}`, depth + 1);
      this.#skipBlanks();
      if (this.#peek() !== ',') break;
      this.#at++;
      this.#skipBlanks();
      if (this.#peek() === '}') throw new NotJson();
    }
    this.#expect('}');
  }

  /** Null for null. */
  #scalarOrJson(depth: number): { text: string; kind: CellKind } | null {
    const sign = this.#peek();
    if (sign === '"') return { text: this.#string(), kind: 'text' };
    if (sign === '[' || sign === '{') {
      const text = this.#json(depth);
      return text === '[]' || text === '{}' ? null : { text, kind: 'text' };
    }
    const number = this.#take(NUMBER);
    if (number) return { text: EXPONENT.test(number) ? plainNumber(number) : number, kind: 'number' };
    const word = this.#take(WORD);
    if (!word) throw new NotJson();
    if (word === 'null') return null;
    // NaN and Infinity are not JSON, but what Python and others write for a number that is none.
    return { text: word, kind: word === 'true' || word === 'false' ? 'boolean' : 'text' };
  }

  /** What begins here as JSON without blanks. */
  #json(depth: number): string {
    if (depth > DATA_LIMITS.depth) throw new NotJson();
    const opens = this.#peek();
    if (opens !== '[' && opens !== '{') {
      if (opens === '"') return JSON.stringify(this.#string());
      const word = this.#take(WORD) ?? this.#take(NUMBER);
      if (!word) throw new NotJson();
      return word;
    }
    const closes = opens === '[' ? ']' : '}';
    const parts: string[] = [];
    this.#at++;
    this.#skipBlanks();
    while (this.#peek() !== closes) {
      let part = '';
      if (opens === '{') {
        part = `${JSON.stringify(this.#string())}:`;
        this.#skipBlanks();
        this.#expect(':');
        this.#skipBlanks();
      }
      parts.push(part + this.#json(depth + 1));
      this.#skipBlanks();
      if (this.#peek() !== ',') break;
      this.#at++;
      this.#skipBlanks();
      if (this.#peek() === closes) throw new NotJson();
    }
    this.#expect(closes);
    return opens + parts.join(',') + closes;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (!found) return null;
    this.#at += found.length;
    return found;
  }

  #string(): string {
    if (this.#peek() !== '"') throw new NotJson();
    const end = stringEnd(this.#text, this.#at);
    if (end < 0) throw new NotJson();
    const literal = this.#text.slice(this.#at, end);
    this.#at = end;
    if (!ESCAPED.test(literal)) return literal.slice(1, -1);
    try {
      return String(JSON.parse(literal));
    } catch {
      throw new NotJson();
    }
  }
}
