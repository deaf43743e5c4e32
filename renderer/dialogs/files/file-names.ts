import type { Folder } from '../../../shared/api/calls';

const LONGEST_BYTES = 255;
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

export type NameProblem = 'empty' | 'characters' | 'end' | 'reserved' | 'long';

/** Why a file or folder can't be called so on every system that Periplo runs on; null: it can. */
export function nameProblem(name: string): NameProblem | null {
  if (name.trim() === '') return 'empty';
  if (/[<>:"/\\|?*\p{Cc}]/u.test(name)) return 'characters';
  if (/[. ]$/.test(name) || name.startsWith('.')) return 'end';
  if (RESERVED.test(name)) return 'reserved';
  return new TextEncoder().encode(name).length > LONGEST_BYTES ? 'long' : null;
}

/** A name without an extension, where it has that one. */
export function withoutExtension(name: string, extension: string): string {
  return name.toLowerCase().endsWith(extension.toLowerCase()) ? name.slice(0, -extension.length) : name;
}

/** The path of a name in a folder, written as the machine writes the folder's own path. */
export function pathIn(folder: string, name: string): string {
  const separator = folder.includes('\\') && !folder.includes('/') ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

export interface Crumb {
  path: string;
  name: string;
}

/** The way from the granted folder down to the one shown; nothing above the granted one is named. */
export function crumbsOf(folder: Folder): Crumb[] {
  const inside = (root: string) => folder.path === root || folder.path.startsWith(pathIn(root, ''));
  const roots = folder.granted.filter((granted) => inside(granted.path));
  // Of nested granted folders the inner one: from there `parent` ends.
  const root = roots.sort((a, b) => b.path.length - a.path.length)[0];
  if (!root) return [{ path: folder.path, name: folder.name }];
  const crumbs: Crumb[] = [{ path: root.path, name: root.name }];
  for (const name of folder.path.slice(root.path.length).split(/[\\/]/)) {
    const last = crumbs.at(-1);
    if (name && last) crumbs.push({ path: pathIn(last.path, name), name });
  }
  return crumbs;
}
