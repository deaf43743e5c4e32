import { useState } from 'react';
import { answerUnsaved, save } from '../app/files';
import { editor, useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { useFocus } from './use-focus';

/** Asks what becomes of changes before the map gives way to another. */
export function Unsaved() {
  const t = useTexts();
  const title = useEditor((state) => state.map.title);
  const [saving, setSaving] = useState(false);
  const first = useFocus<HTMLButtonElement>();

  const saveFirst = async () => {
    setSaving(true);
    const saved = await save();
    // Saving may have asked something itself: that question stays open.
    const { dialog } = editor.getState();
    answerUnsaved(saved);
    if (!saved && dialog?.name !== 'unsaved') editor.setState({ dialog });
  };

  return (
    <Dialog
      title={t('dialogs.unsaved.title')}
      width={460}
      onClose={() => answerUnsaved(false)}
      foot={
        <>
          <Button className="push" look="danger" disabled={saving} onClick={() => answerUnsaved(true)}>
            {t('dialogs.unsaved.discard')}
          </Button>
          <Button disabled={saving} onClick={() => answerUnsaved(false)}>
            {t('ui.cancel')}
          </Button>
          <Button ref={first} look="primary" disabled={saving} onClick={() => void saveFirst()}>
            {saving ? t('files.saving') : t('dialogs.unsaved.save')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('dialogs.unsaved.text', { title: title.trim() || t('files.untitled') })}</p>
    </Dialog>
  );
}
