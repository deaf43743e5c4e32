import { spawnSync } from 'node:child_process';
import { run } from './run.mjs';

const limit = 300_000;

export const isDebianRoot = () =>
  process.platform === 'linux' && process.getuid() === 0 && spawnSync('apt-get', ['--version']).status === 0;

export function hasPackage(name) {
  return /^Status: install ok installed$/m.test(spawnSync('dpkg', ['-s', name], { encoding: 'utf8' }).stdout ?? '');
}

/** Answers whether all of them could be installed. */
export async function installPackages(names) {
  const options = { quiet: true, limit, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update'], options);
  const { code } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...names], options);
  return code === 0;
}
