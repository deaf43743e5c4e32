import type { CellKind } from '../column-counts';
import { storedNumber } from '../plain-number';
import type { NumberStyle } from './number-format';

const DAY = 86_400_000;
/** 31 December 9999, the last day that spreadsheets know. */
const LAST_SERIAL = 2_958_465;

export interface CellText {
  text: string;
  kind: CellKind;
}

/** A number of a workbook as a person sees it, but with all its digits, a decimal point and no thousands signs. */
export function numberText(stored: string, style: NumberStyle, is1904: boolean): CellText {
  const number: CellText = { text: storedNumber(stored), kind: 'number' };
  switch (style.kind) {
    case 'plain':
      return number;
    case 'percent':
      return { text: `${storedNumber(stored, 2)}%`, kind: 'number' };
    case 'currency':
      return {
        text: style.isBefore ? withSignBefore(number.text, style.sign) : `${number.text} ${style.sign}`,
        kind: 'number',
      };
    case 'date':
    case 'time':
    case 'elapsed': {
      const text = serialText(Number(stored), style.kind, is1904);
      return text === null ? number : { text, kind: 'date' };
    }
  }
}

function withSignBefore(number: string, sign: string): string {
  return number.startsWith('-') ? `-${sign}${number.slice(1)}` : `${sign}${number}`;
}

/**
 * A serial number of a day as text, null where it is none. Days are counted from 1900-01-01 as 1 with a 29 February 1900
 * (60) that never was, or, in workbooks of old Macintoshes, from 1904-01-01 as 0 (ECMA-376 part 1, 18.17.4.1).
 * A time of a second's thousandth is the finest that spreadsheets show.
 */
function serialText(serial: number, kind: 'date' | 'time' | 'elapsed', is1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= LAST_SERIAL + 1) return null;
  const milliseconds = Math.round(serial * DAY);
  const day = Math.floor(milliseconds / DAY);
  const rest = milliseconds - day * DAY;
  if (kind === 'elapsed') return clock(milliseconds);
  if (kind === 'time' && day === 0) return clock(rest);
  const date = dayText(day, is1904);
  if (date === null) return rest > 0 ? clock(rest) : null;
  return rest > 0 ? `${date} ${clock(rest)}` : date;
}

function dayText(day: number, is1904: boolean): string | null {
  if (is1904) return isoDay(Date.UTC(1904, 0, 1 + day));
  if (day === 0) return null;
  if (day === 60) return '1900-02-29';
  return isoDay(Date.UTC(1899, 11, (day < 60 ? 31 : 30) + day));
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10);

function clock(milliseconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const seconds = Math.floor(milliseconds / 1000);
  const fraction = milliseconds % 1000;
  const shown = fraction > 0 ? `.${String(fraction).padStart(3, '0')}` : '';
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}${shown}`;
}

/** A date that a workbook holds as text already (cells of type `d`): 2026-03-01T14:30:00Z. */
export function isoDateText(stored: string): CellText {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)Z?)?$/.exec(stored.trim()) ?? [];
  if (!date) return { text: stored, kind: 'text' };
  const isMidnight = !time || /^00:00(?::00(?:\.0+)?)?$/.test(time);
  return { text: isMidnight ? date : `${date} ${time}`, kind: 'date' };
}

/** Characters that XML can't hold stand in workbooks as _x000D_. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
