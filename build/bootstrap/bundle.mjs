import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, must, root, script } from './run.mjs';
import { step } from './say.mjs';

const sources = ['shared', 'renderer', 'electron', 'build', 'package-lock.json', 'tsconfig.json'];
const mark = inRoot('dist/.built-from');

/** Builds dist/ unless it was built from exactly these sources. */
export async function ensureBuild() {
  const wanted = fingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  await step('Building', () => must(script('build/build.mjs', [], { quiet: true }), 'The build failed:'));
}

export const markBuilt = () => writeFileSync(mark, fingerprint());

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of sources
    .map((name) => inRoot(name))
    .filter(existsSync)
    .flatMap(filesOf)) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return path.includes('.test.') ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)));
}
