import type { Box, Point } from '../figures/primitives';
import { pointOn, type Route } from './route';

/** A label that wants a place: its line, and the size of each shape that it may take, the preferred one first. */
export interface WantedLabel {
  id: string;
  route: Route;
  shapes: readonly { width: number; height: number }[];
}

/** Where a label stands; it stays there along the line while the line's ends are moved. */
export interface LabelPlace {
  /** Which of its shapes it takes. */
  shape: number;
  /** How far along the line, 0 to 1. */
  along: number;
  /** From there to the middle of the label, in map units. */
  aside: Point;
}

const ALONG: readonly number[] = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];
/** Between a line and a label beside it. */
const BESIDE = 4;
/** Labels keep at least half of it from cards, and from one another. */
const APART = 4;
/** What it costs to cover something wholly, to leave the middle, the line, or the preferred shape. */
const COST = { card: 10, label: 16, along: 1.2, beside: 0.5, shape: 0.25 };
/** Sides of the squares in which neighbours are looked for, in map units. */
const SQUARE = 240;

/** In the middle of the line, in the preferred shape. */
export const MIDDLE: LabelPlace = { shape: 0, along: 0.5, aside: { x: 0, y: 0 } };

/** The middle of a label, in map units. */
export function labelCentre(route: Route, { along, aside }: LabelPlace): Point {
  const point = pointOn(route, along);
  return { x: point.x + aside.x, y: point.y + aside.y };
}

/**
 * Places labels along their lines, or just beside them, where they cover least of the obstacles and of one another. The
 * shortest lines choose first, as they have the least choice; then everyone looks once more, knowing all others. The same
 * labels and obstacles always get the same places, in whichever order they come.
 */
export function placeLabels(labels: readonly WantedLabel[], obstacles: readonly Box[]): Map<string, LabelPlace> {
  const places = new Map<string, LabelPlace>();
  const cards = new Squares<Box>();
  for (const box of obstacles) cards.add(box, box);
  const taken = new Squares<{ id: string; box: Box }>();
  const boxes = new Map<string, { id: string; box: Box }>();
  const order = labels
    .map((label) => ({ label, length: Math.hypot(...span(label.route)) }))
    .sort((a, b) => a.length - b.length || (a.label.id < b.label.id ? -1 : 1));
  for (let look = 0; look < 2; look++) {
    for (const { label } of order) {
      let least = Infinity;
      let best = { place: MIDDLE, box: boxOf(label, MIDDLE) };
      for (const place of candidates(label)) {
        const box = boxOf(label, place);
        const area = box.width * box.height;
        let cost =
          Math.abs(place.along - 0.5) * 2 * COST.along +
          (place.aside.x || place.aside.y ? COST.beside : 0) +
          place.shape * COST.shape;
        for (const card of cards.near(box)) cost += (shared(card, box) / area) * COST.card;
        for (const other of taken.near(box))
          if (other.id !== label.id) cost += (shared(other.box, box) / area) * COST.label;
        if (cost < least - 1e-9) {
          least = cost;
          best = { place, box };
        }
      }
      const before = boxes.get(label.id);
      if (before) taken.remove(before.box, before);
      const entry = { id: label.id, box: best.box };
      boxes.set(label.id, entry);
      taken.add(best.box, entry);
      places.set(label.id, best.place);
    }
  }
  return places;
}

/** A diamond as boxes, so that labels may use the room at its corners; `strip` is the height of what hangs below it. */
export function diamondBoxes({ x, y, width, height }: Box, strip = 0): Box[] {
  const tall = height - strip;
  const part = (wide: number, high: number): Box => ({
    x: x + (width * (1 - wide)) / 2,
    y: y + (tall * (1 - high)) / 2,
    width: width * wide,
    height: tall * high,
  });
  const below = strip > 0 ? [{ x, y: y + tall, width, height: strip }] : [];
  return [part(1, 0.3), part(0.7, 0.7), part(0.3, 1), ...below];
}

function* candidates({ route, shapes }: WantedLabel): Generator<LabelPlace> {
  const [dx, dy] = span(route);
  const steep = Math.abs(dy) > Math.abs(dx);
  for (const [shape, { width, height }] of shapes.entries()) {
    const away = steep ? { x: width / 2 + BESIDE, y: 0 } : { x: 0, y: height / 2 + BESIDE };
    for (const along of ALONG) {
      yield { shape, along, aside: { x: 0, y: 0 } };
      yield { shape, along, aside: away };
      yield { shape, along, aside: { x: -away.x, y: -away.y } };
    }
  }
}

const span = ({ start, end }: Route): [number, number] => [end.x - start.x, end.y - start.y];

/** The room that a label takes. */
function boxOf({ route, shapes }: WantedLabel, place: LabelPlace): Box {
  const { x, y } = labelCentre(route, place);
  const { width, height } = shapes[place.shape] ?? { width: 0, height: 0 };
  return { x: x - (width + APART) / 2, y: y - (height + APART) / 2, width: width + APART, height: height + APART };
}

function shared(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** What lies where, so that a label looks at its neighbours only. */
class Squares<T> {
  private readonly squares = new Map<string, Set<T>>();

  add(box: Box, what: T): void {
    for (const key of keysOf(box)) {
      const square = this.squares.get(key);
      if (square) square.add(what);
      else this.squares.set(key, new Set([what]));
    }
  }

  remove(box: Box, what: T): void {
    for (const key of keysOf(box)) this.squares.get(key)?.delete(what);
  }

  near(box: Box): Set<T> {
    const found = new Set<T>();
    for (const key of keysOf(box)) for (const one of this.squares.get(key) ?? []) found.add(one);
    return found;
  }
}

function keysOf({ x, y, width, height }: Box): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(x / SQUARE); column <= Math.floor((x + width) / SQUARE); column++)
    for (let row = Math.floor(y / SQUARE); row <= Math.floor((y + height) / SQUARE); row++)
      keys.push(`${column} ${row}`);
  return keys;
}
