import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/api/calls';
import { encodeUtf8 } from '../../../shared/document/runtime';
import { writeMap } from '../../../shared/document/write';
import { answerFileDialog } from '../../app/file-dialogs';
import { MAP_EXTENSION } from '../../app/files';
import { editor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import { download } from '../download';
import { useFocus } from '../use-focus';
import { nameProblem, pathIn, withoutExtension } from './file-names';
import './files.css';
import { FolderList } from './FolderList';
import { FolderPath } from './FolderPath';
import { NewFolder } from './NewFolder';
import { useFolder } from './use-folder';

const cancel = () => answerFileDialog(null);

/** The editor's own dialog for choosing where a file is written, where the host has none. */
export function SaveFile({ suggestedName, extension }: { suggestedName: string; extension: string }) {
  const t = useTexts();
  const id = useId();
  const { folder, error, go, create } = useFolder();
  const [name, setName] = useState(() => withoutExtension(suggestedName, extension));
  const [marked, setMarked] = useState<FolderEntry | null>(null);
  /** The full name whose overwriting was asked about. */
  const [asked, setAsked] = useState<string | null>(null);
  /** Enter was pressed before the folder was there. */
  const [hasty, setHasty] = useState(false);
  const field = useFocus<HTMLInputElement>();
  const form = useRef<HTMLFormElement>(null);

  const fullName = `${withoutExtension(name.trim(), extension)}${extension}`;
  const problem = nameProblem(name.trim() && fullName);
  // Disks of Windows and macOS take names that differ by case for one.
  const existing = folder?.entries.find((entry) => entry.name.toLowerCase() === fullName.toLowerCase());
  const asks = existing !== undefined && asked === fullName;

  const enter = (path: string) => {
    setMarked(null);
    setAsked(null);
    void go(path);
  };
  const createFolder = async (folderName: string) => {
    const created = await create(folderName);
    // Its own field goes; the name of the file is what is left to say.
    if (created) form.current?.querySelector('input')?.focus();
    return created;
  };
  const save = () => {
    if (problem) return;
    setHasty(!folder);
    if (!folder) return;
    if (existing && !asks) setAsked(fullName);
    else answerFileDialog({ path: existing?.path ?? pathIn(folder.path, fullName) });
  };
  useEffect(() => {
    if (folder && hasty) save();
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const open = (entry: FolderEntry) => {
    if (entry.type === 'folder') enter(entry.path);
    else setAsked(`${withoutExtension(entry.name, extension)}${extension}`);
  };
  const mark = (entry: FolderEntry) => {
    setMarked(entry);
    if (entry.type !== 'folder') setName(withoutExtension(entry.name, extension));
  };

  return (
    <Dialog
      title={t('dialogs.files.save')}
      width={680}
      onClose={cancel}
      foot={
        <>
          <div className="push">
            {extension === MAP_EXTENSION && (
              <button
                type="button"
                className="link-button"
                disabled={problem !== null}
                onClick={() => downloadMap(fullName)}
              >
                {t('dialogs.files.downloadInstead')}
              </button>
            )}
          </div>
          <Button onClick={cancel}>{t('ui.cancel')}</Button>
          <Button look="primary" type="submit" form={id} disabled={problem !== null}>
            {asks ? t('dialogs.files.replace') : t('dialogs.files.saveButton')}
          </Button>
        </>
      }
    >
      <form ref={form} id={id} onSubmit={submit}>
        <label className="label" htmlFor={`${id}-name`}>
          {t('dialogs.files.name')}
        </label>
        <div className="save-name">
          <input
            id={`${id}-name`}
            ref={field}
            className="input"
            value={name}
            autoComplete="off"
            spellCheck={false}
            aria-invalid={problem !== null}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setName(event.target.value)}
          />
          <span>{extension}</span>
        </div>
        <div id={`${id}-problem`} className="save-problem" role="status">
          {problem && problem !== 'empty' && (
            <p className="dialog-note danger">{t(`dialogs.files.problems.${problem}`)}</p>
          )}
          {asks && <p className="dialog-note warning">{t('dialogs.files.exists', { name: existing.name })}</p>}
        </div>
      </form>
      <div className="folder-view">
        <div className="folder-bar">
          <FolderPath folder={folder} onGo={enter} />
          <NewFolder taken={folder?.entries ?? []} onCreate={createFolder} />
        </div>
        {error && (
          <p className="dialog-note danger" role="alert">
            <Icon name="circle-alert" size={15} />
            {error}
          </p>
        )}
        <FolderList
          label={folder?.name ?? ''}
          entries={folder?.entries ?? []}
          fits={(entry) => entry.name.toLowerCase().endsWith(extension)}
          marked={marked?.path ?? null}
          onMark={mark}
          onOpen={open}
          onUp={() => folder?.parent && enter(folder.parent)}
        />
      </div>
    </Dialog>
  );
}

/** A copy for another place; the map in the window stays as unsaved as it was. */
function downloadMap(name: string): void {
  download(name, encodeUtf8(writeMap(editor.getState().map)), 'application/json');
  cancel();
}
