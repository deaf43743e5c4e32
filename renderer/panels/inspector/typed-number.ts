import type { Language, Translate } from '../../../shared/language/translator';
import { readDuration } from '../../../shared/metrics/durations';
import { type NumberReading, readNumber } from '../../../shared/metrics/numbers';
import type { Parsed } from './use-draft';

/** Reads a number as it is written in a language; the other decimal sign is understood where it can mean nothing else. */
function readTyped(text: string, language: Language): NumberReading {
  const own = language === 'es' ? ',' : '.';
  const reading = readNumber(text, own);
  return reading.type === 'refused' ? readNumber(text, own === ',' ? '.' : ',') : reading;
}

interface Bounds {
  min?: number;
  max?: number;
  /** `3` and `3 %` are both 0.03; bounds are in percent. */
  percent?: boolean;
  /** `1:35` and `1 min 35 s` are 95, as is 95. */
  duration?: boolean;
}

/** A number that was typed, or null for an empty field. */
export function parseTyped(text: string, language: Language, t: Translate, bounds: Bounds = {}): Parsed<number | null> {
  if (text.trim() === '') return { value: null };
  const { percent = false, duration = false, min, max } = bounds;
  const time = duration ? readDuration(text) : null;
  if (time !== null) return { value: time };
  const reading = readTyped(percent && !text.includes('%') ? `${text}%` : text, language);
  if (reading.type !== 'number' || (!percent && reading.percent)) return { problem: t('panels.inspector.badNumber') };
  const { value } = reading;
  const measured = percent ? value * 100 : value;
  if ((min !== undefined && measured < min) || (max !== undefined && measured > max)) {
    return { problem: t('panels.inspector.outOfRange', { min: min ?? '−∞', max: max ?? '∞' }) };
  }
  return { value };
}

/** A number as it can be typed again: with the language's decimal sign and nothing between thousands. */
export function typedText(value: number, language: Language): string {
  const text = String(Number(value.toPrecision(12)));
  return language === 'es' ? text.replace('.', ',') : text;
}
