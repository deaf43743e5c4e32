import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { FaultError } from '../../../shared/api/faults';
import { type DatasetFacts, type DatasetOptions, datasetOptionsSchema } from '../../../shared/metrics/dataset';
import { withFaults } from '../files/system-fault';
import { Child } from './child';
import { type Answer, type Argument, REQUESTS, type RequestName } from './requests';
import { makeWorkFolder, removeFolder } from './work-folder';

/** A file by its absolute path, or its content with the name that faults should give. */
export type DataSource = { path: string } | { bytes: Uint8Array; name: string };

export interface AskOptions {
  /** From 0 to 1. */
  onProgress?: (share: number) => void;
  /** Gives up within a second, with fault `cancelled`. */
  signal?: AbortSignal;
  /** Milliseconds; after that the process is killed, with fault `data-too-slow`. */
  timeLimit?: number;
}

export interface OpenSettings extends AskOptions {
  /** The bundled process, for tests. */
  entry?: string;
  /** MB for DuckDB; what does not fit goes to disk. A quarter of the machine's memory, between 256 MB and 1 GB. */
  memory?: number;
  /** MB for JavaScript. */
  heap?: number;
  /** Milliseconds without a sign of life, after which the process counts as hung. */
  silence?: number;
}

/** A data file that is open in a process of its own. Close it when done: that frees its memory and its folder. */
export interface Dataset {
  readonly facts: DatasetFacts;
  /** Asks the process something; REQUESTS says what there is. A request that was cancelled leaves the file open. */
  ask<Name extends Exclude<RequestName, 'open'>>(
    name: Name,
    argument: Argument<Name>,
    options?: AskOptions,
  ): Promise<Answer<Name>>;
  /** Gives up everything that is asked. */
  cancel(): void;
  /** Ends the process. Doing it again does nothing. */
  close(): Promise<void>;
  /** Of the process, to measure its memory. */
  readonly pid: number | undefined;
}

const LIMITS = { openTime: 15 * 60_000, askTime: 2 * 60_000, silence: 30_000, heap: 768, threads: 4 } as const;

/**
 * Opens any export file in a process of its own, which is killed when it takes too long, hangs or grows too large.
 * Throws FaultError with the `data-…` codes, `cancelled`, `too-large` and those of reading a file, each with the path.
 */
export async function openDataset(
  source: DataSource,
  options: DatasetOptions = {},
  settings: OpenSettings = {},
): Promise<Dataset> {
  const name = 'path' in source ? resolve(source.path) : source.name;
  const folder = await withFaults(name, makeWorkFolder);
  let child: Child | null = null;
  const close = async () => {
    await child?.kill();
    await removeFolder(folder);
  };
  try {
    const path = 'path' in source ? name : join(folder, 'source');
    if ('bytes' in source) await withFaults(name, () => writeFile(path, source.bytes, { mode: 0o600 }));
    child = new Child({
      entry: settings.entry ?? processFile(),
      heap: settings.heap ?? LIMITS.heap,
      silence: settings.silence ?? LIMITS.silence,
    });
    const argument: Argument<'open'> = {
      path,
      folder,
      memory: settings.memory ?? usualMemory(),
      threads: Math.min(availableParallelism(), LIMITS.threads),
      options: v.parse(datasetOptionsSchema, options),
    };
    const facts = await asked(child, name, 'open', argument, { timeLimit: LIMITS.openTime, ...settings });
    return datasetOf(child, name, facts, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function datasetOf(child: Child, path: string, facts: DatasetFacts, close: () => Promise<void>): Dataset {
  let closing: Promise<void> | null = null;
  return {
    facts,
    ask: (name, argument, options = {}) =>
      asked(child, path, name, argument, { timeLimit: LIMITS.askTime, ...options }),
    cancel: () => child.cancel(),
    close: () => (closing ??= close()),
    pid: child.pid,
  };
}

async function asked<Name extends RequestName>(
  child: Child,
  path: string,
  name: Name,
  argument: Argument<Name>,
  { onProgress, signal, timeLimit = LIMITS.askTime }: AskOptions,
): Promise<Answer<Name>> {
  let value: unknown;
  try {
    value = await child.ask({ name, argument, onProgress, signal, timeLimit });
  } catch (error) {
    if (error instanceof FaultError) throw new FaultError({ ...error.fault, path }, { cause: error });
    throw error;
  }
  const answer = v.safeParse(REQUESTS[name].answer, value);
  if (!answer.success) throw new FaultError({ code: 'data-stopped', path });
  return answer.output as Answer<Name>;
}

/** Beside the bundle (`dist/x/y.js`), or, where the program runs from its sources, in what was built last. */
function processFile(): string {
  const places = ['../processes/dataset.js', '../../../dist/processes/dataset.js'];
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
  if (!found) throw new Error('The process of data files is missing: the program was not built');
  return found;
}

const usualMemory = () => Math.round(Math.min(Math.max(totalmem() / 1024 ** 2 / 4, 256), 1024));
