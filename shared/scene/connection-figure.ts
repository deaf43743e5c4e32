import type { Connection, MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { Box, Font, Primitive } from '../figures/primitives';
import { truncate } from '../figures/text';
import { formatShare } from '../language/format';
import type { ConnectionValue } from './connection-values';
import type { FlowFact } from './flow-facts';
import type { Route } from './route';

const LABEL: Font = { size: 11, weight: 600 };
const COUNT: Font = { size: 11, weight: 500 };
const MOST_LABEL_WIDTH = 150;
const BETWEEN = 6;

/** The line and its head; the label comes apart, so that it lies above all lines. */
export function connectionLine(
  connection: Connection,
  target: MapElement | undefined,
  route: Route,
  context: FigureContext,
  value: ConnectionValue | null = null,
  flow: FlowFact | null = null,
): Primitive[] {
  const { theme } = context;
  const relation = connection.type === 'relation';
  const colour = relation
    ? theme.tones.magenta.strong
    : target?.kind === 'detour'
      ? theme.tones.orange.strong
      : theme.flow;
  const { end, direction: d } = route;
  const width = value?.width ?? (relation ? 1.1 : (flow?.width ?? 1.7));
  const faint = flow?.unlikely ? { opacity: 0.5 } : {};
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
      ...faint,
      ...(relation ? { dash: [2, 4], opacity: 0.8 } : target?.kind === 'detour' ? { dash: [6, 4] } : {}),
    },
    {
      type: 'path',
      d: `M${n(end.x + d.x * long)} ${n(end.y + d.y * long)}L${n(end.x - d.y * half)} ${n(end.y + d.x * half)}L${n(end.x + d.y * half)} ${n(end.y - d.x * half)}Z`,
      fill: colour,
      ...faint,
    },
  ];
}

/** What a label says: the branch's name and its share. */
export function labelText(connection: Connection, context: FigureContext): string {
  const share = connection.probability === null ? '' : formatShare(connection.probability, context.language);
  return [connection.label, share].filter(Boolean).join(' ');
}

/**
 * The pill on the middle of a line, with what was measured on it and, at a branch, what was seen; red where that does not
 * agree, or where the branches make more than 100 %. Null where there is nothing to say.
 */
export function labelFigure(
  connection: Connection,
  route: Route,
  context: FigureContext,
  value: ConnectionValue | null = null,
  flow: FlowFact | null = null,
): { box: Box; primitives: Primitive[] } | null {
  const { theme, measure, language, t } = context;
  const whole = labelText(connection, context);
  const observed = flow?.observed ?? null;
  const isOff = observed?.inside === false;
  const isWrong = (flow?.wrong ?? false) && connection.probability !== null;
  const parts = [
    {
      text: whole ? truncate(whole, LABEL, MOST_LABEL_WIDTH, measure) : '',
      font: LABEL,
      fill: isWrong ? theme.danger : theme.text,
    },
    {
      text: observed ? t('decisionView.seen', { share: formatShare(observed.share, language) }) : '',
      font: COUNT,
      fill: isOff ? theme.danger : theme.muted,
    },
    { text: value ? `${value.uncertain ? '≈ ' : ''}${value.text}` : '', font: COUNT, fill: theme.muted },
  ].filter(({ text }) => text !== '');
  if (parts.length === 0) return null;
  const widths = parts.map(({ text, font }) => measure(text, font));
  const width = widths.reduce((sum, one) => sum + one, 0) + BETWEEN * (parts.length - 1) + 16;
  const box = { x: route.middle.x - width / 2, y: route.middle.y - 10, width, height: 20 };
  let x = box.x + 8;
  return {
    box,
    primitives: [
      {
        type: 'rect',
        ...box,
        radius: 10,
        fill: isWrong || isOff ? theme.dangerSoft : theme.surface,
        stroke: isWrong || isOff ? theme.danger : theme.border,
        strokeWidth: 1,
      },
      ...parts.map((part, index): Primitive => {
        const run: Primitive = { type: 'text', ...part, x, y: route.middle.y + 4 };
        x += (widths[index] ?? 0) + BETWEEN;
        return run;
      }),
    ],
  };
}
