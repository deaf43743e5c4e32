import type { Connection, MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { Box, Font, Point, Primitive, Size } from '../figures/primitives';
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

type Part = Pick<Extract<Primitive, { type: 'text' }>, 'text' | 'font' | 'fill'> & { width: number };

interface LabelParts {
  parts: readonly Part[];
  isAlarming: boolean;
}

/** What stands on a label, each part in its look. */
function labelParts(
  connection: Connection,
  { theme, measure, language, t }: FigureContext,
  value: ConnectionValue | null,
  flow: FlowFact | null,
  whole: string,
): LabelParts {
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
  ];
  return {
    parts: parts.filter(({ text }) => text !== '').map((part) => ({ ...part, width: measure(part.text, part.font) })),
    isAlarming: isWrong || isOff,
  };
}

const PADDING = 8;
const LINE = 14;

/** In one line, or, where that leaves too little room, each part on a line of its own. */
function sizeOf({ parts }: LabelParts, stacked: boolean): Size {
  const widths = parts.map(({ width }) => width);
  return stacked
    ? { width: Math.max(...widths) + 2 * PADDING, height: 6 + LINE * parts.length }
    : { width: widths.reduce((sum, one) => sum + one, BETWEEN * (parts.length - 1)) + 2 * PADDING, height: 20 };
}

/** The sizes that a label may have, in map units: in one line, and stacked, where it has several parts. Empty: says nothing. */
export function labelSizes(
  connection: Connection,
  context: FigureContext,
  value: ConnectionValue | null = null,
  flow: FlowFact | null = null,
): Size[] {
  const label = labelParts(connection, context, value, flow, labelText(connection, context));
  if (label.parts.length === 0) return [];
  return label.parts.length === 1 ? [sizeOf(label, false)] : [sizeOf(label, false), sizeOf(label, true)];
}

/**
 * The pill on a line, around a point, with what was measured on it and, at a branch, what was seen; red where that does not
 * agree, or where the branches make more than 100 %. Null where there is nothing to say.
 */
export function labelFigure(
  connection: Connection,
  centre: Point,
  context: FigureContext,
  value: ConnectionValue | null = null,
  flow: FlowFact | null = null,
  stacked = false,
): { box: Box; primitives: Primitive[] } | null {
  const { theme } = context;
  const label = labelParts(connection, context, value, flow, labelText(connection, context));
  const { parts, isAlarming } = label;
  if (parts.length === 0) return null;
  const { width, height } = sizeOf(label, stacked);
  const box = { x: centre.x - width / 2, y: centre.y - height / 2, width, height };
  let x = box.x + PADDING;
  return {
    box,
    primitives: [
      {
        type: 'rect',
        ...box,
        radius: 10,
        fill: isAlarming ? theme.dangerSoft : theme.surface,
        stroke: isAlarming ? theme.danger : theme.border,
        strokeWidth: 1,
      },
      ...parts.map(({ width, ...part }, index): Primitive => {
        if (stacked)
          return { type: 'text', ...part, anchor: 'middle', x: centre.x, y: box.y + 3 + LINE * index + 10.5 };
        const run: Primitive = { type: 'text', ...part, x, y: centre.y + 4 };
        x += width + BETWEEN;
        return run;
      }),
    ],
  };
}
