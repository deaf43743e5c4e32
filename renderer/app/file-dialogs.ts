import type { FilePurpose } from '../../shared/api/calls';
import { editor } from '../store/editor';
import type { DialogName } from '../store/state';
import { attempt } from './machine';

/** Closes a dialog, if it is still the one that is open. */
export const closeOwn = (dialog: DialogName): void =>
  editor.setState((state) => (state.dialog === dialog ? { dialog: null } : {}));

/** A file on the machine, or one that the browser has handed over with its content. */
export type ChosenFile = { path: string } | { name: string; bytes: Uint8Array };

let asking: { dialog: DialogName; answer: (chosen: ChosenFile | null) => void } | null = null;

/**
 * The editor's own file dialog calls this with what was chosen, or null where it was closed. A late answer closes no
 * other dialog that is open by then.
 */
export function answerFileDialog(chosen: ChosenFile | null): void {
  const asked = asking;
  asking = null;
  if (!asked) return;
  closeOwn(asked.dialog);
  asked.answer(chosen);
}

function ask(dialog: DialogName): Promise<ChosenFile | null> {
  asking?.answer(null);
  return new Promise((resolve) => {
    asking = { dialog, answer: resolve };
    editor.setState({ dialog });
  });
}

/** Lets the user choose a file to read; null: cancelled. The host's own dialog where it has one. */
export async function chooseFile(purpose: 'map' | 'data' | 'picture'): Promise<ChosenFile | null> {
  if (editor.getState().start?.nativeDialogs) return attempt('dialogs.open', { purpose });
  return ask({ name: 'openFile', purpose });
}

/** Lets the user choose where to write a file; null: cancelled. Whoever chooses a file that is there has confirmed it. */
export async function chooseTarget(
  purpose: FilePurpose,
  suggestedName: string,
  extension: string,
): Promise<string | null> {
  if (editor.getState().start?.nativeDialogs)
    return (await attempt('dialogs.save', { purpose, suggestedName }))?.path ?? null;
  const chosen = await ask({ name: 'saveFile', suggestedName, extension });
  return chosen && 'path' in chosen ? chosen.path : null;
}
