import type { LockHolder } from '../../shared/api/calls';
import { answerInUse } from '../app/locks';
import { useEditor } from '../store/editor';
import { isUnsaved } from '../store/history';
import { useLanguage, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { relativeTime } from '../ui/when';
import './recovery.css';
import { useFocus } from './use-focus';

/** Another window has the file: whether to look only, to take it over, or to save elsewhere. */
export function InUse({ file, by, purpose }: { file: string; by: LockHolder; purpose: 'open' | 'save' | 'lost' }) {
  const t = useTexts();
  const language = useLanguage();
  const unsaved = useEditor(isUnsaved);
  const first = useFocus<HTMLButtonElement>();
  const where = by.isThisComputer
    ? t(`history.locks.where.${by.host}`)
    : t('history.locks.where.elsewhere', { computer: by.computer });
  const facts = { name: file, where, when: relativeTime(by.since, language) };
  const isLost = purpose === 'lost';
  return (
    <Dialog
      title={t(isLost ? 'history.locks.lostTitle' : 'history.locks.title')}
      width={560}
      onClose={() => answerInUse('cancel')}
      foot={
        <>
          <Button className="push" onClick={() => answerInUse('takeOver')}>
            {t(isLost ? 'history.locks.takeBack' : 'history.locks.takeOver')}
          </Button>
          {purpose === 'open' && <Button onClick={() => answerInUse('cancel')}>{t('ui.cancel')}</Button>}
          {purpose !== 'open' && <Button onClick={() => answerInUse('elsewhere')}>{t('history.locks.saveAs')}</Button>}
          <Button ref={first} look="primary" onClick={() => answerInUse('look')}>
            {t('history.locks.look')}
          </Button>
        </>
      }
    >
      <p className="dialog-text">{t(isLost ? 'history.locks.lostText' : 'history.locks.text', facts)}</p>
      {isLost && unsaved && <p className="dialog-text in-use-kept">{t('history.locks.lostUnsaved')}</p>}
    </Dialog>
  );
}
