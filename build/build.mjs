/** npm run build: everything that runs, into dist/. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { markBuilt } from './bootstrap/bundle.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, must, tool } from './bootstrap/run.mjs';
import { main, seconds, Trouble } from './bootstrap/say.mjs';

const entries = ['renderer/index.html', 'electron/main.ts', 'electron/preload.ts', 'electron/command-line/periplo.ts'];
const parts = ['renderer', 'node', 'preload'];

await main(async () => {
  const since = performance.now();
  await ensureDependencies();
  const missing = entries.filter((entry) => !existsSync(inRoot(entry)));
  if (missing.length > 0) throw new Trouble(`Cannot build without ${missing.join(', ')}`);
  rmSync(inRoot('dist'), { recursive: true, force: true });
  await Promise.all(parts.map(bundle));
  copySamples();
  chmodSync(inRoot('dist/command-line/periplo.js'), 0o755);
  markBuilt();
  for (const folder of readdirSync(inRoot('dist'), { withFileTypes: true }))
    if (folder.isDirectory()) report(folder.name);
  console.log(`Built in ${seconds(since)}`);
});

function bundle(part) {
  const args = ['build', '--config', inRoot(`build/vite.${part}.ts`), '--logLevel', 'warn'];
  return must(tool('vite', args, { quiet: true }), `Building the ${part} part failed:`);
}

function copySamples() {
  mkdirSync(inRoot('dist/samples'), { recursive: true });
  const folder = inRoot('shared/samples');
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    if (/\.(journey\.json|csv)$/.test(name)) copyFileSync(join(folder, name), inRoot('dist/samples', name));
  }
}

function report(folder) {
  const files = readdirSync(inRoot('dist', folder), { recursive: true }).map((name) => inRoot('dist', folder, name));
  const sizes = files
    .filter((file) => !file.endsWith('.map'))
    .map((file) => statSync(file))
    .filter((it) => it.isFile());
  const total = sizes.reduce((sum, { size }) => sum + size, 0);
  console.log(
    `  dist/${folder.padEnd(14)} ${String(sizes.length).padStart(4)} files ${(total / 1024).toFixed(0).padStart(7)} kB`,
  );
}
