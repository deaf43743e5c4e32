import { flowGraphOf } from '../../decisions/flow-graph';
import { observedShares } from '../../decisions/observed';
import { type Solution, solveFlow } from '../../decisions/solve';
import { titleOf } from '../../decisions/wording';
import type { JourneyMap } from '../../document/schema';
import type { FigureContext } from '../../figures/figure';
import type { DisplayList, Font, Primitive } from '../../figures/primitives';
import { type MeasureText, truncate } from '../../figures/text';
import { THEMES } from '../../figures/theme';
import { formatShare } from '../../language/format';
import { createTranslator } from '../../language/translator';
import type { ExportRequest } from '../export-request';
import { type ExportPages, stackLists } from '../page-export';
import { layoutPages } from '../pages';
import { titleBlock } from '../title-block';
import { formatCustomers } from './amounts';
import { bandColour, type Meaning, meaningOf } from './bands';
import { decisionScene } from './decision-scene';
import { type Arrange, arrangeGraph, layoutFrom, layoutQuestion } from './layout';

const LEAST_WIDTH = 720;
const HEAD: Font = { size: 11, weight: 600 };
const LINE: Font = { size: 12, weight: 400 };
const STRONG: Font = { size: 12, weight: 600 };
const COLUMN = 264;
const ROW = 22;

/**
 * Lays out the picture of the decisions: title, ways, where customers end, what the colours mean. `arrange` asks ELK.
 * Throws fault `page-too-large` as `layoutPages` does.
 */
export async function decisionPages(
  map: JourneyMap,
  request: ExportRequest,
  measure: MeasureText,
  arrange: Arrange,
): Promise<ExportPages> {
  const theme = THEMES[request.theme];
  const { language } = request;
  const context: FigureContext = { measure, theme, language, t: createTranslator(language) };
  const scenario = request.scenario === null ? null : (map.scenarios[request.scenario] ?? null);
  const graph = flowGraphOf(map, { scenario });
  const solution = solveFlow(graph);
  const exits = exitsShown(solution);
  const layout = layoutFrom(await arrangeGraph(layoutQuestion(graph, exits, context), arrange), exits);
  const scene = decisionScene(solution, layout, { context, observed: observedShares(graph), route: null });
  const width = Math.max(scene.box.width, LEAST_WIDTH);
  const parts: DisplayList[] = [
    ...(request.titleBlock ? [titleBlock(map, width, context)] : []),
    ...(scenario ? [scenarioLine(scenario.title, width, context)] : []),
    scene,
    ...(solution.customers > 0 ? [endsFigure(solution, width, context)] : []),
    ...(request.legend ? [colourLegend(width, context)] : []),
  ];
  return {
    pages: layoutPages(stackLists(parts), request.format === 'pdf' ? request : { ...request, tilesAcross: null }),
    background: request.background ? theme.canvas : null,
  };
}

/** Elements below which customers leave, or have a reason to. */
export function exitsShown({ exits, graph }: Solution): ReadonlySet<string> {
  const said = Object.values(graph.map.exits).map(({ element }) => element);
  return new Set([...exits.map(({ element }) => element), ...said]);
}

function scenarioLine(title: string, width: number, { t, theme }: FigureContext): DisplayList {
  const text = `${t('decisionView.scenario')}: ${title || t('decisionView.unnamedScenario')}`;
  return {
    box: { x: 0, y: 0, width, height: 20 },
    primitives: [{ type: 'text', text, x: 0, y: 14, font: { size: 14, weight: 600 }, fill: theme.accent }],
  };
}

/** Where customers end, the most first, in columns. */
function endsFigure(solution: Solution, width: number, context: FigureContext): DisplayList {
  const { t, theme, measure, language } = context;
  const { graph, outcomes, exits } = solution;
  const ends = [
    ...outcomes.map(({ element, customers, share }) => ({ element, customers, share, leaves: false })),
    ...exits.map(({ element, customers, share }) => ({ element, customers, share, leaves: true })),
  ].sort((a, b) => b.customers - a.customers);
  const columns = Math.max(1, Math.floor((width + 24) / (COLUMN + 24)));
  const rows = Math.ceil(ends.length / columns);
  const primitives: Primitive[] = [
    { type: 'text', text: t('decisionView.ends'), x: 0, y: 12, font: HEAD, fill: theme.muted },
  ];
  ends.forEach(({ element, customers, share, leaves }, index) => {
    const x = Math.floor(index / rows) * (COLUMN + 24);
    const y = 36 + (index % rows) * ROW;
    const numbers = `${formatCustomers(customers, language)} · ${formatShare(share, language)}`;
    const title = titleOf(graph.map, element, t);
    const name = leaves ? `${title}: ${t('decisions.leaves')}` : title;
    const colour = leaves ? theme.tones.red.strong : bandColour(meaningOf(graph.map, element), theme);
    const room = COLUMN - measure(numbers, STRONG) - 24;
    primitives.push(
      { type: 'rect', x, y: y - 9, width: 3, height: 12, radius: 1.5, fill: colour },
      { type: 'text', text: truncate(name, LINE, room, measure), x: x + 10, y, font: LINE, fill: theme.text },
      { type: 'text', text: numbers, x: x + COLUMN, y, anchor: 'end', font: STRONG, fill: theme.text },
    );
  });
  return { box: { x: 0, y: 0, width, height: 30 + rows * ROW }, primitives };
}

const MEANINGS = ['neutral', 'good', 'loss'] as const satisfies readonly Meaning[];

function colourLegend(width: number, { t, theme, measure }: FigureContext): DisplayList {
  const primitives: Primitive[] = [];
  let x = 0;
  const say = (text: string) => {
    primitives.push({ type: 'text', text, x, y: 14, font: LINE, fill: theme.muted });
    x += measure(text, LINE) + 24;
  };
  for (const meaning of MEANINGS) {
    const fill = bandColour(meaning, theme);
    primitives.push({ type: 'rect', x, y: 4, width: 26, height: 12, fill, opacity: 0.32 });
    x += 34;
    say(t(`decisionView.legend.${meaning}`));
  }
  primitives.push({
    type: 'rect',
    x,
    y: 3,
    width: 26,
    height: 14,
    radius: 7,
    fill: theme.dangerSoft,
    stroke: theme.danger,
    strokeWidth: 1,
  });
  x += 34;
  say(t('decisionView.legend.outside'));
  return { box: { x: 0, y: 0, width: Math.max(width, x), height: 20 }, primitives };
}
