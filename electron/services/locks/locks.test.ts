import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LockAnswer } from '../../../shared/api/calls';
import { failingFileSystem } from '../../../test/drivers/failing-file-system';
import { nodeFileSystem } from '../files/file-system';
import { createLocks, type Locks } from './locks';
import { createPages, type Pages } from './pages';
import { thisProcess } from './process-identity';

const MAP = '/maps/a.journey.json';
let root: string;
let pages: Pages;
let locks: Locks;
let heard: string[];

/** A program of its own on the same data folder, in so far as locks can tell. */
function program() {
  const own = createPages(20);
  own.reach((window, event, value) => heard.push(`${window} ${event} ${'path' in value ? value.path : ''}`));
  return { pages: own, locks: createLocks(nodeFileSystem, root, own, 20) };
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'periplo-locks-'));
  heard = [];
  ({ pages, locks } = program());
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lock = (window: string, path = MAP): Promise<LockAnswer> => locks.lock(pages.session(window), 'browser', path);
const onDisk = () => readdirSync(join(root, 'locks'));
const lockFile = () => join(root, 'locks', onDisk()[0] ?? '');
const rewrite = (values: object) => {
  const found = JSON.parse(readFileSync(lockFile(), 'utf8'));
  writeFileSync(
    lockFile(),
    JSON.stringify({
      ...found,
      ...values,
      process: { ...found.process, ...('process' in values ? (values.process as object) : {}) },
    }),
  );
};

describe('a lock', () => {
  it('is one window’s at a time; the second is told who has it', async () => {
    expect(await lock('one')).toEqual({ status: 'yours' });
    expect(await lock('one')).toEqual({ status: 'yours' });
    expect(await lock('two')).toEqual({
      status: 'taken',
      by: {
        host: 'browser',
        computer: thisProcess.computer,
        isThisComputer: true,
        since: expect.stringMatching(/^20.*Z$/),
      },
    });
    expect(await lock('two', '/maps/b.journey.json')).toEqual({ status: 'yours' });
    expect(await locks.holder(pages.session('one'), MAP)).toBeNull();
    expect(await locks.holder(pages.session('two'), MAP)).toMatchObject({ host: 'browser' });
  });

  it('goes to one of many who want it at the same moment', async () => {
    const windows = Array.from({ length: 8 }, (_, index) => `w${index}`);
    const answers = await Promise.all(windows.map((window) => lock(window)));
    expect(answers.filter(({ status }) => status === 'yours')).toHaveLength(1);
  });

  it('ends with release, and with its page', async () => {
    await lock('one');
    await locks.release(pages.session('two'), MAP);
    expect((await lock('two')).status).toBe('taken');
    await locks.release(pages.session('one'), MAP);
    expect(onDisk()).toEqual([]);
    expect((await lock('two')).status).toBe('yours');
    pages.start('two');
    await expect.poll(onDisk).toEqual([]);
    await lock('one');
    pages.disconnected('one');
    expect((await lock('two')).status).toBe('yours');
  });

  it('stays with a page whose connection comes back', async () => {
    await lock('one');
    const session = pages.session('one');
    pages.disconnected('one');
    pages.connected('one');
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(pages.session('one')).toBe(session);
    expect((await lock('two')).status).toBe('taken');
  });

  it('can be taken over: the loser is told, in this program and in another', async () => {
    await lock('one');
    await locks.takeOver(pages.session('two'), 'browser', MAP);
    expect(heard).toEqual([`one map.takenOver ${MAP}`]);
    expect((await lock('one')).status).toBe('taken');
    // Another program writes its name into the file; the process that the tests run in stands for it.
    rewrite({ session: 'theirs', process: { pid: process.ppid, started: '' } });
    await expect.poll(() => heard).toEqual([`one map.takenOver ${MAP}`, `two map.takenOver ${MAP}`]);
    expect(await locks.holder(pages.session('two'), MAP)).not.toBeNull();
    await locks.release(pages.session('two'), MAP);
    expect(onDisk()).toHaveLength(1);
  });

  it('left by a dead process, before a restart, or spoilt counts for nothing', async () => {
    const left: [object | string, LockAnswer['status']][] = [
      [{ process: { pid: 999_999_999 } }, 'yours'],
      [{ process: { boot: 'before the restart', pid: process.ppid } }, 'yours'],
      [{ process: { computer: 'elsewhere', pid: 999_999_999 } }, 'taken'],
      [{ process: { pid: process.ppid, started: '' } }, 'taken'],
      ['{"path":', 'yours'],
      ['\xff\xfe', 'yours'],
      ['', 'yours'],
    ];
    for (const [found, status] of left) {
      const other = program();
      await other.locks.lock(other.pages.session('x'), 'desktop', MAP);
      if (typeof found === 'string') writeFileSync(lockFile(), found, 'latin1');
      else rewrite({ session: 'theirs', ...found });
      const mine = program();
      expect((await mine.locks.lock(mine.pages.session('y'), 'desktop', MAP)).status, JSON.stringify(found)).toBe(
        status,
      );
      await mine.locks.release(mine.pages.session('y'), MAP);
      await other.locks.release(other.pages.session('x'), MAP);
      rmSync(join(root, 'locks'), { recursive: true });
    }
  });

  it('that somebody removes, or takes over and dies, comes back', async () => {
    await lock('one');
    rmSync(lockFile());
    await expect.poll(onDisk).toHaveLength(1);
    rewrite({ session: 'theirs', process: { pid: 999_999_999 } });
    await expect.poll(() => readFileSync(lockFile(), 'utf8')).toContain(pages.session('one'));
    expect(heard).toEqual([]);
  });

  it('works without hard links, and leaves nothing when a step fails', async () => {
    const stubborn = createLocks(failingFileSystem({ at: 'link', code: 'EPERM' }), root, pages, 20);
    expect((await stubborn.lock(pages.session('one'), 'desktop', MAP)).status).toBe('yours');
    expect((await stubborn.lock(pages.session('two'), 'desktop', MAP)).status).toBe('taken');
    await stubborn.release(pages.session('one'), MAP);
    expect(onDisk()).toEqual([]);
    const rehearsal = failingFileSystem({});
    const session = pages.session('three');
    const rehearsed = createLocks(rehearsal, root, pages);
    await rehearsed.lock(session, 'desktop', MAP);
    const count = rehearsal.steps.length;
    await rehearsed.release(session, MAP);
    for (let at = 0; at < count; at++) {
      const fs = failingFileSystem({ at });
      const failing = createLocks(fs, root, pages);
      const given = await failing.lock(session, 'desktop', MAP).catch(() => null);
      if (given) expect(given.status).toBe('yours');
      await failing.release(session, MAP);
      if (fs.steps[at] !== 'remove') expect(onDisk(), `${at} ${fs.steps[at]}`).toEqual([]);
      for (const name of onDisk()) rmSync(join(root, 'locks', name));
    }
  });
});
