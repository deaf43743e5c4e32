import { appendFileSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { saveAtomically } from '../files/save';
import { createPages, type Pages } from '../locks/pages';
import { createWatch, type Watch } from './watch';

let root: string;
let path: string;
let pages: Pages;
let watch: Watch;
let heard: string[];

const hash = (text: string) => sha256(Buffer.from(text));
const changed = (window: string, text: string) => `${window} map.changedOutside ${hash(text)}`;
/** Long enough for several looks: what has not been told by then would not be. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 250));
const begin = (window: string, known: string | null) =>
  watch.watch(pages.session(window), path, known === null ? null : hash(known));
const save = async (window: string, text: string) => {
  watch.expect(pages.session(window), path, hash(text));
  await saveAtomically(nodeFileSystem, path, Buffer.from(text));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'periplo-watch-'));
  path = join(root, 'a.journey.json');
  writeFileSync(path, 'one');
  pages = createPages(10);
  heard = [];
  pages.reach((window, event, value) => heard.push(`${window} ${event} ${'hash' in value ? value.hash : ''}`.trim()));
  watch = createWatch(nodeFileSystem, pages, { poll: 40, settle: 15 });
});
afterEach(() => {
  for (const window of ['a', 'b']) pages.start(window);
  rmSync(root, { recursive: true, force: true });
});

describe('watching', () => {
  it('tells of another’s change once, however it was made, and of what happened before it began', async () => {
    await begin('a', 'one');
    writeFileSync(path, 'two');
    await expect.poll(() => heard).toEqual([changed('a', 'two')]);
    writeFileSync(join(root, 'new'), 'three');
    renameSync(join(root, 'new'), path);
    await expect.poll(() => heard).toEqual([changed('a', 'two'), changed('a', 'three')]);
    await begin('b', 'two');
    await expect.poll(() => heard.at(-1)).toBe(changed('b', 'three'));
    await quiet();
    expect(heard).toHaveLength(3);
  });

  it('tells nothing when only the time changes, or the same bytes are written', async () => {
    await begin('a', 'one');
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    await quiet();
    await saveAtomically(nodeFileSystem, path, Buffer.from('one'));
    await quiet();
    expect(heard).toEqual([]);
  });

  it('does not count our own saves, but tells the other window of them', async () => {
    await begin('a', 'one');
    await begin('b', 'one');
    for (const text of ['two', 'three', 'four']) await save('a', text);
    await expect.poll(() => heard.at(-1)).toBe(changed('b', 'four'));
    await quiet();
    expect(heard.filter((line) => line.startsWith('a'))).toEqual([]);
  });

  it('tells when somebody brings back what we saved before', async () => {
    await begin('a', 'one');
    await save('a', 'two');
    await quiet();
    await save('a', 'three');
    await quiet();
    writeFileSync(path, 'two');
    await expect.poll(() => heard).toEqual([changed('a', 'two')]);
  });

  it('tells of a change that leaves size and time as they were', async () => {
    const now = new Date();
    utimesSync(path, now, now);
    await begin('a', 'one');
    await quiet();
    writeFileSync(path, 'eno');
    utimesSync(path, now, now);
    await expect.poll(() => heard).toEqual([changed('a', 'eno')]);
  });

  it('waits until somebody who writes bit by bit has done', async () => {
    watch = createWatch(nodeFileSystem, pages, { poll: 40, settle: 120 });
    await begin('a', 'one');
    for (const part of ['a', 'b', 'c', 'd', 'e', 'f']) {
      appendFileSync(path, part);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await expect.poll(() => heard, { timeout: 3000 }).toEqual([changed('a', 'oneabcdef')]);
  });

  it('tells when the file goes, and when it is there again', async () => {
    await begin('a', 'one');
    rmSync(path);
    await expect.poll(() => heard).toEqual(['a map.gone']);
    await quiet();
    writeFileSync(path, 'one');
    await expect.poll(() => heard).toEqual(['a map.gone', changed('a', 'one')]);
    rmSync(path);
    await expect.poll(() => heard).toHaveLength(3);
    await save('a', 'two');
    await quiet();
    expect(heard).toHaveLength(3);
  });

  it('ends with stop and with the page', async () => {
    await begin('a', 'one');
    await begin('b', 'one');
    watch.stop(pages.session('a'), path);
    pages.start('b');
    writeFileSync(path, 'two');
    await quiet();
    expect(heard).toEqual([]);
  });
});
