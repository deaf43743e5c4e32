import type { Font } from './primitives';

/** The width of a text in map units. Hosts supply it: a canvas with Inter loaded, in browsers and in Node alike. */
export type MeasureText = (text: string, font: Font) => number;

/** Baseline to baseline. */
export const lineHeight = (font: Font) => Math.round(font.size * 1.36 * 10) / 10;

/** From the top of a line to its baseline. */
export const ascent = (font: Font) => Math.round(font.size * 1.02 * 10) / 10;

const ELLIPSIS = '…';
/** Hosts measure alike to about 0.01 %: a line that just fits on one must not break on another. */
const TOLERANCE = 0.05;
/** UTF-16 code units: no line is longer, so that a text of a megabyte is not measured as a whole. */
const MOST_UNITS = 10_000;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** After these a line may break without a space: Chinese, Japanese and Korean write none. */
const UNSPACED = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]|[\u{20000}-\u{3FFFF}]/u;

/** Where a line may break: after spaces and hyphens, and between characters of scripts that write no spaces. */
function* breakUnits(text: string): Generator<string> {
  for (const [word] of text.matchAll(/\S+\s*|\s+/g)) {
    if (!UNSPACED.test(word)) for (const [unit] of word.matchAll(/[^-–/]+[-–/]+(?=\S)|.+/gs)) yield unit;
    else for (const { segment } of graphemes.segment(word)) yield segment;
  }
}

/**
 * Breaks text into lines no wider than `width`; a word that is too wide by itself breaks between characters.
 * Line breaks in the text are kept. With more than `mostLines`, the last line ends in an ellipsis.
 */
export function wrapText(
  text: string,
  font: Font,
  width: number,
  measure: MeasureText,
  mostLines = Number.POSITIVE_INFINITY,
): string[] {
  const wrapped: string[] = [];
  const fits = (line: string) => line.length <= MOST_UNITS && measure(line.trimEnd(), font) <= width + TOLERANCE;
  for (const paragraph of text.split(/\r\n|[\n\r\u2028\u2029]/)) {
    if (wrapped.length > mostLines) break;
    let current = '';
    for (const unit of breakUnits(paragraph)) {
      if (fits(current + unit)) {
        current += unit;
        continue;
      }
      if (current.trim()) wrapped.push(current.trimEnd());
      current = '';
      if (wrapped.length > mostLines) break;
      if (fits(unit)) {
        current = unit;
        continue;
      }
      for (const { segment } of graphemes.segment(unit)) {
        if (current && !fits(current + segment)) {
          wrapped.push(current.trimEnd());
          current = '';
          if (wrapped.length > mostLines) break;
        }
        current += segment;
      }
    }
    wrapped.push(current.trimEnd());
  }
  if (wrapped.length <= mostLines) return wrapped;
  const kept = wrapped.slice(0, mostLines);
  kept.push(truncate(`${kept.pop() ?? ''}${ELLIPSIS}`, font, width, measure));
  return kept;
}

/** One line: what does not fit gives way to an ellipsis. */
export function truncate(text: string, font: Font, width: number, measure: MeasureText): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= MOST_UNITS && measure(line, font) <= width + TOLERANCE) return line;
  const characters = [...graphemes.segment(line.slice(0, MOST_UNITS))].map(({ segment }) => segment);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const attempt = characters.slice(0, middle).join('').trimEnd() + ELLIPSIS;
    if (measure(attempt, font) <= width) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('').trimEnd() + ELLIPSIS;
}

/** Remembers widths by font and whole label: the same label is measured once. */
export function rememberWidths(measure: MeasureText, most = 50_000): MeasureText {
  const widths = new Map<string, number>();
  return (text, font) => {
    const key = `${font.weight} ${font.size} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size >= most) widths.clear();
      width = measure(text, font);
      widths.set(key, width);
    }
    return width;
  };
}
