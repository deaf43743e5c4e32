import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Calls, Draft, DraftList } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { decode } from '../../../shared/document/runtime';
import type { FileSystem } from '../files/file-system';
import { sha256 } from '../files/hash';
import { cleanLeftovers } from '../files/leftovers';
import { saveAtomically } from '../files/save';
import { systemCode, withFaults } from '../files/system-fault';
import type { Pages } from '../locks/pages';
import { lifeOf, thisProcess } from '../locks/process-identity';
import { contentHash, type DraftHeader, readDraft, writeDraft } from './draft-file';

const NAME = /^([0-9a-f]{24}-[0-9a-f]{16})\.draft$/;
/** Milliseconds after which a draft of another computer, which can't be asked, counts as left behind. */
const A_DAY = 24 * 60 * 60 * 1000;

type WholeDraft = NonNullable<ReturnType<typeof readDraft>>;
type NewDraft = Calls['drafts.write']['takes'] & { title: string };

/**
 * What is unsaved, kept in the data folder: one file per map and session of a page, replaced atomically. A session never
 * touches what another has left, so that nothing goes before the user has seen it.
 */
export interface Drafts {
  write(session: string, draft: NewDraft): Promise<Calls['drafts.write']['gives']>;
  /** What sessions that are no more have left. Drafts that the file on disk holds by now are removed. */
  list(session: string): Promise<DraftList>;
  read(id: string): Promise<Calls['drafts.read']['gives']>;
  /** Also removes the same content that an earlier session has left. Throws `in-use` for a living page's draft. */
  remove(session: string, id: string): Promise<void>;
  /** A text was saved and verified: the session's drafts of exactly this content go, whatever revision they say. */
  saved(session: string, text: string): Promise<void>;
}

/** @param readFile bytes of the file at a path; null: there is none. Rejects for what can't be read or is not granted. */
export function createDrafts(
  fs: FileSystem,
  dataFolder: string,
  pages: Pages,
  readFile: (path: string) => Promise<Uint8Array | null>,
): Drafts {
  const folder = join(dataFolder, 'drafts');
  const fileOf = (id: string) => join(folder, `${id}.draft`);
  const own = new Map<string, { session: string; hash: string }>();
  let last: Promise<unknown> = Promise.resolve();
  /** A draft on its way must not land after the one that followed it, nor after its removal. */
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };

  const read = async (id: string) => {
    const bytes = await withFaults(fileOf(id), () => fs.read(fileOf(id)));
    return readDraft(bytes);
  };
  const removeFile = async (id: string) => {
    try {
      await fs.remove(fileOf(id));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') throw error;
    }
    own.delete(id);
  };
  const all = async () => {
    await cleanLeftovers(fs, folder);
    const names = await withFaults(folder, () => namesIn(fs, folder));
    const found: { id: string; draft: WholeDraft | null }[] = [];
    for (const name of names.sort()) {
      const id = NAME.exec(name)?.[1];
      if (!id) continue;
      // Unreadable is as good as damaged: it is told, and hides no other.
      found.push({ id, draft: await read(id).catch(() => null) });
    }
    return found;
  };
  const stateOf = async ({ header, text }: WholeDraft): Promise<Draft['file'] | 'saved'> => {
    if (header.path === null) return 'none';
    try {
      const bytes = await readFile(header.path);
      if (bytes === null) return 'gone';
      if (isSame(bytes, text)) return 'saved';
      return sha256(bytes) === header.baseHash ? 'unchanged' : 'changed';
    } catch {
      return 'out-of-reach';
    }
  };

  return {
    write: (session, { path, mapId, title, text, baseHash }) =>
      inTurn(() =>
        withFaults(folder, async () => {
          const id = `${keyOf(path, mapId)}-${digest(session, 16)}`;
          const savedAt = new Date().toISOString();
          await fs.createFolder(folder, true);
          const header = { path, mapId, title, baseHash, savedAt, session, process: thisProcess };
          await saveAtomically(fs, fileOf(id), writeDraft(header, text));
          own.set(id, { session, hash: contentHash(text) });
          return { id, savedAt };
        }),
      ),
    list: (session) =>
      inTurn(async () => {
        const out: DraftList = { drafts: [], damaged: [] };
        const seen = new Set<string>();
        const left = (await all()).sort((a, b) => timeOf(b.draft) - timeOf(a.draft));
        for (const { id, draft } of left) {
          if (!draft) {
            out.damaged.push({ id, savedAt: await modified(fs, fileOf(id)) });
            continue;
          }
          if (draft.header.session === session || isAlive(draft.header, pages)) continue;
          const content = `${id.slice(0, 24)} ${draft.header.hash}`;
          const file = await stateOf(draft);
          if (file === 'saved') await removeFile(id).catch(() => undefined);
          else if (!seen.has(content)) out.drafts.push(described(id, draft.header, file));
          seen.add(content);
        }
        return out;
      }),
    read: (id) =>
      inTurn(async () => {
        const draft = await read(id);
        if (!draft) throw new FaultError({ code: 'invalid-map', path: fileOf(id), detail: 'draft' });
        const file = await stateOf(draft);
        return { draft: described(id, draft.header, file === 'saved' ? 'unchanged' : file), text: draft.text };
      }),
    remove: (session, id) =>
      inTurn(() =>
        withFaults(fileOf(id), async () => {
          const draft = await read(id).catch(() => null);
          if (draft && draft.header.session !== session && isAlive(draft.header, pages)) {
            throw new FaultError({ code: 'in-use', ...(draft.header.path && { path: draft.header.path }) });
          }
          await removeFile(id);
          if (!draft) return;
          for (const other of await all()) {
            const isSame = other.id.startsWith(id.slice(0, 25)) && other.draft?.header.hash === draft.header.hash;
            if (!isSame || !other.draft || other.draft.header.session === session) continue;
            if (!isAlive(other.draft.header, pages)) await removeFile(other.id);
          }
        }),
      ),
    saved: (session, text) =>
      inTurn(async () => {
        const hash = contentHash(text);
        for (const [id, draft] of [...own]) {
          if (draft.session === session && draft.hash === hash) await removeFile(id);
        }
      }),
  };
}

function isSame(bytes: Uint8Array, text: string): boolean {
  try {
    return contentHash(decode(bytes)) === contentHash(text);
  } catch {
    return false;
  }
}

const digest = (text: string, length: number) => createHash('sha256').update(text).digest('hex').slice(0, length);

const keyOf = (path: string | null, mapId: string) => digest(path === null ? `map ${mapId}` : `file ${path}`, 24);

const timeOf = (draft: WholeDraft | null) => (draft ? Date.parse(draft.header.savedAt) : 0);

const described = (id: string, header: DraftHeader, file: Draft['file']): Draft => ({
  id,
  path: header.path,
  name: header.path === null ? '' : basename(header.path),
  mapId: header.mapId,
  title: header.title,
  savedAt: header.savedAt,
  baseHash: header.baseHash,
  file,
});

function isAlive(header: DraftHeader, pages: Pages): boolean {
  const life = lifeOf(header.process);
  if (life === 'unknown') return Date.now() - Date.parse(header.savedAt) < A_DAY;
  const isOurs = JSON.stringify(header.process) === JSON.stringify(thisProcess);
  return isOurs ? pages.isThere(header.session) : life === 'alive';
}

async function namesIn(fs: FileSystem, folder: string): Promise<string[]> {
  try {
    return await fs.list(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  }
}

async function modified(fs: FileSystem, path: string): Promise<string> {
  const at = await fs.linkStatus(path).then(
    (status) => status.modifiedAt,
    () => 0,
  );
  return new Date(at).toISOString();
}
