import { createTranslator, type Language } from './translator';

const LOCALES: Record<Language, string> = { en: 'en-GB', es: 'es-ES' };

/** A sum of money; without a currency, or with one that is no ISO code, a plain number with what was written. */
export function formatMoney(value: number, currency: string, language: Language): string {
  const code = currency.trim().toUpperCase();
  const digits = Number.isInteger(value) ? 0 : 2;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  if (/^[A-Z]{3}$/.test(code)) {
    return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: code, ...options }).format(value);
  }
  const number = new Intl.NumberFormat(LOCALES[language], options).format(value);
  return currency.trim() ? `${number} ${currency.trim()}` : number;
}

/**
 * A calendar day `YYYY-MM-DD` in words: 21 Nov 2026, 21 nov 2026. The months are our own words: the exported files
 * must not change with the version of the runtime's locale data.
 */
export function formatDay(day: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number);
  const name = createTranslator(language)('metrics.periods.months').split('|')[(month ?? 0) - 1];
  return name ? `${date} ${name} ${year}` : day;
}

/** A share 0–1 as a percentage: 62 %, 0.5 %. */
export function formatShare(share: number, language: Language): string {
  return SHARES[language].format(share);
}

const shareFormat = (language: Language) =>
  new Intl.NumberFormat(LOCALES[language], { style: 'percent', maximumFractionDigits: 1 });
/** Making a format is slow, and the picture of the decisions has hundreds of shares in every frame. */
const SHARES: Record<Language, Intl.NumberFormat> = { en: shareFormat('en'), es: shareFormat('es') };
