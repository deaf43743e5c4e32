import { memo } from 'react';
import type { JourneyMap } from '../../shared/document/schema';
import { openCommentsOn } from '../../shared/workshop/comments';
import { dotsOf } from '../../shared/workshop/votes';
import { useEditor } from '../store/editor';
import type { EditorState } from '../store/state';
import { useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';
import './card-marks.css';

let last: { map: JourneyMap; session: string; dots: ReadonlyMap<string, number> } | null = null;

/** The dots of a session, counted once for each state of the map. */
function dotsNow(map: JourneyMap, session: string): ReadonlyMap<string, number> {
  if (last?.map !== map || last.session !== session) last = { map, session, dots: dotsOf(map, session) };
  return last.dots;
}

const shownDots = ({ map, workshop }: EditorState, id: string): number => {
  const session = workshop.session === null ? undefined : map.sessions[workshop.session];
  return session && !session.votesHidden ? (dotsNow(map, session.id).get(id) ?? 0) : 0;
};

/** On the upper edge of a card: what is said about it, and the dots that it has. */
export const CardMarks = memo(function CardMarks({ id }: { id: string }) {
  const t = useTexts();
  const comments = useEditor((state) => openCommentsOn(state.map, id));
  const dots = useEditor((state) => shownDots(state, id));
  if (comments + dots === 0) return null;
  return (
    <div className="card-marks">
      {dots > 0 && (
        <span className="card-mark dots" role="img" aria-label={t('workshop.votes.dots', { count: dots })}>
          <i />
          {dots}
        </span>
      )}
      {comments > 0 && (
        <span className="card-mark" role="img" aria-label={t('workshop.comments.open', { count: comments })}>
          <Icon name="message-square" size={10} />
          {comments}
        </span>
      )}
    </div>
  );
});
