import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import type { Box } from '../figures/primitives';
import { diamondBoxes, type LabelPlace, labelCentre, MIDDLE, placeLabels, type WantedLabel } from './label-places';
import { pointOn, routeConnection } from './route';

const box = (x: number, y: number, width = 160, height = 60): Box => ({ x, y, width, height });
const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const label = (id: string, from: Box, to: Box, ...widths: number[]): WantedLabel => ({
  id,
  route: routeConnection(from, to, null, null),
  shapes: (widths.length > 0 ? widths : [60]).map((width, index) => ({ width, height: 20 + 14 * index })),
});

function boxAt({ route, shapes }: WantedLabel, place: LabelPlace): Box {
  const { x, y } = labelCentre(route, place);
  const { width, height } = shapes[place.shape]!;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function boxesOf(labels: readonly WantedLabel[], obstacles: readonly Box[]): Box[] {
  const places = placeLabels(labels, obstacles);
  return labels.map((one) => boxAt(one, places.get(one.id)!));
}

describe('a label', () => {
  const [from, to] = [box(0, 0), box(400, 0)];

  test('stands in the middle of its line where nothing is in the way', () => {
    expect(placeLabels([label('a', from, to)], [from, to]).get('a')).toEqual(MIDDLE);
  });

  test('goes along its line, or beside it, to where it covers no card', () => {
    const card = box(230, 0, 100, 60);
    const [place] = boxesOf([label('a', from, to, 30)], [from, to, card]);
    expect(overlap(place!, card)).toBe(0);
    const [wide] = boxesOf([label('a', from, box(0, 84), 120)], [from, box(0, 84), box(-100, 62, 155, 20)]);
    expect(overlap(wide!, box(-100, 62, 155, 20))).toBe(0);
  });

  test('is stacked only where there is no room for it in one line', () => {
    const narrow = [box(0, 0, 160, 100), box(240, 100, 160, 100), box(0, 100, 160, 100), box(240, 0, 160, 100)];
    const wanted = label('a', narrow[0]!, narrow[1]!, 140, 60);
    expect(placeLabels([wanted], narrow).get('a')?.shape).toBe(1);
    expect(placeLabels([label('a', from, to, 140, 60)], [from, to]).get('a')?.shape).toBe(0);
  });

  test('uses the room at the corners of a diamond', () => {
    const diamond = box(0, 0, 100, 60);
    const corner = box(1, 1, 13, 7);
    expect(overlap(corner, diamond)).toBeGreaterThan(0);
    expect(diamondBoxes(diamond).map((part) => overlap(corner, part))).toEqual([0, 0, 0]);
    expect(diamondBoxes(box(0, 0, 100, 80), 20).at(-1)).toEqual(box(0, 60, 100, 20));
  });
});

test('labels of lines that meet keep apart', () => {
  const [hub, ...ends] = [box(0, 0), box(260, -120), box(260, 0), box(260, 120)];
  const labels = ends.map((end, index) => label(`${index}`, hub!, end, 70));
  const boxes = boxesOf(labels, [hub!, ...ends]);
  for (const [index, one] of boxes.entries()) {
    for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(0);
    for (const card of [hub!, ...ends]) expect(overlap(one, card)).toBe(0);
  }
});

test('any labels: the same places in whichever order they come, always on their lines', () => {
  const boxes = fc.record({
    x: fc.integer({ min: 0, max: 900 }),
    y: fc.integer({ min: 0, max: 600 }),
    width: fc.constant(160),
    height: fc.integer({ min: 30, max: 90 }),
  });
  const cases = fc.record({
    cards: fc.array(boxes, { minLength: 2, maxLength: 12 }),
    pairs: fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.integer({ min: 20, max: 150 })), { maxLength: 10 }),
  });
  fc.assert(
    fc.property(cases, ({ cards, pairs }) => {
      const labels = pairs.flatMap(([from, to, width], index) => {
        const [a, b] = [cards[from % cards.length]!, cards[to % cards.length]!];
        return a === b ? [] : [label(`${index}`, a, b, width)];
      });
      const places = placeLabels(labels, cards);
      expect(placeLabels([...labels].reverse(), [...cards].reverse())).toEqual(places);
      expect([...places.keys()].sort()).toEqual(labels.map(({ id }) => id).sort());
      for (const { along } of places.values()) expect(along > 0 && along < 1).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test('a point on a line runs from its start over its middle to its end', () => {
  const route = routeConnection(box(0, 0), box(400, 200), null, null);
  expect([0, 0.5, 1].map((part) => pointOn(route, part))).toEqual([route.start, route.middle, route.end]);
});
