import { basename, isAbsolute, relative, sep } from 'node:path';
import { FaultError } from '../../shared/api/faults';
import type { FileSystem } from './files/file-system';
import { resolveTarget } from './files/save';
import { systemFault, withFaults } from './files/system-fault';

/** What the user has given to the app: folders with all in them, and single files. Paths are real ones. */
export interface Grants {
  grantFolder(path: string): Promise<string>;
  /** The file need not exist yet, its folder must. */
  grantFile(path: string): Promise<string>;
  /** Folders in the order in which they were granted. */
  folders(): { path: string; name: string }[];
  /** The granted folder that a real path lies in, or null. */
  folderOf(path: string): string | null;
  /**
   * The real path of a file or folder that the renderer named, also of one that does not exist yet. Throws a
   * FaultError `outside-granted-folder` for all that was not granted.
   */
  resolve(path: string): Promise<string>;
}

export function createGrants(fs: FileSystem): Grants {
  const folders: string[] = [];
  const files = new Set<string>();
  const folderOf = (path: string) => folders.find((folder) => isInside(folder, path)) ?? null;
  return {
    folderOf,
    folders: () => folders.map((path) => ({ path, name: basename(path) || path })),
    async grantFolder(path) {
      const real = await withFaults(path, () => fs.realPath(path));
      if (!folders.includes(real)) folders.push(real);
      return real;
    },
    async grantFile(path) {
      const real = await withFaults(path, () => resolveTarget(fs, path));
      files.add(real);
      return real;
    },
    async resolve(path) {
      const refusal = new FaultError({ code: 'outside-granted-folder', path });
      if (isSuspicious(path, fs.platform)) throw refusal;
      let real: string;
      try {
        real = await resolveTarget(fs, path);
      } catch (error) {
        // What is missing outside must look the same as what is there.
        throw folders.some((folder) => isInside(folder, path)) ? systemFault(error, path) : refusal;
      }
      if (!files.has(real) && folderOf(real) === null) throw refusal;
      return real;
    },
  };
}

/** Whether `path` is `folder` or lies in it. Both absolute and without links. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** Ways of writing a path that no dialog and no listing of ours produces. */
function isSuspicious(path: string, platform: string): boolean {
  return decodings(path).some((form) => {
    const isDisguised = form !== path;
    if (form.includes('\0')) return true;
    if (platform !== 'win32' && form.includes('\\')) return true;
    if (platform === 'win32' && (/^[\\/]{2}[.?]/.test(form) || form.slice(2).includes(':'))) return true;
    if (form.split(/[\\/]/).includes('..')) return true;
    return isDisguised ? countSeparators(form) !== countSeparators(path) : !isAbsolute(form);
  });
}

const countSeparators = (path: string) => path.split(/[\\/]/).length;

/** The text itself and what percent-decoding makes of it, as often as there is something to decode. */
function decodings(path: string): string[] {
  const forms = [path];
  for (let last = path; forms.length < 5; ) {
    const next = last.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (next === last) break;
    forms.push(next);
    last = next;
  }
  return forms;
}
