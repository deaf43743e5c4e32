import type { Figure, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { truncate } from './text';

const FONT: Font = { size: 13, weight: 600 };
const NUMBER_FONT: Font = { size: 13, weight: 400 };
/** How far the arrow reaches into the next column. */
const TIP = 11;
const GAP = 5;
export const CHEVRON_HEIGHT = 38;
const DEFAULT_COLOUR = '#33536f';

/** The head of a stage's column: an arrow that points to the next one. `number` is its place, from 1. */
export function chevronFigure(
  parts: { title: string; placeholder: string; width: number; colour: string | null; number?: number },
  context: FigureContext,
): Figure {
  const right = parts.width - GAP;
  const middle = CHEVRON_HEIGHT / 2;
  const primitives: Primitive[] = [
    {
      type: 'path',
      d: `M0 0H${right}L${right + TIP} ${middle}L${right} ${CHEVRON_HEIGHT}H0L${TIP} ${middle}Z`,
      fill: parts.colour ?? DEFAULT_COLOUR,
      lineJoin: 'round',
    },
  ];
  const baseline = middle + 4.6;
  let left = 24;
  if (parts.number !== undefined) {
    const number = String(parts.number);
    primitives.push({ type: 'text', text: number, x: left, y: baseline, font: NUMBER_FONT, fill: '#d5deea' });
    left += context.measure(number, NUMBER_FONT) + 8;
  }
  const width = right - left - 4;
  primitives.push({
    type: 'text',
    text: truncate(parts.title || parts.placeholder, FONT, width, context.measure),
    x: left,
    y: baseline,
    font: FONT,
    fill: '#ffffff',
  });
  return {
    width: parts.width,
    height: CHEVRON_HEIGHT,
    primitives,
    outline: 'box',
    title: { box: { x: left, y: middle - 9, width, height: 18 }, font: FONT, align: 'start' },
  };
}
