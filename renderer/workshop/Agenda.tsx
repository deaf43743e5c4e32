import { setSession } from '../../shared/commands/workshop';
import type { Session } from '../../shared/document/schema';
import type { AgendaStep } from '../../shared/workshop/agendas';
import { Section } from '../panels/common/Section';
import { change, endMerge } from '../store/history';
import { texts, useTexts } from '../store/texts';
import { IconButton } from '../ui/Button';

/** The steps of a session, to be named, timed, dropped and added. */
export function Agenda({ session, readOnly }: { session: Session; readOnly: boolean }) {
  const t = useTexts();
  const { id, agenda, step } = session;
  const put = (next: AgendaStep[], merge?: string) =>
    change(
      texts()('workshop.steps.agenda'),
      (draft) => setSession(draft, id, { agenda: next, step: Math.max(0, Math.min(step, next.length - 1)) }),
      merge ? { merge } : {},
    );
  const set = (at: number, values: Partial<AgendaStep>, field: string) =>
    put(
      agenda.map((one, index) => (index === at ? { ...one, ...values } : one)),
      `field:agenda.${field}.${at}:${id}`,
    );
  const total = agenda.reduce((sum, one) => sum + one.minutes, 0);
  return (
    <Section
      title={`${t('workshop.session.agenda')} · ${t('workshop.session.minutes', { count: total })}`}
      action={
        <IconButton
          icon="plus"
          small
          label={t('workshop.session.addStep')}
          disabled={readOnly}
          onClick={() => put([...agenda, { about: 'talk', title: '', minutes: 10 }])}
        />
      }
    >
      <ol className="workshop-agenda">
        {agenda.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step of an agenda is known by its place
          <li key={index} className="workshop-row" aria-current={index === step ? 'step' : undefined}>
            <input
              className="input bare"
              aria-label={t('workshop.session.stepName', { number: index + 1 })}
              placeholder={t(`workshop.topics.${one.about}`)}
              value={one.title}
              disabled={readOnly}
              onChange={(event) => set(index, { title: event.target.value }, 'title')}
              onBlur={endMerge}
            />
            <input
              className="input bare workshop-minutes"
              type="number"
              min={1}
              max={480}
              aria-label={t('workshop.session.stepMinutes', { number: index + 1 })}
              value={one.minutes}
              disabled={readOnly}
              onChange={(event) => {
                const minutes = Math.round(Number(event.target.value));
                if (minutes >= 1 && minutes <= 480) set(index, { minutes }, 'minutes');
              }}
              onBlur={endMerge}
            />
            <IconButton
              icon="x"
              small
              label={t('workshop.session.dropStep', { number: index + 1 })}
              disabled={readOnly}
              onClick={() => put(agenda.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
