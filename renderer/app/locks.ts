import type { LockHolder } from '../../shared/api/calls';
import { editor } from '../store/editor';
import { shownMap } from '../store/history';
import type { DialogName } from '../store/state';
import { tell } from '../store/toasts';
import { closeOwn } from './file-dialogs';
import { call, explain } from './machine';

/** One window writes a file: this one, or another one that the user is told of. */

export type InUseAnswer = 'look' | 'takeOver' | 'elsewhere' | 'cancel';

let asking: { dialog: DialogName; answer: (choice: InUseAnswer) => void } | null = null;

/** The dialog about a file in use calls this with what the user wants. */
export function answerInUse(choice: InUseAnswer): void {
  const asked = asking;
  asking = null;
  if (!asked) return;
  closeOwn(asked.dialog);
  asked.answer(choice);
}

export function askInUse(about: Omit<DialogName & { name: 'inUse' }, 'name'>): Promise<InUseAnswer> {
  asking?.answer('cancel');
  const dialog: DialogName = { name: 'inUse', ...about };
  return new Promise((resolve) => {
    asking = { dialog, answer: resolve };
    editor.setState({ dialog });
  });
}

/** Without an answer the file counts as free: what the machine refuses, it refuses when the file is written. */
async function otherWriter(path: string): Promise<LockHolder | null> {
  const lock = await call('maps.lock', { path }).catch(() => null);
  return lock?.status === 'taken' ? lock.by : null;
}

/** Makes this window the writer of a file that is to be opened, or asks where another one is. Null: leave it. */
export async function holdToOpen(path: string): Promise<{ writer: LockHolder | null } | null> {
  const by = await otherWriter(path);
  if (!by) return { writer: null };
  const choice = await askInUse({ file: nameOf(path), by, purpose: 'open' });
  if (choice === 'look') return { writer: by };
  return choice === 'takeOver' && (await takeOver(path)) ? { writer: null } : null;
}

/** False: it did not work, and the user was told why. */
export async function takeOver(path: string): Promise<boolean> {
  try {
    await call('maps.takeOver', { path });
    return true;
  } catch (error) {
    tell('danger', explain(error));
    return false;
  }
}

/** Makes this window the writer of a file that it is about to write for the first time. False: another one is. */
export const holdToWrite = async (path: string): Promise<boolean> => (await otherWriter(path)) === null;

export const release = (path: string) => void call('maps.release', { path }).catch(() => null);

/** Watches the file that is open, and lets go of the one before it. Gives a function that ends it. */
export function followFile(): () => void {
  let held: string | null = null;
  let shown = 0;
  const look = () => {
    const { file } = editor.getState();
    const path = file?.path ?? null;
    if (path === held && shown === shownMap()) return;
    if (held !== null && held !== path) release(held);
    held = path;
    shown = shownMap();
    if (file) void call('maps.watch', { path: file.path, hash: file.hash }).catch(() => null);
  };
  look();
  return editor.subscribe(look);
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;
