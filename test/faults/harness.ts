import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** `npm run faults` sets it; without it the counts are small enough for every test run. */
export const isFull = Boolean(process.env.PERIPLO_FAULTS);

/** One line of what `npm run faults` prints. */
export interface Figures {
  what: string;
  kills: number;
  /** Where the kills hit: before the first file was touched, between that and the end of the work, after it. */
  before: number;
  during: number;
  after: number;
  /** What was found afterwards. */
  found: Record<string, number>;
}

/** Hands figures to `npm run faults`, where that runs. */
export function report(figures: Figures): void {
  const file = process.env.PERIPLO_FAULTS;
  if (!file) return;
  const all: Figures[] = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify([...all, figures]));
}

export interface Killed {
  /** Pieces of work begun and done when the process died. */
  begun: number;
  done: number;
  hit: 'before' | 'during' | 'after';
}

/** How long work takes, in milliseconds: until it touches the first file, and from there to its end. */
export interface Duration {
  preparing: number;
  writing: number;
}

export interface Writer {
  /** The bundled program. */
  readonly file: string;
  /** A process that is ready to work and waits to be told. */
  start(...args: (string | number)[]): Promise<WriterProcess>;
  remove(): void;
}

export interface WriterProcess {
  /** Tells it to work and kills it (SIGKILL) so many milliseconds after it was told, or after it touched a file. */
  killAfter(milliseconds: number, since: 'told' | 'writing'): Promise<Killed>;
  /** Tells it to work, waits until it has done, kills it, and answers how long the work took. */
  finish(): Promise<Duration>;
}

/** Bundles the process that is killed, as the product is bundled. */
export async function bundleWriter(): Promise<Writer> {
  const outDir = mkdtempSync(join(tmpdir(), 'periplo-writer-'));
  const entry = fileURLToPath(new URL('./writer.process.ts', import.meta.url));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20', minify: false },
  });
  // Outside the project, so that what it is made of has to be said.
  writeFileSync(join(outDir, 'package.json'), '{"type":"module"}');
  const file = join(outDir, 'writer.process.js');
  return {
    file,
    start: (...args) => startWriter(file, args.map(String)),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  };
}

async function startWriter(file: string, args: string[]): Promise<WriterProcess> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stdout.on('data', (part: Buffer) => (said += part));
  child.stderr.on('data', (part: Buffer) => (complaint += part));
  child.stdin.on('error', () => undefined);
  const until = async (letter: string) => {
    while (!said.includes(letter)) {
      if (child.exitCode !== null) throw new Error(`The writer ended by itself: ${complaint}`);
      await new Promise((resolve) => child.stdout.once('data', resolve).once('end', resolve));
    }
  };
  await until('r');
  return {
    async killAfter(milliseconds, since) {
      child.stdin.write('go\n');
      if (since === 'writing') await until('w');
      await pause(milliseconds);
      await kill(child);
      if (complaint) throw new Error(complaint);
      const last = said.at(-1);
      return {
        begun: said.split('s').length - 1,
        done: said.split('d').length - 1,
        hit: last === 'd' ? 'after' : last === 'w' ? 'during' : 'before',
      };
    },
    async finish() {
      const since = performance.now();
      child.stdin.write('go\n');
      await until('w');
      const writingSince = performance.now();
      await until('d');
      const done = performance.now();
      await kill(child);
      return { preparing: writingSince - since, writing: done - writingSince };
    },
  };
}

/** A timer alone is as coarse as the kill should not be: the last milliseconds are waited out. */
async function pause(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  if (milliseconds > 3) await new Promise((resolve) => setTimeout(resolve, milliseconds - 2));
  while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve));
}

async function kill(child: ChildProcess): Promise<void> {
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
}

/** How long the work takes here and now: the medians of some runs. */
export async function measured(run: () => Promise<Duration>): Promise<Duration> {
  const times: Duration[] = [];
  for (let count = 0; count < (isFull ? 9 : 3); count++) times.push(await run());
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 1;
  return {
    preparing: median(times.map(({ preparing }) => preparing)),
    writing: median(times.map(({ writing }) => writing)),
  };
}

/**
 * Kills at a random moment: mostly between the first touch of a file and some time after the end (a machine that gets
 * busier takes longer than it was measured to), and one time in ten anywhere from the very beginning.
 */
export function killSomewhere(child: WriterProcess, { preparing, writing }: Duration): Promise<Killed> {
  if (Math.random() < 0.1) return child.killAfter(Math.random() * (preparing + writing), 'told');
  return child.killAfter(Math.random() * writing * 1.6, 'writing');
}

/** Adds a kill to the figures. */
export function count(figures: Figures, { hit }: Killed): void {
  figures.kills++;
  figures[hit]++;
}

export const noFigures = (what: string, ...found: string[]): Figures => ({
  what,
  kills: 0,
  before: 0,
  during: 0,
  after: 0,
  found: Object.fromEntries(found.map((name) => [name, 0])),
});

export const tally = (figures: Figures, name: string): void => {
  figures.found[name] = (figures.found[name] ?? 0) + 1;
};
