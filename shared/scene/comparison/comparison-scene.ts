import type { Change, ChangeType, Comparison } from '../../comparison/changes';
import { cardsOf, stagesOf } from '../../document/create';
import type { Connection, JourneyMap } from '../../document/schema';
import { chevronFigure } from '../../figures/chevron';
import type { Box, DisplayList, Primitive } from '../../figures/primitives';
import { connectionLine, labelFigure } from '../connection-figure';
import { frameFigure } from '../frame';
import { enclose } from '../layout';
import { emotionFigures } from '../map-scene';
import { type Route, routeConnection } from '../route';
import type { ComparedPicture } from './compared-picture';
import { placeMarks } from './mark-places';
import { changeColours, frameMark, markedLine, moveArrow } from './marks';
import { extentOf, grow, type ScenePart, still } from './scene-part';

export interface ComparisonScene {
  box: Box;
  /** From the back to the front. */
  parts: readonly ScenePart[];
  /** Where each change is to be seen, by its id; those without a place on the map are missing. */
  places: ReadonlyMap<string, Box>;
  /** The numbers that changes have on the map and in the list, from 1. */
  numbers: ReadonlyMap<string, number>;
}

/** How much of what is as it was can be seen behind the changes, 0–1. */
const UNCHANGED = 0.6;
const FORMER = 0.3;
const GONE = 0.55;

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
    const label =
      route && isDrawn(picture, marks, connection.id) && labelFigure(connection, route.middle, options.context);
    if (!label) return [];
    const change = marks.get(`connections/${connection.id}`);
    const opacity = change ? 1 : 0.7;
    const group: Primitive = { type: 'group', id: connection.id, x: 0, y: 0, opacity, children: label.primitives };
    return [{ box: label.box, change: change?.id ?? null, primitives: [group] }];
  });
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
