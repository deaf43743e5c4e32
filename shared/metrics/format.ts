import type { Metric } from '../document/schema';
import type { Language } from '../language/translator';

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

/** A value of a metric with its unit: `2.1%`, `2,1 %`, `€1,234.50`, `1.234,50 €`, `12,345`. */
export function formatValue(
  value: number,
  metric: Pick<Metric, 'unit' | 'currency' | 'decimals'>,
  language: Language,
): string {
  const { unit, decimals } = metric;
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

/** −0.04 with one decimal is 0.0, not -0.0. */
function withoutNegativeZero(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) === 0 ? 0 : value;
}
