/** npm test: everything that is checked, in order, with nothing but Node and npm to start from. --quick leaves out what needs a browser. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { ensureChromium, ensureTestTools } from './bootstrap/chromium.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { electronForTests } from './bootstrap/electron.mjs';
import { inRoot, script, tool } from './bootstrap/run.mjs';
import { main, seconds, Trouble } from './bootstrap/say.mjs';

const quick = process.argv.includes('--quick');
const rows = [];
const totals = { passed: 0, failed: 0 };
const notes = [];
let env = {};

await main(async () => {
  const since = performance.now();
  const ready = await prepare();
  if (ready) {
    await check('Lint, format, layering', () => tool('biome', ['check', '--error-on-warnings', '.'], { quiet: true }));
    await check('Types', () => tool('tsc', ['-b'], { quiet: true }));
    await check('Nothing unused', () => tool('knip', [], { quiet: true }));
    await tests('Unit and component tests', (options) =>
      tool('vitest', ['run', '--reporter=default', `--reporter=${inRoot('build/reporters/vitest.mjs')}`], options),
    );
  }
  if (ready && !quick) {
    const built = await check('Build', () => script('build/build.mjs', [], { quiet: true }));
    if (built) {
      await tests('End-to-end tests', (options) =>
        tool('playwright', ['test', '--config', inRoot('test/end-to-end/playwright.config.ts')], options),
      );
    } else {
      record('End-to-end tests', 0, 1, performance.now(), 'not run: nothing was built');
    }
  }
  summarize(since);
  return totals.failed > 0 ? 1 : 0;
});

/** Answers whether there is anything to test with; without Chromium the rest is still worth checking. */
async function prepare() {
  const since = performance.now();
  try {
    await ensureDependencies();
    if (quick) return true;
    const note = await ensureTestTools();
    if (note) notes.push(note);
    env = { ...(await electronForTests()), PERIPLO_CHROMIUM: await ensureChromium() };
    record('Setup', 0, 0, since);
    return true;
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    console.error(`✗ ${error.message}`);
    record('Setup', 0, 1, since);
    return existsSync(inRoot('node_modules/.package-lock.json'));
  }
}

/** A check that says only yes or no: one passed or one failed. Its output is shown when it failed. */
async function check(name, work) {
  const since = performance.now();
  const { code, output } = await work();
  if (code !== 0) console.log(`\n── ${name} ──\n${output.trim()}\n`);
  record(name, code === 0 ? 1 : 0, code === 0 ? 0 : 1, since);
  return code === 0;
}

/** A test run, which counts its own tests through a reporter; a run that dies without counting is one failure. */
async function tests(name, work) {
  const since = performance.now();
  const file = inRoot('test-results/counts.json');
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(file, { force: true });
  console.log(`\n── ${name} ──`);
  const { code } = await work({ env: { ...env, PERIPLO_RESULTS: file } });
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
  const failed = code !== 0 && results.failed === 0 ? 1 : results.failed;
  record(name, results.passed, failed, since, results.skipped.length > 0 ? `${results.skipped.length} skipped` : '');
  for (const { title, reason } of results.skipped) notes.push(`Skipped: ${title} (${reason ?? 'no reason given'})`);
}

function record(name, passed, failed, since, remark = '') {
  totals.passed += passed;
  totals.failed += failed;
  const row = [failed > 0 ? '✗' : '✓', name.padEnd(26), seconds(since).padStart(8), counted(passed, failed), remark];
  rows.push(row.join(' ').trimEnd());
  console.log(rows.at(-1));
}

function counted(passed, failed) {
  if (passed + failed === 0) return '';
  return `  ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`.padEnd(26);
}

function summarize(since) {
  console.log(`\n── Summary, ${seconds(since)} ──`);
  for (const line of [...rows, ...notes]) console.log(line);
  console.log(`${totals.passed} passed, ${totals.failed} failed`);
}
