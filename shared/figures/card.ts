import type { Badge, Figure, FigureContext } from './figure';
import { iconShape } from './icon';
import type { IconName } from './icons';
import type { Font, Primitive } from './primitives';
import { sparkline } from './sparkline';
import { ascent, lineHeight, truncate, wrapText } from './text';
import type { Theme, Tone } from './theme';

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
export const STRIP_HEIGHT = 28;
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
  const strip = parts.badge ? STRIP_HEIGHT : 0;
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
    title: {
      box: { x: TITLE_LEFT, y: titleTop, width: titleWidth, height: titleLines.length * lineHeight(TITLE_FONT) },
      font: TITLE_FONT,
      align: 'start',
    },
  };
}

const LABEL_FONT: Font = { size: 11, weight: 400 };
const VALUE_FONT: Font = { size: 11.5, weight: 700 };
const CHANGE_FONT: Font = { size: 11, weight: 600 };

/** The coloured foot of a card: name, value, change, sparkline. What does not fit is left out, the value last. */
export function badgeStrip(badge: Badge, width: number, height: number, context: FigureContext): Primitive[] {
  const { theme, measure } = context;
  const top = height - STRIP_HEIGHT;
  const [soft, strong] = statusColours(badge.status, theme);
  const out: Primitive[] = [
    {
      type: 'path',
      d: `M1 ${top}H${width - 1}V${height - RADIUS}a${RADIUS - 1} ${RADIUS - 1} 0 0 1 -${RADIUS - 1} ${RADIUS - 1}H${RADIUS}a${RADIUS - 1} ${RADIUS - 1} 0 0 1 -${RADIUS - 1} -${RADIUS - 1}z`,
      fill: soft,
    },
    { type: 'path', d: `M1 ${top}H${width - 1}`, stroke: theme.border, strokeWidth: 1 },
  ];
  const baseline = top + 18;
  const gap = 6;
  let x = PADDING;
  const right = width - PADDING;
  const valueWidth = measure(badge.value, VALUE_FONT);
  const changeWidth = badge.change ? measure(badge.change, CHANGE_FONT) + gap : 0;
  const sparkWidth = badge.series.length > 1 ? 40 : 0;
  const labelRoom = right - x - valueWidth - changeWidth - sparkWidth - 2 * gap;
  if (labelRoom > 18) {
    const label = truncate(badge.label, LABEL_FONT, labelRoom, measure);
    out.push({ type: 'text', text: label, x, y: baseline, font: LABEL_FONT, fill: theme.muted });
    x += measure(label, LABEL_FONT) + gap;
  }
  out.push({ type: 'text', text: badge.value, x, y: baseline, font: VALUE_FONT, fill: theme.text });
  x += valueWidth + gap;
  if (badge.change && x + changeWidth <= right) {
    const fill = badge.changeIs === 'good' ? theme.good : badge.changeIs === 'bad' ? theme.danger : theme.muted;
    out.push({ type: 'text', text: badge.change, x, y: baseline, font: CHANGE_FONT, fill });
    x += changeWidth;
  }
  const room = Math.min(right - x - 4, 48);
  if (room >= 20) {
    const spark = sparkline(
      badge.series,
      { x: right - room, y: top + 8, width: room, height: STRIP_HEIGHT - 16 },
      strong,
    );
    if (spark) out.push(spark);
  }
  return out;
}

function statusColours(status: Badge['status'], theme: Theme): [soft: string, strong: string] {
  if (status === 'good') return [theme.goodSoft, theme.good];
  if (status === 'near') return [theme.warningSoft, theme.warning];
  if (status === 'bad') return [theme.dangerSoft, theme.danger];
  return [theme.sunken, theme.muted];
}
