/** npm run bench [-- name]: bundles each test/bench/*.bench.ts as the product is bundled, so that it measures the same code, and runs it. */
import { existsSync, readdirSync } from 'node:fs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, must, script, tool } from './bootstrap/run.mjs';
import { main, Trouble } from './bootstrap/say.mjs';

const [wanted = ''] = process.argv.slice(2);

await main(async () => {
  await ensureDependencies();
  const folder = existsSync(inRoot('test/bench')) ? readdirSync(inRoot('test/bench')).sort() : [];
  const files = folder.filter((file) => file.endsWith('.bench.ts') && file.includes(wanted));
  if (files.length === 0) throw new Trouble(`No benchmark in test/bench is named like "${wanted}"`);
  let failures = 0;
  for (const file of files) {
    const name = file.replace(/\.ts$/, '');
    console.log(`\n── ${name} ──`);
    const args = [
      'build',
      '--ssr',
      `test/bench/${file}`,
      '--outDir',
      'dist/bench',
      '--emptyOutDir',
      'false',
      '--logLevel',
      'warn',
    ];
    await must(tool('vite', args, { quiet: true }), `Bundling ${file} failed:`);
    const { code } = await script(`dist/bench/${name}.js`);
    if (code !== 0) failures += 1;
  }
  return failures > 0 ? 1 : 0;
});
