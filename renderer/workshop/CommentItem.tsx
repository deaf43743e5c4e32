import { deleteComment, setComment } from '../../shared/commands/workshop';
import type { Comment } from '../../shared/document/schema';
import { useEditor } from '../store/editor';
import { change } from '../store/history';
import { texts, useLanguage, useTexts } from '../store/texts';
import { IconButton } from '../ui/Button';
import { exactTime, relativeTime } from '../ui/when';

/** What somebody said, and what can be done about it. */
export function CommentItem({ comment }: { comment: Comment }) {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const { id, resolved } = comment;
  const settle = () =>
    change(texts()(resolved ? 'workshop.steps.reopen' : 'workshop.steps.resolve'), (draft) =>
      setComment(draft, id, { resolved: !resolved }),
    );
  const drop = () => change(texts()('workshop.steps.deleteComment'), (draft) => deleteComment(draft, id));
  return (
    <article className={resolved ? 'comment resolved' : 'comment'}>
      <header>
        <b>{comment.author || t('workshop.comments.nobody')}</b>
        <time dateTime={comment.date} title={exactTime(comment.date, language)}>
          {relativeTime(comment.date, language)}
        </time>
        <span className="comment-tools">
          <IconButton
            small
            icon={resolved ? 'undo-2' : 'check'}
            label={t(resolved ? 'workshop.comments.reopen' : 'workshop.comments.resolve')}
            disabled={readOnly}
            onClick={settle}
          />
          <IconButton small icon="trash-2" label={t('workshop.comments.delete')} disabled={readOnly} onClick={drop} />
        </span>
      </header>
      <p>{comment.text}</p>
    </article>
  );
}
