import type { ExitResult, Solution } from '../../decisions/solve';
import type { FigureContext } from '../../figures/figure';
import type { Box, Primitive } from '../../figures/primitives';
import { ascent, lineHeight, truncate } from '../../figures/text';
import { formatShare } from '../../language/format';
import { formatCustomers } from './amounts';
import { bandColour, bandWidth, busiest, meaningOf } from './bands';
import { CARD_LEFT, EXIT_HEIGHT, NUMBERS, nodeShape, PILL, QUESTION, TITLE } from './node-size';

const EXIT_FONT = { size: 11, weight: 500 } as const;
const RADIUS = 9;

/** A card or diamond of the flow graph with its customers, in its own coordinates. */
export function nodeFigure(solution: Solution, node: number, context: FigureContext): Primitive[] {
  const { graph } = solution;
  const { id = '' } = graph.nodes[node] ?? {};
  const element = graph.map.elements[id];
  if (!element) return [];
  const { shape, width, height, lines, isNamed } = nodeShape(element, context);
  const { theme } = context;
  const fill = isNamed ? theme.text : theme.faint;
  if (shape === 'diamond') {
    const middle = { x: width / 2, y: height / 2 };
    const top = middle.y - (lines.length * lineHeight(QUESTION)) / 2;
    return [
      {
        type: 'path',
        d: `M${middle.x} 1L${width - 1} ${middle.y}L${middle.x} ${height - 1}L1 ${middle.y}Z`,
        fill: theme.surface,
        stroke: theme.tones.navy.strong,
        strokeWidth: 1.6,
        lineJoin: 'round',
      },
      ...lines.map(
        (text, index): Primitive => ({
          type: 'text',
          text,
          x: middle.x,
          y: top + index * lineHeight(QUESTION) + ascent(QUESTION),
          anchor: 'middle',
          font: QUESTION,
          fill,
        }),
      ),
      ...tooMuch(solution, node, { x: middle.x, y: -14 }, context),
    ];
  }
  const meaning = meaningOf(graph.map, id);
  const bar = meaning === 'neutral' ? theme.tones.blue.strong : bandColour(meaning, theme);
  const titleTop = 9;
  return [
    {
      type: 'rect',
      x: 0.5,
      y: 0.5,
      width: width - 1,
      height: height - 1,
      radius: RADIUS,
      fill: theme.surface,
      stroke: theme.border,
      strokeWidth: 1,
    },
    { type: 'rect', x: 0, y: 9, width: 3, height: height - 18, radius: 1.5, fill: bar },
    ...lines.map(
      (text, index): Primitive => ({
        type: 'text',
        text,
        x: CARD_LEFT,
        y: titleTop + index * lineHeight(TITLE) + ascent(TITLE),
        font: TITLE,
        fill,
      }),
    ),
    {
      type: 'text',
      text: truncate(numbersOf(solution, node, context), NUMBERS, width - CARD_LEFT - 8, context.measure),
      x: CARD_LEFT,
      y: titleTop + lines.length * lineHeight(TITLE) + ascent(NUMBERS) + 1,
      font: NUMBERS,
      fill: theme.muted,
    },
    ...tooMuch(solution, node, { x: width / 2, y: -14 }, context),
  ];
}

/** `10,000 / month` where customers enter, `6,200 · 62%` elsewhere. */
export function numbersOf(solution: Solution, node: number, { language, t }: FigureContext): string {
  const { graph, customers, reached, ending } = solution;
  const entering = graph.entries.filter((entry) => entry.node === node).reduce((sum, one) => sum + one.customers, 0);
  const isEnd = graph.nodes[node]?.outcome ?? false;
  const here = (isEnd ? ending[node] : reached[node]) ?? 0;
  if (entering > 0 && entering > here * 0.999) {
    return t('decisionView.entering', {
      customers: formatCustomers(entering, language),
      unit: t(`decisionView.unit.${graph.unit}`),
    });
  }
  if (customers === 0) return t('decisionView.noCustomers');
  return `${formatCustomers(here, language)} · ${formatShare(here / customers, language)}`;
}

/** More than 100 % go on from here. */
function tooMuch(
  { graph }: Solution,
  node: number,
  at: { x: number; y: number },
  { theme, measure, language }: FigureContext,
): Primitive[] {
  const { scaled = false, stated = 0 } = graph.nodes[node] ?? {};
  if (!scaled) return [];
  const text = `Σ ${formatShare(stated, language)}`;
  const width = measure(text, PILL) + 16;
  return [
    { type: 'rect', x: at.x - width / 2, y: at.y - 10, width, height: 20, radius: 10, fill: theme.danger },
    { type: 'text', text, x: at.x, y: at.y + 4, anchor: 'middle', font: PILL, fill: theme.onAccent },
  ];
}

/** Below a node: how many leave there, and why. */
export function exitFigure(
  solution: Solution,
  { node, customers, share, exit }: ExitResult,
  box: Box,
  context: FigureContext,
): Primitive[] {
  const { theme, measure, language, t } = context;
  const { graph } = solution;
  const isDiamond = graph.map.elements[graph.nodes[node]?.id ?? '']?.kind === 'decision';
  const reason = exit === null ? '' : (graph.map.exits[exit]?.reason.trim() ?? '');
  const colour = bandColour('loss', theme);
  const width = bandWidth(customers, busiest(solution));
  const x = isDiamond ? box.width / 2 : 26;
  const [top, bottom] = [box.height - (isDiamond ? 12 : 2), box.height + EXIT_HEIGHT - 16];
  const numbers = `${formatCustomers(customers, language)} · ${formatShare(share, language)}`;
  const left = x + Math.max(width / 2, 5) + 6;
  const room = (isDiamond ? box.width / 2 + 60 : box.width - left) - measure(numbers, EXIT_FONT) - 6;
  const name = truncate(reason || t('decisions.leaves'), EXIT_FONT, Math.max(room, 40), measure);
  return [
    { type: 'path', d: `M${x} ${top}V${bottom}`, stroke: colour, strokeWidth: width, opacity: 0.36 },
    {
      type: 'path',
      d: `M${x - Math.max(5, width / 2 + 2)} ${bottom}h${2 * Math.max(5, width / 2 + 2)}l${-Math.max(5, width / 2 + 2)} 8z`,
      fill: colour,
      opacity: 0.6,
    },
    { type: 'text', text: name, x: left, y: box.height + 17, font: EXIT_FONT, fill: theme.danger },
    {
      type: 'text',
      text: numbers,
      x: left + measure(name, EXIT_FONT) + 6,
      y: box.height + 17,
      font: EXIT_FONT,
      fill: theme.muted,
    },
  ];
}
