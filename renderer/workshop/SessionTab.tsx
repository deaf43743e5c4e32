import { useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addSession, deleteSession, setSession } from '../../shared/commands/workshop';
import { byOrder } from '../../shared/document/create';
import type { Session } from '../../shared/document/schema';
import { formatDay } from '../../shared/language/format';
import { AGENDA_LENGTHS, AGENDAS, type AgendaLength } from '../../shared/workshop/agendas';
import { lastSession } from '../../shared/workshop/since';
import { Section } from '../panels/common/Section';
import { useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { texts, useLanguage, useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { Segmented } from '../ui/Segmented';
import { today } from '../ui/today';
import { Agenda } from './Agenda';
import { Members } from './Members';
import { closeSession, openSession, saveRecord, sessionAtHand } from './meeting';
import { QuickCapture } from './QuickCapture';
import { Since } from './Since';
import { Votes } from './Votes';

/** The session at hand; without one, those that there were, and the way to the next. */
export function SessionTab() {
  const session = useEditor(sessionAtHand);
  return session ? <Running session={session} /> : <Start />;
}

function Start() {
  const t = useTexts();
  const language = useLanguage();
  const sessions = useEditor(useShallow((state) => byOrder(Object.values(state.map.sessions)).reverse()));
  const last = useEditor((state) => lastSession(state.map));
  const readOnly = useEditor((state) => state.readOnly);
  const [length, setLength] = useState<`${AgendaLength}`>('45');
  const minutes = Number(length) as AgendaLength;
  const begin = () => {
    const members = last?.members ?? [];
    const title = texts()('workshop.session.title', { number: sessions.length + 1 });
    const id = change(texts()('workshop.steps.session'), (draft) =>
      addSession(draft, { title, date: today(), agenda: AGENDAS[minutes], members }),
    );
    if (id) openSession(id);
  };
  return (
    <>
      <Section title={t('workshop.session.new')}>
        <div className="workshop-stack">
          <Segmented
            label={t('workshop.session.length')}
            value={length}
            options={AGENDA_LENGTHS.map((value) => ({
              value: `${value}` as const,
              text: t('workshop.session.minutes', { count: value }),
            }))}
            onChange={setLength}
          />
          <ol className="workshop-preview">
            {AGENDAS[minutes].map(({ about, minutes: each }) => (
              <li key={about}>
                <span>{t(`workshop.topics.${about}`)}</span>
                <small>{t('workshop.session.minutes', { count: each })}</small>
              </li>
            ))}
          </ol>
          <Button look="primary" icon="play" disabled={readOnly} onClick={begin}>
            {t('workshop.session.begin')}
          </Button>
        </div>
      </Section>
      {last && <Since session={last} />}
      <QuickCapture session={null} />
      {sessions.length > 0 && (
        <Section title={t('workshop.session.earlier')}>
          <ul className="workshop-list flush">
            {sessions.map((session) => (
              <li key={session.id} className="workshop-row">
                <button type="button" className="workshop-earlier" onClick={() => openSession(session.id)}>
                  <b>{session.title || t('workshop.session.untitled')}</b>
                  <small>{formatDay(session.date, language)}</small>
                </button>
                <IconButton
                  icon="download"
                  small
                  label={t('workshop.session.recordOf', { title: session.title })}
                  onClick={() => void saveRecord(session)}
                />
                <IconButton
                  icon="trash-2"
                  small
                  disabled={readOnly}
                  label={t('workshop.session.delete', { title: session.title })}
                  onClick={() => change(texts()('workshop.steps.session'), (draft) => deleteSession(draft, session.id))}
                />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Running({ session }: { session: Session }) {
  const t = useTexts();
  const readOnly = useEditor((state) => state.readOnly);
  const { id } = session;
  const type = (values: Partial<Session>, field: string) =>
    change(texts()('workshop.steps.session'), (draft) => setSession(draft, id, values), {
      merge: `field:session.${field}:${id}`,
    });
  return (
    <>
      <div className="workshop-tools">
        <input
          className="input bare workshop-title"
          aria-label={t('workshop.session.name')}
          placeholder={t('workshop.session.untitled')}
          value={session.title}
          disabled={readOnly}
          onChange={(event) => type({ title: event.target.value }, 'title')}
          onBlur={endMerge}
        />
        <input
          className="input bare"
          type="date"
          aria-label={t('workshop.session.date')}
          value={session.date}
          disabled={readOnly}
          onChange={(event) => event.target.value && type({ date: event.target.value }, 'date')}
          onBlur={endMerge}
        />
      </div>
      <QuickCapture session={session} />
      <Members session={session} readOnly={readOnly} />
      <Votes session={session} readOnly={readOnly} />
      <Agenda session={session} readOnly={readOnly} />
      <div className="workshop-tools">
        <Button small icon="download" onClick={() => void saveRecord(session)}>
          {t('workshop.session.record')}
        </Button>
        <Button small onClick={closeSession}>
          {t('workshop.session.close')}
        </Button>
      </div>
    </>
  );
}
