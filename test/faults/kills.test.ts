import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from '../../electron/services/drafts/drafts';
import { nodeFileSystem } from '../../electron/services/files/file-system';
import { isTemporaryName } from '../../electron/services/files/leftovers';
import { createPages } from '../../electron/services/locks/pages';
import { readIfThere, readMapFile } from '../../electron/services/maps';
import { createVersions } from '../../electron/services/versions/versions';
import { readMap } from '../../shared/document/read';
import { bundleWriter, count, isFull, killSomewhere, measured, noFigures, report, tally, type Writer } from './harness';
import { baseText, textOf } from './texts';

/** Children are killed one after the other; a busy machine takes its time. */
const LONG = isFull ? 1_800_000 : 120_000;
const kills = (full: number, short: number) => (isFull ? full : short);

let writer: Writer;
let root: string;
let path: string;
let basePath: string;
let base: string;

beforeAll(async () => {
  writer = await bundleWriter();
}, LONG);
afterAll(() => writer.remove());
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'periplo-kills-'));
  path = join(root, 'map.journey.json');
  basePath = join(root, 'base.txt');
  base = baseText(isFull ? 800 : 300);
  writeFileSync(basePath, base);
  writeFileSync(path, textOf(base, 0));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const opens = (text: string) => readMap(text).status === 'ok';
// Whoever is killed before the first draft has no folder yet.
const leftovers = (folder = root) => (existsSync(folder) ? readdirSync(folder).filter(isTemporaryName) : []);

/** Kills one save after another; answers how often which state was found on the disk. */
async function killSaves(mode: 'save' | 'in-place', what: string, times: number) {
  const figures = noFigures(what, 'old', 'new', 'unreadable', 'left over', 'cleaned');
  const duration = await measured(async () => (await writer.start(mode, path, basePath, 0)).finish());
  let old = 0;
  for (let kill = 0; kill < times; kill++) {
    const child = await writer.start(mode, path, basePath, old + 1);
    const killed = await killSomewhere(child, duration);
    count(figures, killed);
    const found = readFileSync(path, 'utf8');
    const isNew = found === textOf(base, old + 1);
    if (!isNew && found !== textOf(base, old)) tally(figures, 'unreadable');
    else tally(figures, isNew ? 'new' : 'old');
    if (killed.done > 0) expect(isNew, 'a save that has been answered is on the disk').toBe(true);
    const left = leftovers().length;
    if (left > 0) tally(figures, 'left over');
    if (mode === 'save') {
      // Opening is all that the user does to recover.
      expect((await readMapFile(nodeFileSystem, path)).text).toBe(found);
      expect(opens(found)).toBe(true);
      expect(leftovers()).toEqual([]);
      if (left > 0) tally(figures, 'cleaned');
      if (isNew) old++;
    } else {
      old++;
      writeFileSync(path, textOf(base, old));
      // Caught is caught; how often is a matter of the full run.
      if (!isFull && figures.found.unreadable) break;
    }
  }
  report(figures);
  return figures;
}

describe('killed while saving', () => {
  it(
    'the map is the old one or the new one, and opens; what was left is cleaned',
    async () => {
      const { during, found } = await killSaves('save', 'saves (atomic)', kills(500, 40));
      expect(during).toBeGreaterThan(0);
      expect(found.unreadable).toBe(0);
      expect(found.cleaned).toBe(found['left over']);
    },
    LONG,
  );

  it(
    'a writer that truncates in place loses maps: the harness sees it',
    async () => {
      const { found } = await killSaves('in-place', 'saves (in place, to be caught)', kills(500, 40));
      expect(found.unreadable).toBeGreaterThan(0);
    },
    LONG,
  );
});

describe('killed while drafting', () => {
  const offered = async () => {
    const pages = createPages();
    const drafts = createDrafts(nodeFileSystem, root, pages, (file) => readIfThere(nodeFileSystem, file));
    const list = await drafts.list(pages.session('new'));
    expect(list.damaged).toEqual([]);
    const texts = await Promise.all(list.drafts.map(async ({ id }) => (await drafts.read(id)).text));
    return { ids: list.drafts.map(({ id }) => id), texts };
  };

  it(
    'the last draft is offered, and again after a second crash in the middle of recovering it',
    async () => {
      const first = noFigures('drafts', 'recovered', 'nothing yet');
      const second = noFigures('drafts, killed again while recovering', 'recovered', 'twins on disk');
      const duration = await measured(async () => (await writer.start('draft', root, basePath)).finish());
      rmSync(join(root, 'drafts'), { recursive: true, force: true });
      const wanted = kills(100, 12);
      // Some die before their first draft; what counts is how often there was something to lose, twice.
      for (let kill = 0; second.kills < wanted && kill < 3 * wanted; kill++) {
        const child = await writer.start('draft', root, basePath);
        const killed = await child.killAfter(
          Math.random() * duration.writing * 8,
          Math.random() < 0.1 ? 'told' : 'writing',
        );
        count(first, killed);
        const { ids, texts } = await offered();
        if (killed.begun === 0 || (killed.done === 0 && texts.length === 0)) tally(first, 'nothing yet');
        else {
          const possible = [killed.done, killed.begun].filter((edit) => edit > 0).map((edit) => textOf(base, edit));
          expect(texts).toHaveLength(1);
          expect(possible).toContain(texts[0]);
          expect(opens(texts[0] ?? '')).toBe(true);
          tally(first, 'recovered');
          const again = await writer.start('recover', root, ids[0] ?? '');
          count(second, await killSomewhere(again, { ...duration, writing: duration.writing * 1.5 }));
          const files = readdirSync(join(root, 'drafts')).filter((name) => name.endsWith('.draft'));
          if (files.length > 1) tally(second, 'twins on disk');
          expect((await offered()).texts).toEqual(texts);
          tally(second, 'recovered');
        }
        expect(leftovers(join(root, 'drafts'))).toEqual([]);
        rmSync(join(root, 'drafts'), { recursive: true, force: true });
      }
      report(first);
      report(second);
      expect(first.found.recovered).toBe(wanted);
      expect(second.found.recovered).toBe(first.found.recovered);
    },
    LONG,
  );
});

describe('killed while keeping a version', () => {
  it(
    'the versions that were there stay, and the new one is whole or not there',
    async () => {
      const figures = noFigures('versions', 'not there', 'whole', 'damaged');
      const versions = createVersions(nodeFileSystem);
      const duration = await measured(async () => (await writer.start('version', path, basePath, 0)).finish());
      let kept = (await versions.list(path)).versions;
      for (let kill = 1; kill <= kills(100, 12); kill++) {
        const child = await writer.start('version', path, basePath, kill);
        const killed = await killSomewhere(child, duration);
        count(figures, killed);
        const { versions: found, damaged } = await versions.list(path);
        for (const _ of damaged) tally(figures, 'damaged');
        expect(found.slice(found.length - kept.length)).toEqual(kept);
        expect(found.length - kept.length).toBeLessThanOrEqual(1);
        const added = found.length > kept.length ? found[0] : undefined;
        if (killed.done > 0) expect(added).toBeDefined();
        tally(figures, added ? 'whole' : 'not there');
        if (added) {
          const { text, version } = await versions.read(path, added.id);
          expect(text).toBe(textOf(base, kill));
          expect(version).toMatchObject({ label: `Version ${kill}`, author: 'Ana', changes: kill, automatic: false });
        }
        kept = found;
      }
      report(figures);
      expect(figures.found.damaged).toBe(0);
    },
    LONG,
  );
});
