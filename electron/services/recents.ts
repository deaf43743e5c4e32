import { basename } from 'node:path';
import * as v from 'valibot';
import type { RecentMap } from '../../shared/api/calls';
import type { Store } from './data-folder';
import { createStore } from './data-folder';
import type { FileSystem } from './files/file-system';

const MOST = 20;

const recentSchema = v.object({
  path: v.pipe(v.string(), v.minLength(1)),
  title: v.fallback(v.string(), ''),
  openedAt: v.pipe(v.string(), v.isoTimestamp()),
});

/** The maps opened or saved last, the latest first. */
export interface Recents {
  list(): Promise<RecentMap[]>;
  add(path: string, title: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export function createRecents(fs: FileSystem, folder: string): Recents {
  const store: Store<RecentMap[]> = createStore(fs, folder, 'recent-maps.json', repair);
  // One change at a time: each starts from what the one before has written.
  let last: Promise<unknown> = Promise.resolve();
  const change = (edit: (maps: RecentMap[]) => RecentMap[]): Promise<void> => {
    const work = last.then(async () => store.write(edit(await store.read())));
    last = work.catch(() => undefined);
    return work;
  };
  return {
    list: () => last.then(() => store.read()),
    add: (path, title) =>
      change((maps) =>
        [
          { path, name: basename(path), title, openedAt: new Date().toISOString() },
          ...maps.filter((map) => map.path !== path),
        ].slice(0, MOST),
      ),
    remove: (path) => change((maps) => maps.filter((map) => map.path !== path)),
  };
}

function repair(value: unknown): RecentMap[] {
  if (!Array.isArray(value)) return [];
  return value
    .flatMap((item) => {
      const result = v.safeParse(recentSchema, item);
      return result.success ? [{ ...result.output, name: basename(result.output.path) }] : [];
    })
    .slice(0, MOST);
}
