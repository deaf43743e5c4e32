import type { IconName } from '../../../shared/figures/icons';
import type { TextKey } from '../../../shared/language/translator';
import { useEditor } from '../../store/editor';
import { isUnsaved } from '../../store/history';
import type { EditorState } from '../../store/state';
import { useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';

type Saved = 'saving' | 'unsaved' | 'saved' | 'nowhere';

const LOOKS: Record<Saved, { icon: IconName; text: TextKey }> = {
  saving: { icon: 'save', text: 'files.saving' },
  unsaved: { icon: 'pencil', text: 'files.unsaved' },
  saved: { icon: 'circle-check', text: 'files.saved' },
  nowhere: { icon: 'circle-dot', text: 'files.notSavedYet' },
};

const savedOf = (state: EditorState): Saved =>
  state.saving ? 'saving' : isUnsaved(state) ? 'unsaved' : state.file ? 'saved' : 'nowhere';

export function SavedState() {
  const t = useTexts();
  const saved = useEditor(savedOf);
  const { icon, text } = LOOKS[saved];
  return (
    <span className={`status-saved ${saved}`} role="status">
      <Icon name={icon} size={15} />
      <span>{t(text)}</span>
    </span>
  );
}
