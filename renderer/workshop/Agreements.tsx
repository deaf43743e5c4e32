import { type FormEvent, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { addAction, deleteAction, setAction } from '../../shared/commands/workshop';
import type { Action } from '../../shared/document/schema';
import { actionsOf } from '../../shared/workshop/record';
import { Section } from '../panels/common/Section';
import { showOnMap } from '../panels/common/show-element';
import { editor, useEditor } from '../store/editor';
import { change, endMerge } from '../store/history';
import { selectedElements } from '../store/selection';
import { texts, useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { sessionAtHand } from './meeting';

const TYPES = ['decision', 'action', 'parked'] as const;

/** What the team settled, in all its sessions: decisions, things to do, and what waits for another day. */
export function Agreements() {
  return TYPES.map((type) => <List key={type} type={type} />);
}

function List({ type }: { type: Action['type'] }) {
  const t = useTexts();
  const actions = useEditor(useShallow((state) => actionsOf(state.map, type)));
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <Section title={t(`workshop.agreements.${type}`)}>
      <ul className="workshop-list flush">
        {actions.map((action) => (
          <Agreement key={action.id} action={action} readOnly={readOnly} />
        ))}
      </ul>
      {!readOnly && <Add type={type} />}
    </Section>
  );
}

/** What is added is of the session at hand, and about the card that is selected. */
function Add({ type }: { type: Action['type'] }) {
  const t = useTexts();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    const state = editor.getState();
    const element = selectedElements(state)[0]?.id ?? null;
    const session = sessionAtHand(state)?.id ?? null;
    change(texts()(`workshop.steps.${type}`), (draft) =>
      addAction(draft, { type, text: text.trim(), element, session }),
    );
    setText('');
  };
  return (
    <form className="workshop-row" onSubmit={submit}>
      <input
        className="input"
        aria-label={t(`workshop.agreements.add.${type}`)}
        placeholder={t(`workshop.agreements.add.${type}`)}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {text.trim() !== '' && (
        <Button small look="primary" type="submit">
          {t('workshop.add')}
        </Button>
      )}
    </form>
  );
}

function Agreement({ action, readOnly }: { action: Action; readOnly: boolean }) {
  const t = useTexts();
  const { id, type, text, owner, due, done, element } = action;
  const about = useEditor((state) => (element === null ? null : (state.map.elements[element]?.title ?? null)));
  const set = (values: Partial<Action>, field?: string) =>
    change(
      texts()(`workshop.steps.${type}`),
      (draft) => setAction(draft, id, values),
      field ? { merge: `field:action.${field}:${id}` } : {},
    );
  return (
    <li className={done ? 'workshop-card done' : 'workshop-card'}>
      <div className="workshop-row">
        {type === 'action' && (
          <input
            type="checkbox"
            aria-label={t('workshop.agreements.done', { text })}
            checked={done}
            disabled={readOnly}
            onChange={() => set({ done: !done })}
          />
        )}
        <textarea
          className="input bare"
          rows={Math.min(4, Math.ceil(text.length / 34) || 1)}
          aria-label={t(`workshop.agreements.one.${type}`)}
          value={text}
          disabled={readOnly}
          onChange={(event) => set({ text: event.target.value.replace(/\s*\n\s*/g, ' ') }, 'text')}
          onBlur={endMerge}
        />
        <IconButton
          icon="trash-2"
          small
          label={t('workshop.agreements.delete', { text })}
          disabled={readOnly}
          onClick={() => change(texts()(`workshop.steps.${type}`), (draft) => deleteAction(draft, id))}
        />
      </div>
      {type !== 'parked' && (
        <div className="workshop-row">
          <input
            className="input bare"
            aria-label={t('workshop.agreements.owner')}
            placeholder={t('workshop.agreements.owner')}
            value={owner}
            disabled={readOnly}
            onChange={(event) => set({ owner: event.target.value }, 'owner')}
            onBlur={endMerge}
          />
          {type === 'action' && (
            <input
              className="input bare"
              type="date"
              aria-label={t('workshop.agreements.due')}
              value={due ?? ''}
              disabled={readOnly}
              onChange={(event) => set({ due: event.target.value || null })}
            />
          )}
        </div>
      )}
      {about !== null && element !== null && (
        <button type="button" className="workshop-about" onClick={() => showOnMap(element)}>
          {about || t('comparison.untitled')}
        </button>
      )}
    </li>
  );
}
