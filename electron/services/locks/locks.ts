import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { LockAnswer, LockHolder } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';
import type { FileSystem } from '../files/file-system';
import { temporaryName } from '../files/leftovers';
import { saveAtomically } from '../files/save';
import { systemCode, withFaults } from '../files/system-fault';
import type { Pages } from './pages';
import { lifeOf, processSchema, thisProcess } from './process-identity';

/** Milliseconds between looks at whether somebody else has taken over. */
const POLL = 1000;

const lockSchema = v.object({
  path: v.string(),
  session: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  process: processSchema,
  host: v.picklist(['desktop', 'browser']),
  since: v.pipe(v.string(), v.isoTimestamp()),
});
type Lock = v.InferOutput<typeof lockSchema>;

/**
 * One writer per file, across the windows and programs that share a data folder. A lock is a small file there, never
 * beside the map. It ends with its page; one that was left by a dead process or before the computer was restarted counts
 * for nothing. Somebody who takes a lock over writes his name into it; whoever had it sees that and is told.
 */
export interface Locks {
  /** @param path real path of the map's file */
  lock(session: string, host: LockHolder['host'], path: string): Promise<LockAnswer>;
  takeOver(session: string, host: LockHolder['host'], path: string): Promise<void>;
  release(session: string, path: string): Promise<void>;
  /** Who else may write the file; null: nobody. */
  holder(session: string, path: string): Promise<LockHolder | null>;
}

interface Held {
  path: string;
  lock: Lock;
}

export function createLocks(fs: FileSystem, dataFolder: string, pages: Pages, poll = POLL): Locks {
  const folder = join(dataFolder, 'locks');
  const held = new Map<string, Held>();
  const fileOf = (path: string) => join(folder, `${keyOf(fs, path)}.lock`);

  /** The lock on disk while it is worth something; null: none, spoilt, or left behind by somebody who is no more. */
  const read = async (path: string): Promise<Lock | null> => {
    let text: string;
    try {
      text = decode(await fs.read(fileOf(path)));
    } catch (error) {
      if (systemCode(error) === 'ENOENT' || error instanceof TypeError) return null;
      throw error;
    }
    const lock = parse(text);
    return lock && isWorthSomething(lock, pages) ? lock : null;
  };
  const lose = ({ path, lock }: Held, by: Lock) => {
    held.delete(lock.session + path);
    pages.tell(lock.session, 'map.takenOver', { path, by: holderOf(by) });
  };
  const keep = (lock: Lock) => {
    for (const other of [...held.values()]) {
      if (other.path === lock.path && other.lock.session !== lock.session) lose(other, lock);
    }
    held.set(lock.session + lock.path, { path: lock.path, lock });
    timer ??= setInterval(() => void look(), poll).unref();
  };
  const write = async (lock: Lock) => {
    await saveAtomically(fs, fileOf(lock.path), textOf(lock));
    keep(lock);
  };
  /** The file of a lock that we hold is gone, or somebody took it over and died: it is ours again. */
  const claim = async (lock: Lock) => {
    if (await createExclusively(fs, fileOf(lock.path), textOf(lock))) return;
    if (!(await read(lock.path))) await saveAtomically(fs, fileOf(lock.path), textOf(lock));
  };
  let timer: NodeJS.Timeout | null = null;
  const look = async () => {
    for (const one of [...held.values()]) {
      try {
        const found = await read(one.path);
        if (!held.has(one.lock.session + one.path)) continue;
        if (!found) await claim(one.lock);
        else if (found.session !== one.lock.session) lose(one, found);
      } catch {
        // A folder that can't be read now may be next time; until then nothing is known of anybody else.
      }
    }
    if (held.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
  const newLock = (session: string, host: LockHolder['host'], path: string): Lock => ({
    path,
    session,
    process: thisProcess,
    host,
    since: new Date().toISOString(),
  });
  const release = async (session: string, path: string) => {
    if (!held.delete(session + path)) return;
    const text = await fs.read(fileOf(path)).then(decode, () => '');
    // A lock that can't be removed ends with the process.
    if (parse(text)?.session === session) await fs.remove(fileOf(path)).catch(() => undefined);
  };
  pages.onEnd((session) => {
    for (const { path, lock } of [...held.values()]) if (lock.session === session) void release(session, path);
  });

  return {
    release,
    lock: (session, host, path) =>
      withFaults(path, async () => {
        await fs.createFolder(folder, true);
        const mine = newLock(session, host, path);
        if (await createExclusively(fs, fileOf(path), textOf(mine))) {
          keep(mine);
          return { status: 'yours' };
        }
        const found = await read(path);
        if (found && found.session !== session) return { status: 'taken', by: holderOf(found) };
        // Two who find the same dead lock both write theirs: the last one has it, and the other sees that.
        if (!found) await write(mine);
        const last = await read(path);
        if (last && last.session !== session) {
          held.delete(session + path);
          return { status: 'taken', by: holderOf(last) };
        }
        keep(last ?? mine);
        return { status: 'yours' };
      }),
    takeOver: (session, host, path) =>
      withFaults(path, async () => {
        await fs.createFolder(folder, true);
        await write(newLock(session, host, path));
      }),
    async holder(session, path) {
      // What can't be read keeps nobody from saving: the hash still guards against overwriting.
      const found = await read(path).catch(() => null);
      return found && found.session !== session ? holderOf(found) : null;
    },
  };
}

/** The same for every way of writing a name that the system takes as the same file. */
function keyOf(fs: FileSystem, path: string): string {
  const isCaseBlind = fs.platform === 'win32' || fs.platform === 'darwin';
  const name = isCaseBlind ? path.normalize('NFC').toLowerCase() : path;
  return createHash('sha256').update(name).digest('hex').slice(0, 32);
}

const textOf = (lock: Lock) => encodeUtf8(`${JSON.stringify(lock, null, 2)}\n`);

function parse(text: string): Lock | null {
  try {
    const result = v.safeParse(lockSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** Another computer's lock counts for ever: it can't be asked, and a user can take over. */
function isWorthSomething(lock: Lock, pages: Pages): boolean {
  const isOurs = JSON.stringify(lock.process) === JSON.stringify(thisProcess);
  return isOurs ? pages.isThere(lock.session) : lifeOf(lock.process) !== 'dead';
}

const holderOf = ({ host, process: { computer }, since }: Lock): LockHolder => ({
  host,
  computer,
  isThisComputer: computer === thisProcess.computer,
  since,
});

/** Creates a file with its whole content in one step; false: there is one already. */
async function createExclusively(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = join(dirname(path), temporaryName('new'));
  await saveAtomically(fs, temporary, bytes);
  try {
    await fs.link(temporary, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    return createWithoutLinks(fs, path, bytes);
  } finally {
    await fs.remove(temporary).catch(() => undefined);
  }
}

/** Two may both get through here; then the last one has the lock, and the other sees that. */
async function createWithoutLinks(fs: FileSystem, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await saveAtomically(fs, path, bytes, {
      approve: (old) => {
        if (old) throw new FaultError({ code: 'exists', path });
      },
    });
    return true;
  } catch (error) {
    if (error instanceof FaultError && error.fault.code === 'exists') return false;
    throw error;
  }
}
