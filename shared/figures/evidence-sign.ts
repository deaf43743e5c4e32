import type { Evidence } from './figure';
import type { Primitive } from './primitives';
import type { Theme } from './theme';

/** How wide and high the sign is. */
export const EVIDENCE_SIZE = 15;

/**
 * What a card says is assumed (an empty ring of dashes), partly measured (half full) or measured (full, with a check).
 * Told apart by form; the top left corner is at (x, y).
 */
export function evidenceSign(evidence: Evidence, x: number, y: number, theme: Theme): Primitive[] {
  const colour = evidence === 'assumed' ? theme.muted : theme.standing.good.strong;
  const ring: Primitive = {
    type: 'rect',
    x: x + 1,
    y: y + 1,
    width: EVIDENCE_SIZE - 2,
    height: EVIDENCE_SIZE - 2,
    radius: (EVIDENCE_SIZE - 2) / 2,
    fill: evidence === 'measured' ? colour : theme.surface,
    stroke: colour,
    strokeWidth: 1.5,
    ...(evidence === 'assumed' && { dash: [2.2, 2] }),
  };
  const middle = EVIDENCE_SIZE / 2;
  if (evidence === 'assumed') {
    return [
      ring,
      {
        type: 'text',
        text: '?',
        x: x + middle,
        y: y + middle + 3.4,
        font: { size: 9.5, weight: 700 },
        fill: colour,
        anchor: 'middle',
      },
    ];
  }
  if (evidence === 'partly') {
    const r = middle - 2.6;
    return [ring, { type: 'path', d: `M0 ${-r}A${r} ${r} 0 0 1 0 ${r}Z`, x: x + middle, y: y + middle, fill: colour }];
  }
  return [
    ring,
    {
      type: 'path',
      d: 'M-3 0.2L-0.9 2.3L3.1 -2.1',
      x: x + middle,
      y: y + middle,
      stroke: theme.surface,
      strokeWidth: 1.7,
      lineCap: 'round',
      lineJoin: 'round',
    },
  ];
}
