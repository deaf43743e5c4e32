import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { addComment } from '../../shared/commands/workshop';
import { LIMITS } from '../../shared/document/limits';
import { commentsOn } from '../../shared/workshop/comments';
import { setPreferences } from '../app/preferences';
import { Section } from '../panels/common/Section';
import { editor, useEditor } from '../store/editor';
import { change } from '../store/history';
import { texts, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { CommentItem } from './CommentItem';
import './discussion.css';

/** In the inspector: what the team says about an element. */
export function Discussion({ id }: { id: string }) {
  const t = useTexts();
  const comments = useEditor((state) => commentsOn(state.map, id));
  const readOnly = useEditor((state) => state.readOnly);
  const open = comments.filter((comment) => !comment.resolved);
  const resolved = comments.filter((comment) => comment.resolved);
  if (readOnly && comments.length === 0) return null;
  return (
    <Section title={t('workshop.comments.section')}>
      <div className="discussion">
        {open.map((comment) => (
          <CommentItem key={comment.id} comment={comment} />
        ))}
        {resolved.length > 0 && (
          <details>
            <summary>{t('workshop.comments.resolved', { count: resolved.length })}</summary>
            {resolved.map((comment) => (
              <CommentItem key={comment.id} comment={comment} />
            ))}
          </details>
        )}
        {!readOnly && <Say id={id} />}
      </div>
    </Section>
  );
}

/** Where one says something. The first time one is asked for one's name, too. */
function Say({ id }: { id: string }) {
  const t = useTexts();
  const [text, setText] = useState('');
  const name = useEditor((state) => state.preferences.userName);
  const [asksName] = useState(() => editor.getState().preferences.userName === '');
  const say = () => {
    const author = editor.getState().preferences.userName.trim();
    const date = new Date().toISOString();
    const added = change(texts()('workshop.steps.comment'), (draft) => addComment(draft, id, { author, date, text }));
    if (added) setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    say();
  };
  return (
    <form className="say" onSubmit={submit}>
      <textarea
        className="input"
        rows={text ? 3 : 1}
        aria-label={t('workshop.comments.yours')}
        placeholder={t('workshop.comments.placeholder')}
        maxLength={LIMITS.textLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {text.trim() !== '' && (
        <div className="say-foot">
          {asksName ? (
            <input
              className="input"
              aria-label={t('workshop.comments.name')}
              placeholder={t('workshop.comments.name')}
              maxLength={200}
              value={name}
              onChange={(event) => setPreferences(() => ({ userName: event.target.value }))}
            />
          ) : (
            <small>{t('workshop.comments.as', { name })}</small>
          )}
          <Button small look="primary" type="submit">
            {t('workshop.comments.say')}
          </Button>
        </div>
      )}
    </form>
  );
}
