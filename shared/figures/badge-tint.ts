import type { BadgeTint } from './figure';
import { iconShape } from './icon';
import type { IconName } from './icons';
import type { Primitive } from './primitives';
import type { Theme, ToneColours } from './theme';

const SIGNS: Record<'good' | 'near' | 'bad', IconName> = { good: 'check', near: 'minus', bad: 'triangle-alert' };

/** The ground behind a number, and the colour of lines on it. */
export function tintColours(tint: BadgeTint, theme: Theme): ToneColours {
  const plain = { soft: theme.sunken, strong: theme.muted };
  switch (tint.by) {
    case 'none':
      return plain;
    case 'target':
      return theme.standing[tint.status];
    case 'rank': {
      const place = tint.groups < 2 ? 0 : (tint.group / (tint.groups - 1)) * (theme.ranks.length - 1);
      return theme.ranks[Math.round(place)] ?? plain;
    }
  }
}

/** What is written beside a value on its ground: readable on each of them, which the theme's greys are not. */
export const quietInk = (tint: BadgeTint, theme: Theme): string =>
  tint.by === 'none' ? theme.muted : tintColours(tint, theme).strong;

/** A change for the better or worse; on the blue of ranks its sign alone tells which. */
export function changeInk(tint: BadgeTint, changeIs: 'good' | 'bad' | 'neutral', theme: Theme): string {
  if (changeIs === 'neutral' || tint.by === 'rank') return quietInk(tint, theme);
  return theme.standing[changeIs].strong;
}

/**
 * What says the same as the colour, for whoever does not see it: a check, a dash, a warning triangle; for ranks as many
 * columns as the group is high. Fills a square; nothing where there is no colour.
 */
export function tintSign(tint: BadgeTint, x: number, y: number, size: number, theme: Theme): Primitive[] {
  const { strong } = tintColours(tint, theme);
  if (tint.by === 'none') return [];
  if (tint.by === 'target') return [iconShape(SIGNS[tint.status], x, y, size, strong)];
  const step = size / tint.groups;
  return Array.from({ length: tint.groups }, (_, index): Primitive => {
    const height = (size * (index + 1)) / tint.groups;
    const reached = index <= tint.group;
    return {
      type: 'rect',
      x: x + index * step,
      y: y + size - height,
      width: Math.max(step - 0.8, 0.4),
      height,
      fill: strong,
      ...(!reached && { opacity: 0.28 }),
    };
  });
}
