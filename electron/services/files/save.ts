import { basename, dirname, join, resolve } from 'node:path';
import { FaultError } from '../../../shared/api/faults';
import type { FileStatus, FileSystem } from './file-system';
import { sha256 } from './hash';
import { cleanLeftovers, temporaryName } from './leftovers';
import { systemCode, systemFault } from './system-fault';

/** Milliseconds between attempts to replace a file that a virus scanner or an indexer holds for a moment. */
const RENAME_PAUSES = [10, 40, 160, 640];
const MOST_LINKS = 40;

export interface SaveOptions {
  /** Looks at the bytes that are about to be replaced, as late as possible; throws to keep them. Null: no such file. */
  approve?: (old: Uint8Array | null) => void;
}

/**
 * Replaces or creates a file so that at any moment, also after a crash, it holds the old bytes or the new ones.
 * Symbolic links are followed and stay. Permissions stay. Answers the path that was written.
 *
 * Throws a FaultError; then the old bytes are in place and nothing is left beside them.
 */
export async function saveAtomically(
  fs: FileSystem,
  path: string,
  bytes: Uint8Array,
  options: SaveOptions = {},
): Promise<string> {
  try {
    const target = await resolveTarget(fs, path);
    await cleanLeftovers(fs, dirname(target));
    const old = await statusOrNull(fs, target);
    if (old && old.type !== 'file') throw new FaultError({ code: 'not-a-file', path });
    if (old) await fs.mayWrite(target);
    await saveBeside(fs, target, old, bytes, options);
    return target;
  } catch (error) {
    throw systemFault(error, path);
  }
}

async function saveBeside(
  fs: FileSystem,
  target: string,
  old: FileStatus | null,
  bytes: Uint8Array,
  options: SaveOptions,
) {
  const temporary = join(dirname(target), temporaryName('new'));
  try {
    await writeNew(fs, temporary, bytes, old ? old.mode & 0o777 : 0o666);
    // The umask took bits away when the file was created.
    if (old) await fs.setMode(temporary, old.mode & 0o777);
    await verify(fs, temporary, bytes);
    if (options.approve) options.approve(await readOrNull(fs, target));
    await replace(fs, temporary, target, old !== null);
  } catch (error) {
    await fs.remove(temporary).catch(() => undefined);
    throw error;
  }
}

async function writeNew(fs: FileSystem, path: string, bytes: Uint8Array, mode: number): Promise<void> {
  const file = await fs.create(path, mode);
  try {
    for (let at = 0; at < bytes.length; ) {
      const written = await file.write(bytes.subarray(at), at);
      // A disk may take nothing without saying why.
      if (written <= 0) throw new FaultError({ code: 'disk-full', path });
      at += written;
    }
    await file.sync();
    if ((await file.length()) !== bytes.length) throw new FaultError({ code: 'verification-failed', path });
  } catch (error) {
    await file.close().catch(() => undefined);
    throw error;
  }
  await file.close();
}

async function verify(fs: FileSystem, path: string, bytes: Uint8Array): Promise<void> {
  if (sha256(await fs.read(path)) !== sha256(bytes)) throw new FaultError({ code: 'verification-failed', path });
}

/**
 * Puts the new file in the old one's place. Until the folder is on the disk too, a second name keeps the old bytes, so
 * that a failure at the very last step can be undone as well.
 */
async function replace(fs: FileSystem, temporary: string, target: string, hasOld: boolean): Promise<void> {
  const folder = dirname(target);
  const backup = hasOld ? join(folder, temporaryName('old')) : null;
  const hasBackup = backup !== null && (await canLink(fs, target, backup));
  try {
    // A disk that can't keep names fails here, where nothing has been touched.
    await fs.syncFolder(folder);
    await renamePatiently(fs, temporary, target);
    try {
      await fs.syncFolder(folder);
    } catch (error) {
      if (hasBackup && backup) await fs.rename(backup, target);
      else if (!hasOld) await fs.remove(target);
      // Without a way back the new file stays: it is whole and was read back.
      else return;
      throw error;
    }
  } finally {
    if (hasBackup && backup) await fs.remove(backup).catch(() => undefined);
  }
}

/** Memory sticks and some network drives have no hard links. */
async function canLink(fs: FileSystem, path: string, second: string): Promise<boolean> {
  try {
    await fs.link(path, second);
    return true;
  } catch {
    return false;
  }
}

async function renamePatiently(fs: FileSystem, from: string, to: string): Promise<void> {
  const passing = fs.platform === 'win32' ? ['EPERM', 'EBUSY', 'EACCES'] : ['EBUSY'];
  for (const pause of [...RENAME_PAUSES, null]) {
    try {
      return await fs.rename(from, to);
    } catch (error) {
      if (pause === null || !passing.includes(systemCode(error))) throw error;
      await fs.wait(pause);
    }
  }
}

/**
 * The absolute path that writing to `path` would reach: all symbolic links followed, also one whose target does not
 * exist yet. Rejects with ENOENT where the folder is missing.
 */
export async function resolveTarget(fs: FileSystem, path: string): Promise<string> {
  let current = resolve(path);
  for (let links = 0; links < MOST_LINKS; links++) {
    try {
      return await fs.realPath(current);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
    const folder = await fs.realPath(dirname(current));
    const here = join(folder, basename(current));
    const status = await statusOrNull(fs, here, 'linkStatus');
    if (status?.type !== 'link') return here;
    current = resolve(folder, await fs.readLink(here));
  }
  throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
}

async function statusOrNull(fs: FileSystem, path: string, how: 'status' | 'linkStatus' = 'status') {
  try {
    return await fs[how](path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}

async function readOrNull(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await fs.read(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return null;
    throw error;
  }
}
