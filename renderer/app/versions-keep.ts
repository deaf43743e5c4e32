import { VERSION_LIMITS } from '../../shared/api/validation';
import { editor } from '../store/editor';
import { NOT_ON_DISK } from '../store/history';
import type { EditorState } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { attempt, call, explain } from './machine';

/** Versions are kept beside the map's file: one with every save, and those that the user names. */

export interface VersionName {
  label: string;
  note: string;
}

interface NewVersion {
  path: string;
  text: string;
  label: string | null;
  note: string | null;
  changes: number | null;
  automatic: boolean;
}

/** Keeps a text as a version. False: it was not kept, and the user was told why. */
export async function keepVersion(version: NewVersion): Promise<boolean> {
  const author = editor.getState().preferences.userName.trim().slice(0, VERSION_LIMITS.author);
  try {
    await call('versions.add', { ...version, author });
  } catch (error) {
    tell('danger', `${texts()('history.versions.notKept')} ${explain(error)}`);
    return false;
  }
  if (editor.getState().historyOpen) await loadVersions();
  return true;
}

/** Reads what is kept beside the file that is open. */
export async function loadVersions(): Promise<void> {
  const { file } = editor.getState();
  if (!file) return;
  const versions = await attempt('versions.list', { path: file.path });
  if (versions && editor.getState().file?.path === file.path) editor.setState({ versions });
}

/**
 * Before a file is written over, what it holds is kept, unless a version holds it already: the state before the first
 * save here, and what others have written. False: it could not be kept.
 */
export async function keepFile(path: string): Promise<boolean> {
  const t = texts();
  const labels = { firstLabel: t('history.versions.beforeFirst'), label: t('history.versions.byOthers') };
  try {
    const kept = await call('versions.keepFile', { path, ...labels });
    // The next version follows on this one.
    if (kept) editor.setState(({ file, savedStep }) => (file?.path === path ? { keptStep: savedStep } : {}));
    return true;
  } catch {
    return false;
  }
}

type Steps = Pick<EditorState, 'past' | 'future'>;

/** How many steps lie between the map and the version that was kept last, in either direction; null: unknown. */
export const changesSinceVersion = (state: Steps & Pick<EditorState, 'keptStep'>): number | null =>
  stepsSince(state.keptStep, state);

function stepsSince(step: number | null, { past, future }: Steps): number | null {
  if (step === NOT_ON_DISK) return null;
  if (step === null) return past.length;
  const done = past.findIndex(({ id }) => id === step);
  if (done >= 0) return past.length - 1 - done;
  const undone = future.findIndex(({ id }) => id === step);
  return undone >= 0 ? future.length - undone : null;
}
