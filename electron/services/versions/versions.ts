import { basename, dirname, join } from 'node:path';
import type { Calls, Version, VersionList } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { LIMITS } from '../../../shared/document/limits';
import { readMap } from '../../../shared/document/read';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';
import type { FileStatus, FileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { cleanLeftovers } from '../files/leftovers';
import { isMapName } from '../files/names';
import { saveAtomically } from '../files/save';
import { systemCode, withFaults } from '../files/system-fault';
import { mapOf, readIfThere } from '../maps';
import { keepVersions } from './thinning';
import { readDetails, type VersionDetails, writeDetails } from './version-details';
import {
  DETAILS_ENDING,
  readVersionName,
  VERSION_ENDING,
  type VersionName,
  versionId,
  versionsFolder,
} from './version-name';

/** Milliseconds after which details without their version count as left behind, not as still on their way here. */
const A_DAY = 24 * 60 * 60 * 1000;

/**
 * Kept states of a map, in a folder beside it that can be copied, sent and read without Periplo. Each is a map file of
 * its own, never changed once it is there; what is known of it stands in a file beside it. Without that file, or with a
 * spoilt one, it is still listed, as a named one, which is never thinned out.
 */
export interface Versions {
  /** @param path real path of the map. The text must be a whole map. An automatic one equal to the last is not kept twice. */
  add(version: Calls['versions.add']['takes']): Promise<Version>;
  /**
   * Keeps what the map's file holds, before it is written over, where no version holds these very bytes: for ever where
   * it is the first version, else as an automatic one. Null: it is kept already, there is no file, or it is no map.
   */
  keepFile(file: Calls['versions.keepFile']['takes']): Promise<Version | null>;
  list(path: string): Promise<VersionList>;
  read(path: string, id: string): Promise<Calls['versions.read']['gives']>;
}

/** What is known of a version that is to be kept. */
type About = Omit<VersionDetails, 'savedAt' | 'hash'> & { leastNumber: number };

/** @param clock milliseconds since 1970 */
export function createVersions(fs: FileSystem, clock: () => number = Date.now): Versions {
  const hashes = new Map<string, { stamp: string; hash: string }>();
  const turns = new Map<string, Promise<unknown>>();

  /** The hash of a version's bytes, calculated again only when the file looks different. */
  const hashOf = async (path: string, status: FileStatus): Promise<string> => {
    const stamp = `${status.size} ${status.modifiedAt}`;
    const known = hashes.get(path);
    if (known?.stamp === stamp) return known.hash;
    const hash = sha256(await fs.read(path));
    hashes.set(path, { stamp, hash });
    return hash;
  };
  const inspect = async (folder: string, name: VersionName): Promise<Version | 'changed' | 'unreadable'> => {
    const path = join(folder, name.id + VERSION_ENDING);
    try {
      const status = await fs.linkStatus(path);
      if (status.type !== 'file' || status.size > LIMITS.fileBytes) return 'unreadable';
      const hash = await hashOf(path, status);
      const details = await detailsOf(fs, folder, name.id);
      if (!hash.startsWith(name.hashStart) || (details && details.hash !== hash)) return 'changed';
      return described(path, name, status.size, hash, details);
    } catch {
      return 'unreadable';
    }
  };
  const list = async (map: string): Promise<VersionList> => {
    const folder = versionsFolder(map);
    const out: VersionList = { versions: [], damaged: [] };
    for (const name of await versionNames(fs, folder)) {
      const found = await inspect(folder, name);
      if (typeof found === 'object') out.versions.push(found);
      else {
        const { id, number, savedAt } = name;
        out.damaged.push({ id, path: join(folder, id + VERSION_ENDING), number, savedAt, reason: found });
      }
    }
    return out;
  };
  const keep = async (path: string, bytes: Uint8Array, revision: number, about: About): Promise<Version> => {
    const hash = sha256(bytes);
    const folder = versionsFolder(path);
    await makeFolder(fs, folder);
    const before = await list(path);
    const [latest] = before.versions;
    if (about.automatic && latest?.hash === hash) return latest;
    const now = clock();
    const savedAt = new Date(now).toISOString();
    const numbers = [...before.versions, ...before.damaged].map(({ number }) => number);
    // The number that the map itself shows; where that one is taken, as after a restore, the next free one.
    const number = Math.max(revision, about.leastNumber, ...numbers.map((taken) => taken + 1));
    const id = versionId(number, savedAt, about.label, hash);
    const { author, label, note, changes, automatic } = about;
    const details: VersionDetails = { savedAt, author, label, note, changes, automatic, hash };
    await writePair(fs, folder, id, bytes, details);
    const file = join(folder, id + VERSION_ENDING);
    const name = readVersionName(basename(file));
    if (!name) throw new FaultError({ code: 'invalid-name', path: file });
    const added = described(file, name, bytes.length, hash, details);
    // The version is kept, whatever becomes of the old ones.
    await thin(fs, folder, [added, ...before.versions], now).catch(() => undefined);
    return added;
  };
  const inTurn = <Value>(path: string, work: () => Promise<Value>): Promise<Value> => {
    const before = turns.get(path) ?? Promise.resolve();
    const mine = before.then(() => withFaults(path, work));
    const settled = mine.then(
      () => undefined,
      () => undefined,
    );
    turns.set(path, settled);
    void settled.then(() => turns.get(path) === settled && turns.delete(path));
    return mine;
  };
  return {
    add: (version) =>
      inTurn(version.path, async () => {
        const { path, text } = version;
        if (!isMapName(basename(path))) throw new FaultError({ code: 'invalid-name', path, detail: VERSION_ENDING });
        const bytes = encodeUtf8(text);
        const { revision } = mapOf(readMap(bytes), path);
        return keep(path, bytes, revision, { ...version, leastNumber: 1 });
      }),
    keepFile: ({ path, firstLabel, label }) =>
      inTurn(path, async () => {
        const bytes = isMapName(basename(path)) ? await readIfThere(fs, path) : null;
        const read = bytes && readMap(bytes);
        if (!bytes || read?.status !== 'ok') return null;
        const kept = await list(path);
        const hash = sha256(bytes);
        if (kept.versions.some((version) => version.hash === hash)) return null;
        const isFirst = kept.versions.length + kept.damaged.length === 0;
        return keep(path, bytes, read.map.revision, {
          author: '',
          label: isFirst ? firstLabel : label,
          note: null,
          changes: null,
          automatic: !isFirst,
          // What was never saved here counts as number 0, so that the first save keeps its own number.
          leastNumber: 0,
        });
      }),
    list: (path) => withFaults(path, () => list(path)),
    async read(path, id) {
      const folder = versionsFolder(path);
      const name = readVersionName(id + VERSION_ENDING);
      const file = join(folder, id + VERSION_ENDING);
      // The form of a version's name leaves no room for another folder; this makes sure of it.
      if (!name || dirname(file) !== folder) throw new FaultError({ code: 'not-found', path: id });
      return withFaults(file, async () => {
        await checkFolder(fs, folder);
        const status = await fs.linkStatus(file);
        const bytes = status.type === 'file' && status.size <= LIMITS.fileBytes ? await fs.read(file) : null;
        const details = await detailsOf(fs, folder, id);
        const hash = bytes && sha256(bytes);
        if (!bytes || !hash?.startsWith(name.hashStart) || (details && details.hash !== hash)) {
          throw new FaultError({ code: 'version-damaged', path: file });
        }
        return { version: described(file, name, bytes.length, hash, details), text: decode(bytes) };
      });
    },
  };
}

/** Newest first. A missing folder: no versions. */
async function versionNames(fs: FileSystem, folder: string): Promise<VersionName[]> {
  try {
    await checkFolder(fs, folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
  const names = (await fs.list(folder)).flatMap((name) => readVersionName(name) ?? []);
  return names.sort((a, b) => b.number - a.number || (a.id < b.id ? 1 : -1));
}

/** A link in the place of the folder could lead out of what the user has granted. */
async function checkFolder(fs: FileSystem, folder: string): Promise<void> {
  const { type } = await fs.linkStatus(folder);
  if (type === 'link') throw new FaultError({ code: 'outside-granted-folder', path: folder });
  if (type !== 'folder') throw new FaultError({ code: 'exists', path: folder });
}

async function makeFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    await fs.createFolder(folder, false);
    await fs.syncFolder(dirname(folder));
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  }
  await checkFolder(fs, folder);
  await cleanLeftovers(fs, folder);
}

/** The details first: a version without them would count as a named one. */
async function writePair(fs: FileSystem, folder: string, id: string, bytes: Uint8Array, details: VersionDetails) {
  const detailsPath = join(folder, id + DETAILS_ENDING);
  const path = join(folder, id + VERSION_ENDING);
  const approve = (old: Uint8Array | null) => {
    if (old) throw new FaultError({ code: 'exists', path });
  };
  await saveAtomically(fs, detailsPath, writeDetails(details), { approve });
  try {
    await saveAtomically(fs, path, bytes, { approve });
  } catch (error) {
    await fs.remove(detailsPath).catch(() => undefined);
    throw error;
  }
}

async function thin(fs: FileSystem, folder: string, versions: Version[], now: number): Promise<void> {
  const keep = keepVersions(versions, now);
  for (const { id, automatic } of versions) {
    if (keep.has(id)) continue;
    // Read again at the last moment: only what says itself that it is automatic may go.
    if (!automatic || (await detailsOf(fs, folder, id))?.automatic !== true) continue;
    await fs.remove(join(folder, id + VERSION_ENDING));
    await fs.remove(join(folder, id + DETAILS_ENDING));
  }
  await cleanDetails(fs, folder, now);
}

/** Details whose version was removed, or never came, when a program was cut off in between. */
async function cleanDetails(fs: FileSystem, folder: string, now: number): Promise<void> {
  const names = new Set(await fs.list(folder));
  for (const name of names) {
    if (!name.endsWith(DETAILS_ENDING)) continue;
    const version = name.slice(0, -DETAILS_ENDING.length) + VERSION_ENDING;
    if (names.has(version) || !readVersionName(version)) continue;
    const { modifiedAt } = await fs.linkStatus(join(folder, name));
    if (now - modifiedAt > A_DAY) await fs.remove(join(folder, name));
  }
}

async function detailsOf(fs: FileSystem, folder: string, id: string): Promise<VersionDetails | null> {
  const path = join(folder, id + DETAILS_ENDING);
  const status = await fs.linkStatus(path).catch(() => null);
  if (status?.type !== 'file' || status.size > 1024 * 1024) return null;
  return readDetails(await fs.read(path).catch(() => null));
}

const described = (
  path: string,
  name: VersionName,
  size: number,
  hash: string,
  details: VersionDetails | null,
): Version => ({
  id: name.id,
  number: name.number,
  savedAt: details?.savedAt ?? name.savedAt,
  label: details ? details.label : name.label,
  note: details?.note ?? null,
  author: details?.author ?? '',
  changes: details?.changes ?? null,
  automatic: details?.automatic ?? false,
  hash,
  path,
  size,
});
