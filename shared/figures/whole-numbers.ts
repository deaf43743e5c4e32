import { tintSign } from './badge-tint';
import type { BadgeValue, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { ascent, truncate } from './text';

const VALUE: Font = { size: 15, weight: 700 };
const CHANGE: Font = { size: 11.5, weight: 600 };
const LABEL: Font = { size: 11.5, weight: 400 };
const SIGN = 12;
const LABEL_WIDTH = 260;

export const NUMBER_HEIGHT = 22;

/** The numbers of a map as a whole, in one row from (0, top); those for which there is no room are counted. */
export function wholeNumbers(
  values: readonly BadgeValue[],
  top: number,
  width: number,
  context: FigureContext,
): Primitive[] {
  const { theme, measure } = context;
  const out: Primitive[] = [];
  const y = top + ascent(VALUE) + 1;
  let x = 0;
  for (const [index, value] of values.entries()) {
    const label = truncate(value.label, LABEL, LABEL_WIDTH, measure);
    const text = value.uncertain ? `≈ ${value.value}` : value.value;
    const sign = value.tint.by === 'none' ? 0 : SIGN + 6;
    const change = value.change ? measure(value.change, CHANGE) + 7 : 0;
    const need = measure(label, LABEL) + 7 + sign + measure(text, VALUE) + change;
    if (index > 0 && x + need > width) {
      const more = `+${values.length - index}`;
      out.push({ type: 'text', text: more, x, y, font: LABEL, fill: theme.muted });
      break;
    }
    out.push({ type: 'text', text: label, x, y, font: LABEL, fill: theme.muted });
    let at = x + measure(label, LABEL) + 7;
    out.push(...tintSign(value.tint, at, top + 5, SIGN, theme));
    at += sign;
    out.push({ type: 'text', text, x: at, y, font: VALUE, fill: value.uncertain ? theme.muted : theme.text });
    if (value.change) {
      const { good, bad } = theme.standing;
      const fill = value.changeIs === 'good' ? good.strong : value.changeIs === 'bad' ? bad.strong : theme.muted;
      out.push({ type: 'text', text: value.change, x: at + measure(text, VALUE) + 7, y, font: CHANGE, fill });
    }
    x += need + 28;
  }
  return out;
}
