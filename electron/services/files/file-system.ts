import { constants } from 'node:fs';
import {
  access,
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';

/** What a file, folder or link is. */
export interface FileStatus {
  type: 'file' | 'folder' | 'link' | 'other';
  /** Bytes. */
  size: number;
  /** Permission bits, as for chmod. */
  mode: number;
  /** Milliseconds since 1970. */
  modifiedAt: number;
}

/** A new file while it is being written. */
export interface WritingFile {
  /** Writes at most `bytes.length` bytes at `position` and answers how many it did: possibly fewer, as write(2) may. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  /** Waits until the bytes are on the disk. */
  sync(): Promise<void>;
  /** Length in bytes. */
  length(): Promise<number>;
  close(): Promise<void>;
}

/**
 * The calls to the file system that services need, and no more, so that tests can make each of them fail in turn.
 * Every call may reject with an error that carries the system's `code`.
 */
export interface FileSystem {
  readonly platform: string;
  /** Follows symbolic links. */
  status(path: string): Promise<FileStatus>;
  linkStatus(path: string): Promise<FileStatus>;
  realPath(path: string): Promise<string>;
  readLink(path: string): Promise<string>;
  mayWrite(path: string): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  /** Creates a file with permission bits, less the umask; rejects with EEXIST where there is one. */
  create(path: string, mode: number): Promise<WritingFile>;
  setMode(path: string, mode: number): Promise<void>;
  /** A second name for the same file (a hard link). */
  link(path: string, second: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder, in no particular order. */
  list(folder: string): Promise<string[]>;
  createFolder(path: string, parents: boolean): Promise<void>;
  /** Waits until the names in a folder are on the disk. */
  syncFolder(path: string): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

const statusOf = (found: Awaited<ReturnType<typeof stat>>): FileStatus => ({
  type: found.isFile() ? 'file' : found.isDirectory() ? 'folder' : found.isSymbolicLink() ? 'link' : 'other',
  size: Number(found.size),
  mode: Number(found.mode) & 0o7777,
  modifiedAt: Number(found.mtimeMs),
});

/** The machine's own file system. */
export const nodeFileSystem: FileSystem = {
  platform: process.platform,
  status: async (path) => statusOf(await stat(path)),
  linkStatus: async (path) => statusOf(await lstat(path)),
  realPath: (path) => realpath(path),
  readLink: (path) => readlink(path),
  mayWrite: (path) => access(path, constants.W_OK),
  read: (path) => readFile(path),
  async create(path, mode) {
    const handle = await open(path, 'wx', mode);
    return {
      write: async (bytes, position) => (await handle.write(bytes, 0, bytes.length, position)).bytesWritten,
      sync: () => handle.sync(),
      length: async () => (await handle.stat()).size,
      close: () => handle.close(),
    };
  },
  setMode: (path, mode) => chmod(path, mode),
  link: (path, second) => link(path, second),
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  list: (folder) => readdir(folder),
  createFolder: async (path, parents) => {
    await mkdir(path, { recursive: parents });
  },
  async syncFolder(path) {
    // Windows opens no folders, and journals names by itself.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (error) {
      // Some network file systems have no such call for folders.
      const code = (error as NodeJS.ErrnoException).code;
      if (code !== 'EINVAL' && code !== 'ENOTSUP') throw error;
    } finally {
      await handle.close();
    }
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
