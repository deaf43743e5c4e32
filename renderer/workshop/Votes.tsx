import { useState } from 'react';
import { setSession, vote } from '../../shared/commands/workshop';
import { ELEMENT_KINDS, type ElementKind, type Session } from '../../shared/document/schema';
import { KINDS } from '../../shared/kinds/registry';
import { votedKinds } from '../../shared/workshop/agendas';
import { dotsLeft, ownDots, type Ranked, ranking } from '../../shared/workshop/votes';
import { Section } from '../panels/common/Section';
import { showOnMap } from '../panels/common/show-element';
import { useEditor } from '../store/editor';
import { change } from '../store/history';
import { usePicture } from '../store/picture';
import { texts, useTexts } from '../store/texts';
import { Button, IconButton } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Select } from '../ui/Select';
import { setWorkshop } from './workshop-state';

const VOTABLE = ELEMENT_KINDS.filter((kind) => kind !== 'stage');

/** Dots on cards: who has how many, where they go, and what most of the team wants. */
export function Votes({ session, readOnly }: { session: Session; readOnly: boolean }) {
  const t = useTexts();
  const { map, layout } = usePicture();
  const chosen = useEditor((state) => state.workshop.voter);
  const { id, members, votesEach, votesHidden } = session;
  const voter = members.some(({ name }) => name === chosen) ? chosen : (members[0]?.name ?? '');
  const kinds = votedKinds(session);
  const [asked, setAsked] = useState<boolean | null>(null);
  // While dots are put down, nothing may jump away below the pointer.
  const isVoted = members.length > 0 && members.every(({ name }) => dotsLeft(map, session, name) === 0);
  const byVotes = !votesHidden && (asked ?? isVoted);
  const ranked = ranking(map, layout, { ...session, votesHidden: !byVotes });
  const left = dotsLeft(map, session, voter);
  const set = (values: Partial<Session>) =>
    change(texts()('workshop.steps.voting'), (draft) => setSession(draft, id, values));
  const toggle = (kind: ElementKind) =>
    set({ voteKinds: kinds.includes(kind) ? kinds.filter((one) => one !== kind) : [...kinds, kind] });
  const put = (element: string, by: 1 | -1) =>
    change(texts()('workshop.steps.vote'), (draft) => void vote(draft, id, element, voter, by));
  return (
    <Section
      title={t('workshop.votes.title')}
      action={
        <Button
          small
          look="quiet"
          icon={votesHidden ? 'eye' : 'eye-off'}
          disabled={readOnly}
          onClick={() => set({ votesHidden: !votesHidden })}
        >
          {t(votesHidden ? 'workshop.votes.show' : 'workshop.votes.hide')}
        </Button>
      }
    >
      <div className="workshop-stack">
        <div className="workshop-row">
          <label className="workshop-each">
            {t('workshop.votes.each')}
            <input
              className="input"
              type="number"
              min={1}
              max={50}
              value={votesEach}
              disabled={readOnly}
              onChange={(event) => {
                const each = Math.round(Number(event.target.value));
                if (each >= 1 && each <= 50) set({ votesEach: each });
              }}
            />
          </label>
        </div>
        <details className="workshop-kinds">
          <summary>
            {t('workshop.votes.on', {
              kinds: kinds.map((kind) => t(`kinds.${kind}.many`)).join(', ') || t('workshop.votes.nothing'),
            })}
          </summary>
          <div>
            {VOTABLE.map((kind) => (
              <button
                key={kind}
                type="button"
                className="chip filter-chip"
                aria-pressed={kinds.includes(kind)}
                disabled={readOnly}
                onClick={() => toggle(kind)}
              >
                <Icon name={KINDS[kind].icon} size={12} />
                {t(`kinds.${kind}.many`)}
              </button>
            ))}
          </div>
        </details>
        {members.length > 0 && (
          <Select
            label={t('workshop.votes.voter')}
            value={voter}
            options={members.map(({ name }) => ({
              value: name,
              text: t('workshop.votes.left', { name, count: dotsLeft(map, session, name) }),
            }))}
            onChange={(name) => setWorkshop({ voter: name })}
          />
        )}
        {members.length === 0 && <p className="workshop-hint">{t('workshop.votes.nobody', { count: left })}</p>}
        {!votesHidden && (
          <Button small icon="list-checks" aria-pressed={byVotes} onClick={() => setAsked(!byVotes)}>
            {t('workshop.votes.ranking')}
          </Button>
        )}
        {ranked.length === 0 && <p className="workshop-hint">{t('workshop.votes.noCards')}</p>}
        <ol className="workshop-ranking">
          {ranked.map((one) => (
            <Candidate
              key={one.element.id}
              ranked={one}
              own={ownDots(map, id, one.element.id, voter)}
              left={left}
              hidden={votesHidden}
              readOnly={readOnly}
              put={put}
            />
          ))}
        </ol>
      </div>
    </Section>
  );
}

interface CandidateProps {
  ranked: Ranked;
  own: number;
  left: number;
  hidden: boolean;
  readOnly: boolean;
  put: (element: string, by: 1 | -1) => void;
}

function Candidate({ ranked: { element, dots, rank }, own, left, hidden, readOnly, put }: CandidateProps) {
  const t = useTexts();
  const title = element.title || t(`kinds.${element.kind}.one`);
  return (
    <li>
      <span className="workshop-rank">{!hidden && dots > 0 ? rank : ''}</span>
      <button type="button" className="workshop-candidate" onClick={() => showOnMap(element.id)}>
        {title}
      </button>
      <IconButton
        icon="minus"
        small
        label={t('workshop.votes.take', { title })}
        disabled={readOnly || own === 0}
        onClick={() => put(element.id, -1)}
      />
      <b
        role="img"
        aria-label={t(hidden ? 'workshop.votes.own' : 'workshop.votes.dots', { count: hidden ? own : dots })}
      >
        {hidden ? own : dots}
      </b>
      <IconButton
        icon="plus"
        small
        label={t('workshop.votes.put', { title })}
        disabled={readOnly || left === 0}
        onClick={() => put(element.id, 1)}
      />
    </li>
  );
}
