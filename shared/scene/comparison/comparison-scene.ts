import type { Change, ChangeType, Comparison } from '../../comparison/changes';
import { cardsOf, stagesOf } from '../../document/create';
import type { Connection, JourneyMap, MapElement } from '../../document/schema';
import { chevronFigure } from '../../figures/chevron';
import type { Figure, FigureContext } from '../../figures/figure';
import type { Box, DisplayList, Primitive } from '../../figures/primitives';
import { overlaySettings } from '../../metrics/overlay-settings';
import { connectionLine, labelFigure } from '../connection-figure';
import { type FigureMemory, type Figures, figuresOf } from '../figures';
import { frameFigure } from '../frame';
import { enclose, GUTTER, layoutMap, type MapLayout } from '../layout';
import { emotionFigures } from '../map-scene';
import { overlayScene } from '../overlay-scene';
import { type Route, routeConnection } from '../route';
import { bothMaps } from './both-maps';
import { changeColours, frameMark, MARK_HEIGHT, markedLine, markFigure, markWidth, moveArrow } from './marks';

/** A part of the picture by itself: what is out of sight need not be painted. */
export interface ScenePart {
  box: Box;
  primitives: readonly Primitive[];
  /** The change that it shows; null: it is as it was. */
  change: string | null;
}

export interface ComparisonScene {
  box: Box;
  /** From the back to the front. */
  parts: readonly ScenePart[];
  /** Where each change is to be seen, by its id; those without a place on the map are missing. */
  places: ReadonlyMap<string, Box>;
  /** The numbers that changes have on the map and in the list, from 1. */
  numbers: ReadonlyMap<string, number>;
}

export interface ComparisonOptions {
  context: FigureContext;
  /** The metric that lies over the cards; null: none. */
  metric: string | null;
  emotionCurve: 'stages' | 'points';
}

/** What of a comparison stays the same, whichever changes are shown. */
export interface ComparedPicture {
  comparison: Comparison;
  map: JourneyMap;
  formerly: ReadonlyMap<string, string>;
  layout: MapLayout;
  options: ComparisonOptions;
  figureOf: (element: MapElement) => Figure;
}

/** How much of what is as it was can be seen behind the changes, 0–1. */
const UNCHANGED = 0.6;
const FORMER = 0.3;
const GONE = 0.55;

/** Lays out both maps as one. */
export function layOutComparison(
  comparison: Comparison,
  options: ComparisonOptions,
  memory: FigureMemory = new WeakMap(),
): ComparedPicture {
  const { before, after } = comparison;
  const { context, metric } = options;
  const { map, formerly } = bothMaps(comparison);
  const shown = overlaySettings({ metrics: metric === null ? [] : [metric] });
  const figures = (of: JourneyMap): Figures =>
    figuresOf(of, context, overlayScene(of, shown, context.language).badges, memory);
  const [then, now] = [figures(before), figures(after)];
  const figureOf = (element: MapElement) => (Object.hasOwn(after.elements, element.id) ? now : then).of(element);
  return { comparison, map, formerly, options, figureOf, layout: layoutMap(map, figureOf) };
}

/**
 * The later map with all that is different from the earlier one, each with colour, sign and number: what was added,
 * changed or moved in a frame, what is gone as a ghost where it was, moves with an arrow from their old place. Marks
 * only the changes of `shown`, a part of the comparison. The same picture on the screen and in exports.
 */
export function comparisonScene(picture: ComparedPicture, shown: Pick<Comparison, 'changes'>): ComparisonScene {
  const { map, layout, options, comparison } = picture;
  const { context } = options;
  const numbers = new Map(shown.changes.map((change, index) => [change.id, index + 1]));
  const marks = marksOf(shown.changes);
  const routes = routesOf(picture);
  const parts: ScenePart[] = [
    ...bands(picture, marks),
    still(layout.box, [
      ...frameFigure(map, layout, context),
      ...emotionFigures(comparison.after, layout, { context, emotionCurve: options.emotionCurve }),
    ]),
    ...heads(picture, marks),
    ...lines(picture, marks, routes),
    ...cards(picture, marks),
    ...labels(picture, marks, routes),
  ];
  const { places, parts: signs } = placeMarks(picture, shown.changes, numbers, routes);
  parts.push(...signs);
  return { box: enclose([layout.box, ...parts.map((part) => part.box)]), parts, places, numbers };
}

/** All of a scene as one list, to be exported. */
export function sceneList({ box, parts }: ComparisonScene): DisplayList {
  return { box, primitives: parts.flatMap((part) => part.primitives) };
}

/** The changes that are shown, by the records that they befell. */
type Marks = ReadonlyMap<string, Change>;

const marksOf = (changes: readonly Change[]): Marks =>
  new Map(changes.map((change) => [`${change.collection}/${change.record}`, change]));

const still = (box: Box, primitives: readonly Primitive[]): ScenePart => ({ box, primitives, change: null });

const mainType = (change: Change | undefined): ChangeType | null => change?.types[0] ?? null;

const isGone = (comparison: Comparison, id: string) => !Object.hasOwn(comparison.after.elements, id);

/** Columns and rows that came or went, tinted as a whole. */
function bands({ layout, options: { context } }: ComparedPicture, marks: Marks): ScenePart[] {
  const { theme } = context;
  const tint = (type: ChangeType | null, box: Box): ScenePart[] =>
    type === 'added' || type === 'removed'
      ? [still(box, [{ type: 'rect', ...box, fill: changeColours(type, theme).soft, opacity: 0.55 }])]
      : [];
  const bottom = layout.parking.y;
  return [
    ...layout.rows.flatMap(({ id, y, height }) =>
      tint(mainType(marks.get(`lanes/${id}`)), { x: 0, y, width: layout.box.width, height }),
    ),
    ...layout.columns.flatMap(({ id, x, width }) =>
      tint(mainType(marks.get(`elements/${id}`)), { x: x - 2, y: 0, width, height: bottom }),
    ),
  ];
}

function heads(picture: ComparedPicture, marks: Marks): ScenePart[] {
  const { map, layout, comparison, options } = picture;
  const { before, after } = comparison;
  const number = (of: JourneyMap) => new Map(stagesOf(of).map(({ id }, index) => [id, index + 1]));
  const [then, now] = [number(before), number(after)];
  return stagesOf(map).flatMap(({ id, title, width, colour }) => {
    const box = layout.heads.get(id);
    const change = marks.get(`elements/${id}`);
    const gone = isGone(comparison, id);
    if (!box || (gone && !change)) return [];
    const place = now.get(id) ?? then.get(id);
    const figure = chevronFigure(
      {
        title,
        placeholder: options.context.t('kinds.stage.one'),
        width,
        colour,
        ...(place !== undefined && { number: place }),
      },
      options.context,
    );
    const opacity = gone ? GONE : change ? 1 : 0.75;
    return [
      {
        box,
        change: change?.id ?? null,
        primitives: [{ type: 'group', id, x: box.x, y: box.y, opacity, children: figure.primitives }],
      },
    ];
  });
}

/** What is as it was lies at the back, what is new at the front. */
function cards(picture: ComparedPicture, marks: Marks): ScenePart[] {
  const { map, layout, comparison, formerly, figureOf, options } = picture;
  const second = new Set(formerly.values());
  const measured = measuredCards(marks);
  const present = [...layout.cards].flatMap(([id, box]) => (second.has(id) || isGone(comparison, id) ? [] : [box]));
  const [unchanged, gone, changed]: [ScenePart[], ScenePart[], ScenePart[]] = [[], [], []];
  for (const card of cardsOf(map)) {
    const box = layout.cards.get(card.id);
    if (!box || second.has(card.id)) continue;
    const change = marks.get(`elements/${card.id}`) ?? measured.get(card.id);
    const type = mainType(change);
    const isGhost = isGone(comparison, card.id);
    if (isGhost && !type) continue;
    const place = isGhost ? besideOthers(box, present) : box;
    const group: Primitive = {
      type: 'group',
      id: card.id,
      x: place.x,
      y: place.y,
      opacity: isGhost ? GONE : type ? 1 : UNCHANGED,
      children: figureOf(card).primitives,
    };
    const frame = type ? [frameMark(place, type, options.context.theme, isGhost)] : [];
    const part = { box: grow(place, 5), change: change?.id ?? null, primitives: [...frame, group] };
    (isGhost ? gone : type ? changed : unchanged).push(part);
  }
  return [...unchanged, ...gone, ...ghosts(picture, marks), ...changed];
}

const ASIDE = 12;

/** A ghost right behind a card that has taken its place would not be seen: it looks out at a corner. */
function besideOthers(box: Box, others: readonly Box[]): Box {
  const isHidden = others.some(
    (other) =>
      Math.abs(other.x - box.x) < ASIDE &&
      Math.abs(other.y - box.y) < ASIDE &&
      other.x + other.width > box.x + box.width - ASIDE &&
      other.y + other.height > box.y + box.height - ASIDE,
  );
  return isHidden ? { ...box, x: box.x + ASIDE, y: box.y + ASIDE } : box;
}

/** Cards that have other numbers, by their ids. */
function measuredCards(marks: Marks): Marks {
  const found = new Map<string, Change>();
  for (const change of marks.values()) {
    if (change.types.includes('numbers') && change.collection !== 'connections' && change.element !== null) {
      found.set(change.element, change);
    }
  }
  return found;
}

/** Moved cards at their old places, with an arrow to the new one. */
function ghosts({ map, layout, formerly, figureOf, options }: ComparedPicture, marks: Marks): ScenePart[] {
  const { theme } = options.context;
  return [...formerly].flatMap(([id, ghost]): ScenePart[] => {
    const change = marks.get(`elements/${id}`);
    const [from, to] = [layout.cards.get(ghost), layout.cards.get(id)];
    const card = map.elements[ghost];
    if (!change?.types.includes('moved') || !from || !card) return [];
    const primitives: Primitive[] = [
      { type: 'group', x: from.x, y: from.y, opacity: FORMER, children: figureOf(card).primitives },
      frameMark(from, 'moved', theme, true),
    ];
    const boxes = [grow(from, 5)];
    if (to && !overlap(from, to)) {
      const route = routeConnection(from, to, null, null);
      primitives.push(...moveArrow(route, theme));
      boxes.push(extentOf(route));
    }
    return [{ box: enclose(boxes), change: change.id, primitives }];
  });
}

function routesOf({ map, layout }: ComparedPicture): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>();
  for (const { id, from, to, fromSide, toSide } of Object.values(map.connections)) {
    const [start, end] = [layout.cards.get(from), layout.cards.get(to)];
    if (start && end) routes.set(id, routeConnection(start, end, fromSide, toSide));
  }
  return routes;
}

/** Whether a connection is to be seen: those that are gone only where that is shown. */
const isDrawn = ({ comparison }: ComparedPicture, marks: Marks, id: string) =>
  Object.hasOwn(comparison.after.connections, id) || marks.has(`connections/${id}`);

const connectionsOf = ({ map }: ComparedPicture): Connection[] =>
  Object.values(map.connections).sort((a, b) => (a.id < b.id ? -1 : 1));

function lines(picture: ComparedPicture, marks: Marks, routes: ReadonlyMap<string, Route>): ScenePart[] {
  const { map, options } = picture;
  return connectionsOf(picture).flatMap((connection): ScenePart[] => {
    const route = routes.get(connection.id);
    if (!route || !isDrawn(picture, marks, connection.id)) return [];
    const change = marks.get(`connections/${connection.id}`);
    const type = mainType(change);
    if (type)
      return [
        {
          box: extentOf(route),
          change: change?.id ?? null,
          primitives: markedLine(route, type, options.context.theme),
        },
      ];
    const children = connectionLine(connection, map.elements[connection.to], route, options.context);
    return [still(extentOf(route), [{ type: 'group', id: connection.id, x: 0, y: 0, opacity: UNCHANGED, children }])];
  });
}

function labels(picture: ComparedPicture, marks: Marks, routes: ReadonlyMap<string, Route>): ScenePart[] {
  const { options } = picture;
  return connectionsOf(picture).flatMap((connection): ScenePart[] => {
    const route = routes.get(connection.id);
    const label = route && isDrawn(picture, marks, connection.id) && labelFigure(connection, route, options.context);
    if (!label) return [];
    const change = marks.get(`connections/${connection.id}`);
    const opacity = change ? 1 : 0.7;
    const group: Primitive = { type: 'group', id: connection.id, x: 0, y: 0, opacity, children: label.primitives };
    return [{ box: label.box, change: change?.id ?? null, primitives: [group] }];
  });
}

/** Signs and numbers, above everything else; several of one card stand side by side. */
function placeMarks(
  picture: ComparedPicture,
  changes: readonly Change[],
  numbers: ReadonlyMap<string, number>,
  routes: ReadonlyMap<string, Route>,
): { places: Map<string, Box>; parts: ScenePart[] } {
  const { context } = picture.options;
  const places = new Map<string, Box>();
  const parts: ScenePart[] = [];
  /** How much of the upper edge of a place is taken, by its corner. */
  const taken = new Map<string, number>();
  for (const change of changes) {
    const spot = spotOf(picture, change, routes);
    if (!spot) continue;
    places.set(change.id, spot.box);
    const number = numbers.get(change.id) ?? 0;
    const width = markWidth(change.types, number, context);
    const key = `${spot.x} ${spot.y}`;
    const used = taken.get(key) ?? 0;
    taken.set(key, used + width + 4);
    const x =
      spot.align === 'end'
        ? spot.x - used - width
        : spot.align === 'middle'
          ? spot.x - width / 2 + used
          : spot.x + used;
    parts.push({
      box: { x: x - 1, y: spot.y - 1, width: width + 2, height: MARK_HEIGHT + 2 },
      change: change.id,
      primitives: markFigure(change.types, number, x, spot.y, context),
    });
  }
  return { places, parts };
}

interface Spot {
  /** What is to be looked at. */
  box: Box;
  x: number;
  y: number;
  align: 'start' | 'middle' | 'end';
}

/** Where the mark of a change stands; null: it has no place on the map, or its row is hidden. */
function spotOf({ layout }: ComparedPicture, change: Change, routes: ReadonlyMap<string, Route>): Spot | null {
  const connection =
    change.collection === 'connections'
      ? change.record
      : ((change.after ?? change.before)?.connection as string | null | undefined);
  const route = connection ? routes.get(connection) : undefined;
  if (route) {
    const { x, y } = route.middle;
    return { box: grow(extentOf(route), 8), x, y: y - 12 - MARK_HEIGHT, align: 'middle' };
  }
  if (change.collection === 'connections') return null;
  if (change.collection === 'lanes') {
    const row = layout.rows.find(({ id }) => id === change.record);
    if (!row) return null;
    return { box: { x: 0, y: row.y, width: GUTTER + 420, height: row.height }, x: 14, y: row.y + 44, align: 'start' };
  }
  if (change.element === null) return null;
  const card = layout.cards.get(change.element);
  if (card) return { box: card, x: card.x + card.width + 8, y: card.y - MARK_HEIGHT / 2 - 3, align: 'end' };
  const head = layout.heads.get(change.element);
  return head
    ? { box: head, x: head.x + head.width - 18, y: head.y + (head.height - MARK_HEIGHT) / 2, align: 'end' }
    : null;
}

/** The curve reaches beyond its ends where it leaves and arrives sideways. */
function extentOf({ start, end, middle }: Route): Box {
  return grow(enclose([start, end, middle].map((point) => ({ ...point, width: 0, height: 0 }))), 24);
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
