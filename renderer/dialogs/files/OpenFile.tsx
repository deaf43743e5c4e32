import { useEffect, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { LIMITS } from '../../../shared/document/limits';
import { DATA_EXTENSIONS } from '../../../shared/metrics/dataset';
import { answerFileDialog } from '../../app/file-dialogs';
import { explain } from '../../app/machine';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Icon } from '../../ui/Icon';
import './files.css';
import { FolderList } from './FolderList';
import { FolderPath } from './FolderPath';
import { formatMoment } from './format-entry';
import { useFolder } from './use-folder';

type Purpose = 'map' | 'data' | 'picture';

const ACCEPTED: Record<Purpose, string> = {
  map: '.json,application/json',
  data: DATA_EXTENSIONS.map((extension) => `.${extension}`).join(','),
  picture: 'image/png,image/jpeg,image/webp',
};
const MOST_RECENTS = 4;
const cancel = () => answerFileDialog(null);

/** The editor's own dialog for choosing a file, where the host has none. */
export function OpenFile({ purpose }: { purpose: Purpose }) {
  const t = useTexts();
  const { folder, error, setError, go } = useFolder();
  const [marked, setMarked] = useState<FolderEntry | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const isListed = folder !== null;

  useEffect(() => {
    if (isListed) list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }, [isListed]);

  const enter = (path: string) => {
    setMarked(null);
    void go(path);
  };
  const open = (entry: FolderEntry) => {
    if (entry.type === 'folder') enter(entry.path);
    else answerFileDialog({ path: entry.path });
  };
  return (
    <Dialog
      title={t(`dialogs.files.open.${purpose}`)}
      width={680}
      onClose={cancel}
      foot={
        <>
          <Upload purpose={purpose} onError={setError} />
          <Button onClick={cancel}>{t('ui.cancel')}</Button>
          <Button look="primary" disabled={!marked} onClick={() => marked && open(marked)}>
            {t('dialogs.files.openButton')}
          </Button>
        </>
      }
    >
      {purpose === 'map' && <Recents />}
      <div ref={list} className="folder-view">
        <FolderPath folder={folder} onGo={enter} />
        {error && (
          <p className="dialog-note danger" role="alert">
            <Icon name="circle-alert" size={15} />
            {error}
          </p>
        )}
        <FolderList
          label={folder?.name ?? ''}
          entries={folder?.entries ?? []}
          fits={(entry) => entry.type === purpose}
          marked={marked?.path ?? null}
          onMark={setMarked}
          onOpen={open}
          onUp={() => folder?.parent && enter(folder.parent)}
        />
      </div>
    </Dialog>
  );
}

function Recents() {
  const t = useTexts();
  const language = useLanguage();
  const recents = useEditor((state) => state.recents);
  if (recents.length === 0) return null;
  return (
    <section className="recents" aria-label={t('dialogs.files.recents')}>
      <h3 className="section-title">{t('dialogs.files.recents')}</h3>
      <div className="recent-maps">
        {recents.slice(0, MOST_RECENTS).map(({ path, name, title, openedAt }) => (
          <button
            type="button"
            key={path}
            className="recent-map"
            title={path}
            onClick={() => answerFileDialog({ path })}
          >
            <Icon name="history" size={15} />
            <span className="recent-title">{title || name}</span>
            <span className="recent-facts">
              {name} · {formatMoment(openedAt, language)}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** Takes a file that the browser can reach and the granted folders don't hold. */
function Upload({ purpose, onError }: { purpose: Purpose; onError: (error: string) => void }) {
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      if (file.size > LIMITS.fileBytes)
        throw new FaultError({ code: 'too-large', path: file.name, detail: String(LIMITS.fileBytes / 1024 / 1024) });
      const bytes = new Uint8Array(await file.arrayBuffer());
      // Closed meanwhile: what is asked now is something else.
      if (input.current) answerFileDialog({ name: file.name, bytes });
    } catch (error) {
      onError(explain(error));
    }
  };
  return (
    <div className="push">
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('dialogs.files.upload')}
        accept={ACCEPTED[purpose]}
        onChange={(event) => void take(event.target.files?.[0])}
      />
      <Button icon="upload" onClick={() => input.current?.click()}>
        {t('dialogs.files.upload')}
      </Button>
    </div>
  );
}
