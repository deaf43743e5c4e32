import { describe, expect, test } from 'vitest';
import { createElement, emptyMap } from '../document/create';
import { ELEMENT_KINDS, type ElementKind } from '../document/schema';
import { connect, connectionType, deleteConnections, setConnection } from './connections';

const RELATED = [
  'pain-point→answer',
  'answer→content-idea',
  'pain-point→content-idea',
  'question→answer',
  'question→content-idea',
];

test('which kinds are related, and which way round', () => {
  for (const from of ELEMENT_KINDS) {
    for (const to of ELEMENT_KINDS) {
      const there = RELATED.includes(`${from}→${to}`);
      const back = RELATED.includes(`${to}→${from}`);
      expect(connectionType(from, to), `${from}→${to}`).toEqual({
        type: there || back ? 'relation' : 'flow',
        turned: back,
      });
    }
  }
});

function mapOf(...kinds: ElementKind[]) {
  const map = emptyMap();
  for (const [index, kind] of kinds.entries())
    map.elements[`e${index}`] = createElement(kind, { id: `e${index}`, order: `a${index}` });
  return map;
}

describe('connecting', () => {
  test('two cards, with their sides', () => {
    const map = mapOf('touchpoint', 'decision');
    const id = connect(map, 'e0', 'e1', { fromSide: 'bottom', toSide: 'top' });
    const ends = { from: 'e0', to: 'e1', fromSide: 'bottom', toSide: 'top' };
    expect(Object.values(map.connections)).toMatchObject([{ id, type: 'flow', label: '', probability: null, ...ends }]);
  });

  test('an answer drawn to its pain point is turned round, sides too', () => {
    const map = mapOf('answer', 'pain-point');
    const id = connect(map, 'e0', 'e1', { fromSide: 'left' });
    expect(map.connections[id!]).toMatchObject({
      type: 'relation',
      from: 'e1',
      to: 'e0',
      fromSide: null,
      toSide: 'left',
    });
  });

  test('the same again gives the one that is there, whichever way it is drawn', () => {
    const map = mapOf('answer', 'pain-point', 'note');
    const id = connect(map, 'e1', 'e0');
    expect(connect(map, 'e0', 'e1')).toBe(id);
    const there = connect(map, 'e0', 'e2');
    expect(connect(map, 'e0', 'e2')).toBe(there);
    expect(connect(map, 'e2', 'e0')).not.toBe(there);
    expect(Object.keys(map.connections)).toHaveLength(3);
  });

  test.each([
    ['a card with itself', 'e0', 'e0'],
    ['to a stage', 'e0', 'e1'],
    ['from a stage', 'e1', 'e0'],
    ['with nothing', 'e0', 'ghost'],
  ])('%s: refused', (_, from, to) => {
    const map = mapOf('note', 'stage');
    expect(connect(map, from, to)).toBeNull();
    expect(map.connections).toEqual({});
  });
});

test('setting and deleting pass over what is not there', () => {
  const map = mapOf('note', 'note');
  const id = connect(map, 'e0', 'e1')!;
  setConnection(map, id, { label: 'yes', probability: 0.6 });
  setConnection(map, 'ghost', { label: 'no' });
  expect(map.connections[id]).toMatchObject({ label: 'yes', probability: 0.6, from: 'e0' });
  deleteConnections(map, ['ghost', id]);
  expect(map.connections).toEqual({});
});
