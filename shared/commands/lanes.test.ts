import { describe, expect, test } from 'vitest';
import { createElement, emptyMap, lanesOf } from '../document/create';
import { validateMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { addLane, deleteLane, moveLane, setLane } from './lanes';

function sample(): JourneyMap {
  const map = emptyMap();
  for (const [index, id] of ['a', 'b', 'c'].entries()) {
    map.lanes[id] = { id, title: id, kinds: [], role: 'cards', order: `a${index}`, hidden: false, height: 96 };
  }
  map.lanes.a!.kinds = ['touchpoint', 'decision'];
  map.elements.t = createElement('touchpoint', { id: 't', order: 'a0', lane: 'a', x: 40, y: 50 });
  map.elements.u = createElement('note', { id: 'u', order: 'a1', lane: 'b', x: 40, y: 50 });
  return map;
}
const titles = (map: JourneyMap) => lanesOf(map).map(({ title }) => title);

test('adding before one, or at the end', () => {
  const map = sample();
  addLane(map, 'b', { title: 'x' });
  const id = addLane(map, null, { title: 'y', height: 50 });
  expect(titles(map)).toEqual(['a', 'x', 'b', 'c', 'y']);
  expect(map.lanes[id]).toMatchObject({ id, kinds: [], role: 'cards', hidden: false, height: 50 });
  expect(validateMap(map)).toEqual({ map });
});

test.each([
  ['c', 'a', ['c', 'a', 'b']],
  ['a', null, ['b', 'c', 'a']],
  ['a', 'c', ['b', 'a', 'c']],
  ['b', 'b', ['a', 'b', 'c']],
  ['ghost', 'a', ['a', 'b', 'c']],
])('moving %s before %s', (id, before, expected) => {
  const map = sample();
  moveLane(map, id, before);
  expect(titles(map)).toEqual(expected);
});

describe('setting', () => {
  test('a kind has one home: naming it here takes it from the others', () => {
    const map = sample();
    setLane(map, 'b', { kinds: ['decision', 'note'] });
    expect(lanesOf(map).map(({ kinds }) => kinds)).toEqual([['touchpoint'], ['decision', 'note'], []]);
  });

  test('other fields leave the homes alone', () => {
    const map = sample();
    setLane(map, 'b', { title: 'B', hidden: true, height: 200, role: 'emotion' });
    expect(map.lanes.b).toEqual({
      id: 'b',
      title: 'B',
      kinds: [],
      role: 'emotion',
      order: 'a1',
      hidden: true,
      height: 200,
    });
    expect(map.lanes.a).toEqual(sample().lanes.a);
    setLane(map, 'ghost', { title: 'no' });
    expect(Object.keys(map.lanes)).toEqual(['a', 'b', 'c']);
  });
});

test('deleting keeps the cards: they wait', () => {
  const map = sample();
  deleteLane(map, 'a');
  deleteLane(map, 'ghost');
  expect(titles(map)).toEqual(['b', 'c']);
  expect(map.elements.t).toMatchObject({ stage: null, lane: null, x: 10, y: 10 });
  expect(map.elements.u).toEqual(sample().elements.u);
  expect(validateMap(map)).toEqual({ map });
});
