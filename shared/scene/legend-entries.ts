import type { FigureContext } from '../figures/figure';
import type { Font, Primitive } from '../figures/primitives';
import { lineHeight, truncate } from '../figures/text';

const LABEL: Font = { size: 11.5, weight: 500 };
/** How high an entry is. */
export const CHIP = 22;
const GAP = 20;
export const ROW_HEIGHT = 32;

/** One entry: drawn from (0, 0), in a row `CHIP` high. */
export interface Entry {
  width: number;
  primitives: Primitive[];
}

/** Entries from left to right, in as many rows as it takes. */
export function flow(
  entries: readonly Entry[],
  top: number,
  width: number,
): { primitives: Primitive[]; bottom: number } {
  const primitives: Primitive[] = [];
  let [x, y] = [0, top];
  for (const entry of entries) {
    if (x > 0 && x + entry.width > width) [x, y] = [0, y + ROW_HEIGHT];
    primitives.push({ type: 'group', x, y, children: entry.primitives });
    x += entry.width + GAP;
  }
  return { primitives, bottom: y + ROW_HEIGHT };
}

/** A sign with its name. */
export function labelled(label: string, signWidth: number, context: FigureContext, sign: Primitive[]): Entry {
  const left = signWidth + 8;
  return {
    width: left + context.measure(label, LABEL),
    primitives: [...sign, text(label, left, LABEL, context.theme.text)],
  };
}

/** A text by itself, cut where it is wider than `most`. */
export function plain(label: string, font: Font, fill: string, most: number, { measure }: FigureContext): Entry {
  const line = truncate(label, font, most, measure);
  return { width: measure(line, font), primitives: [text(line, 0, font, fill)] };
}

/** On the middle of the row. */
export const text = (label: string, x: number, font: Font, fill: string): Primitive => ({
  type: 'text',
  text: label,
  x,
  y: CHIP / 2 + lineHeight(font) * 0.265,
  font,
  fill,
});
