import { basename, dirname } from 'node:path';
import type { MapFile, SavedMap } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { LIMITS } from '../../shared/document/limits';
import { type ReadResult, readMap } from '../../shared/document/read';
import { decode, encodeUtf8 } from '../../shared/document/runtime';
import { FORMAT_NAME, type JourneyMap } from '../../shared/document/schema';
import type { FileSystem } from './files/file-system';
import { sha256 } from './files/hash';
import { cleanLeftovers } from './files/leftovers';
import { isMapName } from './files/names';
import { saveAtomically } from './files/save';
import { withFaults } from './files/system-fault';

const MEGABYTE = 1024 * 1024;

/** Reads a file of at most `most` bytes. Throws a FaultError; `too-large` with the limit in MB as its detail. */
export async function readLimited(fs: FileSystem, path: string, most: number): Promise<Uint8Array> {
  return withFaults(path, async () => {
    const tooLarge = new FaultError({ code: 'too-large', path, detail: String(Math.round(most / MEGABYTE)) });
    const { type, size } = await fs.status(path);
    if (type !== 'file') throw new FaultError({ code: 'not-a-file', path });
    if (size > most) throw tooLarge;
    const bytes = await fs.read(path);
    // It may have grown, and special files tell no size.
    if (bytes.length > most) throw tooLarge;
    return bytes;
  });
}

/** Reads a map file as text; what the text means is the reader's business. */
export async function readMapFile(fs: FileSystem, path: string): Promise<MapFile> {
  await cleanLeftovers(fs, dirname(path));
  const bytes = await readLimited(fs, path, LIMITS.fileBytes);
  let text: string;
  try {
    text = decode(bytes);
  } catch (error) {
    throw new FaultError({ code: 'invalid-map', path, detail: 'UTF-8' }, { cause: error });
  }
  const writable = await Promise.all([fs.mayWrite(path), fs.mayWrite(dirname(path))]).then(
    () => true,
    () => false,
  );
  return { path, name: basename(path), text, hash: sha256(bytes), writable };
}

/** The bytes of a map's file; null: there is none. Throws a FaultError where it can't be read. */
export async function readIfThere(fs: FileSystem, path: string): Promise<Uint8Array | null> {
  try {
    return await readLimited(fs, path, LIMITS.fileBytes);
  } catch (error) {
    if (error instanceof FaultError && error.fault.code === 'not-found') return null;
    throw error;
  }
}

/**
 * Writes a map over the file that was read with `expectedHash`. Where the file has changed since, or is gone, it stays
 * as it is, and a FaultError `changed-outside` is thrown. With null the user has named the file and confirmed that
 * what is there may go ("save as").
 *
 * The text is read as a map first: what could not be opened again is never written (`invalid-map`).
 */
export async function writeIfUnchanged(
  fs: FileSystem,
  path: string,
  text: string,
  expectedHash: string | null,
): Promise<SavedMap & { title: string }> {
  if (!isMapName(basename(path))) throw new FaultError({ code: 'invalid-name', path, detail: '.journey.json' });
  const bytes = encodeUtf8(text);
  const { title } = mapOf(readMap(bytes), path);
  const hash = sha256(bytes);
  const written = await inTurn(path, () =>
    saveAtomically(fs, path, bytes, {
      approve: (old) => {
        if (expectedHash === null) return;
        if (old === null) throw new FaultError({ code: 'changed-outside', path, detail: 'deleted' });
        const found = sha256(old);
        // The same bytes already: an answer that got lost on its way, and a second attempt.
        if (found !== expectedHash && found !== hash) throw new FaultError({ code: 'changed-outside', path });
      },
    }),
  );
  return { path: written, name: basename(written), hash, title };
}

/** The map of a read result that is whole. Throws a FaultError that says where the fault is. */
export function mapOf(result: ReadResult, path?: string): JourneyMap {
  if (result.status === 'ok') return result.map;
  if (result.status === 'too-large' && result.limit === 'fileBytes') {
    throw new FaultError({
      code: 'too-large',
      ...(path && { path }),
      detail: String(Math.round(result.most / MEGABYTE)),
    });
  }
  const detail =
    result.status === 'damaged' ? result.fault.path : result.status === 'too-large' ? result.limit : result.status;
  throw new FaultError({ code: 'invalid-map', ...(path && { path }), detail });
}

/** The title of a map, without looking at the rest; null: not a map. */
export function titleOf(text: string): string | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== FORMAT_NAME)
      return null;
    return 'title' in value && typeof value.title === 'string' ? value.title : '';
  } catch {
    return null;
  }
}

const turns = new Map<string, Promise<unknown>>();

/** Saves to one path one after the other: each must see what the one before it wrote. */
async function inTurn<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  const before = turns.get(path) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(path, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(path) === mine) turns.delete(path);
  }
}
