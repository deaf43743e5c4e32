import type { Change } from '../../comparison/changes';
import type { Box } from '../../figures/primitives';
import { GUTTER } from '../layout';
import type { Route } from '../route';
import type { ComparedPicture } from './compared-picture';
import { MARK_HEIGHT, markFigure, markWidth } from './marks';
import { extentOf, grow, type ScenePart } from './scene-part';

/** Signs and numbers, above everything else; several of one card stand side by side. */
export function placeMarks(
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
