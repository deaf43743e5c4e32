import type { Metric } from '../document/schema';
import type { Language } from '../language/translator';
import { formatClock, formatDuration } from './durations';

const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format is slow and maps show hundreds of numbers: each is kept. */
function formatOf(language: Language, options: Intl.NumberFormatOptions) {
  const key = `${language} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], options);
    formats.set(key, format);
  }
  return format;
}

const digits = (count: number) => ({ minimumFractionDigits: count, maximumFractionDigits: count });

/** A number with a fixed count of decimals, as the language writes it. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  return formatOf(language, digits(decimals)).format(withoutNegativeZero(value, decimals));
}

/** What decides how a metric's values are written. */
export type ValueFormat = Pick<Metric, 'unit' | 'currency' | 'decimals'> & Partial<Pick<Metric, 'aggregation'>>;

/**
 * A value of a metric with its unit: `2.1%`, `2,1 %`, `€1,234.50`, `1.234,50 €`, `12,345`, `1 min 35 s`. A Net Promoter
 * Score, which goes from −100 to 100, carries its sign: `+32`, `−5`, `0`.
 */
export function formatValue(value: number, metric: ValueFormat, language: Language): string {
  const { unit, decimals } = metric;
  if (unit === 'duration') return formatDuration(value, decimals, language);
  if (metric.aggregation === 'nps' && unit === 'number') {
    const size = formatNumber(Math.abs(value), decimals, language);
    return /[1-9]/.test(size) ? `${value > 0 ? '+' : '−'}${size}` : size;
  }
  if (unit === 'percent') {
    const options = { style: 'percent', ...digits(decimals) } as const;
    return formatOf(language, options).format(withoutNegativeZero(value, decimals + 2));
  }
  const currency = metric.currency.trim();
  if (unit !== 'currency' || currency === '') return formatNumber(value, decimals, language);
  if (!/^[A-Za-z]{3}$/.test(currency)) return `${formatNumber(value, decimals, language)} ${currency}`;
  const options = { style: 'currency', currency: currency.toUpperCase(), ...digits(decimals) } as const;
  return formatOf(language, options).format(withoutNegativeZero(value, decimals));
}

/** The same where there is little room: times as a clock shows them, `1:35`. */
export function formatShortValue(value: number, metric: ValueFormat, language: Language): string {
  const isLong = metric.unit === 'duration' && Math.round(Math.abs(value)) >= 60;
  return isLong && Math.abs(value) < 100 * 3600 ? formatClock(value) : formatValue(value, metric, language);
}

/** −0.04 with one decimal is 0.0, not -0.0. */
function withoutNegativeZero(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) === 0 ? 0 : value;
}
