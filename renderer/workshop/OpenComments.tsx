import { useShallow } from 'zustand/react/shallow';
import { openComments } from '../../shared/workshop/comments';
import { showOnMap } from '../panels/common/show-element';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { CommentItem } from './CommentItem';
import './discussion.css';

/** All that is still to be talked about, the latest first, each below the card that it is about. */
export function OpenComments() {
  const t = useTexts();
  const comments = useEditor(useShallow((state) => openComments(state.map)));
  const elements = useEditor((state) => state.map.elements);
  if (comments.length === 0) return <p className="workshop-empty">{t('workshop.comments.none')}</p>;
  return (
    <ul className="workshop-list">
      {comments.map((comment) => {
        const element = elements[comment.element];
        return (
          <li key={comment.id}>
            <button type="button" className="workshop-about" onClick={() => showOnMap(comment.element)}>
              {element?.title || (element && t(`kinds.${element.kind}.one`))}
            </button>
            <CommentItem comment={comment} />
          </li>
        );
      })}
    </ul>
  );
}
