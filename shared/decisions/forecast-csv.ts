import type { JourneyMap } from '../document/schema';
import type { Translate } from '../language/translator';
import type { Forecast, ForecastValue } from './forecast';
import { titleOf } from './wording';

/**
 * A forecast as CSV (RFC 4180, lines end in CR LF), a line for each period, outcome and measure, and one for all periods
 * together. Numbers have a decimal point, no thousands and at most six decimals; a text that a spreadsheet would take for
 * a formula gets an apostrophe before it.
 */
export function forecastCsv(forecast: Forecast, map: JourneyMap, t: Translate): string {
  const rows: (string | number | null)[][] = [
    ['period', 'outcome', 'measure', 'unit', 'expected', 'median', 'low', 'high'].map((name) =>
      t(`decisions.csv.${name as 'period'}`),
    ),
  ];
  const all = t('decisions.csv.all');
  const add = (period: string, about: (string | null)[], { expected, band }: ForecastValue) =>
    rows.push([period, ...about, expected, band?.median ?? null, band?.low ?? null, band?.high ?? null]);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  [...forecast.periods, all].forEach((period, index) => {
    const last = index === forecast.periods.length;
    const one = (values: readonly number[]) => ({ expected: last ? sum(values) : (values[index] ?? 0), band: null });
    const customers = t('decisions.csv.customers');
    add(period, [t('decisions.csv.entering'), customers, null], one(forecast.entering));
    for (const { element, customers: line, units, unitName } of forecast.outcomes) {
      const title = titleOf(map, element, t);
      const value = last ? line.total : line.values[index];
      if (value) add(period, [title, customers, null], value);
      const needed = last ? units?.total : units?.values[index];
      if (needed) add(period, [title, t('decisions.csv.needed'), unitName], needed);
    }
    for (const { currency, line } of forecast.value) {
      const value = last ? line.total : line.values[index];
      if (value) add(period, [null, t('decisions.csv.value'), currency], value);
    }
    add(period, [t('decisions.csv.leave'), customers, null], one(forecast.left));
  });
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return plainNumber(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Never with an exponent, which some programs read as text. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  const rounded = Math.round(value * 1e6) / 1e6;
  if (Math.abs(rounded) >= 1e21) return BigInt(Math.round(rounded)).toString();
  return rounded.toFixed(6).replace(/\.?0+$/, '');
}
