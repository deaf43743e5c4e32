import { isDeepStrictEqual } from 'node:util';
import { complaint } from '../../electron/command-line/map-file';
import { FaultError } from '../../shared/api/faults';
import type { Random } from '../../shared/decisions/random';
import type { ReadResult } from '../../shared/document/read';
import { faultText } from '../../shared/language/fault-text';
import { createTranslator } from '../../shared/language/translator';
import type { Mutated } from './mutate';

/** Something that takes what comes from outside, with real inputs to change. */
export interface Reader {
  /** Spoils one of the real inputs. */
  make(random: Random): Promise<Mutated>;
  /**
   * Lets the program read it and answers in a word what came of it. A FaultError counts as an answer; whatever else is
   * thrown is a flaw.
   */
  read(input: Uint8Array, random: Random): Promise<string>;
}

export type OpenReader = () => Promise<Reader>;

/** A flaw of the program, or of what it says. */
export class Flaw extends Error {
  override name = 'Flaw';
}

const TRANSLATORS = [createTranslator('en'), createTranslator('es')];
/** A sentence that somebody can read, whatever the input has put into it. */
const LONGEST_TEXT = 1_000;

function checkTexts(texts: string[]): void {
  const [english = '', spanish = ''] = texts;
  for (const text of texts) {
    if (text.trim().length < 10) throw new Flaw(`no sentence: ${text}`);
    if (text.length > LONGEST_TEXT) throw new Flaw(`a sentence of ${text.length} characters: ${text.slice(0, 80)}…`);
    if (/\{\{(name|detail|path|place|reason|most|version)\}\}|\bundefined\b.*\bundefined\b/.test(text))
      throw new Flaw(`a sentence with a gap: ${text}`);
  }
  if (english === spanish) throw new Flaw(`the same in both languages: ${english}`);
}

/** The word for a fault, once it is known that there is a sentence for it in both languages. */
export function answerOfFault(error: unknown): string {
  if (!(error instanceof FaultError)) throw error;
  if (error.fault.code === 'unexpected') throw new Flaw(`unexpected: ${String(error.cause ?? error)}`);
  checkTexts(TRANSLATORS.map((t) => faultText(t, error.fault)));
  return error.fault.code;
}

/** The word for a map that was refused, likewise. */
export function answerOfRefusal(result: Exclude<ReadResult, { status: 'ok' }>): string {
  checkTexts(TRANSLATORS.map((t) => complaint(t, 'map.journey.json', result)));
  if (result.status === 'not-json' && result.conflict) return 'conflict';
  return result.status === 'damaged' ? `damaged: ${result.fault.reason}` : result.status;
}

/** Makes every later change to a value throw. */
export function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    if (!ArrayBuffer.isView(value)) Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

const ROOTS = [Object, Array, Function, String, Number, Boolean, Promise, Map, Set, RegExp, Date, Error];
const rootKeys = () => ROOTS.map((root) => [Reflect.ownKeys(root), Reflect.ownKeys(root.prototype)]);
const clean = rootKeys();

/** Throws where something was added to what all objects have in common, and takes it away again. */
export function checkPrototypes(): void {
  const now = rootKeys();
  if (isDeepStrictEqual(now, clean)) return;
  for (const [index, root] of ROOTS.entries()) {
    for (const [side, target] of [root, root.prototype].entries()) {
      for (const key of Reflect.ownKeys(target)) {
        if (!clean[index]?.[side]?.includes(key)) Reflect.deleteProperty(target, key);
      }
    }
  }
  throw new Flaw('a prototype was changed');
}
