import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleProcess } from '../fixtures/bundled-process';
import { type FuzzFigures, fuzz, READER_NAMES, type ReaderName } from './harness';

/** `npm run fuzz` says how many, from which seed, and where the figures go; otherwise some hundreds, always the same. */
interface Settings {
  seed: number;
  cases: number | null;
  readers: readonly string[];
  only: number | null;
  figures: string;
}
const settings: Settings | null = process.env.PERIPLO_FUZZ ? JSON.parse(process.env.PERIPLO_FUZZ) : null;
/** What opens DuckDB each time takes longer. */
const QUICK: Readonly<Record<ReaderName, number>> = {
  map: 600,
  conflict: 300,
  clipboard: 600,
  draft: 600,
  versions: 60,
  csv: 30,
  xlsx: 30,
  json: 30,
  parquet: 30,
  recipe: 300,
};
const LONG = settings ? 7_200_000 : 120_000;

let process_: Awaited<ReturnType<typeof bundleProcess>>;
beforeAll(async () => {
  process_ = await bundleProcess('test/fuzz/fuzz.process.ts');
}, LONG);
afterAll(() => process_.remove());

function report(figures: FuzzFigures): void {
  if (!settings) return;
  const all: FuzzFigures[] = JSON.parse(readFileSync(settings.figures, 'utf8'));
  writeFileSync(settings.figures, JSON.stringify([...all, figures]));
}

const repeat = (reader: ReaderName, seed: number, number: number) =>
  `npm run fuzz -- --reader ${reader} --seed ${seed} --case ${number}`;

describe('spoilt inputs get one readable answer each', () => {
  const chosen = READER_NAMES.filter((name) => !settings || settings.readers.includes(name));
  it.each(chosen)(
    '%s',
    async (reader) => {
      const seed = settings?.seed ?? 2026;
      const only = settings?.only ?? null;
      const [from, to] = only === null ? [0, settings?.cases ?? QUICK[reader]] : [only, only + 1];
      const keep = only === null ? null : `test-results/fuzz/${reader}-${seed}-${only}`;
      const figures = await fuzz(process_.entry, { reader, seed, from, to, keep });
      report(figures);
      const found = figures.flaws.map(({ number, how, flaw }) => `${repeat(reader, seed, number)}\n${how}\n${flaw}`);
      expect(found.slice(0, 5).join('\n\n')).toBe('');
      expect(figures.cases).toBe(to - from);
      // Where every input fails at once, the harness is wrong, not the reader right.
      if (only === null) expect(Object.keys(figures.answers).length).toBeGreaterThan(1);
    },
    LONG,
  );
});
