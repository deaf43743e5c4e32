import { describe, expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { layoutMap } from '../scene/layout';
import { type Alignment, align, distribute, freePlace, shift } from './arrange';

/** One column from 116 to 1116, one row from 56 to 556; a 100 × 40, b 60 × 80, c 100 × 40. */
function sample(): JourneyMap {
  const map = emptyMap();
  map.lanes.l = { id: 'l', title: '', kinds: [], role: 'cards', order: 'a0', hidden: false, height: 500 };
  map.elements.s = createElement('stage', { id: 's', order: 'a0', width: 1000 });
  const put = (id: string, order: string, x: number, y: number, width: number, height: number) => {
    map.elements[id] = createElement('note', { id, order, stage: 's', lane: 'l', x, y, width, height });
  };
  put('a', 'a1', 100, 100, 100, 40);
  put('b', 'a2', 250, 20, 60, 80);
  put('c', 'a3', 500, 300, 100, 40);
  return map;
}
const layoutOf = (map: JourneyMap) => layoutMap(map, ({ width, height }) => ({ width, height: height ?? 40 }));
const layout = layoutOf(sample());
const flat = (places: ReturnType<typeof align>) => places.map(([id, { x, y }]) => [id, x, y]);

test.each<[Alignment, number[][]]>([
  [
    'left',
    [
      [100, 100],
      [100, 20],
      [100, 300],
    ],
  ],
  [
    'centre',
    [
      [300, 100],
      [320, 20],
      [300, 300],
    ],
  ],
  [
    'right',
    [
      [500, 100],
      [540, 20],
      [500, 300],
    ],
  ],
  [
    'top',
    [
      [100, 20],
      [250, 20],
      [500, 20],
    ],
  ],
  [
    'middle',
    [
      [100, 160],
      [250, 140],
      [500, 160],
    ],
  ],
  [
    'bottom',
    [
      [100, 300],
      [250, 260],
      [500, 300],
    ],
  ],
])('aligned %s', (how, expected) => {
  expect(flat(align(layout, ['a', 'ghost', 'b', 'c'], how)).map(([, x, y]) => [x, y])).toEqual(expected);
});

describe('distributed', () => {
  test('the gaps become equal, the outermost stay', () => {
    // From 100 to 600 lie 260 of cards, so 240 for two gaps.
    expect(flat(distribute(layout, ['c', 'a', 'b'], 'horizontal'))).toEqual([
      ['a', 100, 100],
      ['b', 320, 20],
      ['c', 500, 300],
    ]);
    // From 20 to 340 lie 160 of cards, so 160 for two gaps.
    expect(flat(distribute(layout, ['a', 'b', 'c'], 'vertical'))).toEqual([
      ['b', 250, 20],
      ['a', 100, 180],
      ['c', 500, 300],
    ]);
  });

  test('two have nothing to share', () => {
    expect(distribute(layout, ['a', 'b'], 'horizontal')).toEqual([]);
    expect(distribute(layout, [], 'vertical')).toEqual([]);
  });
});

test('shifted by so much, across rows if need be', () => {
  expect(flat(shift(layout, ['a', 'b'], { x: -30, y: 4.5 }))).toEqual([
    ['a', 70, 104.5],
    ['b', 220, 24.5],
  ]);
  expect(shift(layout, ['a'], { x: 0, y: 500 })).toEqual([['a', { stage: null, lane: null, x: 100, y: 100 }]]);
});

describe('the first free place', () => {
  test('in an empty cell: in the middle, at the top', () => {
    const map = sample();
    map.elements.t = createElement('stage', { id: 't', order: 'a9', width: 203 });
    expect(freePlace(layoutOf(map), 't', 'l', 172)).toEqual({ stage: 't', lane: 'l', x: 16, y: 10 });
    expect(freePlace(layoutOf(map), 't', 'l', 300)).toEqual({ stage: 't', lane: 'l', x: 10, y: 10 });
  });

  test('else below the lowest card, centred on it', () => {
    expect(freePlace(layout, 's', 'l', 172)).toEqual({ stage: 's', lane: 'l', x: 500 + (100 - 172) / 2, y: 352 });
  });

  test('without a stage: behind what stands in the row', () => {
    const map = sample();
    expect(freePlace(layoutOf(map), null, 'l', 172)).toEqual({ stage: null, lane: 'l', x: 616, y: 10 });
    for (const id of ['a', 'b', 'c']) delete map.elements[id];
    expect(freePlace(layoutOf(map), null, 'l', 172)).toEqual({ stage: null, lane: 'l', x: 10, y: 10 });
  });

  test('without a row: behind those that wait', () => {
    const map = sample();
    expect(freePlace(layoutOf(map), 's', null, 172)).toEqual({ stage: null, lane: null, x: 10, y: 10 });
    Object.assign(map.elements.a!, { stage: null, lane: null, x: 30, y: 10 });
    expect(freePlace(layoutOf(map), null, null, 172)).toEqual({ stage: null, lane: null, x: 146, y: 10 });
  });

  test('covers no other card', () => {
    const map = sample();
    for (let count = 0; count < 30; count++) {
      const place = freePlace(layoutOf(map), count % 3 ? 's' : null, count % 4 ? 'l' : null, 150);
      const added = `n${String(count).padStart(2, '0')}`;
      map.elements[added] = createElement('note', {
        id: added,
        order: `b${added.slice(1)}V`,
        ...place,
        width: 150,
        height: 40,
      });
      const { cards } = layoutOf(map);
      const { x, y } = cards.get(added)!;
      for (const [id, box] of cards) {
        const apart = x >= box.x + box.width || x + 150 <= box.x || y >= box.y + box.height || y + 40 <= box.y;
        expect(apart || id === added, `${added} on ${id}`).toBe(true);
      }
    }
  });
});
