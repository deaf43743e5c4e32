import type { Figure, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { ascent, lineHeight, truncate, wrapText } from './text';

const NAME: Font = { size: 13, weight: 600 };
const ROLE: Font = { size: 11, weight: 400 };
const QUOTE: Font = { size: 11.5, weight: 400 };
const INITIALS: Font = { size: 13, weight: 700 };
const FACE = 36;
const PADDING = 11;

/** The first letters of the first two words of a name: `Lucía García, 34` gives `LG`. */
export function initialsOf(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
}

/** In the quotation marks of the language, unless it has some already. */
function quoted(quote: string, language: FigureContext['language']): string {
  const bare = quote.trim().replace(/^[“"«]|[”"»]$/g, '');
  return language === 'es' ? `«${bare}»` : `“${bare}”`;
}

/** A persona: face or initials, name, role, and what they say. */
export function portraitFigure(
  parts: {
    name: string;
    placeholder: string;
    role: string;
    quote: string;
    width: number;
    minHeight: number | null;
    picture: string | null;
  },
  context: FigureContext,
): Figure {
  const { theme, measure } = context;
  const left = PADDING + FACE + 9;
  const nameWidth = parts.width - left - PADDING;
  const name = wrapText(parts.name || parts.placeholder, NAME, nameWidth, measure, 2);
  const headHeight = name.length * lineHeight(NAME) + (parts.role ? lineHeight(ROLE) + 1 : 0);
  const quote = parts.quote
    ? wrapText(quoted(parts.quote, context.language), QUOTE, parts.width - 2 * PADDING, measure, 4)
    : [];
  const headTop = PADDING + Math.max(0, (FACE - headHeight) / 2);
  const quoteTop = PADDING + Math.max(FACE, headHeight) + 8;
  const height = Math.max(
    quote.length ? quoteTop + quote.length * lineHeight(QUOTE) + PADDING - 2 : quoteTop + 3,
    parts.minHeight ?? 0,
  );
  const primitives: Primitive[] = [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: parts.width - 1,
      height: height - 1,
      radius: 11,
      fill: theme.surface,
      stroke: theme.border,
      strokeWidth: 1,
    },
  ];
  if (parts.picture) {
    primitives.push({
      type: 'picture',
      picture: parts.picture,
      x: PADDING,
      y: PADDING,
      width: FACE,
      height: FACE,
      radius: FACE / 2,
    });
  } else {
    primitives.push(
      {
        type: 'rect',
        x: PADDING,
        y: PADDING,
        width: FACE,
        height: FACE,
        radius: FACE / 2,
        fill: theme.tones.teal.strong,
      },
      {
        type: 'text',
        text: initialsOf(parts.name || parts.placeholder),
        x: PADDING + FACE / 2,
        y: PADDING + FACE / 2 + 4.7,
        font: INITIALS,
        fill: theme.surface,
        anchor: 'middle',
      },
    );
  }
  name.forEach((text, index) => {
    primitives.push({
      type: 'text',
      text,
      x: left,
      y: headTop + index * lineHeight(NAME) + ascent(NAME),
      font: NAME,
      fill: parts.name ? theme.text : theme.faint,
    });
  });
  if (parts.role) {
    primitives.push({
      type: 'text',
      text: truncate(parts.role, ROLE, nameWidth, measure),
      x: left,
      y: headTop + name.length * lineHeight(NAME) + 1 + ascent(ROLE),
      font: ROLE,
      fill: theme.muted,
    });
  }
  quote.forEach((text, index) => {
    primitives.push({
      type: 'text',
      text,
      x: PADDING,
      y: quoteTop + index * lineHeight(QUOTE) + ascent(QUOTE),
      font: QUOTE,
      fill: theme.muted,
    });
  });
  return {
    width: parts.width,
    height,
    primitives,
    outline: 'box',
    title: {
      box: { x: left, y: headTop, width: nameWidth, height: name.length * lineHeight(NAME) },
      font: NAME,
      align: 'start',
    },
  };
}
