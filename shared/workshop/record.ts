import { byOrder } from '../document/create';
import type { Action, JourneyMap, Session } from '../document/schema';
import { formatDay } from '../language/format';
import type { Language, Translate } from '../language/translator';
import type { MapLayout } from '../scene/layout';
import { currentStep, votedKinds } from './agendas';
import { ranking } from './votes';

/** What was settled in a session, or at any time (`session` null), in its order. */
export const actionsOf = (map: JourneyMap, type: Action['type'], session: string | null = null): Action[] =>
  byOrder(
    Object.values(map.actions).filter((one) => one.type === type && (session === null || one.session === session)),
  );

/** Signs that Markdown would read as its own, and line breaks, which would end a list. */
const plain = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`);

/** The record of a session as Markdown: who was there, the agenda, votes, decisions, actions, what was parked. */
export function sessionRecord(
  map: JourneyMap,
  layout: MapLayout,
  session: Session,
  t: Translate,
  language: Language,
): string {
  const lines: string[] = [`# ${plain(session.title) || t('workshop.session.untitled')}`, ''];
  lines.push(`${plain(map.title) || t('files.untitled')} · ${formatDay(session.date, language)}`, '');
  if (session.members.length > 0) {
    lines.push(`${t('workshop.session.members')}: ${session.members.map(({ name }) => plain(name)).join(', ')}`, '');
  }
  if (session.agenda.length > 0) {
    lines.push(`## ${t('workshop.session.agenda')}`, '');
    const reached = currentStep(session)?.at ?? 0;
    session.agenda.forEach(({ about, title, minutes }, index) => {
      const name = plain(title) || t(`workshop.topics.${about}`);
      const length = t('workshop.session.minutes', { count: minutes });
      lines.push(`${index + 1}. ${name} (${length})${index > reached ? ` – ${t('workshop.record.notReached')}` : ''}`);
    });
    lines.push('');
  }
  const voted = votedKinds(session).length > 0 ? ranking(map, layout, { ...session, votesHidden: false }) : [];
  const withDots = voted.filter(({ dots }) => dots > 0);
  if (withDots.length > 0) {
    lines.push(`## ${t('workshop.votes.title')}`, '');
    for (const { element, dots, rank } of withDots) {
      const name = plain(element.title) || t(`kinds.${element.kind}.one`);
      lines.push(`- ${rank}. ${name}: ${t('workshop.votes.dots', { count: dots })}`);
    }
    lines.push('');
  }
  for (const type of ['decision', 'action', 'parked'] as const) {
    const actions = actionsOf(map, type, session.id);
    if (actions.length === 0) continue;
    lines.push(
      `## ${t(`workshop.agreements.${type}`)}`,
      '',
      ...actions.map((one) => actionLine(map, one, t, language)),
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function actionLine(map: JourneyMap, action: Action, t: Translate, language: Language): string {
  const about = action.element === null ? '' : plain(map.elements[action.element]?.title ?? '');
  const facts = [
    plain(action.owner),
    action.due === null ? '' : t('workshop.record.due', { date: formatDay(action.due, language) }),
    about && t('workshop.record.about', { title: about }),
  ].filter(Boolean);
  const box = action.type === 'action' ? `[${action.done ? 'x' : ' '}] ` : '';
  return `- ${box}${plain(action.text)}${facts.length > 0 ? ` (${facts.join(' · ')})` : ''}`;
}
