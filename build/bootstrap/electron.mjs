import { existsSync, readFileSync } from 'node:fs';
import { inRoot, run, tool } from './run.mjs';
import { step } from './say.mjs';

const downloadLimit = 60_000;
const folder = (...path) => inRoot('node_modules/electron', ...path);

/**
 * The desktop runtime, which npm does not install by itself: { path } when it is there or could be fetched, otherwise
 * { reason } in words that fit after "because".
 */
export async function findElectron() {
  const present = await working();
  if (present) return present;
  const answer = { reason: '' };
  await step('Fetching the Electron runtime', async () => {
    const { code, output } = await tool('install-electron', [], { quiet: true, limit: downloadLimit });
    if (code === 0) return;
    answer.reason =
      code === null
        ? `its download took longer than ${downloadLimit / 1000} s`
        : `its download failed (${lastError(output)})`;
    return 'not available';
  });
  return answer.reason
    ? answer
    : ((await working()) ?? { reason: 'it does not start here (a system library is missing)' });
}

/** Why a window could not open even with the runtime, or nothing. */
export function noWindowHere() {
  return noDisplay() ?? (process.getuid?.() === 0 ? 'its sandbox refuses to run as root' : undefined);
}

/** For the fixtures of the end-to-end tests, which may do without the sandbox: where Electron is, or why it is not. */
export async function electronForTests() {
  const { path, reason } = noDisplay() ? { reason: noDisplay() } : await findElectron();
  return path ? { PERIPLO_ELECTRON: path } : { PERIPLO_NO_ELECTRON: `no Electron: ${reason}` };
}

function noDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'there is no display' : undefined;
}

async function working() {
  if (!existsSync(folder('path.txt'))) return undefined;
  const path = folder('dist', readFileSync(folder('path.txt'), 'utf8').trim());
  const { code } = await run(path, ['--version'], { quiet: true, limit: 20_000, env: { ELECTRON_RUN_AS_NODE: '1' } });
  return code === 0 ? { path } : undefined;
}

const lastError = (output) => /(\w*Error:[^\n]*)/.exec(output)?.[1] ?? output.trim().split('\n').at(-1);
