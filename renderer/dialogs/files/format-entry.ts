import type { Language } from '../../../shared/language/translator';

const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };
const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes in words: 12 kB, 3.4 MB. */
export function formatSize(bytes: number, language: Language): string {
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1);
  const size = bytes / 1000 ** power;
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: power > 0 && size < 10 ? 1 : 0,
  }).format(size);
}

/** A moment, as near as it matters: the time today, else the day. */
export function formatMoment(iso: string, language: Language, now: Date = new Date()): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return '';
  const today = moment.toDateString() === now.toDateString();
  return new Intl.DateTimeFormat(
    LOCALES[language],
    today ? { hour: '2-digit', minute: '2-digit' } : { day: 'numeric', month: 'short', year: 'numeric' },
  ).format(moment);
}
