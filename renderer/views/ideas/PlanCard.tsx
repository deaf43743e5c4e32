import { isOverdue } from '../../../shared/ideas/filter';
import type { Idea } from '../../../shared/ideas/grid';
import { useEditor } from '../../store/editor';
import { today } from '../../ui/today';
import { CardEditor } from './CardEditor';
import { IdeaCard } from './IdeaCard';
import { selectGrid } from './model';
import type { PlanActions, PlanEditing } from './use-plan';

/** An idea on the board or in the calendar; the editor in its place while it is edited. */
export function PlanCard({
  idea,
  facts,
  editing,
  actions,
}: {
  idea: Idea;
  facts: string;
  editing: PlanEditing | null;
  actions: PlanActions;
}) {
  const serves = useEditor((state) => selectGrid(state).serves.get(idea.id)?.length ?? 0);
  if (editing?.id === idea.id) {
    return (
      <CardEditor
        kind="content-idea"
        element={idea}
        {...(editing.first && { first: editing.first })}
        onSave={(values) => actions.save(idea.id, values)}
        onCancel={() => actions.stop(idea.id)}
      />
    );
  }
  return (
    <IdeaCard
      id={idea.id}
      kind="content-idea"
      title={idea.title}
      facts={facts}
      column="idea"
      serves={serves}
      alarming={isOverdue(idea, today())}
      onDrag={(event) => actions.drag(event, idea)}
      onEdit={actions.edit}
    />
  );
}
