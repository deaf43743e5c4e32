import { boardOf } from '../../../shared/ideas/board';
import { isOverdue, STATUSES } from '../../../shared/ideas/filter';
import type { Idea } from '../../../shared/ideas/grid';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { today } from '../../ui/today';
import { CardEditor } from './CardEditor';
import { shortDay } from './card-facts';
import { selectShown } from './model';
import { PlanCard } from './PlanCard';
import { usePlan } from './use-plan';

const statusOf = (place: string) => STATUSES.find((status) => status === place) ?? 'idea';
const planFor = (place: string) => ({ status: statusOf(place) });

function shift({ status }: Idea, key: string) {
  const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const next = STATUSES[STATUSES.indexOf(status ?? 'idea') + by];
  return by !== 0 && next ? { status: next } : null;
}

/** The same ideas by status, from the first thought to published. */
export function Board() {
  const t = useTexts();
  const language = useLanguage();
  const { ideas } = useEditor(selectShown);
  const map = useEditor((state) => state.map);
  const readOnly = useEditor((state) => state.readOnly);
  const { root, editing, actions, press } = usePlan({ line: '.ideas-column', planFor, shift, upright: true });
  const now = today();
  const factsOf = (idea: Idea) => {
    const stage = idea.stage === null ? '' : map.elements[idea.stage]?.title;
    const due = idea.due ? shortDay(idea.due, language, now) : t('ideas.board.noDay');
    return [idea.format, stage, due, isOverdue(idea, now) && t('ideas.grid.overdue')].filter(Boolean).join(' · ');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards in it
    <div className="ideas-board" ref={root} onKeyDown={press}>
      {boardOf(ideas).map(({ status, ideas: here }) => (
        <section key={status} className="ideas-column" data-place={status} aria-label={t(`options.status.${status}`)}>
          <header>
            <h2 className="section-title">{t(`options.status.${status}`)}</h2>
            <span className="chip">{here.length}</span>
            <IconButton
              small
              icon="plus"
              label={t('ideas.board.add', { status: t(`options.status.${status}`) })}
              disabled={readOnly}
              onClick={() => actions.add(status)}
            />
          </header>
          <div className="ideas-scroll ideas-stack">
            {here.map((idea) => (
              <PlanCard key={idea.id} idea={idea} facts={factsOf(idea)} editing={editing} actions={actions} />
            ))}
            {editing?.place === status && (
              <CardEditor
                kind="content-idea"
                element={null}
                initial={{ status }}
                onSave={actions.create}
                onCancel={() => actions.stop(null)}
              />
            )}
            {here.length === 0 && editing?.place !== status && <p className="ideas-hint">{t('ideas.board.empty')}</p>}
          </div>
        </section>
      ))}
    </div>
  );
}
