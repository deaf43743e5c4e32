import { type FormEvent, useState } from 'react';
import type { FolderEntry } from '../../../shared/api/calls';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { useFocus } from '../use-focus';
import { nameProblem } from './file-names';

/** A button that becomes a field for the name of a new folder. */
export function NewFolder({
  taken,
  onCreate,
}: {
  taken: readonly FolderEntry[];
  onCreate: (name: string) => Promise<boolean>;
}) {
  const t = useTexts();
  const [naming, setNaming] = useState(false);
  if (!naming) {
    return (
      <Button small icon="folder-plus" onClick={() => setNaming(true)}>
        {t('dialogs.files.newFolder')}
      </Button>
    );
  }
  const create = async (name: string) => {
    if (await onCreate(name)) setNaming(false);
  };
  return <FolderNameForm taken={taken} onCreate={(name) => void create(name)} onCancel={() => setNaming(false)} />;
}

function FolderNameForm({
  taken,
  onCreate,
  onCancel,
}: {
  taken: readonly FolderEntry[];
  onCreate: (name: string) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const [name, setName] = useState('');
  const field = useFocus<HTMLInputElement>();
  const isTaken = taken.some((entry) => entry.name.toLowerCase() === name.trim().toLowerCase());
  const unusable = nameProblem(name.trim()) !== null || isTaken;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!unusable) onCreate(name.trim());
  };
  return (
    <form className="new-folder" onSubmit={submit}>
      <input
        ref={field}
        className="input"
        aria-label={t('dialogs.files.folderName')}
        placeholder={t('dialogs.files.folderName')}
        value={name}
        aria-invalid={name !== '' && unusable}
        onChange={(event) => setName(event.target.value)}
      />
      <Button small type="submit" disabled={unusable}>
        {t('dialogs.files.createFolder')}
      </Button>
      <IconButton small icon="x" label={t('ui.cancel')} onClick={onCancel} />
    </form>
  );
}
