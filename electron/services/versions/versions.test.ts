import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Calls } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { readMap } from '../../../shared/document/read';
import { mapFromModel } from '../../../shared/document/templates';
import { writeMap } from '../../../shared/document/write';
import { failingFileSystem } from '../../../test/drivers/failing-file-system';
import { nodeFileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { createVersions } from './versions';

const text = (title: string) => writeMap(mapFromModel('three-phases', 'es', title));
let root: string;
let path: string;
let folder: string;
let now: number;
const versions = () => createVersions(nodeFileSystem, () => now);

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-versions-')));
  path = join(root, 'clínica.journey.json');
  folder = join(root, 'clínica.journey.versions');
  now = Date.parse('2026-11-21T22:10:05.678Z');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const add = (title: string, more: Partial<Calls['versions.add']['takes']> = {}) =>
  versions().add({
    path,
    text: text(title),
    label: null,
    note: null,
    author: 'Ana',
    changes: 3,
    automatic: true,
    ...more,
  });
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof FaultError)) throw error;
      return error.fault.code;
    },
  );

describe('a version', () => {
  it('is a map of its own, named by number, time and label, with what is known of it beside it', async () => {
    const kept = text('one');
    const version = await versions().add({
      path,
      text: kept,
      label: 'Antes: ¿taller?',
      note: 'Con\nMarta',
      author: 'Ana',
      changes: 3,
      automatic: false,
    });
    expect(version).toEqual({
      id: `0001 2026-11-21T22-10-05Z Antes ¿taller.${sha256(Buffer.from(kept)).slice(0, 12)}`,
      number: 1,
      savedAt: '2026-11-21T22:10:05.678Z',
      label: 'Antes: ¿taller?',
      note: 'Con\nMarta',
      author: 'Ana',
      changes: 3,
      automatic: false,
      hash: sha256(Buffer.from(kept)),
      path: join(folder, `${version.id}.journey.json`),
      size: Buffer.byteLength(kept),
    });
    expect(readFileSync(version.path, 'utf8')).toBe(kept);
    expect(readMap(readFileSync(version.path))).toMatchObject({ status: 'ok' });
    expect(readdirSync(folder).sort()).toEqual([`${version.id}.journey.json`, `${version.id}.meta.json`]);
    expect(await versions().read(path, version.id)).toEqual({ version, text: kept });
  });

  it('is numbered on, whatever its label, and sorts by name', async () => {
    for (const [index, label] of [
      '',
      '../../up',
      'CON',
      '.',
      'a'.repeat(200),
      '🐾'.repeat(100),
      'x.journey.json',
      ' ',
    ].entries()) {
      now += 1000;
      const { number, id } = await add(`${index}`, { label, automatic: false });
      expect(number).toBe(index + 1);
      expect(Buffer.byteLength(`${id}.journey.json`)).toBeLessThan(255);
    }
    const listed = await versions().list(path);
    expect(listed.damaged).toEqual([]);
    expect(listed.versions.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(readdirSync(root)).toEqual(['clínica.journey.versions']);
    const names = readdirSync(folder)
      .filter((name) => name.endsWith('.journey.json'))
      .sort();
    expect(names.map((name) => Number(name.slice(0, 4)))).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('that changes nothing is not kept twice unless it is named', async () => {
    const same = text('one');
    const first = await versions().add({
      path,
      text: same,
      label: null,
      note: null,
      author: '',
      changes: null,
      automatic: true,
    });
    expect(await add('', { text: same })).toEqual(first);
    expect((await add('', { text: same, automatic: false, label: 'final' })).number).toBe(2);
    await Promise.all([1, 2, 3].map((count) => add(`${count}`)));
    expect((await versions().list(path)).versions.map(({ number }) => number)).toContain(3);
  });

  it('is never made of what could not be opened', async () => {
    expect(await faultOf(add('', { text: '{}' }))).toBe('invalid-map');
    expect(await faultOf(add('x', { path: join(root, 'notes.txt') }))).toBe('invalid-name');
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the number of a version', () => {
  it('is the one that the map shows, and where that is taken the next', async () => {
    const revised = (revision: number) => writeMap({ ...mapFromModel('three-phases', 'es', `${revision}`), revision });
    expect((await add('', { text: revised(12) })).number).toBe(12);
    expect((await add('', { text: revised(13) })).number).toBe(13);
    expect((await add('', { text: revised(4) })).number).toBe(14);
  });
});

describe('what a file holds before it is written over', () => {
  const keepFile = () => versions().keepFile({ path, firstLabel: 'Before Periplo', label: 'By others' });
  const revised = (title: string, revision: number) =>
    `${writeMap({ ...mapFromModel('three-phases', 'es', title), revision })}\n\n`;

  it('is the first version, byte for byte, and stays for ever', async () => {
    writeFileSync(path, `\uFEFF${revised('theirs', 0)}`);
    const first = await keepFile();
    expect(first).toMatchObject({ number: 0, label: 'Before Periplo', automatic: false, changes: null, author: '' });
    expect(readFileSync(first?.path ?? '')).toEqual(readFileSync(path));
    expect(readMap(readFileSync(first?.path ?? ''))).toMatchObject({ status: 'ok' });
    expect(await keepFile()).toBeNull();
    now += 400 * 24 * 3_600_000;
    expect((await add('later')).number).toBe(1);
    expect((await versions().list(path)).versions.map(({ label }) => label)).toEqual([null, 'Before Periplo']);
  });

  it('is kept again when others have written it, and when its own version was not kept or is damaged', async () => {
    writeFileSync(path, revised('mine', 3));
    expect((await keepFile())?.number).toBe(3);
    writeFileSync(path, revised('theirs', 3));
    const theirs = await keepFile();
    expect(theirs).toMatchObject({ number: 4, label: 'By others', automatic: true });
    expect(await keepFile()).toBeNull();
    truncateSync(theirs?.path ?? '', 10);
    expect((await keepFile())?.number).toBe(5);
  });

  it('is left alone where there is no file, or no map in it', async () => {
    expect(await keepFile()).toBeNull();
    writeFileSync(path, '<<<<<<< ours\n');
    expect(await keepFile()).toBeNull();
    expect(existsSync(folder)).toBe(false);
  });
});

describe('added at once', () => {
  it('versions get numbers of their own', async () => {
    const one = createVersions(nodeFileSystem, () => now);
    const added = await Promise.all(
      [1, 2, 3, 4].map((count) =>
        one.add({ path, text: text(`${count}`), label: null, note: null, author: '', changes: null, automatic: true }),
      ),
    );
    expect(added.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('a damaged version', () => {
  it('is told and hides no other; it is neither used nor thinned out', async () => {
    const all = [];
    for (const title of ['one', 'two', 'three', 'four', 'five']) {
      now += 1000;
      all.push(await add(title));
    }
    const [one, two, three, four, five] = all;
    if (!one || !two || !three || !four || !five) throw new Error('five were added');
    truncateSync(one.path, 20);
    writeFileSync(two.path, readFileSync(two.path, 'utf8').replace('two', 'TWO'));
    rmSync(three.path);
    mkdirSync(three.path);
    writeFileSync(join(folder, `${four.id}.meta.json`), '{"format":"peri');
    writeFileSync(join(folder, 'notes.txt'), 'mine');
    const listed = await versions().list(path);
    expect(listed.versions.map(({ id }) => id)).toEqual([five.id, four.id]);
    expect(listed.versions[1]).toMatchObject({ author: '', note: null, automatic: false, hash: four.hash });
    expect(listed.damaged.map(({ id, reason }) => [id, reason])).toEqual([
      [three.id, 'unreadable'],
      [two.id, 'changed'],
      [one.id, 'changed'],
    ]);
    for (const { id } of [one, two, three]) expect(await faultOf(versions().read(path, id))).toBe('version-damaged');
    now += 400 * 24 * 3_600_000;
    expect((await add('later')).number).toBe(6);
    expect((await versions().list(path)).damaged).toHaveLength(3);
  });
});

describe('the folder', () => {
  it('can be copied with everything known, renamed with its map, and survives without the map', async () => {
    await add('one', { label: 'A', note: 'n', automatic: false });
    const other = join(root, 'other.journey.json');
    cpSync(folder, join(root, 'other.journey.versions'), { recursive: true });
    const before = (await versions().list(path)).versions;
    expect((await versions().list(other)).versions).toEqual(
      before.map((version) => ({ ...version, path: expect.stringContaining('other.journey.versions') })),
    );
    renameSync(folder, join(root, 'moved.journey.versions'));
    expect(await versions().list(path)).toEqual({ versions: [], damaged: [] });
    expect((await versions().list(join(root, 'moved.journey.json'))).versions).toHaveLength(1);
  });

  it('leads nowhere else', async () => {
    mkdirSync(join(root, 'secret'));
    symlinkSync(join(root, 'secret'), folder);
    expect(await faultOf(add('x'))).toBe('outside-granted-folder');
    expect(await faultOf(versions().list(path))).toBe('outside-granted-folder');
    expect(readdirSync(join(root, 'secret'))).toEqual([]);
    for (const id of ['../../etc/passwd', '..', '0001 2026-11-21T22-10-05Z ../x.000000000000']) {
      expect(['not-found', 'outside-granted-folder']).toContain(await faultOf(versions().read(path, id)));
    }
  });

  it('is thinned out as time goes on; named versions and unknown files stay', async () => {
    const service = createVersions(nodeFileSystem, () => now);
    for (let day = 0; day < 60; day++) {
      for (let time = 0; time < 3; time++) {
        now += 3_600_000;
        const label = day % 10 === 0 && time === 0 ? `Day ${day}` : null;
        await service.add({
          path,
          text: text(`${day} ${time}`),
          label,
          note: null,
          author: '',
          changes: 1,
          automatic: label === null,
        });
      }
      now += 21 * 3_600_000;
    }
    const { versions: left, damaged } = await versions().list(path);
    expect(damaged).toEqual([]);
    expect(left.filter(({ automatic }) => !automatic).map(({ label }) => label)).toEqual([
      'Day 50',
      'Day 40',
      'Day 30',
      'Day 20',
      'Day 10',
      'Day 0',
    ]);
    const automatic = left.filter((version) => version.automatic);
    expect(automatic.length).toBeGreaterThan(30);
    expect(automatic.length).toBeLessThan(42);
    expect(readdirSync(folder)).toHaveLength(left.length * 2);
  });

  it('loses details that were left alone, but not those that may still be on their way', async () => {
    const old = join(folder, '0009 2026-01-01T00-00-00Z.0123456789ab.meta.json');
    const fresh = join(folder, '0010 2026-01-01T00-00-00Z.0123456789ab.meta.json');
    mkdirSync(folder);
    for (const file of [old, fresh]) writeFileSync(file, '{}');
    utimesSync(old, 1_700_000_000, 1_700_000_000);
    utimesSync(fresh, now / 1000, now / 1000);
    await add('one');
    expect([existsSync(old), existsSync(fresh)]).toEqual([false, true]);
  });
});

describe('every step failing in turn', () => {
  it('leaves the versions that were there, and the new one whole or not at all', async () => {
    const first = await add('first', { automatic: false, label: 'first' });
    const request = {
      path,
      text: text('second'),
      label: 'second',
      note: null,
      author: 'Ana',
      changes: 1,
      automatic: false,
    };
    const rehearsal = failingFileSystem({});
    const second = await createVersions(rehearsal, () => now).add(request);
    const forget = () => {
      for (const name of readdirSync(folder)) if (!name.startsWith(first.id)) rmSync(join(folder, name));
    };
    expect(rehearsal.steps.length).toBeGreaterThan(30);
    let refused = 0;
    for (let at = 0; at < rehearsal.steps.length; at++) {
      forget();
      const fs = failingFileSystem({ at });
      const fault = await faultOf(createVersions(fs, () => now).add(request));
      const step = `${at} ${fs.steps[at]}`;
      const listed = await versions().list(path);
      expect(listed.damaged, step).toEqual([]);
      expect(listed.versions.at(-1), step).toEqual(first);
      expect(listed.versions.length, step).toBe(fault ? 1 : 2);
      if (!fault) expect(listed.versions[0]?.hash, step).toBe(second.hash);
      else refused++;
      if (fault && fs.steps[at] !== 'remove') expect(readdirSync(folder), step).toHaveLength(2);
    }
    expect(refused).toBeGreaterThan(15);
  });
});
