import { createTranslator, type Language } from '../language/translator';

/** Units of time, fine to coarse. Weeks are ISO weeks: Monday to Sunday, week 1 holds 4 January. */
export const PERIOD_UNITS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/**
 * Periods are the texts of the file format: `2026`, `2026-Q4`, `2026-11`, `2026-W47`, `2026-11-16`, or empty for a
 * value without a date. Days are counted from 1970-01-01.
 */
export type Period = string;

const MS_A_DAY = 86_400_000;
const pad = (value: number, length = 2) => String(value).padStart(length, '0');

/** The number of a calendar day; null where there is no such day, as 31 February. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(date.getTime() / MS_A_DAY);
}

function calendar(dayCount: number): { year: number; month: number; day: number } {
  const date = new Date(dayCount * MS_A_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The first day of a year, month and day that are known to be valid. */
const dayOf = (year: number, month: number, day: number): number => dayNumber(year, month, day) ?? 0;

/** Days since Monday; 1970-01-01 was a Thursday. */
const weekday = (dayCount: number) => (((dayCount + 3) % 7) + 7) % 7;

/** The Monday of an ISO week. */
const mondayOf = (year: number, week: number): number => {
  const fourth = dayOf(year, 1, 4);
  return fourth - weekday(fourth) + (week - 1) * 7;
};

/** How many ISO weeks a year has: 52 or 53. */
export function weeksOfYear(year: number): number {
  return Math.round((mondayOf(year + 1, 1) - mondayOf(year, 1)) / 7);
}

/** The unit of a period; null for the empty one and for what is no period. */
export function unitOf(period: Period): PeriodUnit | null {
  if (/^\d{4}$/.test(period)) return 'year';
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter';
  if (/^\d{4}-\d\d$/.test(period)) return 'month';
  if (/^\d{4}-W\d\d$/.test(period)) return 'week';
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return 'day';
  return null;
}

/** The first day of a period, as a number; null for the empty one. */
export function firstDay(period: Period): number | null {
  const year = Number(period.slice(0, 4));
  switch (unitOf(period)) {
    case 'year':
      return dayOf(year, 1, 1);
    case 'quarter':
      return dayOf(year, Number(period.slice(6)) * 3 - 2, 1);
    case 'month':
      return dayOf(year, Number(period.slice(5)), 1);
    case 'week':
      return mondayOf(year, Number(period.slice(6)));
    case 'day':
      return dayOf(year, Number(period.slice(5, 7)), Number(period.slice(8)));
    case null:
      return null;
  }
}

/** The period of a unit in which a day lies. The year of a week is that of its Thursday. */
export function periodOfDay(dayCount: number, unit: PeriodUnit): Period {
  const { year, month, day } = calendar(dayCount);
  switch (unit) {
    case 'day':
      return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
    case 'week': {
      const weekYear = calendar(dayCount - weekday(dayCount) + 3).year;
      return `${pad(weekYear, 4)}-W${pad(Math.floor((dayCount - mondayOf(weekYear, 1)) / 7) + 1)}`;
    }
    case 'month':
      return `${pad(year, 4)}-${pad(month)}`;
    case 'quarter':
      return `${pad(year, 4)}-Q${Math.ceil(month / 3)}`;
    case 'year':
      return pad(year, 4);
  }
}

const COARSER: Record<PeriodUnit, readonly PeriodUnit[]> = {
  day: PERIOD_UNITS,
  // A week can lie in two months, quarters and years: it goes into none of them.
  week: ['week'],
  month: ['month', 'quarter', 'year'],
  quarter: ['quarter', 'year'],
  year: ['year'],
};

/** The period of a coarser unit that holds a period; null where the unit is finer, or a week would be cut. */
export function groupPeriod(period: Period, unit: PeriodUnit): Period | null {
  const own = unitOf(period);
  const first = firstDay(period);
  if (own === null || first === null || !COARSER[own].includes(unit)) return null;
  return periodOfDay(first, unit);
}

/**
 * The unit that suits a column: the finest into which all its periods go; days that lie whole weeks apart are weeks,
 * days that all begin (or end) a month, quarter or year are those. Null where there are none or no unit fits.
 */
export function suggestUnit(periods: Iterable<Period>): PeriodUnit | null {
  const distinct = [...new Set(periods)].filter((period) => unitOf(period) !== null);
  if (distinct.length === 0) return null;
  const fitting = PERIOD_UNITS.find((unit) => distinct.every((period) => groupPeriod(period, unit) !== null)) ?? null;
  if (fitting !== 'day' || distinct.length < 2) return fitting;
  const days = distinct.map((period) => firstDay(period) ?? 0).sort((a, b) => a - b);
  const all = (test: (dayCount: number) => boolean) => days.every(test);
  for (const unit of ['year', 'quarter', 'month'] as const) {
    const begins = (dayCount: number) => firstDay(periodOfDay(dayCount, unit)) === dayCount;
    if (all(begins) || all((dayCount) => begins(dayCount + 1))) return unit;
  }
  const [start = 0] = days;
  return all((dayCount) => (dayCount - start) % 7 === 0) ? 'week' : 'day';
}

/** Compares by first day, and the shorter before the longer; the empty period comes first. */
export function comparePeriods(a: Period, b: Period): number {
  const order = (firstDay(a) ?? Number.NEGATIVE_INFINITY) - (firstDay(b) ?? Number.NEGATIVE_INFINITY);
  // Infinity − Infinity: both without a date.
  if (Number.isNaN(order) || order === 0) return unitIndex(a) - unitIndex(b);
  return order;
}

const unitIndex = (period: Period) => {
  const unit = unitOf(period);
  return unit === null ? -1 : PERIOD_UNITS.indexOf(unit);
};

/** The period just before, of the same unit; null for the empty one. */
export function previousPeriod(period: Period): Period | null {
  const unit = unitOf(period);
  const first = firstDay(period);
  return unit === null || first === null ? null : periodOfDay(first - 1, unit);
}

/** A period in words: `Week of 16 Nov`, `Semana del 16 nov`, `Q4 2026`. `year` adds the year to days and weeks. */
export function periodLabel(period: Period, language: Language, options: { year?: boolean } = {}): string {
  const unit = unitOf(period);
  const first = firstDay(period);
  const t = createTranslator(language);
  if (unit === null || first === null) return t('metrics.periods.none');
  const { year, month, day } = calendar(first);
  const monthName = t('metrics.periods.months').split('|')[month - 1] ?? '';
  const dayText = `${day} ${monthName}${options.year ? ` ${year}` : ''}`;
  switch (unit) {
    case 'day':
      return dayText;
    case 'week':
      return t('metrics.periods.week', { day: dayText });
    case 'month':
      return `${monthName} ${year}`;
    case 'quarter':
      return t('metrics.periods.quarter', { quarter: Math.ceil(month / 3), year });
    case 'year':
      return String(year);
  }
}
