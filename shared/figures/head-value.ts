import { changeInk, quietInk, tintColours, tintSign } from './badge-tint';
import { CHEVRON_HEIGHT } from './chevron';
import type { BadgeValue, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { truncate } from './text';

const LABEL: Font = { size: 10, weight: 400 };
const VALUE: Font = { size: 10.5, weight: 700 };
const CHANGE: Font = { size: 10, weight: 600 };
const HEIGHT = 15;
const TOP = CHEVRON_HEIGHT + 1.5;
const SIGN = 8;

/**
 * The values of a stage, in a line below its head: name, value, change, as many as there is room for. What does not fit
 * is counted, so that nobody takes a part for the whole.
 */
export function headValueFigure(values: readonly BadgeValue[], width: number, context: FigureContext): Primitive[] {
  const { theme, measure } = context;
  const out: Primitive[] = [];
  const right = width - 8;
  let x = 12;
  for (const [index, value] of values.entries()) {
    const text = value.uncertain ? `≈ ${value.value}` : value.value;
    const signWidth = value.tint.by === 'none' ? 0 : SIGN + 4;
    const fixed = 12 + signWidth + measure(text, VALUE) + (value.change ? measure(value.change, CHANGE) + 4 : 0);
    const rest = values.length - index - 1;
    const room = right - x - fixed - (rest > 0 ? 22 : 0);
    if (room < 0) {
      const more = `+${values.length - index}`;
      out.push({ type: 'text', text: more, x, y: TOP + 11, font: LABEL, fill: theme.muted });
      return out;
    }
    const share = rest > 0 ? Math.min(room, Math.max((right - 12) / values.length - fixed, 0)) : room;
    const label = share > 20 ? truncate(value.label, LABEL, share - 4, measure) : '';
    const labelWidth = label ? measure(label, LABEL) + 4 : 0;
    const { soft } = tintColours(value.tint, theme);
    const quiet = quietInk(value.tint, theme);
    out.push({ type: 'rect', x, y: TOP, width: fixed + labelWidth, height: HEIGHT, radius: HEIGHT / 2, fill: soft });
    let at = x + 6;
    out.push(...tintSign(value.tint, at, TOP + (HEIGHT - SIGN) / 2, SIGN, theme));
    at += signWidth;
    const run = (content: string, font: Font, fill: string) => {
      out.push({ type: 'text', text: content, x: at, y: TOP + 11, font, fill });
      at += measure(content, font) + 4;
    };
    if (label) run(label, LABEL, quiet);
    run(text, VALUE, value.uncertain ? quiet : theme.text);
    if (value.change) run(value.change, CHANGE, changeInk(value.tint, value.changeIs, theme));
    x += fixed + labelWidth + 5;
  }
  return out;
}
