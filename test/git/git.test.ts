import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { smallMap } from '../fixtures/small-map';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NAME = 'shop.journey.json';

const hasGit = spawnSync('git', ['--version']).status === 0;

/** The command line is bundled here from the sources: what lies in dist/ may be of yesterday. */
let bundle: string;
let periplo: string;
beforeAll(async () => {
  // Inside the project, so that what is not bundled is found in its node_modules.
  bundle = mkdtempSync(join(root, 'node_modules', '.periplo-git-'));
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'silent',
    build: {
      ssr: 'electron/command-line/periplo.ts',
      outDir: bundle,
      target: 'node20',
      rolldownOptions: { output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' } },
    },
  });
  periplo = `"${process.execPath}" "${join(bundle, 'periplo.mjs')}"`;
}, 120_000);
afterAll(() => rmSync(bundle, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  if (!hasGit) return undefined;
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-git-')));
  git('init', '--quiet', '--initial-branch', 'main');
  git('config', 'user.name', 'Ana');
  git('config', 'user.email', 'ana@example.org');
  writeFileSync(join(folder, '.gitattributes'), '*.journey.json diff=periplo merge=periplo\n');
  git('config', 'merge.periplo.driver', `${periplo} merge %O %A %B --output %A`);
  git('config', 'diff.periplo.command', `${periplo} diff --git`);
  commit('start', smallMap());
  return () => rmSync(folder, { recursive: true, force: true });
});

/** Nothing of the machine's own git settings counts. */
const environment = {
  ...process.env,
  LANG: 'en_GB.UTF-8',
  LC_ALL: 'en_GB.UTF-8',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};
const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, env: environment, encoding: 'utf8' });
const tryGit = (...words: string[]) => spawnSync('git', words, { cwd: folder, env: environment, encoding: 'utf8' });

function commit(message: string, map: JourneyMap) {
  writeFileSync(join(folder, NAME), writeMap(map));
  git('add', '.');
  git('commit', '--quiet', '-m', message);
}

function branches(ours: (map: JourneyMap) => void, theirs: (map: JourneyMap) => void) {
  for (const [branch, edit] of [
    ['theirs', theirs],
    ['main', ours],
  ] as const) {
    if (branch === 'theirs') git('checkout', '--quiet', '-b', branch);
    else git('checkout', '--quiet', branch);
    const map = smallMap();
    map.id = mapInFolder().id;
    edit(map);
    map.revision++;
    commit(branch, map);
  }
}

function mapInFolder(): JourneyMap {
  const result = readMap(readFileSync(join(folder, NAME)));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.map;
}

describe.skipIf(!hasGit)('with the two lines of configuration', { timeout: 60_000 }, () => {
  test('git merges two branches of a map that changed the same card in different fields', () => {
    branches(
      (map) => Object.assign(map.elements.cost!, { severity: 5, x: 40 }),
      (map) => {
        Object.assign(map.elements.cost!, { title: 'Shipping is dear' });
        map.title = 'Big shop';
      },
    );
    const merged = tryGit('merge', '--no-edit', 'theirs');
    expect(merged.status, merged.stderr).toBe(0);
    expect(mapInFolder()).toMatchObject({
      title: 'Big shop',
      revision: 1,
      elements: { cost: { severity: 5, x: 40, title: 'Shipping is dear' } },
    });
    expect(git('status', '--porcelain')).toBe('');
    expect(git('log', '--oneline', '--merges').trim().split('\n')).toHaveLength(1);
  });

  test('a conflict is told in words and left to git, in a file that still opens', () => {
    branches(
      (map) => Object.assign(map.elements.cost!, { severity: 5 }),
      (map) => {
        Object.assign(map.elements.cost!, { severity: 2 });
        Object.assign(map.elements.shop!, { title: 'Online shop' });
      },
    );
    const merged = tryGit('merge', '--no-edit', 'theirs');
    expect(merged.status).toBe(1);
    expect(merged.stdout).toContain(`CONFLICT (content): Merge conflict in ${NAME}`);
    expect(merged.stderr).toContain('1 conflict.');
    expect(merged.stderr).toContain('Pain point “Shipping cost”: Severity');
    expect(merged.stderr).toMatch(/ours: 5\s+theirs: 2/);
    expect(mapInFolder().elements).toMatchObject({ cost: { severity: 5 }, shop: { title: 'Online shop' } });
    expect(git('status', '--porcelain')).toContain(`UU ${NAME}`);
    git('add', NAME);
    git('commit', '--quiet', '--no-edit');
    expect(git('status', '--porcelain')).toBe('');
  });

  test('two maps that began on their own under one name merge without a common start', () => {
    git('checkout', '--quiet', '--orphan', 'apart');
    const map = smallMap();
    map.elements.shop!.title = 'Online shop';
    commit('apart', map);
    const merged = tryGit('merge', '--no-edit', '--allow-unrelated-histories', 'main');
    expect(merged.status).toBe(1);
    expect(merged.stderr).toContain('Touchpoint “Online shop”: Title');
    expect(Object.keys(mapInFolder().elements)).toHaveLength(Object.keys(map.elements).length);
  });

  test('git diff tells what happened, for new, changed and deleted maps', () => {
    const map = mapInFolder();
    Object.assign(map.elements.cost!, { severity: 3, stage: 'use' });
    writeFileSync(join(folder, NAME), writeMap(map));
    const diff = git('diff');
    expect(diff).toContain(`Map ${NAME}`);
    expect(diff).toContain('≠→ Pain point “Shipping cost”');
    expect(diff).toContain('Moved from Buy to Use');
    expect(diff).toContain('Severity not said → 3');
    expect(diff).not.toContain('{');
    expect(git('show', '--ext-diff')).toContain('+ Touchpoint “Web shop”');
    git('rm', '--quiet', '--force', NAME);
    expect(git('diff', '--cached')).toContain('− Touchpoint “Web shop”');
  });

  test('git diff goes on where a file is no map', () => {
    writeFileSync(join(folder, NAME), '<<<<<<< ours\n');
    const diff = tryGit('diff');
    expect(diff.status).toBe(0);
    expect(diff.stdout).toContain('not a JSON file');
  });

  test('what is no map is never merged over', () => {
    branches(
      (map) => Object.assign(map.elements.cost!, { severity: 5 }),
      () => undefined,
    );
    git('checkout', '--quiet', 'theirs');
    writeFileSync(join(folder, NAME), 'not a map\n');
    git('commit', '--quiet', '-am', 'broken');
    git('checkout', '--quiet', 'main');
    const before = readFileSync(join(folder, NAME), 'utf8');
    const merged = tryGit('merge', '--no-edit', 'theirs');
    expect(merged.status).toBe(1);
    expect(merged.stderr).toContain('is not a JSON file');
    expect(readFileSync(join(folder, NAME), 'utf8')).toBe(before);
  });
});
