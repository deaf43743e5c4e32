import { mergeSides, openSide } from '../app/git-sides';
import type { GitConflict as Conflict } from '../store/state';
import { useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { closeDialog } from './close';
import './git-conflict.css';
import { useFocus } from './use-focus';

const SIDES = ['ours', 'theirs'] as const;

/** Git could not merge a file: to bring its sides together, or to go on with one of them. */
export function GitConflict({ conflict }: { conflict: Conflict }) {
  const t = useTexts();
  const first = useFocus<HTMLButtonElement>();
  const isWhole = conflict.ours.map !== null && conflict.theirs.map !== null;
  const answer = (act: () => Promise<void>) => () => {
    closeDialog();
    void act();
  };
  return (
    <Dialog
      title={t('gitConflict.title')}
      width={600}
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>{t('ui.cancel')}</Button>
          <Button ref={first} look="primary" disabled={!isWhole} onClick={answer(() => mergeSides(conflict))}>
            {t('gitConflict.merge')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t('gitConflict.text', { name: conflict.name })}</p>
      {isWhole && !conflict.base && <p className="dialog-text git-no-base">{t('gitConflict.noBase')}</p>}
      <ul className="git-sides" aria-label={t('gitConflict.sides')}>
        {SIDES.map((side) => (
          <Side key={side} side={side} conflict={conflict} onOpen={answer(() => openSide(conflict, side))} />
        ))}
      </ul>
    </Dialog>
  );
}

function Side({ side, conflict, onOpen }: { side: 'ours' | 'theirs'; conflict: Conflict; onOpen: () => void }) {
  const t = useTexts();
  const { name, map } = conflict[side];
  const what = t(`gitConflict.${side}`);
  return (
    <li className="git-side">
      <div className="git-about">
        <span className="section-title">{what}</span>
        <strong>{name || what}</strong>
        <p>
          {map
            ? t('gitConflict.facts', {
                title: map.title.trim() || t('files.untitled'),
                revision: map.revision,
                count: Object.keys(map.elements).length,
              })
            : t('gitConflict.unreadable')}
        </p>
      </div>
      <Button small disabled={!map} aria-label={`${t('gitConflict.open')}: ${name || what}`} onClick={onOpen}>
        {t('gitConflict.open')}
      </Button>
    </li>
  );
}
