import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultError } from '../../../shared/api/faults';
import { failingFileSystem } from '../../../test/drivers/failing-file-system';
import { nodeFileSystem } from './file-system';
import { isTemporaryName, temporaryName } from './leftovers';
import { saveAtomically } from './save';

const OLD = 'the old bytes, which must survive\n';
const NEW = Buffer.from(`${'the new bytes, quite a few of them '.repeat(4000)}\n`);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'periplo-save-'));
  path = join(folder, 'map.journey.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const leftovers = () => readdirSync(folder).filter(isTemporaryName);
const faultOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error !== null && !(error instanceof FaultError)) throw error;
  return error?.fault ?? null;
};

describe('saving', () => {
  it('creates a file and replaces one, keeping its permissions', async () => {
    await saveAtomically(nodeFileSystem, path, NEW);
    expect(readFileSync(path)).toEqual(NEW);
    chmodSync(path, 0o640);
    await saveAtomically(nodeFileSystem, path, Buffer.from('short'));
    expect(readFileSync(path, 'utf8')).toBe('short');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['map.journey.json']);
  });

  it('writes through a symbolic link, which stays, also where its target does not exist yet', async () => {
    mkdirSync(join(folder, 'elsewhere'));
    const target = join(folder, 'elsewhere', 'real.journey.json');
    symlinkSync('elsewhere/real.journey.json', path);
    for (const text of ['first', 'second']) {
      expect(await saveAtomically(nodeFileSystem, path, Buffer.from(text))).toBe(target);
      expect(readFileSync(target, 'utf8')).toBe(text);
    }
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(leftovers()).toEqual([]);
    expect(readdirSync(join(folder, 'elsewhere'))).toEqual(['real.journey.json']);
  });

  it('goes on after short writes until every byte is there', async () => {
    const fs = failingFileSystem({ shortWrites: 1000 });
    await saveAtomically(fs, path, NEW);
    expect(readFileSync(path)).toEqual(NEW);
    expect(fs.steps.filter((step) => step === 'file.write')).toHaveLength(Math.ceil(NEW.length / 1000));
  });

  it('refuses a folder, and a link that leads to itself', async () => {
    mkdirSync(path);
    expect(await faultOf(saveAtomically(nodeFileSystem, path, NEW))).toEqual({ code: 'not-a-file', path });
    const loop = join(folder, 'loop.journey.json');
    symlinkSync('loop.journey.json', loop);
    expect(await faultOf(saveAtomically(nodeFileSystem, loop, NEW))).toMatchObject({ code: 'not-found' });
  });

  it('keeps the old bytes when they are not approved', async () => {
    writeFileSync(path, OLD);
    const approve = () => {
      throw new FaultError({ code: 'changed-outside', path });
    };
    expect(await faultOf(saveAtomically(nodeFileSystem, path, NEW, { approve }))).toMatchObject({
      code: 'changed-outside',
    });
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(leftovers()).toEqual([]);
  });
});

describe('every step failing in turn', () => {
  for (const hasOld of [true, false]) {
    it(`leaves ${hasOld ? 'the old bytes' : 'no file'} and nothing else, or the whole new file`, async () => {
      const rehearsal = failingFileSystem({});
      if (hasOld) writeFileSync(path, OLD);
      await saveAtomically(rehearsal, path, NEW, { approve: () => undefined });
      const count = rehearsal.steps.length;
      expect(count).toBeGreaterThan(10);
      const refused = new Set<string>();
      for (let at = 0; at < count; at++) {
        rmSync(path, { force: true });
        if (hasOld) writeFileSync(path, OLD);
        const fs = failingFileSystem({ at });
        const fault = await faultOf(saveAtomically(fs, path, NEW, { approve: () => undefined }));
        const failed = fs.steps[at];
        if (fault) {
          refused.add(failed ?? '');
          expect(existsSync(path), `${failed}: is there a file`).toBe(hasOld);
          if (hasOld) expect(readFileSync(path, 'utf8'), `${failed}: old bytes`).toBe(OLD);
        } else expect(readFileSync(path), `${failed}: new bytes`).toEqual(NEW);
        // Only where removing itself failed may something be left, for the next save to clean.
        if (failed !== 'remove') expect(leftovers(), `${failed}: leftovers`).toEqual([]);
        for (const name of leftovers()) rmSync(join(folder, name));
      }
      for (const step of [
        'create',
        'file.write',
        'file.sync',
        'file.length',
        'file.close',
        'read',
        'rename',
        'syncFolder',
      ]) {
        expect(refused, `a failed ${step} is told`).toContain(step);
      }
    });
  }

  const codes = [
    ['ENOSPC', 'file.write', 'disk-full'],
    ['EDQUOT', 'file.write', 'disk-full'],
    ['EFBIG', 'file.write', 'disk-full'],
    ['EIO', 'file.sync', 'unexpected'],
    ['EROFS', 'create', 'read-only'],
    ['EACCES', 'create', 'no-permission'],
    ['EPERM', 'rename', 'no-permission'],
    ['EBUSY', 'rename', 'busy'],
    ['EXDEV', 'rename', 'unexpected'],
    ['EACCES', 'mayWrite', 'no-permission'],
  ] as const;
  for (const [code, at, expected] of codes) {
    it(`says ${expected} for ${code} on ${at}`, async () => {
      writeFileSync(path, OLD);
      expect(await faultOf(saveAtomically(failingFileSystem({ at, code }), path, NEW))).toMatchObject({
        code: expected,
      });
      expect(readFileSync(path, 'utf8')).toBe(OLD);
      expect(leftovers()).toEqual([]);
    });
  }

  it('notices a disk that keeps other bytes than it was given', async () => {
    writeFileSync(path, OLD);
    const fs = {
      ...nodeFileSystem,
      read: async (name: string) => (await nodeFileSystem.read(name)).map((byte) => byte ^ 1),
    };
    expect(await faultOf(saveAtomically(fs, path, NEW))).toMatchObject({ code: 'verification-failed' });
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(leftovers()).toEqual([]);
  });

  it('notices a disk that takes nothing and reports no error', async () => {
    writeFileSync(path, OLD);
    const create = async (name: string, mode: number) => ({
      ...(await nodeFileSystem.create(name, mode)),
      write: async () => 0,
    });
    expect(await faultOf(saveAtomically({ ...nodeFileSystem, create }, path, NEW))).toMatchObject({
      code: 'disk-full',
    });
    expect(readFileSync(path, 'utf8')).toBe(OLD);
    expect(leftovers()).toEqual([]);
  });

  it('gets by without hard links', async () => {
    writeFileSync(path, OLD);
    await saveAtomically(failingFileSystem({ at: 'link', code: 'EPERM' }), path, NEW);
    expect(readFileSync(path)).toEqual(NEW);
  });

  it('waits on Windows while a scanner holds the file, but not for ever', async () => {
    writeFileSync(path, OLD);
    for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
      const fs = failingFileSystem({ at: 'rename', code, times: 3, platform: 'win32' });
      await saveAtomically(fs, path, NEW);
      expect(fs.steps.filter((step) => step === 'wait')).toHaveLength(3);
      expect(readFileSync(path)).toEqual(NEW);
    }
    writeFileSync(path, OLD);
    const stubborn = failingFileSystem({ at: 'rename', code: 'EPERM', platform: 'win32' });
    expect(await faultOf(saveAtomically(stubborn, path, NEW))).toMatchObject({ code: 'no-permission' });
    expect(readFileSync(path, 'utf8')).toBe(OLD);
  });
});

describe('leftovers of saves that were cut off', () => {
  it('go at the next save when they are ours and nobody writes them any more', async () => {
    const dead = temporaryName('new').replace(`-${process.pid}-`, '-999999999-');
    const foreign = temporaryName('new').replace(/-[0-9a-f]{8}-/, '-00000000-');
    const foreignOld = temporaryName('old').replace(/-[0-9a-f]{8}-/, '-00000000-');
    const alive = temporaryName('new');
    const theirs = '.periplo-notes.new';
    for (const name of [dead, foreign, foreignOld, alive, theirs]) writeFileSync(join(folder, name), 'x');
    const before = new Date(Date.now() - 120_000);
    utimesSync(join(folder, foreignOld), before, before);
    utimesSync(join(folder, theirs), before, before);
    await saveAtomically(nodeFileSystem, path, NEW);
    expect(readdirSync(folder).sort()).toEqual([foreign, alive, theirs, 'map.journey.json'].sort());
  });
});
