import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Calls } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { mapFromModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { failingFileSystem } from '../../../test/drivers/failing-file-system';
import { type FileSystem, nodeFileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { createPages, type Pages } from '../locks/pages';
import { thisProcess } from '../locks/process-identity';
import { readIfThere } from '../maps';
import { createDrafts, type Drafts } from './drafts';

let root: string;
let pages: Pages;
let drafts: Drafts;
let file: string;

const blank = mapFromModel('blank', 'en');
const text = (title: string) => writeMap({ ...blank, title });
const hash = (content: string) => sha256(Buffer.from(content));
const draftsOn = (fs: FileSystem, among: Pages = pages) =>
  createDrafts(fs, root, among, (path) => {
    if (path.startsWith('/outside')) throw new FaultError({ code: 'outside-granted-folder', path });
    return readIfThere(nodeFileSystem, path);
  });
const folder = () => readdirSync(join(root, 'drafts')).sort();
const write = (content: string, more: Partial<Calls['drafts.write']['takes']> = {}, window = 'one') =>
  drafts.write(pages.session(window), {
    path: file,
    mapId: 'map1',
    title: 'T',
    text: content,
    baseHash: null,
    ...more,
  });
const list = (window = 'new') => drafts.list(pages.session(window));
/** The page goes, and another starts in the same window. */
const crash = (window = 'one') => pages.start(window);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'periplo-drafts-'));
  file = join(root, 'a.journey.json');
  pages = createPages();
  drafts = draftsOn(nodeFileSystem);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('a draft', () => {
  it('is offered when its page is no more, with the state of the file, and goes when it is told to', async () => {
    writeFileSync(file, text('saved'));
    const { id, savedAt } = await write(text('edited'), { baseHash: hash(text('saved')) });
    expect(await list()).toEqual({ drafts: [], damaged: [] });
    crash();
    const draft = {
      id,
      path: file,
      name: 'a.journey.json',
      mapId: 'map1',
      title: 'T',
      savedAt,
      baseHash: hash(text('saved')),
      file: 'unchanged',
    };
    expect(await list()).toEqual({ drafts: [draft], damaged: [] });
    expect(await list('one')).toEqual({ drafts: [draft], damaged: [] });
    expect(await drafts.read(id)).toEqual({ draft, text: text('edited') });
    writeFileSync(file, text('by somebody'));
    expect((await list()).drafts).toMatchObject([{ file: 'changed' }]);
    rmSync(file);
    expect((await list()).drafts).toMatchObject([{ file: 'gone' }]);
    await drafts.remove(pages.session('new'), id);
    await drafts.remove(pages.session('new'), id);
    expect(folder()).toEqual([]);
  });

  it('is one per map and page, the last one written, also when they come all at once', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => write(text(`edit ${index}`))));
    await write(text('untitled'), { path: null });
    await write(text('another untitled'), { path: null, mapId: 'map2' });
    crash();
    const found = (await list()).drafts;
    expect(found.map(({ path, file: state }) => [path, state])).toEqual(
      expect.arrayContaining([
        [file, 'gone'],
        [null, 'none'],
        [null, 'none'],
      ]),
    );
    const mine = found.find(({ path }) => path === file);
    expect((await drafts.read(mine?.id ?? '')).text).toBe(text('edit 9'));
  });

  it('is not replaced by what the next page writes about the same map', async () => {
    await write(text('lost'));
    crash();
    await write(text('new work'));
    crash();
    const texts = await Promise.all((await list()).drafts.map(async ({ id }) => (await drafts.read(id)).text));
    expect(texts.sort()).toEqual([text('lost'), text('new work')].sort());
  });

  it('that was recovered and lost again is offered once, and goes once', async () => {
    await write(text('work'));
    crash();
    const [first] = (await list()).drafts;
    // The page that recovers it writes its own before it removes this one, and is killed in between.
    const second = await write(text('work'));
    crash();
    expect(folder()).toHaveLength(2);
    expect((await list()).drafts.map(({ id }) => id)).toEqual([second.id]);
    await drafts.remove(pages.session('new'), first?.id ?? '');
    expect(folder()).toEqual([]);
  });

  it('goes by itself only when exactly its text was saved', async () => {
    await write(text('work'));
    await drafts.saved(pages.session('one'), text('something else'));
    await drafts.saved(pages.session('other'), text('work'));
    expect(folder()).toHaveLength(1);
    await drafts.saved(pages.session('one'), text('work'));
    expect(folder()).toEqual([]);
    await write(text('killed after the save'));
    writeFileSync(file, text('killed after the save'));
    crash();
    expect(await list()).toEqual({ drafts: [], damaged: [] });
    expect(folder()).toEqual([]);
  });

  it('counts as saved when only the revision differs, which saving moves on', async () => {
    const edited = text('work');
    const revised = writeMap({ ...blank, title: 'work', revision: 7, revisedOn: '2026-11-21' });
    expect(revised).not.toBe(edited);
    await write(edited);
    await drafts.saved(pages.session('one'), revised);
    expect(folder()).toEqual([]);
    await write(edited);
    writeFileSync(file, revised);
    crash();
    expect(await list()).toEqual({ drafts: [], damaged: [] });
    await write(writeMap({ ...blank, title: 'work', description: '  "revision": 8,' }));
    crash();
    expect((await list()).drafts).toHaveLength(1);
  });

  it('of a living page is neither offered nor removed by another', async () => {
    const { id } = await write(text('work'));
    await expect(drafts.remove(pages.session('new'), id)).rejects.toMatchObject({ fault: { code: 'in-use' } });
    expect(await list()).toEqual({ drafts: [], damaged: [] });
    expect(folder()).toHaveLength(1);
  });

  it('of another process is offered when that has ended, and of another computer after a day', async () => {
    const { id } = await write(text('work'));
    const path = join(root, 'drafts', `${id}.draft`);
    const [header = '', ...rest] = readFileSync(path, 'utf8').split('\n');
    const change = (values: object, more: object = {}) =>
      writeFileSync(
        path,
        [JSON.stringify({ ...JSON.parse(header), ...more, process: { ...thisProcess, ...values } }), ...rest].join(
          '\n',
        ),
      );
    const cases: [object, object, number][] = [
      [{ pid: 999_999_999 }, {}, 1],
      [{ pid: process.ppid, started: '' }, {}, 0],
      [{ pid: process.ppid, started: '1' }, {}, process.platform === 'linux' ? 1 : 0],
      [{ boot: 'another run of this computer' }, {}, 1],
      [{ computer: 'elsewhere' }, {}, 0],
      [{ computer: 'elsewhere' }, { savedAt: '2026-01-01T00:00:00.000Z' }, 1],
    ];
    for (const [values, more, count] of cases) {
      change(values, more);
      expect((await list()).drafts, JSON.stringify(values)).toHaveLength(count);
    }
  });

  it('of a file out of reach is offered all the same', async () => {
    await write(text('work'), { path: '/outside/b.journey.json' });
    crash();
    expect((await list()).drafts).toMatchObject([{ name: 'b.journey.json', file: 'out-of-reach' }]);
  });
});

describe('damaged drafts', () => {
  it('are told, hide no other, and stay until they are removed', async () => {
    const ids: string[] = [];
    for (const map of ['m1', 'm2', 'm3', 'm4']) ids.push((await write(text(map), { path: null, mapId: map })).id);
    crash();
    const at = (index: number) => join(root, 'drafts', `${ids[index]}.draft`);
    truncateSync(at(0), 40);
    writeFileSync(at(1), readFileSync(at(1), 'utf8').replace('"title": "m2"', '"title": "M2"'));
    rmSync(at(2));
    mkdirSync(at(2));
    writeFileSync(join(root, 'drafts', 'notes.txt'), 'mine');
    const listed = await list();
    expect(listed.drafts.map(({ id }) => id)).toEqual([ids[3]]);
    expect(listed.damaged.map(({ id }) => id).sort()).toEqual(ids.slice(0, 3).sort());
    await expect(drafts.read(ids[0] ?? '')).rejects.toMatchObject({ fault: { code: 'invalid-map' } });
    await drafts.remove(pages.session('new'), ids[0] ?? '');
    expect((await list()).damaged).toHaveLength(2);
  });
});

describe('every step failing in turn', () => {
  it('leaves the draft that was there, or the new one', async () => {
    await write(text('old'));
    const rehearsal = failingFileSystem({});
    const draft = { path: file, mapId: 'map1', title: 'T', text: text('new'), baseHash: null };
    await draftsOn(rehearsal).write(pages.session('one'), draft);
    expect(rehearsal.steps.length).toBeGreaterThan(15);
    for (let at = 0; at < rehearsal.steps.length; at++) {
      await write(text('old'));
      const fs = failingFileSystem({ at, code: 'ENOSPC' });
      const fault = await draftsOn(fs)
        .write(pages.session('one'), draft)
        .then(
          () => null,
          (error: FaultError) => error.fault.code,
        );
      const [name = ''] = folder().filter((one) => one.endsWith('.draft'));
      expect((await drafts.read(name.replace('.draft', ''))).text, `${at} ${fs.steps[at]}`).toBe(
        text(fault ? 'old' : 'new'),
      );
      if (fault) expect(fault).toBe('disk-full');
    }
  });

  it('never makes a list fail because of one draft', async () => {
    await write(text('one'), { path: null, mapId: 'm1' });
    await write(text('two'), { path: null, mapId: 'm2' });
    crash();
    const listed = await draftsOn(failingFileSystem({ at: 'read', times: 1 })).list(pages.session('new'));
    expect(listed.drafts.length + listed.damaged.length).toBe(2);
    expect(listed.damaged).toHaveLength(1);
  });
});
