import { useCallback, useEffect, useRef, useState } from 'react';
import type { Folder } from '../../../shared/api/calls';
import { call, explain } from '../../app/machine';

/** The folder that a file dialog of this session showed last: the next one begins there. */
let lastShown: string | null = null;

export interface FolderState {
  folder: Folder | null;
  /** A sentence about what went wrong. */
  error: string | null;
  setError: (error: string | null) => void;
  go: (path: string | null) => Promise<void>;
  create: (name: string) => Promise<boolean>;
}

/** A granted folder of the machine and ways to others. What can't be read is said, and the folder before stays. */
export function useFolder(): FolderState {
  const [folder, setFolder] = useState<Folder | null>(null);
  const [error, setError] = useState<string | null>(null);
  const latest = useRef(0);

  const show = useCallback(async (ask: () => Promise<Folder>): Promise<boolean> => {
    const turn = ++latest.current;
    try {
      const found = await ask();
      // A slow answer must not take the place of a later one.
      if (turn !== latest.current) return false;
      lastShown = found.path;
      setFolder(found);
      setError(null);
      return true;
    } catch (cause) {
      if (turn === latest.current) setError(explain(cause));
      return false;
    }
  }, []);

  const go = useCallback(
    async (path: string | null) => void (await show(() => call('folders.list', { path }))),
    [show],
  );

  useEffect(() => {
    const start = async () => {
      // The folder may be gone since; the first granted one is always there.
      if (lastShown === null || !(await show(() => call('folders.list', { path: lastShown })))) await go(null);
    };
    void start();
  }, [show, go]);

  const create = (name: string) =>
    folder ? show(() => call('folders.create', { parent: folder.path, name })) : Promise.resolve(false);

  return { folder, error, setError, go, create };
}
