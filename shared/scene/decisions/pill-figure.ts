import type { ObservedShare } from '../../decisions/observed';
import type { FigureContext } from '../../figures/figure';
import type { Box, Point, Primitive } from '../../figures/primitives';
import { truncate } from '../../figures/text';
import { formatShare } from '../../language/format';
import { NAME_WIDTH, PILL, PILL_HEIGHT, SEEN } from './node-size';

export interface PillParts {
  label: string;
  /** 0–1, of those at the fork; null: not worth a number, being the only way. */
  share: number | null;
  observed: ObservedShare | null;
  /** Together with its siblings it makes more than 100 %. */
  wrong: boolean;
  /** The middle. */
  at: Point;
}

/** What a branch says: its name, how many are expected to take it, and how many did; red where the two don't agree. */
export function pillFigure(parts: PillParts, context: FigureContext): { box: Box; primitives: Primitive[] } | null {
  const { theme, measure, language, t } = context;
  const { share, observed, wrong, at } = parts;
  const name = truncate(parts.label.trim(), PILL, NAME_WIDTH, measure);
  const first = [name, share === null ? '' : formatShare(share, language)].filter(Boolean).join(' ');
  if (!first) return null;
  const second = observed ? t('decisionView.seen', { share: formatShare(observed.share, language) }) : '';
  const isOff = wrong || observed?.inside === false;
  const gap = second ? 5 : 0;
  const widths = [measure(first, PILL), measure(second, SEEN)] as const;
  const width = widths[0] + widths[1] + gap + 20;
  const box = { x: at.x - width / 2, y: at.y - PILL_HEIGHT / 2, width, height: PILL_HEIGHT };
  const x = box.x + 10;
  const y = at.y + 4.2;
  const primitives: Primitive[] = [
    {
      type: 'rect',
      ...box,
      radius: PILL_HEIGHT / 2,
      fill: isOff ? theme.dangerSoft : theme.surface,
      stroke: isOff ? theme.danger : theme.border,
      strokeWidth: 1,
    },
    { type: 'text', text: first, x, y, font: PILL, fill: isOff ? theme.danger : theme.text },
  ];
  if (second) {
    const fill = observed?.inside === false ? theme.danger : theme.muted;
    primitives.push({ type: 'text', text: second, x: x + widths[0] + gap, y, font: SEEN, fill });
  }
  return { box, primitives };
}
