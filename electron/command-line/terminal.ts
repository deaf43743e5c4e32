import { resolve } from 'node:path';
import { FaultError } from '../../shared/api/faults';
import { faultText } from '../../shared/language/fault-text';
import { LANGUAGES, type Language, languageFor, type Translate } from '../../shared/language/translator';
import type { OpenSettings } from '../services/datasets/datasets';

/** Where a command runs: its words go out here, and paths start here. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  folder: string;
  environment: NodeJS.ProcessEnv;
  /** For tests: which process reads data files. */
  datasets?: OpenSettings;
}

/** What a command needs; it answers its exit code by `finish`. */
export interface CommandContext {
  terminal: Terminal;
  t: Translate;
  language: Language;
  finish(exitCode: number): void;
}

/** A failure that already says, in the user's language, what to do next. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly exitCode = 1,
  ) {
    super(message);
  }
}

export const processTerminal: Terminal = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
  folder: process.cwd(),
  environment: process.env,
};

export const inFolder = (terminal: Terminal, path: string): string => resolve(terminal.folder, path);

/** The language named by --language, else the system's. */
export function languageOf(argv: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const at = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  const named = argv[at]?.includes('=') ? argv[at]?.split('=')[1] : argv[at + 1];
  const wanted = at >= 0 ? LANGUAGES.find((language) => language === named) : undefined;
  return wanted ?? languageFor(localeOf(environment));
}

/** BCP 47 tag of the system's language, from the variables that POSIX names for it, else from the runtime. */
export function localeOf(environment: NodeJS.ProcessEnv): string {
  const posix = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG;
  const tag = posix?.split(/[.@]/)[0]?.replaceAll('_', '-');
  if (!tag || tag === 'C' || tag === 'POSIX') return posix ? 'en' : Intl.DateTimeFormat().resolvedOptions().locale;
  return tag;
}

/** One sentence for whatever went wrong; never a stack. */
export function sentenceFor(t: Translate, error: unknown): string {
  if (error instanceof Trouble) return error.message;
  if (error instanceof FaultError && error.fault.code !== 'unexpected') return faultText(t, error.fault);
  const cause = error instanceof FaultError ? error.cause : error;
  const detail = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : '';
  return `${t('faults.unexpected')}${detail && ` (${detail})`}`;
}
