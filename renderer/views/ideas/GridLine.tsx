import { memo, type PointerEvent } from 'react';
import { isOverdue } from '../../../shared/ideas/filter';
import type { AnswerLine, GridRow, Idea } from '../../../shared/ideas/grid';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { today } from '../../ui/today';
import { CardEditor, type EditableKind } from './CardEditor';
import { answerFacts, ideaFacts, needFacts } from './card-facts';
import { IdeaCard } from './IdeaCard';
import { selectGrid } from './model';
import { Part } from './Part';
import type { Editing, GridActions } from './use-grid';

interface LineProps {
  row: GridRow;
  line: AnswerLine;
  /** Of the line. */
  id: string;
  /** The first line of its row tells stage and need. */
  isFirst: boolean;
  isLast: boolean;
  showStage: boolean;
  editing: Editing | null;
  isTarget: boolean;
  actions: GridActions;
}

/** One way to meet a need: stage, need, answer, and the content that tells it. */
export const GridLine = memo(function GridLine(props: LineProps) {
  const { row, line, id, isFirst, isLast, showStage, editing, isTarget, actions } = props;
  const { need } = row;
  const { answer, ideas } = line;
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const serves = answer?.id ?? need?.id ?? '';
  const isUnanswered = need !== null && answer === null && row.lines.every((one) => one.answer === null);
  const classes = ['ideas-line', isFirst && 'first', isTarget && 'target'].filter(Boolean).join(' ');
  const invitation = t(need?.kind === 'question' ? 'ideas.grid.otherAnswer' : 'ideas.grid.addAnswer');
  const title = (answer ?? need)?.title.trim() || t('ideas.grid.untitled');
  return (
    <Part
      role="row"
      className={classes}
      data-line={id}
      data-serves={serves}
      data-need={need?.id ?? ''}
      data-stage={row.stage?.id ?? ''}
    >
      <Part role="rowheader" className="ideas-stage">
        {isFirst && (
          <span className={showStage ? undefined : 'visually-hidden'}>
            {row.stage ? row.stage.title.trim() || t('kinds.stage.one') : t('ideas.grid.noStage')}
          </span>
        )}
      </Part>
      <Part role="gridcell" className="ideas-need">
        {isFirst &&
          (need ? (
            editing?.id === need.id ? (
              <Edited kind={need.kind} id={need.id} first={editing.first} actions={actions} />
            ) : (
              <IdeaCard
                id={need.id}
                kind={need.kind}
                title={need.title}
                facts={needFacts(row, t, language)}
                column="need"
                onEdit={actions.edit}
              />
            )
          ) : (
            <span className="ideas-loose">{t('ideas.grid.noNeed')}</span>
          ))}
      </Part>
      <Part role="gridcell" className="ideas-answer">
        {answer &&
          (editing?.id === answer.id ? (
            <Edited kind="answer" id={answer.id} first={editing.first} actions={actions} />
          ) : (
            <IdeaCard
              id={answer.id}
              kind="answer"
              title={answer.title}
              facts={answerFacts(answer)}
              column="answer"
              onEdit={actions.edit}
            />
          ))}
        {!answer && need && !isUnanswered && <span className="ideas-loose">{t('ideas.grid.direct')}</span>}
        {isLast && need && editing?.making === 'answer' ? (
          <New kind="answer" of={need.id} stage={null} actions={actions} />
        ) : (
          isUnanswered &&
          !readOnly && (
            <button
              type="button"
              className={need.kind === 'question' ? 'ideas-invite calm' : 'ideas-invite answer'}
              data-cell
              data-column="answer"
              data-add="answer"
              data-id={`answer:${id}`}
              tabIndex={-1}
              aria-label={`${invitation}: ${title}`}
              onClick={() => actions.make('answer', id)}
            >
              <Icon name="plus" size={14} />
              {invitation}
            </button>
          )
        )}
      </Part>
      <Part role="gridcell" className="ideas-content">
        {ideas.map((idea) =>
          editing?.id === idea.id ? (
            <Edited key={idea.id} kind="content-idea" id={idea.id} first={editing.first} actions={actions} />
          ) : (
            <Content key={idea.id} idea={idea} serves={serves} actions={actions} />
          ),
        )}
        {editing?.making === 'content-idea' ? (
          <New kind="content-idea" of={serves || null} stage={row.stage?.id ?? null} actions={actions} />
        ) : (
          !readOnly && (
            <button
              type="button"
              className="ideas-invite content-idea"
              data-cell
              data-column="idea"
              data-add="content-idea"
              data-id={`idea:${id}`}
              tabIndex={-1}
              aria-label={`${t('ideas.grid.addIdea')}: ${title}`}
              onClick={() => actions.make('content-idea', id)}
            >
              <Icon name="plus" size={14} />
              {t('ideas.grid.addIdea')}
            </button>
          )
        )}
      </Part>
    </Part>
  );
});

const Content = memo(function Content({ idea, serves, actions }: { idea: Idea; serves: string; actions: GridActions }) {
  const t = useTexts();
  const language = useLanguage();
  const count = useEditor((state) => selectGrid(state).serves.get(idea.id)?.length ?? 0);
  const now = today();
  return (
    <IdeaCard
      id={idea.id}
      kind="content-idea"
      title={idea.title}
      facts={ideaFacts(idea, t, language, now)}
      column="idea"
      serves={count}
      alarming={isOverdue(idea, now)}
      onDrag={(event: PointerEvent<HTMLElement>) => actions.drag(event, idea, serves)}
      onEdit={actions.edit}
    />
  );
});

function Edited({
  kind,
  id,
  first,
  actions,
}: {
  kind: EditableKind;
  id: string;
  first?: Editing['first'];
  actions: GridActions;
}) {
  const element = useEditor((state) => state.map.elements[id]);
  if (!element) return null;
  return (
    <CardEditor
      kind={kind}
      element={element}
      {...(first && { first })}
      onSave={(values) => actions.save(id, kind, values)}
      onCancel={() => actions.stop(id)}
    />
  );
}

interface NewProps {
  kind: 'answer' | 'content-idea';
  /** What it serves; null: nothing yet, in a stage. */
  of: string | null;
  stage: string | null;
  actions: GridActions;
}

function New({ kind, of, stage, actions }: NewProps) {
  return (
    <CardEditor
      kind={kind}
      element={null}
      onSave={(values) => actions.create(kind, of, values, stage)}
      onCancel={() => actions.stop(null)}
    />
  );
}
