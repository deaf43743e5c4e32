import { beforeEach, expect, test } from 'vitest';
import { openInEditor } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { undo } from '../store/history';
import { currentPicture } from '../store/picture';
import { dragCards } from './moving';

const state = () => editor.getState();
const placeOf = (id: string) => {
  const { stage, lane, x, y } = state().map.elements[id]!;
  return { stage, lane, x, y };
};
const boxOf = (id: string) => currentPicture().layout.cards.get(id)!;

beforeEach(() => {
  openInEditor();
  editor.setState((now) => ({ preferences: { ...now.preferences, snap: false } }));
});

test('a drag is shown while it lasts and becomes one step at its end', () => {
  const before = state().map;
  for (const x of [140, 200, 345]) dragCards.move([{ id: 'a', position: { x, y: 80 } }]);
  expect([state().map, state().past]).toEqual([before, []]);
  expect(state().gesture).toMatchObject({ type: 'move', landing: [{ x: 345, y: 80 }] });
  dragCards.end();
  expect([state().gesture, state().past.length]).toEqual([null, 1]);
  expect(placeOf('a')).toEqual({ stage: 's2', lane: 'l', x: 25, y: 24 });
  undo();
  expect(state().map).toEqual(before);
});

test('several cards move together', () => {
  dragCards.move([
    { id: 'a', position: { x: 142, y: 76 } },
    { id: 'b', position: { x: 142, y: 176 } },
    { id: 'ghost', position: { x: 0, y: 0 } },
  ]);
  dragCards.end();
  expect([placeOf('a'), placeOf('b')].map(({ x, y }) => [x, y])).toEqual([
    [26, 20],
    [26, 120],
  ]);
  expect(state().past).toHaveLength(1);
});

test('Escape gives it up: nothing moves any more until the button is let go', () => {
  const before = state().map;
  dragCards.move([{ id: 'a', position: { x: 300, y: 80 } }]);
  editor.setState({ gesture: null });
  dragCards.move([{ id: 'a', position: { x: 310, y: 80 } }]);
  expect(state().gesture).toBeNull();
  dragCards.end();
  expect([state().map, state().past]).toEqual([before, []]);
  dragCards.move([{ id: 'a', position: { x: 140, y: 80 } }]);
  dragCards.end();
  expect(state().past).toHaveLength(1);
});

test('back at its place it leaves no step', () => {
  const { x, y } = boxOf('a');
  dragCards.move([{ id: 'a', position: { x: 300, y: 80 } }]);
  dragCards.move([{ id: 'a', position: { x, y } }]);
  dragCards.end();
  expect(state().past).toEqual([]);
});

test('edges that come near others are drawn in, by six pixels of the screen at any zoom', () => {
  editor.setState((now) => ({ preferences: { ...now.preferences, snap: true } }));
  dragCards.move([{ id: 'a', position: { x: 132 + 5, y: 250 } }]);
  expect(state().gesture).toMatchObject({
    guides: expect.arrayContaining([expect.objectContaining({ axis: 'x', at: 132 })]),
  });
  dragCards.end();
  expect(placeOf('a').x).toBe(16);
  editor.setState({ zoom: 2 });
  dragCards.move([{ id: 'a', position: { x: 132 + 5, y: 250 } }]);
  dragCards.end();
  expect(placeOf('a').x).toBe(21);
});

test('below the rows a card waits, and what it shows on the way is where it will land', () => {
  dragCards.move([{ id: 'c', position: { x: 40, y: 900 } }]);
  expect(state().gesture).toMatchObject({ landing: [{ x: 126, y: 900 }] });
  dragCards.end();
  expect(placeOf('c')).toMatchObject({ stage: null, lane: null, x: 10 });
});
