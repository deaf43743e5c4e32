import { badgeHeight, badgeStrip } from './badge-strip';
import type { Badge, Figure, FigureContext } from './figure';
import type { Font, Primitive } from './primitives';
import { ascent, lineHeight, wrapText } from './text';

const DIAMOND_FONT: Font = { size: 12, weight: 600 };

/** A fork in the road: a diamond with its question inside, as high as the question needs. */
export function diamondFigure(
  parts: { title: string; placeholder: string; width: number; minHeight: number | null; badge: Badge | null },
  context: FigureContext,
): Figure {
  const { theme, measure } = context;
  const textWidth = parts.width * 0.58;
  const lines = wrapText(parts.title || parts.placeholder, DIAMOND_FONT, textWidth, measure, 4);
  const textHeight = lines.length * lineHeight(DIAMOND_FONT);
  const height = Math.max(parts.minHeight ?? 0, Math.round(textHeight / 0.5) + 8, 64);
  const middle = { x: parts.width / 2, y: height / 2 };
  const primitives: Primitive[] = [
    {
      type: 'path',
      d: `M${middle.x} 1L${parts.width - 1} ${middle.y}L${middle.x} ${height - 1}L1 ${middle.y}Z`,
      fill: theme.surface,
      stroke: theme.tones.navy.strong,
      strokeWidth: 1.6,
      lineJoin: 'round',
    },
  ];
  lines.forEach((text, index) => {
    primitives.push({
      type: 'text',
      text,
      x: middle.x,
      y: middle.y - textHeight / 2 + index * lineHeight(DIAMOND_FONT) + ascent(DIAMOND_FONT),
      anchor: 'middle',
      font: DIAMOND_FONT,
      fill: parts.title ? theme.text : theme.faint,
    });
  });
  const whole = parts.badge ? height + badgeHeight(parts.badge) + 4 : height;
  if (parts.badge) primitives.push(...badgeStrip(parts.badge, parts.width, whole, context));
  return {
    width: parts.width,
    height: whole,
    primitives,
    outline: parts.badge ? 'box' : 'diamond',
    strip: whole - height,
    title: {
      box: { x: middle.x - textWidth / 2, y: middle.y - textHeight / 2, width: textWidth, height: textHeight },
      font: DIAMOND_FONT,
      align: 'middle',
    },
  };
}
