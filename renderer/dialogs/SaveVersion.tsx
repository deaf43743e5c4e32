import { type FormEvent, useId, useState } from 'react';
import { VERSION_LIMITS } from '../../shared/api/validation';
import { save } from '../app/files';
import { setPreferences } from '../app/preferences';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './close';
import { useFocus } from './use-focus';

/** Saves the map as a version that stays for ever. Who saves is asked once, where nobody has said it yet. */
export function SaveVersion() {
  const t = useTexts();
  const id = useId();
  const known = useEditor((state) => state.preferences.userName);
  const [asksAuthor] = useState(known.trim() === '');
  const [label, setLabel] = useState('');
  const [note, setNote] = useState('');
  const [author, setAuthor] = useState('');
  const first = useFocus<HTMLInputElement>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asksAuthor && author.trim()) setPreferences(() => ({ userName: author.trim() }));
    closeDialog();
    void save({ label: label.trim(), note: note.trim() });
  };
  return (
    <Dialog
      title={t('history.versions.saveTitle')}
      width={480}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={id}>
            {t('history.versions.saveButton')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit}>
        <p className="dialog-text">{t('history.versions.saveText')}</p>
        <label className="label spaced" htmlFor={`${id}-label`}>
          {t('history.versions.label')}
        </label>
        <input
          id={`${id}-label`}
          ref={first}
          className="input"
          maxLength={VERSION_LIMITS.label}
          value={label}
          placeholder={t('history.versions.labelExample')}
          onChange={(event) => setLabel(event.target.value)}
        />
        <label className="label spaced" htmlFor={`${id}-note`}>
          {t('history.versions.note')}
        </label>
        <textarea
          id={`${id}-note`}
          className="input"
          rows={3}
          maxLength={VERSION_LIMITS.note}
          value={note}
          placeholder={t('history.versions.noteExample')}
          onChange={(event) => setNote(event.target.value)}
        />
        {asksAuthor && (
          <>
            <label className="label spaced" htmlFor={`${id}-author`}>
              {t('history.versions.author')}
            </label>
            <input
              id={`${id}-author`}
              className="input"
              autoComplete="name"
              maxLength={VERSION_LIMITS.author}
              aria-describedby={`${id}-hint`}
              value={author}
              onChange={(event) => setAuthor(event.target.value)}
            />
            <p id={`${id}-hint`} className="label spaced">
              {t('history.versions.authorHint')}
            </p>
          </>
        )}
      </form>
    </Dialog>
  );
}
