import type { Entry } from '../document/schema';

export type EntryUnit = Entry['unit'];

/** Days of a unit of time, on average over the four hundred years in which the calendar repeats. */
export const DAYS: Readonly<Record<EntryUnit, number>> = {
  day: 1,
  week: 7,
  month: 365.2425 / 12,
  quarter: 365.2425 / 4,
  year: 365.2425,
};

/** An entry in another unit of time. Its series keeps its periods, and its numbers per period of their own. */
export function convertEntry(entry: Entry, unit: EntryUnit): Entry {
  if (entry.unit === unit) return entry;
  const factor = DAYS[unit] / DAYS[entry.unit];
  return { ...entry, unit, customers: entry.customers * factor, growth: (1 + entry.growth) ** factor - 1 };
}
