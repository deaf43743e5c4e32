import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap, runs } from '../../test/fixtures/arbitrary-map';
import { cardsOf, createElement, emptyMap } from '../document/create';
import type { JourneyMap, Lane, MapElement } from '../document/schema';
import {
  columnAt,
  enclose,
  GUTTER,
  HEAD_HEIGHT,
  layoutMap,
  type MapLayout,
  placeAt,
  pointOf,
  type SizeOf,
} from './layout';

const size: SizeOf = (element) => ({ width: element.width, height: element.height ?? 40 });

/** Two stages of 200 and 300, rows of 96 (l1), hidden (l2) and 108 (emotion); cards are 100 × 40. */
function sample(): JourneyMap {
  const map = emptyMap();
  const lane = (id: string, order: string, values: Partial<Lane>) => {
    map.lanes[id] = { id, title: id, kinds: [], role: 'cards', order, hidden: false, height: 96, ...values };
  };
  lane('l1', 'a0', {});
  lane('l2', 'a1', { hidden: true });
  lane('l3', 'a2', { role: 'emotion', height: 108 });
  const put = (element: MapElement) => {
    map.elements[element.id] = element;
  };
  put(createElement('stage', { id: 's2', order: 'a1', width: 300 }));
  put(createElement('stage', { id: 's1', order: 'a0', width: 200 }));
  put(createElement('note', { id: 'a', order: 'a2', width: 100, stage: 's1', lane: 'l1', x: 12, y: 10 }));
  put(createElement('note', { id: 'b', order: 'a3', width: 100, stage: 's2', lane: 'l3', x: 20, y: 30 }));
  put(createElement('note', { id: 'c', order: 'a4', width: 100, stage: 's2', lane: 'l2', x: 20, y: 30 }));
  return map;
}
const layoutOf = (map: JourneyMap) => layoutMap(map, size);

describe('where everything stands', () => {
  test('worked out by hand', () => {
    const layout = layoutOf(sample());
    expect([GUTTER, HEAD_HEIGHT]).toEqual([116, 56]);
    expect(layout.columns).toEqual([
      { id: 's1', x: 116, width: 200 },
      { id: 's2', x: 316, width: 300 },
    ]);
    expect(layout.heads.get('s2')).toEqual({ x: 316, y: 0, width: 300, height: 38 });
    expect(layout.rows).toEqual([
      { id: 'l1', y: 56, height: 96, role: 'cards' },
      { id: 'l3', y: 152, height: 108, role: 'emotion' },
    ]);
    expect(Object.fromEntries(layout.cards)).toEqual({
      a: { x: 128, y: 66, width: 100, height: 40 },
      b: { x: 336, y: 182, width: 100, height: 40 },
    });
    expect(layout.parking).toEqual({ x: 0, y: 260, width: 756, height: 0 });
    expect(layout.box).toEqual({ x: 0, y: 0, width: 772, height: 260 });
  });

  test('cards on hidden rows are not there, until the row is shown', () => {
    const map = sample();
    map.lanes.l2!.hidden = false;
    expect(layoutOf(sample()).cards.has('c')).toBe(false);
    expect(layoutOf(map).cards.get('c')).toEqual({ x: 336, y: 182, width: 100, height: 40 });
    expect(layoutOf(map).cards.get('b')?.y).toBe(182 + 96);
  });

  test('a row that grows with its cards pushes the ones below down', () => {
    const map = sample();
    map.elements.a!.y = 100;
    const layout = layoutOf(map);
    expect(layout.rows.map(({ y, height }) => [y, height])).toEqual([
      [56, 152],
      [208, 108],
    ]);
    expect(layout.cards.get('b')?.y).toBe(238);
    expect(layout.parking.y).toBe(316);
  });

  test('cards without a row wait below all others', () => {
    const map = sample();
    Object.assign(map.elements.a!, { stage: null, lane: null, x: 900, y: 10 });
    const layout = layoutOf(map);
    expect(layout.parking).toEqual({ x: 0, y: 260, width: 116 + 900 + 100 + 10, height: 84 });
    expect(layout.cards.get('a')).toEqual({ x: 1016, y: 270, width: 100, height: 40 });
    map.elements.a!.y = 100;
    expect(layoutOf(map).parking.height).toBe(152);
  });

  test('a stage that moves takes its cards along, without a change to them', () => {
    const map = sample();
    map.elements.s1!.order = 'a9';
    const layout = layoutOf(map);
    expect(layout.columns.map(({ id, x }) => [id, x])).toEqual([
      ['s2', 116],
      ['s1', 416],
    ]);
    expect(layout.cards.get('a')?.x).toBe(428);
  });

  test('of nothing', () => {
    const layout = layoutOf(emptyMap());
    expect([layout.columns, layout.rows, layout.parking.height, layout.box]).toEqual([
      [],
      [],
      0,
      { x: 0, y: 0, width: 772, height: 56 },
    ]);
  });

  test('rows and columns follow each other without gap or overlap, around all cards', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const layout = layoutOf(map);
        let bottom = HEAD_HEIGHT;
        for (const row of layout.rows) {
          expect(row.y).toBe(bottom);
          bottom += row.height;
        }
        expect(layout.parking.y).toBe(bottom);
        let right = GUTTER;
        for (const column of layout.columns) {
          expect(column.x).toBe(right);
          right += column.width;
        }
        const hidden = new Set(Object.values(map.lanes).flatMap((lane) => (lane.hidden ? [lane.id] : [])));
        expect([...layout.cards.keys()]).toEqual(
          cardsOf(map).flatMap(({ id, lane }) => (lane !== null && hidden.has(lane) ? [] : [id])),
        );
        const around = enclose([layout.box, ...layout.cards.values()]);
        for (const key of ['x', 'y', 'width', 'height'] as const) expect(layout.box[key]).toBeCloseTo(around[key], 6);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('where a card belongs that is put down', () => {
  const layout: MapLayout = layoutOf(sample());
  const put = (x: number, y: number) => placeAt(layout, { x, y, width: 100, height: 40 });

  test.each([
    ['in a cell', 150, 80, { stage: 's1', lane: 'l1', x: 34, y: 24 }],
    ['its centre on the border of two columns', 266, 80, { stage: 's2', lane: 'l1', x: -50, y: 24 }],
    ['its centre just left of it', 265.9, 80, { stage: 's1', lane: 'l1', x: 149.9, y: 24 }],
    ['its centre on the border of two rows', 150, 132, { stage: 's1', lane: 'l3', x: 34, y: 8 }],
    ['too near to the upper edge', 150, 57, { stage: 's1', lane: 'l1', x: 34, y: 8 }],
    ['above all rows', 150, -300, { stage: 's1', lane: 'l1', x: 34, y: 8 }],
    ['left of all columns', -200, 80, { stage: 's1', lane: 'l1', x: -316, y: 24 }],
    ['right of all columns', 2000, 80, { stage: 's2', lane: 'l1', x: 1684, y: 24 }],
    ['below all rows', 150, 290, { stage: null, lane: null, x: 34, y: 30 }],
    ['below all rows, in the corner', 0, 262, { stage: null, lane: null, x: 10, y: 10 }],
  ])('%s', (_, x, y, place) => {
    expect(put(x, y)).toEqual({ ...place, x: expect.closeTo(place.x, 9) });
  });

  test('without stages it belongs to the row alone; without rows it waits', () => {
    const map = sample();
    for (const id of Object.keys(map.elements)) delete map.elements[id];
    expect(placeAt(layoutOf(map), { x: 300, y: 80, width: 100, height: 40 })).toEqual({
      stage: null,
      lane: 'l1',
      x: 184,
      y: 24,
    });
    map.lanes = {};
    expect(placeAt(layoutOf(map), { x: 300, y: 80, width: 100, height: 40 })).toEqual({
      stage: null,
      lane: null,
      x: 184,
      y: 24,
    });
    expect(columnAt(layoutOf(map), 5)).toBeNull();
  });

  test('is where it was put down, but for the edges that it keeps clear', () => {
    const coordinate = fc.integer({ min: -500, max: 3000 });
    fc.assert(
      fc.property(
        anyMap,
        coordinate,
        coordinate,
        fc.integer({ min: 16, max: 400 }),
        fc.integer({ min: 16, max: 400 }),
        (map, x, y, width, height) => {
          const any = layoutOf(map);
          const place = placeAt(any, { x, y, width, height });
          const point = pointOf(any, place);
          const row = any.rows.find(({ id }) => id === place.lane);
          expect(point.x).toBeCloseTo(row ? x : Math.max(x, GUTTER + 10), 6);
          expect(point.y).toBeCloseTo(Math.max(y, row ? row.y + 8 : any.parking.y + 10), 6);
          if (point.y === y && point.x === x) expect(placeAt(any, { ...point, width, height })).toEqual(place);
        },
      ),
      { numRuns: runs(500) },
    );
  });
});

test('the box around boxes', () => {
  expect(enclose([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  expect(
    enclose([
      { x: 5, y: 5, width: 1, height: 1 },
      { x: -5, y: 10, width: 20, height: 2 },
    ]),
  ).toEqual({ x: -5, y: 5, width: 20, height: 7 });
});
