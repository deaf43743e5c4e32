import { badgeHeight, badgeStrip } from './badge-strip';
import type { Badge, Figure, FigureContext } from './figure';
import { iconShape } from './icon';
import type { IconName } from './icons';
import type { Font, Primitive } from './primitives';
import { ascent, lineHeight, wrapText } from './text';
import type { Tone } from './theme';

export interface CardParts {
  icon: IconName;
  tone: Tone;
  title: string;
  /** Shown in the title's place while there is none. */
  placeholder: string;
  /** The second line: short facts. */
  summary: string;
  width: number;
  minHeight: number | null;
  picture: string | null;
  badge: Badge | null;
  /** In place of the surface's colour. */
  fill?: string;
}

const TITLE_FONT: Font = { size: 12.5, weight: 600 };
const SUMMARY_FONT: Font = { size: 11, weight: 400 };
const PADDING = 10;
const TITLE_LEFT = 32;
const RADIUS = 9;
const PICTURE_HEIGHT = 84;
const MOST_TITLE_LINES = 6;

/** The look that most kinds share: a bar in the kind's colour, its icon, the title, a second line, a strip with a number. */
export function cardFigure(parts: CardParts, context: FigureContext): Figure {
  const { theme, measure } = context;
  const tone = theme.tones[parts.tone];
  const titleWidth = parts.width - TITLE_LEFT - PADDING;
  const primitives: Primitive[] = [];
  let y = 0;
  if (parts.picture) {
    primitives.push({
      type: 'picture',
      picture: parts.picture,
      x: 6,
      y: 6,
      width: parts.width - 12,
      height: PICTURE_HEIGHT,
      radius: 6,
    });
    y += PICTURE_HEIGHT + 6;
  }
  const titleLines = wrapText(parts.title || parts.placeholder, TITLE_FONT, titleWidth, measure, MOST_TITLE_LINES);
  const titleTop = y + PADDING - 1;
  y = titleTop + titleLines.length * lineHeight(TITLE_FONT);
  const summaryLines = parts.summary ? wrapText(parts.summary, SUMMARY_FONT, titleWidth, measure, 2) : [];
  if (summaryLines.length) y += summaryLines.length * lineHeight(SUMMARY_FONT) + 2;
  const contentHeight = y + PADDING - 2;
  const strip = parts.badge ? badgeHeight(parts.badge) : 0;
  const height = Math.max(contentHeight + strip, parts.minHeight ?? 0, 36);

  const body: Primitive[] = [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: parts.width - 1,
      height: height - 1,
      radius: RADIUS,
      fill: parts.fill ?? theme.surface,
      stroke: theme.border,
      strokeWidth: 1,
    },
  ];
  if (parts.badge) body.push(...badgeStrip(parts.badge, parts.width, height, context));
  body.push({
    type: 'rect',
    x: 0,
    y: 8,
    width: 3,
    height: Math.max(height - 16 - strip, 12),
    radius: 1.5,
    fill: tone.strong,
  });
  body.push(...primitives);
  body.push(iconShape(parts.icon, 11, titleTop + 1, 14, tone.strong));
  titleLines.forEach((text, index) => {
    body.push({
      type: 'text',
      text,
      x: TITLE_LEFT,
      y: titleTop + index * lineHeight(TITLE_FONT) + ascent(TITLE_FONT),
      font: TITLE_FONT,
      fill: parts.title ? theme.text : theme.faint,
    });
  });
  summaryLines.forEach((text, index) => {
    body.push({
      type: 'text',
      text,
      x: TITLE_LEFT,
      y:
        titleTop +
        titleLines.length * lineHeight(TITLE_FONT) +
        2 +
        index * lineHeight(SUMMARY_FONT) +
        ascent(SUMMARY_FONT),
      font: SUMMARY_FONT,
      fill: theme.muted,
    });
  });
  return {
    width: parts.width,
    height,
    primitives: body,
    outline: 'box',
    strip,
    title: {
      box: { x: TITLE_LEFT, y: titleTop, width: titleWidth, height: titleLines.length * lineHeight(TITLE_FONT) },
      font: TITLE_FONT,
      align: 'start',
    },
  };
}
