import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDrafts } from '../../electron/services/drafts/drafts';
import { nodeFileSystem } from '../../electron/services/files/file-system';
import { isTemporaryName } from '../../electron/services/files/leftovers';
import { createPages } from '../../electron/services/locks/pages';
import { readIfThere, writeIfUnchanged } from '../../electron/services/maps';
import { createVersions } from '../../electron/services/versions/versions';
import { FaultError } from '../../shared/api/faults';
import { bundleWriter, noFigures, report } from './harness';
import { baseText, textOf } from './texts';

const MIB = 1024 * 1024;
let disk: string;
let path: string;
const base = baseText(300);
const big = textOf(baseText(3000), 1);

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof FaultError)) throw error;
      return error.fault.code;
    },
  );
const leftovers = (folder: string) => readdirSync(folder).filter(isTemporaryName);

beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'periplo-full-'));
  path = join(disk, 'map.journey.json');
});
afterEach(() => {
  spawnSync('umount', [disk], { stdio: 'ignore' });
  rmSync(disk, { recursive: true, force: true });
});

/** Only root may, and not in every container. */
function mountSmallDisk(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'periplo-test', disk], { stdio: 'ignore' }).status === 0;
}

describe('a full disk', () => {
  it('leaves the map, the draft and the versions as they were, says so, and works again with room', async ({
    skip,
  }) => {
    if (!mountSmallDisk()) skip('a small disk of its own needs root');
    const old = textOf(base, 0);
    const data = join(disk, 'data');
    const pages = createPages();
    const drafts = createDrafts(nodeFileSystem, data, pages, (file) => readIfThere(nodeFileSystem, file));
    const versions = createVersions(nodeFileSystem);
    const session = pages.session('main');
    const draft = (text: string) => drafts.write(session, { path, mapId: 'm', title: 'T', text, baseHash: null });
    const version = (text: string) =>
      versions.add({ path, text, label: 'kept', note: null, author: '', changes: null, automatic: false });
    const { hash } = await writeIfUnchanged(nodeFileSystem, path, old, null);
    const { id } = await draft(old);
    const kept = await version(old);
    const filler = join(disk, 'filler');
    const figures = noFigures('full disk (tmpfs of 2 MiB)', 'refused', 'unchanged');

    const tries = [() => writeIfUnchanged(nodeFileSystem, path, big, hash), () => draft(big), () => version(big)];
    for (const room of [0, 64 * 1024, MIB / 2]) {
      fill(filler, room);
      for (const attempt of tries) {
        expect(await faultOf(attempt())).toBe('disk-full');
        figures.found.refused = (figures.found.refused ?? 0) + 1;
        expect(readFileSync(path, 'utf8')).toBe(old);
        expect((await drafts.read(id)).text).toBe(old);
        expect(await versions.list(path)).toEqual({ versions: [kept], damaged: [] });
        for (const folder of [disk, join(data, 'drafts'), join(disk, 'map.journey.versions')]) {
          expect(leftovers(folder)).toEqual([]);
        }
        figures.found.unchanged = (figures.found.unchanged ?? 0) + 1;
      }
    }
    rmSync(filler);
    const next = textOf(base, 1);
    await writeIfUnchanged(nodeFileSystem, path, next, hash);
    expect(readFileSync(path, 'utf8')).toBe(next);
    expect((await version(next)).number).toBe(2);
    report(figures);
  });

  it('of any user: a limit to the size of files is told the same way', async ({ skip }) => {
    if (process.platform === 'win32') skip('Windows has no such limit');
    const writer = await bundleWriter();
    try {
      const old = textOf(base, 0);
      writeFileSync(path, old);
      writeFileSync(join(disk, 'base.txt'), baseText(3000));
      const limited = (mode: string, target: string) =>
        // Without the trap the system would end the process instead of refusing to write.
        spawnSync(
          '/bin/sh',
          [
            '-c',
            'trap "" XFSZ; ulimit -f 256; exec "$@"',
            'sh',
            process.execPath,
            writer.file,
            mode,
            target,
            join(disk, 'base.txt'),
            '1',
          ],
          { input: 'go\n', encoding: 'utf8', timeout: 60_000 },
        );
      mkdirSync(join(disk, 'map.journey.versions'));
      for (const [mode, target] of [
        ['save', path],
        ['version', path],
        ['draft', join(disk, 'data')],
      ] as const) {
        const { stderr, stdout } = limited(mode, target);
        expect(stdout, stderr).toMatch(/^rsw+$/);
        expect(stderr).toContain('disk-full');
        expect(readFileSync(path, 'utf8')).toBe(old);
      }
      expect(leftovers(disk)).toEqual([]);
      expect(readdirSync(join(disk, 'map.journey.versions'))).toEqual([]);
      expect(readdirSync(join(disk, 'data', 'drafts'))).toEqual([]);
    } finally {
      writer.remove();
    }
  }, 120_000);
});

/** Fills the disk until only so many bytes are left. */
function fill(file: string, room: number): void {
  rmSync(file, { force: true });
  const free = Number(execFileSync('df', ['-B1', '--output=avail', disk], { encoding: 'utf8' }).split('\n')[1]);
  writeFileSync(file, Buffer.alloc(Math.max(0, free - room)));
}
