import { overwrite, saveAs } from '../app/files';
import { mergeChangedOutside } from '../app/merging';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './close';
import { useFocus } from './use-focus';

/** Somebody else has changed the file since it was opened: nothing of theirs is lost without a word. */
export function ChangedOutside() {
  const t = useTexts();
  const name = useEditor((state) => state.file?.name ?? '');
  const first = useFocus<HTMLButtonElement>();
  const answer = (act: () => Promise<boolean>) => () => {
    closeDialog();
    void act();
  };
  return (
    <Dialog
      title={t('dialogs.changedOutside.title')}
      width={600}
      onClose={closeDialog}
      foot={
        <>
          <Button className="push" look="danger" onClick={answer(overwrite)}>
            {t('dialogs.changedOutside.overwrite')}
          </Button>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button onClick={answer(saveAs)}>{t('dialogs.changedOutside.saveAs')}</Button>
          <Button ref={first} look="primary" onClick={answer(mergeChangedOutside)}>
            {t('dialogs.changedOutside.merge')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('dialogs.changedOutside.text', { name })}</p>
    </Dialog>
  );
}
