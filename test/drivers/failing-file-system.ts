import { type FileSystem, nodeFileSystem, type WritingFile } from '../../electron/services/files/file-system';

type Step = keyof FileSystem | `file.${keyof WritingFile}`;

const systemError = (code: string): Error => Object.assign(new Error(`${code}: made for the test`), { code });

export interface FailingFileSystem extends FileSystem {
  /** Every call so far, in order. */
  readonly steps: Step[];
}

export interface Trouble {
  /** Which call fails, counted from 0, or every call of one name. */
  at?: number | Step;
  code?: string;
  /** How often a named call fails; without it, always. */
  times?: number;
  /** At most so many bytes are taken by one write. */
  shortWrites?: number;
  platform?: string;
}

/** The real file system, with trouble where the test wants it. */
export function failingFileSystem({
  at,
  code = 'EIO',
  times = Infinity,
  shortWrites,
  platform,
}: Trouble): FailingFileSystem {
  const steps: Step[] = [];
  let failures = 0;
  const step = async <Value>(name: Step, work: () => Promise<Value>): Promise<Value> => {
    const isMeant = typeof at === 'number' ? steps.length === at : name === at && failures < times;
    steps.push(name);
    if (!isMeant) return work();
    failures++;
    throw systemError(code);
  };
  const wrapFile = (file: WritingFile): WritingFile => ({
    write: (bytes, position) =>
      step('file.write', () => file.write(shortWrites ? bytes.subarray(0, shortWrites) : bytes, position)),
    sync: () => step('file.sync', () => file.sync()),
    length: () => step('file.length', () => file.length()),
    // What fails to close is closed all the same.
    close: async () => {
      await file.close();
      await step('file.close', async () => undefined);
    },
  });
  const real = nodeFileSystem;
  return {
    steps,
    platform: platform ?? real.platform,
    status: (path) => step('status', () => real.status(path)),
    linkStatus: (path) => step('linkStatus', () => real.linkStatus(path)),
    realPath: (path) => step('realPath', () => real.realPath(path)),
    readLink: (path) => step('readLink', () => real.readLink(path)),
    mayWrite: (path) => step('mayWrite', () => real.mayWrite(path)),
    read: (path) => step('read', () => real.read(path)),
    create: async (path, mode) => wrapFile(await step('create', () => real.create(path, mode))),
    setMode: (path, mode) => step('setMode', () => real.setMode(path, mode)),
    link: (path, second) => step('link', () => real.link(path, second)),
    rename: (from, to) => step('rename', () => real.rename(from, to)),
    remove: (path) => step('remove', () => real.remove(path)),
    list: (folder) => step('list', () => real.list(folder)),
    createFolder: (path, parents) => step('createFolder', () => real.createFolder(path, parents)),
    syncFolder: (path) => step('syncFolder', () => real.syncFolder(path)),
    wait: () => step('wait', async () => undefined),
  };
}
