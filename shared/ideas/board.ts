import { dayNumber } from '../metrics/periods';
import { STATUSES, type Status } from './filter';
import type { Idea } from './grid';

/** Ideas by status, each status there is; within one, what is due first comes first, what has no day last. */
export function boardOf(ideas: readonly Idea[]): { status: Status; ideas: readonly Idea[] }[] {
  const sorted = byDue(ideas);
  return STATUSES.map((status) => ({ status, ideas: sorted.filter((idea) => (idea.status ?? 'idea') === status) }));
}

/** By due date; without one last. Equal ones stay as they were. */
export function byDue(ideas: readonly Idea[]): readonly Idea[] {
  return ideas.toSorted((a, b) => compare(a.due ?? '9999-99-99', b.due ?? '9999-99-99'));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Of the month before or after, shown to fill the week. */
  outside: boolean;
  ideas: readonly Idea[];
}

const MONDAY = 3;

/** The weeks of a month `YYYY-MM`, Monday to Sunday, filled up with days of its neighbours, with what is due on each day. */
export function calendarMonth(month: string, ideas: readonly Idea[]): CalendarDay[][] {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const first = dayNumber(year, number, 1) ?? 0;
  const next = dayNumber(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1, 1) ?? first + 31;
  // Day 0, 1 January 1970, was a Thursday: three days after a Monday.
  const start = first - ((((first + MONDAY) % 7) + 7) % 7);
  const weeks = Math.ceil((next - start) / 7);
  const due = new Map<string, Idea[]>();
  for (const idea of byDue(ideas)) if (idea.due !== null) due.set(idea.due, [...(due.get(idea.due) ?? []), idea]);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (__, weekday): CalendarDay => {
      const at = start + week * 7 + weekday;
      const day = dayText(at);
      return { day, outside: at < first || at >= next, ideas: due.get(day) ?? [] };
    }),
  );
}

/** Ideas that no calendar shows: without a day, or with one that does not exist, as 31 February. */
export const undatedOf = (ideas: readonly Idea[]): readonly Idea[] =>
  ideas.filter(({ due }) => due === null || addDays(due, 0) !== due);

/** The calendar day a number of days after another; both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return dayText((dayNumber(year, month, date) ?? 0) + days);
}

/** The month a number of months after another; both `YYYY-MM`. */
export function addMonths(month: string, months: number): string {
  const [year = 1970, number = 1] = month.split('-').map(Number);
  const total = year * 12 + number - 1 + months;
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((((total % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

const dayText = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
