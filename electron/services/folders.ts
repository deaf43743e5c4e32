import { basename, dirname, join } from 'node:path';
import type { Folder, FolderEntry } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import type { FileSystem } from './files/file-system';
import { isPortableName, typeOfName } from './files/names';
import { withFaults } from './files/system-fault';
import type { Grants } from './grants';

const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;

/** What lies in a granted folder that the editor's own file dialog can show; null: the first granted folder. */
export async function listFolder(fs: FileSystem, grants: Grants, path: string | null): Promise<Folder> {
  const granted = grants.folders();
  const wanted = path ?? granted[0]?.path;
  if (!wanted) throw new FaultError({ code: 'outside-granted-folder' });
  const folder = await grants.resolve(wanted);
  const names = await withFaults(folder, () => fs.list(folder));
  const entries = await Promise.all(
    names.filter((name) => !name.startsWith('.')).map((name) => entryOf(fs, grants, folder, name)),
  );
  return {
    path: folder,
    name: basename(folder) || folder,
    parent: granted.some((one) => one.path === folder) ? null : dirname(folder),
    entries: entries.filter((entry) => entry !== null).sort(foldersFirst),
    granted,
  };
}

async function entryOf(fs: FileSystem, grants: Grants, folder: string, name: string): Promise<FolderEntry | null> {
  const path = join(folder, name);
  try {
    // A link that leads out of the granted folders is not shown: it could not be opened.
    const real = await fs.realPath(path);
    if (grants.folderOf(real) === null) return null;
    const { type: found, size, modifiedAt } = await fs.status(real);
    const type = found === 'folder' ? 'folder' : found === 'file' ? typeOfName(name) : null;
    if (type === null) return null;
    return { name, path, type, size: type === 'folder' ? 0 : size, modifiedAt: new Date(modifiedAt).toISOString() };
  } catch {
    return null;
  }
}

const foldersFirst = (a: FolderEntry, b: FolderEntry) =>
  Number(b.type === 'folder') - Number(a.type === 'folder') || compare(a.name, b.name) || (a.name < b.name ? -1 : 1);

/** Creates a folder in a granted one and lists it. */
export async function createFolder(fs: FileSystem, grants: Grants, parent: string, name: string): Promise<Folder> {
  if (!isPortableName(name)) throw new FaultError({ code: 'invalid-name', detail: name });
  const path = join(await grants.resolve(parent), name);
  await withFaults(path, () => fs.createFolder(path, false));
  return listFolder(fs, grants, path);
}
