import { firstDay, type Period, type PeriodUnit, periodOfDay, previousPeriod, unitOf, weeksOfYear } from './periods';

/** The longest period of each unit, in days: that many days on from its first, the next one has begun. */
const LONGEST: Record<PeriodUnit, number> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The period just after, of the same unit; null for the empty one. */
export function nextPeriod(period: Period): Period | null {
  const unit = unitOf(period);
  const first = firstDay(period);
  return unit === null || first === null ? null : periodOfDay(first + LONGEST[unit], unit);
}

/** The last day of a period, counted from 1970-01-01; null for the empty one. */
export function lastDay(period: Period): number | null {
  const next = nextPeriod(period);
  const first = next === null ? null : firstDay(next);
  return first === null ? null : first - 1;
}

/**
 * The same period a year ago: the same date, ISO week number, month or quarter. Null for the empty period, for 29
 * February, and for a week 53 where the year before has 52: nothing there is the same.
 */
export function periodLastYear(period: Period): Period | null {
  const unit = unitOf(period);
  if (unit === null) return null;
  const year = Number(period.slice(0, 4)) - 1;
  const rest = period.slice(4);
  if (unit === 'day' && rest === '-02-29') return null;
  if (unit === 'week' && Number(rest.slice(2)) > weeksOfYear(year)) return null;
  return `${String(year).padStart(4, '0')}${rest}`;
}

/**
 * The longer period to which a shorter one belongs; the same one where the units are equal; null where `unit` is
 * shorter. A week belongs where its Thursday lies, which is where most of its days are: the rule by which ISO 8601 gives
 * a week its year.
 */
export function longerPeriod(period: Period, unit: PeriodUnit): Period | null {
  const own = unitOf(period);
  const first = firstDay(period);
  if (own === null || first === null || LONGEST[own] > LONGEST[unit]) return null;
  return periodOfDay(own === 'week' ? first + 3 : first, unit);
}

/** Whether a period lies in two of a longer unit, as some weeks do. */
export function isCut(period: Period, unit: PeriodUnit): boolean {
  const [first, last] = [firstDay(period), lastDay(period)];
  return first !== null && last !== null && periodOfDay(first, unit) !== periodOfDay(last, unit);
}

/** The periods of a unit that belong to a longer period, ascending. */
export function periodsWithin(longer: Period, unit: PeriodUnit): Period[] {
  const [first, last] = [firstDay(longer), lastDay(longer)];
  if (first === null || last === null) return [];
  const found: Period[] = [];
  // One before, since a week may begin in the period before and belong to this one.
  let period: Period | null = previousPeriod(periodOfDay(first, unit));
  while (period !== null && (firstDay(period) ?? last + 1) <= last) {
    const owner = unitOf(longer);
    if (owner !== null && longerPeriod(period, owner) === longer) found.push(period);
    period = nextPeriod(period);
  }
  return found;
}
