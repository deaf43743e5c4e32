import { type ReactNode, useEffect } from 'react';
import { branchName, titleOf } from '../../shared/decisions/wording';
import type { JourneyMap, Session } from '../../shared/document/schema';
import { formatShare } from '../../shared/language/format';
import { actionsOf } from '../../shared/workshop/record';
import { guessesToReview, openActions, versionOfSession } from '../../shared/workshop/since';
import { compareVersion } from '../app/comparing';
import { loadVersions } from '../app/versions-keep';
import { rememberLast } from '../panels/common/remember';
import { Section } from '../panels/common/Section';
import { showOnMap } from '../panels/common/show-element';
import { useEditor } from '../store/editor';
import { useLanguage, useTexts } from '../store/texts';
import { Button } from '../ui/Button';
import { today } from '../ui/today';

/** More are counted, not listed. */
const MOST = 6;

const guessesOf = rememberLast((map: JourneyMap) => guessesToReview(map));

/** What the next session takes up from the last one: what was decided, what is open, what changed, which guesses to look at. */
export function Since({ session }: { session: Session }) {
  const t = useTexts();
  const language = useLanguage();
  const map = useEditor((state) => state.map);
  const file = useEditor((state) => state.file);
  const versions = useEditor((state) => state.versions?.versions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, or other content of it, has other versions.
  useEffect(() => void (file && loadVersions()), [file?.path, file?.hash]);
  const version = versionOfSession(versions ?? [], session, (time) => today(new Date(time)));
  const guesses = guessesOf(map);
  const withOwner = (text: string, owner: string) => (owner ? `${text} · ${owner}` : text);
  return (
    <Section title={t('workshop.since.title', { title: session.title || t('workshop.session.untitled') })}>
      <div className="workshop-stack since">
        <List
          title={t('workshop.since.decided')}
          items={actionsOf(map, 'decision', session.id).map(({ id, text, owner }) => ({
            id,
            text: withOwner(text, owner),
          }))}
        />
        <List
          title={t('workshop.since.toDo')}
          items={openActions(map, 'action').map(({ id, text, owner }) => ({ id, text: withOwner(text, owner) }))}
        />
        <List
          title={t('workshop.since.parked')}
          items={openActions(map, 'parked').map(({ id, text }) => ({ id, text }))}
        />
        <List
          title={t('workshop.since.guesses')}
          items={guesses.map(({ connection, predicted, observed }) => ({
            id: connection.id,
            text: (
              <button type="button" className="workshop-about" onClick={() => showOnMap(connection.id)}>
                {t(observed ? 'workshop.since.guessOff' : 'workshop.since.guess', {
                  fork: titleOf(map, connection.from, t),
                  branch: branchName(map, connection, t),
                  predicted: formatShare(predicted, language),
                  observed: observed ? formatShare(observed.share, language) : '',
                })}
              </button>
            ),
          }))}
        />
        {version ? (
          <Button small icon="git-compare" onClick={() => void compareVersion(version)}>
            {t('workshop.since.changed')}
          </Button>
        ) : (
          <p className="workshop-hint">{t('workshop.since.noVersion')}</p>
        )}
      </div>
    </Section>
  );
}

function List({ title, items }: { title: string; items: readonly { id: string; text: ReactNode }[] }) {
  const t = useTexts();
  if (items.length === 0) return null;
  return (
    <div>
      <h3 className="label">{title}</h3>
      <ul className="since-list">
        {items.slice(0, MOST).map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
        {items.length > MOST && <li>{t('workshop.since.more', { count: items.length - MOST })}</li>}
      </ul>
    </div>
  );
}
