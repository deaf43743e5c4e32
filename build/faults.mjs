/**
 * npm run faults: the tests in test/faults with their full counts, and round trips of 10,000 generated maps, which take
 * minutes; then one table of what was killed when and what was found afterwards. `npm test` runs the same tests with
 * small counts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, tool } from './bootstrap/run.mjs';
import { main, seconds } from './bootstrap/say.mjs';

const ROUND_TRIPS = 10_000;

await main(async () => {
  await ensureDependencies();
  const since = performance.now();
  mkdirSync(inRoot('test-results'), { recursive: true });
  const handover = inRoot('test-results/faults.json');
  writeFileSync(handover, '[]');
  const args = ['run', 'test/faults', '--project', 'node', '--no-file-parallelism'];
  const { code } = await tool('vitest', args, { env: { PERIPLO_FAULTS: handover } });
  const trips = await tool('vitest', ['run', 'shared/document/round-trip', '--project', 'node'], {
    env: { PERIPLO_RUNS: String(ROUND_TRIPS) },
  });
  print(JSON.parse(readFileSync(handover, 'utf8')));
  console.log(
    `\n${ROUND_TRIPS} maps written and read again: ${trips.code === 0 ? 'all the same' : 'NOT all the same'}`,
  );
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${process.platform}, ${seconds(since)}`);
  return code === 0 && trips.code === 0 ? 0 : 1;
});

function print(rows) {
  const head = ['', 'kills', 'before', 'during', 'after', 'found afterwards'];
  const lines = rows.map(({ what, kills, before, during, after, found }) => [
    what,
    ...[kills, before, during, after].map(String),
    Object.entries(found)
      .map(([name, count]) => `${count} ${name}`)
      .join(', '),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  console.log();
  for (const line of [head, ...lines]) {
    const cells = line.map((cell, column) =>
      column === 0 || column === head.length - 1 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}
