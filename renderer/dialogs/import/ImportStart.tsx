import { type DragEvent, useState } from 'react';
import { explain } from '../../app/machine';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { closeDialog } from '../close';
import { useFocus } from '../use-focus';
import { chooseNumbers, takeNumbers } from './import-file';

/** Where the file comes from. */
export function ImportStart() {
  const t = useTexts();
  const [over, setOver] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const choose = useFocus<HTMLButtonElement>();

  const drop = async (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (!file) return;
    try {
      await takeNumbers(file);
    } catch (cause) {
      setError(explain(cause));
    }
  };
  return (
    <Dialog title={t('dialogs.import.title')} width={560} onClose={closeDialog}>
      <section
        className={over ? 'import-drop over' : 'import-drop'}
        aria-label={t('dialogs.import.dropHere')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => void drop(event)}
      >
        <Icon name="file-spreadsheet" size={30} />
        <strong>{t('dialogs.import.dropHere')}</strong>
        <p>{t('dialogs.import.what')}</p>
        <Button ref={choose} look="primary" onClick={() => void chooseNumbers(null)}>
          {t('dialogs.import.choose')}
        </Button>
      </section>
      {error && (
        <p className="dialog-note danger import-error" role="alert">
          <Icon name="circle-alert" size={15} />
          {error}
        </p>
      )}
    </Dialog>
  );
}
