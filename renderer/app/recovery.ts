import type { Draft, DraftList, LockHolder } from '../../shared/api/calls';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { editor } from '../store/editor';
import { NOT_ON_DISK, showMap } from '../store/history';
import type { DialogName, OpenFile } from '../store/state';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { canvas } from './canvas-port';
import { adoptDraft } from './drafts';
import { openPath, settleUnsaved, understand } from './files';
import { holdToOpen, release } from './locks';
import { attempt, call, explain } from './machine';

/** What was unsaved when a window ended without a word is offered again. Nothing of it goes by itself. */

/** What was lost; null: nothing. */
export async function lostWork(): Promise<DraftList | null> {
  const lost = await call('drafts.list', {}).catch(() => null);
  return lost && lost.drafts.length + lost.damaged.length > 0 ? lost : null;
}

/** Offers what was lost. `next`: the dialog that follows where nothing is opened. */
export async function offerRecovery(next: DialogName | null = null): Promise<void> {
  const lost = await lostWork();
  if (lost) editor.setState({ dialog: { name: 'recovery', lost, next } });
  else tell('info', texts()('history.recovery.nothing'));
}

/** Opens what was lost, as unsaved changes of its file where that is still there. False: it did not open. */
export async function openDraft({ id }: Draft): Promise<boolean> {
  if (!(await settleUnsaved())) return false;
  const read = await attempt('drafts.read', { id });
  const map = read && understand(read.text, read.draft.name);
  if (!map) return false;
  const place = await placeOf(read.draft);
  if (!place) return false;
  // A draft holds what a save would have written: the map itself is one revision behind.
  const revision = Math.max(0, map.map.revision - 1);
  showMap(
    { ...map.map, revision },
    { ...place, readOnly: map.readOnly || place.writer !== null, savedStep: NOT_ON_DISK, keptStep: NOT_ON_DISK },
  );
  canvas().fitStart();
  const t = texts();
  if (read.draft.file === 'changed') tell('info', t('history.recovery.changedSince'));
  else tell('good', t('history.recovery.opened'));
  await adoptDraft(id);
  return true;
}

interface Place {
  file: OpenFile | null;
  /** What the file held when it was edited, where it still does. */
  base: JourneyMap | null;
  writer: LockHolder | null;
}

/** The file that a draft belongs to, as it was when it was edited: a save finds out whether it still is. */
async function placeOf({ path, baseHash, file }: Draft): Promise<Place | null> {
  if (path === null || (file !== 'unchanged' && file !== 'changed')) return { file: null, base: null, writer: null };
  const held = await holdToOpen(path);
  if (!held) return null;
  const now = await attempt('maps.read', { path });
  if (!now) {
    if (!held.writer) release(path);
    return { file: null, base: null, writer: null };
  }
  const { text, ...openFile } = now;
  const hash = baseHash ?? openFile.hash;
  const read = hash === openFile.hash ? readMap(text) : null;
  return {
    file: { ...openFile, hash },
    base: read?.status === 'ok' ? read.map : null,
    writer: held.writer,
  };
}

/** Opens the file of a draft as it was saved last. The draft stays. */
export async function openSavedInstead({ path }: Draft): Promise<boolean> {
  return path !== null && (await settleUnsaved()) && openPath(path);
}

/** The user does without what was lost. False: it is still there, and the user was told why. */
export async function discardDraft(id: string): Promise<boolean> {
  try {
    await call('drafts.remove', { id });
    return true;
  } catch (error) {
    tell('danger', explain(error));
    return false;
  }
}
