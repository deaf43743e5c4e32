import { memo, type PointerEvent } from 'react';
import type { ElementKind } from '../../../shared/document/schema';
import { useEditor } from '../../store/editor';
import { select } from '../../store/selection';
import { useTexts } from '../../store/texts';

interface CardProps {
  id: string;
  kind: ElementKind;
  title: string;
  facts: string;
  /** Which column of the grid, for the arrow keys. */
  column: string;
  /** More than one: how many needs it serves. */
  serves?: number;
  alarming?: boolean;
  onDrag?: (event: PointerEvent<HTMLElement>) => void;
  onEdit: (id: string) => void;
}

/** A card of the map as the views of ideas show it. A click selects it, a double click edits it in place. */
export const IdeaCard = memo(function IdeaCard(props: CardProps) {
  const { id, kind, title, facts, column, serves = 0, alarming, onDrag, onEdit } = props;
  const t = useTexts();
  const isSelected = useEditor((state) => state.selection.includes(id));
  return (
    <button
      type="button"
      className={`ideas-card ${kind}`}
      data-cell
      data-id={id}
      data-kind={kind}
      data-column={column}
      tabIndex={-1}
      aria-pressed={isSelected}
      onClick={(event) => select([id], event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => onEdit(id)}
      onPointerDown={onDrag}
    >
      <span className={title.trim() ? 'ideas-card-title' : 'ideas-card-title untitled'} data-any-length>
        {title.trim() || t('ideas.grid.untitled')}
      </span>
      <span className={alarming ? 'ideas-card-facts alarming' : 'ideas-card-facts'} data-any-length>
        {facts}
        {serves > 1 && (
          <span className="ideas-serves" title={t('ideas.grid.servesHint', { count: serves })}>
            {t('ideas.grid.serves', { count: serves })}
          </span>
        )}
      </span>
    </button>
  );
});
