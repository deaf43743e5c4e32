import type { ObservedShare } from '../../decisions/observed';
import type { Solution } from '../../decisions/solve';
import type { FigureContext } from '../../figures/figure';
import type { Box, DisplayList, Group, Primitive } from '../../figures/primitives';
import { enclose } from '../layout';
import { bandPath } from './band-path';
import { type Band, bandColour, bandsOf, meaningOf } from './bands';
import type { DecisionLayout } from './layout';
import { exitFigure, nodeFigure } from './node-figure';
import { pillFigure } from './pill-figure';

export interface DecisionSceneOptions {
  context: FigureContext;
  observed: ReadonlyMap<string, ObservedShare>;
  /** Elements and connections of a way to show among all others; null: none. */
  route: ReadonlySet<string> | null;
}

/** One thing on the picture: can be pointed at, and is drawn anew only when it looks different. */
export interface DecisionItem {
  /** Of the element or connection. */
  id: string;
  what: 'band' | 'node' | 'pill';
  /** Of a node: what it is drawn as. */
  shape?: 'card' | 'diamond';
  box: Box;
  group: Group;
  /** Of a band: its middle line, to be grasped. */
  d?: string;
  width?: number;
}

export interface DecisionScene extends DisplayList {
  /** From the bottom to the top. */
  items: readonly DecisionItem[];
}

/** Below this share of all customers a way or a card recedes. */
const UNLIKELY = 0.02;
const RECEDES = 0.45;
const OFF_ROUTE = 0.16;
const PILL_FROM_START = 96;

/**
 * The picture of the flow graph: bands as wide as the customers on them, cards and diamonds with their numbers, what
 * leaves below them, and the branches' names above all. The same list for the screen and for files.
 */
export function decisionScene(
  solution: Solution,
  layout: DecisionLayout,
  options: DecisionSceneOptions,
): DecisionScene {
  const bands = bandsOf(solution, layout).map((band) => bandItems(solution, layout, band, options));
  const exits = new Map(solution.exits.map((exit) => [exit.node, exit]));
  const nodes = solution.graph.nodes.flatMap(({ id }, node): DecisionItem[] => {
    const box = layout.nodes.get(id);
    if (!box) return [];
    const exit = exits.get(node);
    const primitives = nodeFigure(solution, node, options.context);
    const leaving = exit && exit.customers > 1e-9 * solution.customers;
    const children = leaving ? [...exitFigure(solution, exit, box, options.context), ...primitives] : primitives;
    const share = solution.customers > 0 ? (solution.reached[node] ?? 0) / solution.customers : 1;
    const opacity = opacityOf(id, share, options.route);
    const group: Group = { type: 'group', id, x: box.x, y: box.y, ...(opacity < 1 && { opacity }), children };
    const shape = solution.graph.map.elements[id]?.kind === 'decision' ? 'diamond' : 'card';
    return [{ id, what: 'node', shape, box, group }];
  });
  const items = [...bands.map(([band]) => band), ...nodes, ...bands.flatMap(([, pill]) => (pill ? [pill] : []))];
  return {
    // The layout's own box has room for what leaves below the lowest cards.
    box: enclose([layout.box, ...items.map(({ box }) => box)]),
    primitives: items.map(({ group }) => group),
    items,
  };
}

function bandItems(
  solution: Solution,
  layout: DecisionLayout,
  { id, start, end, width, customers }: Band,
  { context, observed, route }: DecisionSceneOptions,
): [DecisionItem, DecisionItem | null] {
  const { graph } = solution;
  const way = graph.wayOf.get(id) ?? -1;
  const { from = 0, to = 0 } = graph.ways[way] ?? {};
  const placed = layout.ways.get(id);
  const path = bandPath(placed?.corners ?? [], start, end);
  const colour = bandColour(meaningOf(graph.map, graph.nodes[to]?.id ?? ''), context.theme);
  const share = solution.customers > 0 ? customers / solution.customers : 1;
  const opacity = opacityOf(id, share, route);
  const line: Primitive = {
    type: 'path',
    d: path.d,
    stroke: colour,
    strokeWidth: Math.round(width * 100) / 100,
    opacity: route?.has(id) ? 0.6 : 0.32,
    ...(customers === 0 && { dash: [4, 5] }),
  };
  const corners = (placed?.corners ?? []).map((corner) => ({ ...corner, width: 0, height: 0 }));
  const box = grow(
    enclose([...corners, { ...start, width: 0, height: 0 }, { ...end, width: 0, height: 0 }]),
    width / 2,
  );
  const item: DecisionItem = { id, what: 'band', box, group: groupOf(id, opacity, [line]), d: path.d, width };
  if (!placed) return [item, null];
  // Without a place of its own the pill stands where the way begins.
  const x = placed.label
    ? placed.label.x + placed.label.width / 2
    : (placed.corners[0]?.x ?? start.x) + PILL_FROM_START;
  const fork = graph.nodes[from];
  const pill = pillFigure(
    {
      label: graph.map.connections[id]?.label ?? '',
      share: fork?.fork || graph.ways[way]?.stated != null ? (graph.shares[way] ?? 0) : null,
      observed: observed.get(id) ?? null,
      wrong: fork?.scaled ?? false,
      at: { x, y: path.yAt(x) },
    },
    context,
  );
  if (!pill) return [item, null];
  return [item, { id, what: 'pill', box: pill.box, group: groupOf(id, opacity, pill.primitives) }];
}

const groupOf = (id: string, opacity: number, children: Primitive[]): Group => ({
  type: 'group',
  id,
  x: 0,
  y: 0,
  ...(opacity < 1 && { opacity }),
  children,
});

function opacityOf(id: string, share: number, route: ReadonlySet<string> | null): number {
  if (route) return route.has(id) ? 1 : OFF_ROUTE;
  return share < UNLIKELY ? RECEDES : 1;
}

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
