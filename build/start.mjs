/** npm start | npm run desktop | npm run serve: install, build, and open Periplo in the best host that this machine has. */
import { ensureBuild } from './bootstrap/bundle.mjs';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { findElectron, noWindowHere } from './bootstrap/electron.mjs';
import { inRoot, run, script } from './bootstrap/run.mjs';
import { main, Trouble } from './bootstrap/say.mjs';

const [host = 'any', ...given] = process.argv.slice(2);
const wish = given.length > 0 ? given : ['--sample'];

await main(async () => {
  await ensureDependencies();
  await ensureBuild();
  if (host === 'serve') return browser();
  const obstacle = await desktop();
  if (!obstacle) return 0;
  if (host === 'desktop')
    throw new Trouble(`The desktop edition cannot run: ${obstacle}. Try the browser edition: npm run serve`);
  console.log(`The desktop edition cannot run here: ${obstacle}. Opening the browser edition instead.`);
  return browser();
});

/** Runs the desktop edition until it is closed; answers the reason if it could not start. */
async function desktop() {
  const reason = noWindowHere();
  if (reason) return reason;
  const electron = await findElectron();
  if (electron.reason) return electron.reason;
  const since = performance.now();
  const { code } = await run(electron.path, [inRoot('dist/desktop/main.js'), ...wish]);
  const diedAtOnce = code !== 0 && performance.now() - since < 10_000;
  return diedAtOnce ? `Electron ended at once (${code ?? 'killed'})` : undefined;
}

async function browser() {
  const { code } = await script('dist/command-line/periplo.js', ['serve', ...wish]);
  return code ?? 1;
}
