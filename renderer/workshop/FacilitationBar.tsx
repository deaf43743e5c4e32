import { useEffect, useRef } from 'react';
import type { Session } from '../../shared/document/schema';
import { currentStep } from '../../shared/workshop/agendas';
import { useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { closeSession, focusStep, goToAgendaStep, sessionAtHand } from './meeting';
import { Timer } from './Timer';
import { togglePanel } from './workshop-state';
import './facilitation-bar.css';

/** Above the map while a session runs: where the team is in its agenda, and how long that step still has. */
export function FacilitationBar() {
  const session = useEditor(sessionAtHand);
  return session && <Bar session={session} />;
}

function Bar({ session }: { session: Session }) {
  const t = useTexts();
  const steps = useRef<HTMLOListElement>(null);
  const at = currentStep(session)?.at ?? 0;
  useEffect(() => {
    const [list, step] = [steps.current, steps.current?.children[at]];
    if (!list || !(step instanceof HTMLElement)) return;
    list.scrollLeft = step.offsetLeft - list.offsetLeft - (list.clientWidth - step.clientWidth) / 2;
  }, [at]);
  return (
    <section className="facilitation" aria-label={t('workshop.bar')}>
      <IconButton
        icon="chevron-left"
        label={t('workshop.session.stepBefore')}
        disabled={at === 0}
        onClick={() => goToAgendaStep(at - 1)}
      />
      <ol className="facilitation-steps" ref={steps}>
        {session.agenda.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step of an agenda is known by its place
          <li key={index}>
            <button
              type="button"
              aria-current={index === at ? 'step' : undefined}
              className={index < at ? 'done' : undefined}
              onClick={() => (index === at ? focusStep() : goToAgendaStep(index))}
            >
              <span>{index + 1}</span>
              {step.title || t(`workshop.topics.${step.about}`)}
            </button>
          </li>
        ))}
      </ol>
      <IconButton
        icon="chevron-right"
        label={t('workshop.session.nextStep')}
        disabled={at >= session.agenda.length - 1}
        onClick={() => goToAgendaStep(at + 1)}
      />
      <Timer />
      <Button small icon="users" onClick={() => togglePanel('session')}>
        {t('workshop.tabs.session')}
      </Button>
      <Button small icon="list-checks" onClick={() => togglePanel('agreements')}>
        {t('workshop.tabs.agreements')}
      </Button>
      <IconButton icon="x" small label={t('workshop.session.close')} onClick={closeSession} />
    </section>
  );
}
