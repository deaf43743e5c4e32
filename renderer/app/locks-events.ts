import type { Events } from '../../shared/api/calls';
import type { Host } from '../host/host';
import { editor } from '../store/editor';
import { isUnsaved, NOT_ON_DISK } from '../store/history';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { writeDraft } from './drafts';
import { saveAs, showFile, takeBack } from './files';
import { askInUse } from './locks';

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

function changedOutside({ path, hash }: Events['map.changedOutside']): void {
  const file = fileAt(path);
  // A write under way finds it out by itself, or goes elsewhere: then nothing is left to decide.
  if (!file || file.hash === hash || editor.getState().saving) return;
  const decide = () => editor.setState({ dialog: { name: 'changedOutside' } });
  const state = editor.getState();
  const t = texts();
  const name = { name: file.name };
  // Whoever only looks has nothing of his own to decide about.
  const hasOwn = () => isUnsaved(editor.getState()) && editor.getState().writer === null;
  if (!hasOwn()) {
    const show = () => {
      if (fileAt(path)?.hash === hash) return;
      if (hasOwn()) decide();
      else void showFile(path, editor.getState().writer);
    };
    if (!isUnsaved(state))
      tell('info', t('history.locks.changed', name), { label: t('history.locks.show'), run: show });
  } else if (state.dialog) {
    tell('info', t('history.locks.changed', name), { label: t('history.locks.resolve'), run: decide });
  } else {
    decide();
  }
}

function gone({ path }: Events['map.gone']): void {
  const file = fileAt(path);
  if (!file) return;
  editor.setState({ savedStep: NOT_ON_DISK });
  const t = texts();
  tell('danger', t('history.locks.gone', { name: file.name }), {
    label: t('files.saveElsewhere'),
    run: () => void saveAs(),
  });
}
