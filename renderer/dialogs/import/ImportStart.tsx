import { type ClipboardEvent, type DragEvent, useState } from 'react';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { closeDialog } from '../close';
import { useFocus } from '../use-focus';
import { chooseNumbers, showNumbers, takeNumbers } from './import-file';

/** Where the numbers come from: a file that is chosen or dropped, or cells pasted from a spreadsheet. */
export function ImportStart({ source }: { source: string | null }) {
  const t = useTexts();
  const [over, setOver] = useState(false);
  const [pasted, setPasted] = useState('');
  const choose = useFocus<HTMLButtonElement>();
  const moved = useEditor((state) => (source ? state.map.sources[source]?.name : undefined));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void takeNumbers(file, source);
  };
  const take = (text: string) =>
    showNumbers({ name: t('importer.pastedName'), bytes: new TextEncoder().encode(text) }, source);
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n;,]/.test(text.trim())) return;
    event.preventDefault();
    take(text);
  };
  return (
    <Dialog title={t(moved ? 'importer.refreshTitle' : 'dialogs.import.title')} width={600} onClose={closeDialog}>
      {moved && (
        <p className="dialog-note">
          <Icon name="info" size={15} />
          {t('importer.moved', { name: moved })}
        </p>
      )}
      <section
        className={over ? 'import-drop over' : 'import-drop'}
        aria-label={t('importer.dropHere')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="file-spreadsheet" size={30} />
        <strong>{t('importer.dropHere')}</strong>
        <p>{t('importer.what')}</p>
        <Button ref={choose} look="primary" onClick={() => void chooseNumbers(null, source)}>
          {t('dialogs.import.choose')}
        </Button>
      </section>
      <label className="label" htmlFor="import-paste">
        {t('importer.paste')}
      </label>
      <textarea
        id="import-paste"
        className="input import-paste"
        rows={3}
        placeholder={t('importer.pasteHint')}
        value={pasted}
        onPaste={paste}
        onChange={(event) => setPasted(event.target.value)}
      />
      {pasted.trim() !== '' && (
        <Button small onClick={() => take(pasted)}>
          {t('importer.takePasted')}
        </Button>
      )}
    </Dialog>
  );
}
