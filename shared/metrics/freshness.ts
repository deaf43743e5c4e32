import { lastDay } from './period-steps';
import { dayNumber, type Period, type PeriodUnit, unitOf } from './periods';

/**
 * How many days after its last day a period is fresh: until the next one has been over for half its length, so that
 * there was time to export it; at least a week.
 */
const FRESH_DAYS: Record<PeriodUnit, number> = { day: 7, week: 11, month: 46, quarter: 137, year: 548 };
/** Values without a date: that many days after their import. */
const FRESH_IMPORT_DAYS = 92;

/** The number of a calendar day `YYYY-MM-DD` (a time may follow), counted from 1970-01-01; null: it is none. */
function dayOf(date: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(date) ?? [];
  return year === undefined ? null : dayNumber(Number(year), Number(month), Number(day));
}

/** How fresh the latest value is. */
export interface Freshness {
  fresh: boolean;
  /** Whole days from the end of the period (or the import) to today, at least 0; null: not known. */
  age: number | null;
}

/**
 * Whether the latest value of a measurement still tells how things are. `today` is a calendar day; `importedAt`, of the
 * source, counts for values without a date. What is not known counts as not fresh.
 */
export function freshnessOf(latest: Period, today: string, importedAt: string | null = null): Freshness {
  const unit = unitOf(latest);
  const now = dayOf(today);
  const end = unit === null ? (importedAt === null ? null : dayOf(importedAt)) : lastDay(latest);
  if (now === null || end === null) return { fresh: false, age: null };
  const age = Math.max(now - end, 0);
  return { fresh: age < (unit === null ? FRESH_IMPORT_DAYS : FRESH_DAYS[unit]), age };
}
