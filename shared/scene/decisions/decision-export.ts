import type { Breath } from '../../decisions/advance-in-slices';
import { mainOutcome, objectiveFor } from '../../decisions/chosen-objective';
import { type FlowGraph, flowGraphOf } from '../../decisions/flow-graph';
import { observedShares } from '../../decisions/observed';
import { shownRoute } from '../../decisions/shown-route';
import { RUNS } from '../../decisions/simulate';
import { type Solution, solveFlow } from '../../decisions/solve';
import { objectiveName, titleOf } from '../../decisions/wording';
import type { JourneyMap, Scenario } from '../../document/schema';
import type { FigureContext } from '../../figures/figure';
import type { DisplayList, Font, Primitive } from '../../figures/primitives';
import { type MeasureText, truncate } from '../../figures/text';
import { THEMES } from '../../figures/theme';
import { formatShare } from '../../language/format';
import { createTranslator } from '../../language/translator';
import { formatNumber } from '../../metrics/format';
import type { ExportRequest } from '../export-request';
import { type ExportPages, stackLists } from '../page-export';
import { layoutPages } from '../pages';
import { titleBlock } from '../title-block';
import { formatCustomers } from './amounts';
import { bandColour, type Meaning, meaningOf } from './bands';
import { decisionScene } from './decision-scene';
import { exportedForecast } from './exported-forecast';
import { forecastFigure } from './forecast-figure';
import { type Arrange, arrangeGraph, layoutFrom, layoutQuestion } from './layout';

const LEAST_WIDTH = 720;
const CHART_WIDTH = 1120;
const CHART_HEIGHT = 220;
const HEAD: Font = { size: 11, weight: 600 };
const NOTE: Font = { size: 11, weight: 400 };
const LINE: Font = { size: 12, weight: 400 };
const STRONG: Font = { size: 12, weight: 600 };
const COLUMN = 264;
const ROW = 22;

/**
 * Lays out the picture of the decisions: title, ways, where customers end, the forecast, what the colours mean.
 * `arrange` asks ELK; the forecast's runs are made in slices, with the host's `breath`. Throws fault `page-too-large` as `layoutPages` does.
 */
export async function decisionPages(
  map: JourneyMap,
  request: ExportRequest,
  measure: MeasureText,
  { arrange, breath }: { arrange: Arrange; breath: Breath },
): Promise<ExportPages> {
  const theme = THEMES[request.theme];
  const { language } = request;
  const context: FigureContext = { measure, theme, language, t: createTranslator(language) };
  const scenario = request.scenario === null ? null : (map.scenarios[request.scenario] ?? null);
  const { ways } = request;
  const persona = elementOf(map, ways.persona, 'persona');
  const graph = flowGraphOf(map, { scenario, persona });
  const solution = solveFlow(graph);
  const outcome = elementOf(map, ways.outcome, 'outcome') ?? mainOutcome(solution);
  const route = ways.route && outcome ? shownRoute(solution, outcome, ways.route) : null;
  const exits = exitsShown(solution);
  const layout = layoutFrom(await arrangeGraph(layoutQuestion(graph, exits, context), arrange), exits);
  const scene = decisionScene(solution, layout, { context, observed: observedShares(graph), route });
  const width = Math.max(scene.box.width, LEAST_WIDTH);
  const parts: DisplayList[] = [
    ...(request.titleBlock ? [titleBlock(map, width, context)] : []),
    ...aboutLine(map, { scenario, persona, outcome: route && outcome, happy: ways.route === 'happy' }, width, context),
    scene,
    ...(solution.customers > 0 ? [endsFigure(solution, width, context)] : []),
    ...(await forecastPart(map, request, { graph, scenario, persona, outcome }, { width, breath, context })),
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

const elementOf = (map: JourneyMap, id: string | null, kind: 'outcome' | 'persona'): string | null =>
  id !== null && map.elements[id]?.kind === kind ? id : null;

interface About {
  scenario: Scenario | null;
  persona: string | null;
  /** To which ways stand out; null: none do. */
  outcome: string | null;
  happy: boolean;
}

/** Under which view all of it holds; nothing where the whole map is shown as it is. */
function aboutLine(
  map: JourneyMap,
  { scenario, persona, outcome, happy }: About,
  width: number,
  { t, theme, measure }: FigureContext,
): DisplayList[] {
  const font: Font = { size: 14, weight: 600 };
  const parts = [
    ...(scenario ? [`${t('decisionView.scenario')}: ${scenario.title || t('decisionView.unnamedScenario')}`] : []),
    ...(persona ? [t('decisionView.onePersona', { name: titleOf(map, persona, t) })] : []),
    ...(outcome ? [t(`decisionView.${happy ? 'happyTo' : 'waysTo'}`, { outcome: titleOf(map, outcome, t) })] : []),
  ];
  if (parts.length === 0) return [];
  const text = truncate(parts.join('  ·  '), font, width, measure);
  return [
    {
      box: { x: 0, y: 0, width, height: 20 },
      primitives: [{ type: 'text', text, x: 0, y: 14, font, fill: theme.accent }],
    },
  ];
}

interface Shown {
  graph: FlowGraph;
  scenario: Scenario | null;
  persona: string | null;
  outcome: string | null;
}

/** The chart of the forecast with its title; nothing where none is wanted, or nobody comes. */
async function forecastPart(
  map: JourneyMap,
  { ways }: ExportRequest,
  { graph, outcome, ...who }: Shown,
  { width, breath, context }: { width: number; breath: Breath; context: FigureContext },
): Promise<DisplayList[]> {
  const objective = objectiveFor(map, outcome, ways.measure);
  if (!ways.forecast || !objective) return [];
  const { t, theme, language } = context;
  const { forecast, observed } = await exportedForecast(map, graph, who, ways.forecast, breath);
  const size = { width: Math.min(width, CHART_WIDTH), height: CHART_HEIGHT };
  const chart = forecastFigure(forecast, observed, objective, size, context);
  if (!chart) return [];
  const { seed } = ways.forecast;
  const about = t('decisionView.forecast.about', { runs: formatNumber(RUNS, 0, language), seed });
  const name = t('decisionView.forecast.chart', { name: objectiveName(map, objective, t) });
  const primitives: Primitive[] = [
    { type: 'text', text: name, x: 0, y: 12, font: HEAD, fill: theme.muted },
    { type: 'text', text: about, x: size.width, y: 12, anchor: 'end', font: NOTE, fill: theme.muted },
    { type: 'group', x: 0, y: 24, children: chart.primitives },
  ];
  return [{ box: { x: 0, y: 0, width, height: 24 + CHART_HEIGHT }, primitives }];
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
