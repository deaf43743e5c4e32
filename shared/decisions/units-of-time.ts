import type { Entry } from '../document/schema';
import { firstDay, groupPeriod, type Period, periodOfDay, suggestUnit } from '../metrics/periods';

export type EntryUnit = Entry['unit'];

/** Days of a unit of time, on average over the four hundred years in which the calendar repeats. */
export const DAYS: Readonly<Record<EntryUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

/** From the first day of a period this far on, and one is in the next of that unit. */
const INTO_NEXT: Readonly<Record<EntryUnit, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The period just after, of the same unit. */
export function nextPeriod(period: Period): Period {
  const unit = suggestUnit([period]) ?? 'day';
  return periodOfDay((firstDay(period) ?? 0) + INTO_NEXT[unit], unit);
}

/** The periods that follow the one in which a day `YYYY-MM-DD` lies. */
export function comingPeriods(today: string, unit: EntryUnit, count: number): Period[] {
  const found: Period[] = [];
  let period = periodOfDay(firstDay(today) ?? 0, unit);
  for (let index = 0; index < count; index++) {
    period = nextPeriod(period);
    found.push(period);
  }
  return found;
}

/**
 * Customers who enter in a period, which may be of another unit than the entry's own: days, months and quarters are
 * added up, everything else is converted by its length. `from` is the first period to be forecast: there the entry's
 * number holds, and from there it grows.
 */
export function customersIn(entry: Entry, period: Period, from: Period): number {
  const unit = suggestUnit([period]) ?? 'day';
  const start = periodOfDay(firstDay(from) ?? 0, entry.unit);
  const first = firstDay(period) ?? 0;
  const own = periodOfDay(first, entry.unit);
  if (unit === entry.unit) return customersAt(entry, own, start);
  if (groupPeriod(own, unit) === null) return customersAt(entry, own, start) * (DAYS[unit] / DAYS[entry.unit]);
  let sum = 0;
  for (let part = own; groupPeriod(part, unit) === period; part = nextPeriod(part)) {
    sum += customersAt(entry, part, start);
  }
  return sum;
}

/**
 * Customers in a period of the entry's own unit: the number that the series names for it, as it is; else the last one
 * it names before (without its season), or the entry's own from `start` on, grown from period to period, times the season.
 */
function customersAt(entry: Entry, period: Period, start: Period): number {
  const named = entry.series.find((one) => one.period === period);
  if (named) return named.customers;
  const day = firstDay(period) ?? 0;
  const season = seasonOf(entry, period);
  let latest: { at: number; level: number } | null = null;
  for (const one of entry.series) {
    const at = firstDay(one.period);
    const factor = seasonOf(entry, one.period);
    const isOfUnit = suggestUnit([one.period]) === entry.unit;
    if (at === null || at >= day || !isOfUnit || !(factor > 0)) continue;
    if (latest === null || at > latest.at) latest = { at, level: one.customers / factor };
  }
  const { at, level } = latest ?? { at: firstDay(start) ?? 0, level: entry.customers };
  const steps = Math.max(0, Math.round((day - at) / DAYS[entry.unit]));
  return level * (1 + entry.growth) ** steps * season;
}

/** The factor of a period: that of its month, or the mean of its months. */
function seasonOf({ season }: Entry, period: Period): number {
  if (season.length !== 12) return 1;
  const unit = suggestUnit([period]) ?? 'day';
  // A week belongs to the month of its Thursday, as it belongs to its year.
  const day = (firstDay(period) ?? 0) + (unit === 'week' ? 3 : 0);
  const month = Number(periodOfDay(day, 'month').slice(5)) - 1;
  const months = unit === 'year' ? season : unit === 'quarter' ? season.slice(month, month + 3) : [season[month] ?? 1];
  return months.reduce((sum, one) => sum + one, 0) / months.length;
}
