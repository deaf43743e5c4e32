import type { Figure, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { ascent, lineHeight, wrapText } from './text';

const TITLE: Font = { size: 12.5, weight: 600 };
const TEXT: Font = { size: 11.5, weight: 400 };
const PADDING = 12;
const PICTURE_HEIGHT = 84;

/** A sticky note: the only card that shows its whole text. */
export function noteFigure(
  parts: {
    title: string;
    text: string;
    placeholder: string;
    width: number;
    minHeight: number | null;
    colour: string | null;
    picture: string | null;
  },
  context: FigureContext,
): Figure {
  const { theme, measure } = context;
  const inner = parts.width - 2 * PADDING;
  const title = wrapText(parts.title || (parts.text ? '' : parts.placeholder), TITLE, inner, measure, 6).filter(
    (line, _, all) => line || all.length > 1,
  );
  const text = parts.text ? wrapText(parts.text, TEXT, inner, measure, 12) : [];
  const pictureHeight = parts.picture ? PICTURE_HEIGHT + 6 : 0;
  const titleTop = PADDING + pictureHeight;
  const textTop = titleTop + title.length * lineHeight(TITLE) + (title.length && text.length ? 4 : 0);
  const height = Math.max(textTop + text.length * lineHeight(TEXT) + PADDING, parts.minHeight ?? 0, 44);
  const fill = parts.colour ?? theme.notes.yellow;
  const ink = parts.colour ? '#1d2430' : theme.text;
  const primitives: Primitive[] = [
    { type: 'rect', x: 0, y: 0, width: parts.width, height, radius: 3, fill },
    { type: 'path', d: `M0 ${height - 3}V${height}H${parts.width}V${height - 3}Z`, fill: '#000000', opacity: 0.08 },
  ];
  if (parts.picture) {
    primitives.push({
      type: 'picture',
      picture: parts.picture,
      x: 8,
      y: 8,
      width: parts.width - 16,
      height: PICTURE_HEIGHT,
      radius: 3,
    });
  }
  title.forEach((line, index) => {
    primitives.push({
      type: 'text',
      text: line,
      x: PADDING,
      y: titleTop + index * lineHeight(TITLE) + ascent(TITLE),
      font: TITLE,
      fill: parts.title ? ink : theme.muted,
    });
  });
  text.forEach((line, index) => {
    primitives.push({
      type: 'text',
      text: line,
      x: PADDING,
      y: textTop + index * lineHeight(TEXT) + ascent(TEXT),
      font: TEXT,
      fill: ink,
    });
  });
  return {
    width: parts.width,
    height,
    primitives,
    outline: 'box',
    title: {
      box: { x: PADDING, y: titleTop, width: inner, height: Math.max(title.length, 1) * lineHeight(TITLE) },
      font: TITLE,
      align: 'start',
    },
  };
}
