import { peopleText } from '../../../shared/ideas/brief';
import { isOverdue } from '../../../shared/ideas/filter';
import type { Answer, GridRow, Idea } from '../../../shared/ideas/grid';
import { formatDay } from '../../../shared/language/format';
import type { Language, Translate } from '../../../shared/language/translator';

/** The second line of a pain point or question. */
export function needFacts(row: GridRow, t: Translate, language: Language): string {
  const { need } = row;
  if (!need) return '';
  const own =
    need.kind === 'question'
      ? [t('ideas.grid.question'), need.answered && t('summary.answered')]
      : [
          need.severity === null ? t('ideas.grid.noSeverity') : t('ideas.grid.severityShort', { value: need.severity }),
          need.blocksPurchase && t('summary.blocksPurchase'),
          need.warningSign && t('summary.warningSign'),
        ];
  const where = row.touchpoints.map(({ title }) => title.trim());
  return [...own, ...where, peopleText(row, t, language)].filter(Boolean).join(' · ');
}

export const answerFacts = (answer: Answer): string => [answer.department, answer.owner].filter(Boolean).join(' · ');

/** The second line of an idea: format, status, day. */
export function ideaFacts(idea: Idea, t: Translate, language: Language, today: string): string {
  const status = idea.status && t(`options.status.${idea.status}`).toLowerCase();
  const due =
    idea.due && idea.status !== 'published' && t('summary.due', { date: shortDay(idea.due, language, today) });
  return [idea.format, status, due, isOverdue(idea, today) && t('ideas.grid.overdue')].filter(Boolean).join(' · ');
}

/** A day in words, without the year where it is this one. */
export function shortDay(day: string, language: Language, today: string): string {
  const words = formatDay(day, language);
  return day.slice(0, 4) === today.slice(0, 4) ? words.replace(/ \d{4}$/, '') : words;
}
