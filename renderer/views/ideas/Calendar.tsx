import { addDays, addMonths, calendarMonth, undatedOf } from '../../../shared/ideas/board';
import type { Idea } from '../../../shared/ideas/grid';
import { formatDay } from '../../../shared/language/format';
import { editor, useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { today } from '../../ui/today';
import { CardEditor } from './CardEditor';
import { selectShown, setIdeas } from './model';
import { PlanCard } from './PlanCard';
import { usePlan } from './use-plan';

const DAYS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const planFor = (place: string) => ({ due: place === 'undated' ? null : place });

/** A day on; the month comes along. */
function shift({ due }: Idea, key: string) {
  const day = due === null ? today() : addDays(due, DAYS[key] ?? 0);
  if (!editor.getState().ideas.month?.startsWith(day.slice(0, 7))) setIdeas({ month: day.slice(0, 7) });
  return { due: day };
}

/** The same ideas by the day on which they are due. */
export function Calendar() {
  const t = useTexts();
  const language = useLanguage();
  const { ideas } = useEditor(selectShown);
  const now = today();
  const month = useEditor((state) => state.ideas.month) ?? now.slice(0, 7);
  const readOnly = useEditor((state) => state.readOnly);
  const { root, editing, actions, press } = usePlan({
    line: '.ideas-day, .ideas-undated',
    planFor,
    shift,
    upright: true,
  });
  const weeks = calendarMonth(month, ideas);
  const undated = undatedOf(ideas);
  const [year = '', number = ''] = month.split('-');
  const title = t('ideas.calendar.title', {
    month: t('ideas.calendar.months').split('|')[Number(number) - 1] ?? number,
    year,
  });
  const factsOf = (idea: Idea) =>
    [idea.format, idea.status && t(`options.status.${idea.status}`).toLowerCase()].filter(Boolean).join(' · ');
  const maker = (place: string) =>
    editing?.id === null &&
    editing.place === place && (
      <CardEditor
        kind="content-idea"
        element={null}
        initial={planFor(place)}
        onSave={actions.create}
        onCancel={() => actions.stop(null)}
      />
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards in it
    <div className="ideas-calendar" ref={root} onKeyDown={press}>
      <section className="ideas-month" aria-label={title}>
        <header>
          <h2>{title}</h2>
          <Button small onClick={() => setIdeas({ month: null })}>
            {t('ideas.calendar.today')}
          </Button>
          <IconButton
            small
            icon="chevron-left"
            label={t('ideas.calendar.previous')}
            onClick={() => setIdeas({ month: addMonths(month, -1) })}
          />
          <IconButton
            small
            icon="chevron-right"
            label={t('ideas.calendar.next')}
            onClick={() => setIdeas({ month: addMonths(month, 1) })}
          />
        </header>
        <div className="ideas-weekdays" aria-hidden="true">
          {t('ideas.calendar.weekdays')
            .split('|')
            .map((name) => (
              <span key={name}>{name}</span>
            ))}
        </div>
        <div className="ideas-weeks">
          {weeks.flat().map(({ day, outside, ideas: here }) => (
            <section
              key={day}
              className={['ideas-day', outside && 'outside', day === now && 'today'].filter(Boolean).join(' ')}
              data-place={day}
              aria-label={formatDay(day, language)}
            >
              <span className="ideas-day-head">
                <time dateTime={day}>{Number(day.slice(8))}</time>
                <button
                  type="button"
                  className="ideas-day-add"
                  disabled={readOnly}
                  aria-label={t('ideas.calendar.addOn', { day: formatDay(day, language) })}
                  onClick={() => actions.add(day)}
                >
                  <Icon name="plus" size={12} />
                </button>
              </span>
              {here.map((idea) => (
                <PlanCard key={idea.id} idea={idea} facts={factsOf(idea)} editing={editing} actions={actions} />
              ))}
              {maker(day)}
            </section>
          ))}
        </div>
      </section>
      <section className="ideas-undated" data-place="undated" aria-label={t('ideas.calendar.undated')}>
        <header>
          <h2 className="section-title">{t('ideas.calendar.undated')}</h2>
          <span className="chip">{undated.length}</span>
        </header>
        <p className="ideas-hint">{t(undated.length > 0 ? 'ideas.calendar.undatedHint' : 'ideas.calendar.allDated')}</p>
        <div className="ideas-scroll ideas-stack">
          {undated.map((idea) => (
            <PlanCard key={idea.id} idea={idea} facts={factsOf(idea)} editing={editing} actions={actions} />
          ))}
          {maker('undated')}
        </div>
      </section>
    </div>
  );
}
