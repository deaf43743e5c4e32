import { useEditor } from '../../store/editor';
import { isUnsaved } from '../../store/history';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';

/** Which version this is, and whether the disk has it. */
export function SavedChip() {
  const t = useTexts();
  const revision = useEditor((state) => state.map.revision);
  const path = useEditor((state) => state.file?.path ?? null);
  const unsaved = useEditor(isUnsaved);
  const text =
    path === null
      ? t('files.notSavedYet')
      : t(unsaved ? 'panels.topBar.versionUnsaved' : 'panels.topBar.versionSaved', { revision });
  return (
    <span className={unsaved && path !== null ? 'chip warning' : 'chip'} title={path ?? t('files.notSavedYet')}>
      <Icon name="history" size={12} />
      {text}
    </span>
  );
}
