import { readFileSync, writeFileSync } from 'node:fs';

/** One line of the table: a thing that was timed, and what it is held against, timed in the same run. */
export interface Row {
  name: string;
  unit: 'ms' | 'µs/card' | 'renders' | 'MB';
  samples: number;
  median: number;
  p95: number;
  yardstick: { name: string; median: number; p95: number } | null;
  /** Median to the yardstick's median: what can be compared between machines. */
  ratio: number | null;
}

/** The value below which this share (0–1) of the samples lies; the nearest one, none is made up. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export interface Yardstick {
  name: string;
  samples: readonly number[];
}

export function rowOf(name: string, samples: readonly number[], yardstick?: Yardstick, unit: Row['unit'] = 'ms'): Row {
  const median = quantile(samples, 0.5);
  const other = yardstick && {
    name: yardstick.name,
    median: quantile(yardstick.samples, 0.5),
    p95: quantile(yardstick.samples, 0.95),
  };
  const ratio = other && other.median > 0 ? median / other.median : null;
  return { name, unit, samples: samples.length, median, p95: quantile(samples, 0.95), yardstick: other ?? null, ratio };
}

/**
 * Runs two things in turn, so that a busy moment of the machine hits both, after a first run of each that does not
 * count. Milliseconds. Ends early once `limit` milliseconds are spent, but never before `least` runs.
 */
export async function inTurn(
  subject: () => unknown,
  yardstick: () => unknown,
  { times = 15, least = 3, limit = 1_500 } = {},
): Promise<{ subject: number[]; yardstick: number[] }> {
  const out = { subject: [] as number[], yardstick: [] as number[] };
  await subject();
  await yardstick();
  const since = performance.now();
  for (let run = 0; run < times && (run < least || performance.now() - since < limit); run++) {
    out.subject.push(await elapsed(subject));
    out.yardstick.push(await elapsed(yardstick));
  }
  return out;
}

async function elapsed(work: () => unknown): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Hands the rows to `npm run bench`, which prints them all at its end; run by itself, a benchmark prints its own. */
export function report(rows: readonly Row[]): void {
  const file = process.env.PERIPLO_BENCH_ROWS;
  if (!file) console.table(rows.map(({ yardstick, ...row }) => ({ ...row, yardstick: yardstick?.name })));
  else writeFileSync(file, JSON.stringify([...JSON.parse(readFileSync(file, 'utf8')), ...rows]));
}
