import { emotionPoints } from '../analysis/emotion';
import { cardsOf } from '../document/create';
import type { Connection, JourneyMap } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { Box, DisplayList, Group, Primitive } from '../figures/primitives';
import { connectionLine, labelFigure } from './connection-figure';
import { labelPlacesOf } from './connection-labels';
import { emotionFigure, type MeasuredEmotion } from './emotion-figure';
import { type Figures, figuresOf } from './figures';
import { exitPill, type FlowFact, flowFactsOf } from './flow-facts';
import { frameFigure, headFigures } from './frame';
import { labelCentre, MIDDLE } from './label-places';
import { enclose, layoutMap, type MapLayout } from './layout';
import type { Feelings, OverlayScene } from './overlay-scene';
import { type Route, routeConnection } from './route';

export interface SceneOptions {
  context: FigureContext;
  /** What lies over the map; null: nothing. */
  overlay: OverlayScene | null;
  emotionCurve: 'stages' | 'points';
  /** All lines of one width, whatever goes along them. */
  plainLines?: boolean;
  /** Only these elements, and what joins them; null: the whole map with its rows and columns. */
  selection: ReadonlySet<string> | null;
}

/** The picture of a map, as it is exported and printed: the same figures that the canvas shows. */
export function mapScene(map: JourneyMap, options: SceneOptions): DisplayList {
  const { context, selection, overlay } = options;
  const figures = figuresOf(map, context, overlay?.badges ?? new Map(), new WeakMap(), overlay?.evidence);
  const layout = layoutMap(map, figures.of);
  const shows = (id: string) => (selection === null ? layout.cards.has(id) : selection.has(id) && layout.cards.has(id));
  const cards = cardFigures(map, layout, figures, shows);
  const { lines, labels, boxes } = connectionFigures(map, layout, figures, options, shows);
  const allHeads = headFigures(map, layout, context, overlay?.heads);
  if (selection) {
    const heads = allHeads.filter((head) => selection.has(head.id ?? ''));
    const shown = [...layout.cards, ...layout.heads].filter(([id]) => selection.has(id)).map(([, box]) => box);
    return { box: grow(enclose([...shown, ...boxes]), 4), primitives: [...heads, ...lines, ...cards, ...labels] };
  }
  return {
    box: enclose([layout.box, ...boxes]),
    primitives: [
      ...frameFigure(map, layout, context),
      ...emotionFigures(map, layout, { ...options, feelings: overlay?.feelings ?? null }),
      ...allHeads,
      ...lines,
      ...cards,
      ...labels,
    ],
  };
}

/** The curve of each emotion lane; beside it the measured one, where that is chosen. */
export function emotionFigures(
  map: JourneyMap,
  layout: MapLayout,
  options: Pick<SceneOptions, 'context' | 'emotionCurve'> & { feelings?: Feelings | null },
): Primitive[] {
  const rows = layout.rows.filter((row) => row.role === 'emotion');
  if (rows.length === 0) return [];
  const points = emotionPoints(map, layout, options.emotionCurve);
  const measured = measuredEmotions(layout, options.emotionCurve, options.feelings ?? null);
  return rows.flatMap((row) => emotionFigure(points, row, layout, options.context, measured));
}

function measuredEmotions(
  layout: MapLayout,
  curve: SceneOptions['emotionCurve'],
  feelings: Feelings | null,
): MeasuredEmotion[] {
  if (!feelings) return [];
  const places = curve === 'stages' ? layout.columns : [...layout.cards].map(([id, box]) => ({ id, ...box }));
  return places.flatMap(({ id, x, width }) => {
    const feeling = feelings[curve === 'stages' ? 'stages' : 'cards'].get(id);
    return feeling ? [{ x: x + width / 2, feeling }] : [];
  });
}

function cardFigures(map: JourneyMap, layout: MapLayout, figures: Figures, shows: (id: string) => boolean): Group[] {
  return cardsOf(map)
    .filter((card) => shows(card.id))
    .map((card) => {
      const { x = 0, y = 0 } = layout.cards.get(card.id) ?? {};
      return { type: 'group', id: card.id, x, y, children: figures.of(card).primitives };
    });
}

function connectionFigures(
  map: JourneyMap,
  layout: MapLayout,
  figures: Figures,
  options: SceneOptions,
  shows: (id: string) => boolean,
) {
  const { context, overlay } = options;
  const flows = flowFactsOf(map);
  const places = labelPlacesOf(map, layout, figures, overlay?.connections ?? new Map(), shows);
  const lines: Group[] = [];
  const labels: Group[] = [];
  const boxes: Box[] = [];
  const connections = Object.values(map.connections).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const connection of connections) {
    const route = shows(connection.from) && shows(connection.to) && routeOf(connection, layout);
    if (!route) continue;
    const value = overlay?.connections.get(connection.id) ?? null;
    const flow = flows.ways.get(connection.id) ?? null;
    lines.push({
      type: 'group',
      id: connection.id,
      x: 0,
      y: 0,
      children: connectionLine(
        connection,
        map.elements[connection.to],
        route,
        context,
        value,
        withWidth(flow, options),
      ),
    });
    const place = places.get(connection.id) ?? MIDDLE;
    const label = labelFigure(connection, labelCentre(route, place), context, value, flow, place.shape === 1);
    if (label) {
      labels.push({ type: 'group', id: connection.id, x: 0, y: 0, children: label.primitives });
      boxes.push(label.box);
    }
    boxes.push(enclose([route.start, route.end, route.middle].map((point) => ({ ...point, width: 1, height: 1 }))));
  }
  for (const [id, share] of flows.exits) {
    const card = shows(id) ? layout.cards.get(id) : undefined;
    if (!card) continue;
    const exit = exitPill(card, share, context);
    labels.push({ type: 'group', x: 0, y: 0, children: exit.primitives });
    boxes.push(exit.box);
  }
  return { lines, labels, boxes };
}

/** Lines are as wide as their customers, unless somebody wants them plain. */
const withWidth = (flow: FlowFact | null, { plainLines = false }: SceneOptions): FlowFact | null =>
  flow && plainLines ? { ...flow, width: null } : flow;

/** The line of a connection; null where an end is not on the canvas. */
function routeOf(connection: Connection, layout: MapLayout): Route | null {
  const from = layout.cards.get(connection.from);
  const to = layout.cards.get(connection.to);
  return from && to ? routeConnection(from, to, connection.fromSide, connection.toSide) : null;
}

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
