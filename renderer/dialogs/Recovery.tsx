import { useState } from 'react';
import type { Draft, DraftList } from '../../shared/api/calls';
import { compareDraft } from '../app/comparing';
import { discardDraft, openDraft, openSavedInstead } from '../app/recovery';
import { editor } from '../store/editor';
import type { DialogName } from '../store/state';
import { useLanguage, useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Icon } from '../ui/Icon';
import { exactTime, relativeTime } from '../ui/when';
import { closeDialog } from './close';
import './recovery.css';

/** What was unsaved when Periplo ended: to open, to leave for later, or to do without. */
export function Recovery({ lost, next }: { lost: DraftList; next: DialogName | null }) {
  const t = useTexts();
  const [gone, setGone] = useState<readonly string[]>([]);
  const drafts = lost.drafts.filter(({ id }) => !gone.includes(id));
  const damaged = lost.damaged.filter(({ id }) => !gone.includes(id));
  const leave = () => editor.setState({ dialog: next });
  const discard = async (id: string) => {
    if (!(await discardDraft(id))) return;
    setGone([...gone, id]);
    // By then the user may be somewhere else.
    if (drafts.length + damaged.length === 1 && editor.getState().dialog?.name === 'recovery') leave();
  };
  return (
    <Dialog
      title={t('history.recovery.title', { count: Math.max(1, drafts.length + damaged.length) })}
      width={620}
      onClose={leave}
      foot={<Button onClick={leave}>{t('history.recovery.later')}</Button>}
    >
      <p className="dialog-text">{t('history.recovery.text')}</p>
      <ul className="recovery-list">
        {drafts.map((draft) => (
          <LostMap key={draft.id} draft={draft} next={next} onDiscard={() => discard(draft.id)} />
        ))}
        {damaged.map(({ id, savedAt }) => (
          <DamagedDraft key={id} savedAt={savedAt} onDiscard={() => discard(id)} />
        ))}
      </ul>
    </Dialog>
  );
}

function LostMap({ draft, next, onDiscard }: { draft: Draft; next: DialogName | null; onDiscard: () => void }) {
  const t = useTexts();
  const open = (act: (draft: Draft) => Promise<boolean>) => () => {
    closeDialog();
    void act(draft).then((opened) => {
      if (!opened && next && !editor.getState().dialog) editor.setState({ dialog: next });
    });
  };
  const isThere = draft.file === 'unchanged' || draft.file === 'changed';
  return (
    <li className="recovery-map">
      <div className="recovery-about">
        <strong>{draft.title.trim() || t('files.untitled')}</strong>
        <p>
          {draft.name && <span title={draft.path ?? ''}>{draft.name} · </span>}
          <When time={draft.savedAt} />
        </p>
        <p className={draft.file === 'changed' ? 'recovery-warning' : ''}>
          {draft.file === 'changed' && <Icon name="triangle-alert" size={13} />}
          {t(`history.recovery.file.${draft.file}`)}
        </p>
      </div>
      <div className="recovery-actions">
        <Button look="primary" small onClick={open(openDraft)}>
          {t('history.recovery.open')}
        </Button>
        {isThere && (
          <Button small onClick={open(compareDraft)}>
            {t('compare.compareLost')}
          </Button>
        )}
        {isThere && (
          <Button small onClick={open(openSavedInstead)}>
            {t('history.recovery.openSaved')}
          </Button>
        )}
        <Discard onDiscard={onDiscard} />
      </div>
    </li>
  );
}

function DamagedDraft({ savedAt, onDiscard }: { savedAt: string; onDiscard: () => void }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <li className="recovery-map">
      <p className="recovery-about recovery-warning" title={exactTime(savedAt, language)}>
        <Icon name="triangle-alert" size={13} />
        {t('history.recovery.damaged', { when: relativeTime(savedAt, language) })}
      </p>
      <div className="recovery-actions">
        <Discard onDiscard={onDiscard} />
      </div>
    </li>
  );
}

function When({ time }: { time: string }) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <time dateTime={time} title={exactTime(time, language)}>
      {t('history.recovery.kept', { when: relativeTime(time, language) })}
    </time>
  );
}

/** Two clicks: what goes here is nowhere else. */
function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useTexts();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return <IconButton icon="trash-2" label={t('history.recovery.discard')} small onClick={() => setAsked(true)} />;
  }
  return (
    <Button look="danger" small onClick={onDiscard} onBlur={() => setAsked(false)}>
      {t('history.recovery.discardSurely')}
    </Button>
  );
}
