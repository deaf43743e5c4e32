import { runCommand } from '../../app/run';
import { useEditor } from '../../store/editor';
import { isUnsaved } from '../../store/history';
import { mapNow } from '../../store/preview';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';

/** Which version this is, and whether the disk has it; shows the versions before. */
export function SavedChip() {
  const t = useTexts();
  const revision = useEditor((state) => mapNow(state).revision);
  const path = useEditor((state) => state.file?.path ?? null);
  const unsaved = useEditor(isUnsaved);
  const open = useEditor((state) => state.historyOpen);
  const text =
    path === null
      ? t('files.notSavedYet')
      : t(unsaved ? 'panels.topBar.versionUnsaved' : 'panels.topBar.versionSaved', { revision });
  return (
    <button
      type="button"
      className={unsaved && path !== null ? 'chip warning' : 'chip'}
      title={path ?? t('files.notSavedYet')}
      aria-expanded={open}
      onClick={() => runCommand('toggleHistory')}
    >
      <Icon name="history" size={12} />
      {text}
    </button>
  );
}
