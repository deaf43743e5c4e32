import { watch as watchFolder } from 'node:fs';
import { basename, dirname } from 'node:path';
import { LIMITS } from '../../../shared/document/limits';
import { encodeUtf8 } from '../../../shared/document/runtime';
import type { FileStatus, FileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { systemCode } from '../files/system-fault';
import type { Pages } from '../locks/pages';

export interface WatchTimes {
  /** Milliseconds between looks: network drives and some editors tell nobody of a change. */
  poll: number;
  /** Milliseconds of quiet before a change counts: others may write in several steps. */
  settle: number;
}

const TIMES: WatchTimes = { poll: 1500, settle: 200 };
/** A change within so many milliseconds of the last one may leave the same time on the file (FAT: two seconds). */
const SAME_TIME = 2500;

/** Notices when somebody else changes or removes a file that a page shows. What the page itself saves is not told. */
export interface Watch {
  /** @param hash the bytes that the page knows; null: it knows none, so what is there now is taken as known. */
  watch(session: string, path: string, hash: string | null): Promise<void>;
  /** The page is about to save these bytes. */
  expect(session: string, path: string, hash: string): void;
  stop(session: string, path: string): void;
}

interface Knowledge {
  /** The bytes that the page knows of; null: it knows that there is no file. */
  hash: string | null;
  /** What the page itself is saving, in that order. */
  expected: Set<string>;
}

interface Watched {
  path: string;
  sessions: Map<string, Knowledge>;
  stamp: string;
  /** When the stamp was taken from a file that had just changed, it may hide another change. */
  isFresh: boolean;
  timer: NodeJS.Timeout | null;
  close(): void;
  looking: boolean;
  again: boolean;
}

export function createWatch(fs: FileSystem, pages: Pages, times: WatchTimes = TIMES): Watch {
  const files = new Map<string, Watched>();
  const stop = (session: string, path: string) => {
    const file = files.get(path);
    if (!file) return;
    file.sessions.delete(session);
    if (file.sessions.size > 0) return;
    file.close();
    files.delete(path);
  };
  pages.onEnd((session) => {
    for (const path of [...files.keys()]) stop(session, path);
  });
  const begin = (path: string): Watched => {
    const file: Watched = {
      path,
      sessions: new Map(),
      stamp: '',
      isFresh: true,
      timer: null,
      looking: false,
      again: false,
      close: () => undefined,
    };
    const poll = setInterval(() => void look(fs, pages, file, times), times.poll).unref();
    const unwatch = listen(path, () => {
      if (file.timer) clearTimeout(file.timer);
      file.timer = setTimeout(() => {
        file.isFresh = true;
        void look(fs, pages, file, times);
      }, times.settle).unref();
    });
    file.close = () => {
      clearInterval(poll);
      if (file.timer) clearTimeout(file.timer);
      unwatch();
    };
    files.set(path, file);
    return file;
  };
  return {
    stop,
    async watch(session, path, hash) {
      const file = files.get(path) ?? begin(path);
      const known = hash ?? (await hashOf(fs, path).catch(() => null));
      file.sessions.set(session, { hash: known, expected: new Set() });
      file.isFresh = true;
      await look(fs, pages, file, times);
    },
    expect(session, path, hash) {
      files.get(path)?.sessions.get(session)?.expected.add(hash);
    },
  };
}

/** Looks once, or once more when somebody asks during a look. Never fails. */
async function look(fs: FileSystem, pages: Pages, file: Watched, times: WatchTimes): Promise<void> {
  if (file.looking) {
    file.again = true;
    return;
  }
  file.looking = true;
  try {
    do {
      file.again = false;
      await lookOnce(fs, pages, file, times);
    } while (file.again);
  } finally {
    file.looking = false;
  }
}

async function lookOnce(fs: FileSystem, pages: Pages, file: Watched, times: WatchTimes): Promise<void> {
  let found: string | null;
  try {
    const before = await statusOrNull(fs, file.path);
    const stamp = stampOf(before);
    if (stamp === file.stamp && !file.isFresh) return;
    if (before && stamp !== file.stamp && file.stamp !== '') await settled(fs, file.path, before, times.settle);
    // Some programs save by removing the file and writing it anew.
    if (!before) await fs.wait(times.settle * 2);
    found = await hashOf(fs, file.path);
    const after = await statusOrNull(fs, file.path);
    file.stamp = stampOf(after);
    file.isFresh = after !== null && Date.now() - after.modifiedAt < SAME_TIME;
  } catch {
    // Neither there nor gone: a drive that sleeps, a scanner that holds it. The next look knows more.
    return;
  }
  for (const [session, page] of file.sessions) tell(pages, session, file.path, page, found);
}

function tell(pages: Pages, session: string, path: string, page: Knowledge, found: string | null): void {
  if (found === page.hash) return;
  page.hash = found;
  if (found === null) pages.tell(session, 'map.gone', { path });
  else if (page.expected.has(found)) forgetUpTo(page.expected, found);
  else pages.tell(session, 'map.changedOutside', { path, hash: found });
}

/** What was saved before has been seen or skipped: when somebody brings it back later, that is news. */
function forgetUpTo(expected: Set<string>, found: string): void {
  for (const hash of [...expected]) {
    expected.delete(hash);
    if (hash === found) return;
  }
}

async function settled(fs: FileSystem, path: string, before: FileStatus, pause: number): Promise<void> {
  let last = stampOf(before);
  for (let looks = 0; looks < 20; looks++) {
    await fs.wait(pause);
    const now = stampOf(await statusOrNull(fs, path));
    if (now === last) return;
    last = now;
  }
}

const stampOf = (status: FileStatus | null) => (status ? `${status.size} ${status.modifiedAt}` : 'gone');

async function statusOrNull(fs: FileSystem, path: string): Promise<FileStatus | null> {
  try {
    return await fs.status(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

async function hashOf(fs: FileSystem, path: string): Promise<string | null> {
  try {
    const status = await fs.status(path);
    // No map of ours: that it has changed is all that matters, and no reason to read gigabytes.
    if (status.size > LIMITS.fileBytes) return sha256(encodeUtf8(stampOf(status)));
    return sha256(await fs.read(path));
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || systemCode(error) === 'ENOTDIR') return null;
    throw error;
  }
}

/** The system's own news of a folder, where it has any: saves replace files, so watching the file would see one change. */
function listen(path: string, onChange: () => void): () => void {
  try {
    const watcher = watchFolder(dirname(path), { persistent: false }, (_event, name) => {
      if (name === null || name === basename(path)) onChange();
    });
    // The folder may go, or the system may run out of watches: looking goes on.
    watcher.on('error', () => watcher.close());
    return () => watcher.close();
  } catch {
    return () => undefined;
  }
}
