/**
 * npm run bench [-- name] [-- --json FILE]: bundles each test/bench/*.bench.ts as the product is bundled, so that it
 * measures the same code, runs it, and prints one table. Times depend on the machine; the ratio to the yardstick of
 * the same run is what can be compared. Nothing here fails for being slow.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { ensureBuild } from './bootstrap/bundle.mjs';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, must, script, tool } from './bootstrap/run.mjs';
import { main, seconds, step, Trouble } from './bootstrap/say.mjs';

const { wanted, json } = options(process.argv.slice(2));

await main(async () => {
  await ensureDependencies();
  const folder = existsSync(inRoot('test/bench')) ? readdirSync(inRoot('test/bench')).sort() : [];
  const files = folder.filter((file) => file.endsWith('.bench.ts') && file.includes(wanted));
  if (files.length === 0) throw new Trouble(`No benchmark in test/bench is named like "${wanted}"`);
  await ensureBuild();
  const env = { PERIPLO_CHROMIUM: await ensureChromium(), NODE_ENV: 'production' };
  const since = performance.now();
  const parts = [];
  let failures = 0;
  for (const file of files) {
    const name = file.replace('.bench.ts', '');
    await step(`Measuring ${name}`, async () => {
      const { code, rows } = await measure(file, env);
      if (code !== 0) failures += 1;
      parts.push({ name, rows });
      return code === 0 ? '' : 'failed';
    });
  }
  for (const { name, rows } of parts) print(name, rows);
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  console.log(`\n${new Date().toISOString().slice(0, 10)}, ${machine}, ${process.platform}, ${seconds(since)}`);
  if (json)
    writeFileSync(resolve(json), `${JSON.stringify({ date: new Date().toISOString(), machine, parts }, null, 2)}\n`);
  return failures > 0 ? 1 : 0;
});

/** Bundles one and runs it in a process of its own; what it measured comes back through a file. */
async function measure(file, env) {
  const out = ['--outDir', 'dist/bench', '--emptyOutDir', 'false', '--logLevel', 'warn'];
  await must(
    tool('vite', ['build', '--ssr', `test/bench/${file}`, ...out], { quiet: true }),
    `Bundling ${file} failed:`,
  );
  mkdirSync(inRoot('test-results'), { recursive: true });
  const handover = inRoot('test-results/bench-rows.json');
  writeFileSync(handover, '[]');
  const { code } = await script(`dist/bench/${file.replace(/\.ts$/, '.js')}`, [], {
    env: { ...env, PERIPLO_BENCH_ROWS: handover },
  });
  return { code, rows: JSON.parse(readFileSync(handover, 'utf8')) };
}

function print(name, rows) {
  console.log(`\n── ${name} ──`);
  const head = ['', 'median', 'p95', '', 'yardstick', 'median', 'p95', 'ratio'];
  const lines = rows.map((row) => [
    row.name,
    figure(row.median),
    figure(row.p95),
    row.unit,
    row.yardstick?.name ?? '',
    figure(row.yardstick?.median),
    figure(row.yardstick?.p95),
    row.ratio === null ? '' : `${figure(row.ratio)}×`,
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  const leftAligned = new Set([0, 3, 4]);
  for (const line of [head, ...lines]) {
    const cells = line.map((cell, column) =>
      leftAligned.has(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
    );
    console.log(cells.join('  ').trimEnd());
  }
}

/** Three significant digits, no more: the rest is noise. */
function figure(value) {
  if (value === undefined || value === null) return '';
  if (value === 0) return '0';
  return value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.01
        ? value.toFixed(2)
        : value.toFixed(4);
}

function options(args) {
  const at = args.indexOf('--json');
  const file = at >= 0 ? args[at + 1] : undefined;
  if (at >= 0 && !file) {
    console.error('✗ --json needs the name of a file');
    process.exit(1);
  }
  return { wanted: args.find((arg, index) => !arg.startsWith('--') && (at < 0 || index !== at + 1)) ?? '', json: file };
}
