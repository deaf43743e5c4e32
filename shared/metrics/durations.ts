import type { Language } from '../language/translator';

/** Between a number and its unit: a line never breaks there. */
const GLUE = '\u00a0';
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A time in seconds, in words: `35 s`, `1 min 35 s`, `2 h 5 min`, `3 d 4 h`. The two largest units, rounded to the
 * smaller of them; `decimals` hold below a minute only. The same in both languages but for the decimal sign.
 */
export function formatDuration(seconds: number, decimals: number, language: Language): string {
  const size = Math.abs(seconds);
  const sign = seconds < 0 && Number(size.toFixed(decimals)) !== 0 ? '−' : '';
  const rounded = Number(size.toFixed(decimals));
  if (rounded < MINUTE) {
    const text = rounded.toFixed(decimals);
    return `${sign}${language === 'es' ? text.replace('.', ',') : text}${GLUE}s`;
  }
  if (Math.round(size) < HOUR) return `${sign}${two(Math.round(size), MINUTE, 1, 'min', 's')}`;
  if (Math.round(size / MINUTE) * MINUTE < DAY)
    return `${sign}${two(Math.round(size / MINUTE) * MINUTE, HOUR, MINUTE, 'h', 'min')}`;
  return `${sign}${two(Math.round(size / HOUR) * HOUR, DAY, HOUR, 'd', 'h')}`;
}

function two(size: number, large: number, small: number, largeUnit: string, smallUnit: string): string {
  const rest = Math.round((size % large) / small);
  const first = `${Math.floor(size / large)}${GLUE}${largeUnit}`;
  return rest === 0 ? first : `${first}${GLUE}${rest}${GLUE}${smallUnit}`;
}

/** A time in seconds as a clock shows it: `0:35`, `1:35`, `2:05:09`. Rounded to whole seconds. */
export function formatClock(seconds: number): string {
  const size = Math.round(Math.abs(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes, rest] = [Math.floor(size / HOUR), Math.floor((size % HOUR) / MINUTE), size % MINUTE];
  const clock = hours > 0 ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
  return seconds < 0 && size > 0 ? `−${clock}` : clock;
}

const UNITS: Record<string, number> = { d: DAY, h: HOUR, min: MINUTE, m: MINUTE, s: 1 };

/** Reads what the two functions above write, in seconds; null: it is no time with units or colons. */
export function readDuration(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0]+/g, ' ');
  const negative = /^[-−]/.test(plain);
  const body = plain.replace(/^[-−]\s*/, '');
  const clock = /^(?:(\d+):)?(\d+):([0-5]\d)$/.exec(body);
  if (clock) {
    const [, hours = '0', minutes = '0', seconds = '0'] = clock;
    const total = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds);
    return negative ? -total : total;
  }
  if (!/^(\d+(?:[.,]\d+)? ?(?:d|h|min|m|s) ?)+$/i.test(body)) return null;
  let total = 0;
  for (const [, amount = '', unit = ''] of body.matchAll(/(\d+(?:[.,]\d+)?) ?(d|h|min|m|s)/gi)) {
    total += Number(amount.replace(',', '.')) * (UNITS[unit.toLowerCase()] ?? 0);
  }
  return negative ? -total : total;
}
