import type { Connection, MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { Box, Font, Primitive } from '../figures/primitives';
import { truncate } from '../figures/text';
import { formatShare } from '../language/format';
import type { ConnectionValue } from './connection-values';
import type { Route } from './route';

const LABEL: Font = { size: 11, weight: 600 };
const COUNT: Font = { size: 11, weight: 500 };
const MOST_LABEL_WIDTH = 150;

/** The line and its head; the label comes apart, so that it lies above all lines. */
export function connectionLine(
  connection: Connection,
  target: MapElement | undefined,
  route: Route,
  context: FigureContext,
  value: ConnectionValue | null = null,
): Primitive[] {
  const { theme } = context;
  const relation = connection.type === 'relation';
  const colour = relation
    ? theme.tones.magenta.strong
    : target?.kind === 'detour'
      ? theme.tones.orange.strong
      : theme.flow;
  const { end, direction: d } = route;
  const width = value?.width ?? (relation ? 1.1 : 1.7);
  // The head grows with the line, which would else hide it; up to the room that a route leaves before its end.
  const half = relation ? 3 : Math.max(4, width * 0.5 + 2.6);
  const long = 8;
  const n = (value: number) => Math.round(value * 10) / 10;
  return [
    {
      type: 'path',
      d: route.d,
      stroke: colour,
      strokeWidth: width,
      lineCap: width > 3 ? 'butt' : 'round',
      ...(relation ? { dash: [2, 4], opacity: 0.8 } : target?.kind === 'detour' ? { dash: [6, 4] } : {}),
    },
    {
      type: 'path',
      d: `M${n(end.x + d.x * long)} ${n(end.y + d.y * long)}L${n(end.x - d.y * half)} ${n(end.y + d.x * half)}L${n(end.x + d.y * half)} ${n(end.y - d.x * half)}Z`,
      fill: colour,
    },
  ];
}

/** What a label says: the branch's name and its share. */
export function labelText(connection: Connection, context: FigureContext): string {
  const share = connection.probability === null ? '' : formatShare(connection.probability, context.language);
  return [connection.label, share].filter(Boolean).join(' ');
}

/** The pill on the middle of a line, with what was measured on it; null where there is nothing to say. */
export function labelFigure(
  connection: Connection,
  route: Route,
  context: FigureContext,
  value: ConnectionValue | null = null,
): { box: Box; primitives: Primitive[] } | null {
  const { theme, measure } = context;
  const whole = labelText(connection, context);
  const count = value ? `${value.uncertain ? '≈ ' : ''}${value.text}` : '';
  if (!whole && !count) return null;
  const text = whole ? truncate(whole, LABEL, MOST_LABEL_WIDTH, measure) : '';
  const between = text && count ? 6 : 0;
  const textWidth = text ? measure(text, LABEL) : 0;
  const width = textWidth + between + (count ? measure(count, COUNT) : 0) + 16;
  const box = { x: route.middle.x - width / 2, y: route.middle.y - 10, width, height: 20 };
  const left = box.x + 8;
  const y = route.middle.y + 4;
  return {
    box,
    primitives: [
      { type: 'rect', ...box, radius: 10, fill: theme.surface, stroke: theme.border, strokeWidth: 1 },
      ...(text ? [{ type: 'text', text, x: left, y, font: LABEL, fill: theme.text } as const] : []),
      ...(count
        ? [{ type: 'text', text: count, x: left + textWidth + between, y, font: COUNT, fill: theme.muted } as const]
        : []),
    ],
  };
}
