import type { Events } from '../../shared/api/calls';
import type { Host } from '../host/host';
import { editor } from '../store/editor';
import { isUnsaved, NOT_ON_DISK } from '../store/history';
import type { EditorState, OpenFile } from '../store/state';
import { texts } from '../store/texts';
import { dismiss, tell } from '../store/toasts';
import { writeDraft } from './drafts';
import { saveAs, showFile, takeBack } from './files';
import { askInUse } from './locks';
import { call } from './machine';

/** What happens to the open file without this window's doing. */

const fileAt = (path: string) => {
  const { file } = editor.getState();
  return file?.path === path ? file : null;
};

/** Hears of what others do to the file that is open. */
export function listenForOthers(host: Host): void {
  host.on('map.takenOver', (event) => void takenOver(event));
  host.on('map.changedOutside', changedOutside);
  host.on('map.gone', gone);
}

async function takenOver({ path, by }: Events['map.takenOver']): Promise<void> {
  const file = fileAt(path);
  if (!file) return;
  editor.setState(({ preview }) => ({
    writer: by,
    readOnly: true,
    editing: null,
    gesture: null,
    ...(preview && { preview: { ...preview, readOnly: true } }),
  }));
  // Whatever is not saved here must outlive this window, now that it can't go into the file.
  if (isUnsaved(editor.getState())) await writeDraft();
  const ask = async () => {
    const choice = await askInUse({ file: file.name, by, purpose: 'lost' });
    if (choice === 'takeOver') await takeBack();
    else if (choice === 'elsewhere') await saveAs();
  };
  // A question that is open already goes first; what the new writer has changed since is part of this one.
  const { dialog } = editor.getState();
  if (!dialog || dialog.name === 'changedOutside') return ask();
  const t = texts();
  tell('danger', t('history.locks.lostTitle'), { label: t('history.locks.resolve'), run: () => void ask() });
}

/** The note about the file's latest change. */
let note: number | null = null;
/** A change was heard of while this window was writing. */
let heardWhileSaving = false;

function changedOutside({ path, hash }: Events['map.changedOutside']): void {
  const file = fileAt(path);
  if (!file) return;
  if (note !== null) dismiss(note);
  note = null;
  if (file.hash === hash) return;
  if (editor.getState().saving) lookAfterSaving();
  else tellChange(file, hash);
}

function tellChange({ path, name }: OpenFile, hash: string): void {
  const decide = () => editor.setState({ dialog: { name: 'changedOutside' } });
  const state = editor.getState();
  // Whoever only looks has nothing of his own to decide about.
  const hasOwn = () => isUnsaved(editor.getState()) && editor.getState().writer === null;
  const say = (label: string, run: () => void) => {
    const isTrue = ({ file: now }: EditorState) => now?.path === path && now.hash !== hash;
    note = tell('info', texts()('history.locks.changed', { name }), { label, run }, isTrue);
  };
  if (!hasOwn()) {
    const show = () => {
      if (fileAt(path)?.hash === hash) return;
      if (hasOwn()) decide();
      else void showFile(path, editor.getState().writer);
    };
    if (!isUnsaved(state)) say(texts()('history.locks.show'), show);
  } else if (state.dialog) say(texts()('history.locks.resolve'), decide);
  else decide();
}

/**
 * A write under way finds out by itself what others wrote before it, and asks, or goes over it as it was told to. What
 * they wrote after it is told once it has ended: the machine looks again.
 */
function lookAfterSaving(): void {
  if (heardWhileSaving) return;
  heardWhileSaving = true;
  const stop = editor.subscribe(({ saving, file, dialog }) => {
    if (saving) return;
    stop();
    heardWhileSaving = false;
    if (!file || dialog?.name === 'changedOutside') return;
    void call('maps.watch', { path: file.path, hash: file.hash }).catch(() => null);
  });
}

function gone({ path }: Events['map.gone']): void {
  const file = fileAt(path);
  if (!file) return;
  if (note !== null) dismiss(note);
  editor.setState({ savedStep: NOT_ON_DISK });
  const t = texts();
  note = tell(
    'danger',
    t('history.locks.gone', { name: file.name }),
    { label: t('files.saveElsewhere'), run: () => void saveAs() },
    ({ file: now, savedStep }) => now?.path === path && savedStep === NOT_ON_DISK,
  );
}
