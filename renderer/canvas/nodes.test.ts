import { beforeEach, describe, expect, test } from 'vitest';
import { deleteElements, placeCards, setFields } from '../../shared/commands/cards';
import { openInEditor } from '../../test/fixtures/editor-with';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { currentPicture } from '../store/picture';
import { cardNodes, connectionEdges, type FlowMemory, flowMemory, SIDES } from './nodes';

let memory: FlowMemory;
beforeEach(() => {
  openInEditor();
  memory = flowMemory();
});

type Inputs = Parameters<typeof cardNodes>[0];
const inputs = (values: Partial<Inputs> = {}): Inputs => ({
  picture: currentPicture(),
  selection: new Set(),
  dimmed: new Set(),
  moving: null,
  nameOf: (id) => editor.getState().map.elements[id]?.title ?? id,
  readOnly: false,
  ...values,
});
const nodes = (values: Partial<Inputs> = {}) => cardNodes(inputs(values), memory);
const edges = (values: Partial<Inputs> = {}) => connectionEdges(inputs(values), memory);

/** Ids of what is another object than before. */
const fresh = <Item extends { id: string }>(now: readonly Item[], before: readonly Item[]) =>
  now.filter((item) => !before.includes(item)).map(({ id }) => id);

test('cards carry their place, size and handles: nothing has to be measured', () => {
  const [a] = nodes();
  expect(a).toMatchObject({
    id: 'a',
    position: { x: 132, y: 66 },
    width: 172,
    measured: { width: 172, height: a!.height },
    ariaLabel: 'A',
    draggable: true,
  });
  expect(a!.handles?.map(({ id, x, y }) => [id, x + 6, y + 6])).toEqual(
    SIDES.map(({ side, x, y }) => [side, x * 172, y * a!.height!]),
  );
  expect(nodes().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

describe('nodes keep their identity', () => {
  test('where nothing has changed', () => {
    const before = nodes();
    expect(fresh(nodes(), before)).toEqual([]);
    expect(fresh(nodes({ moving: new Map(), selection: new Set(['ghost']) }), before)).toEqual([]);
  });

  test('but for the one that was edited, moved, selected, dimmed or dragged', () => {
    let before = nodes();
    const next = (values: Partial<Inputs> = {}) => {
      const now = nodes(values);
      const ids = fresh(now, before);
      before = now;
      return ids;
    };
    change('title', (draft) => setFields(draft, ['b'], { title: 'Other' }));
    expect(next()).toEqual(['b']);
    change('place', (draft) => placeCards(draft, [['c', { stage: 's2', lane: 'l', x: 20, y: 30 }]]));
    expect(next()).toEqual(['c']);
    expect(next({ selection: new Set(['a']) })).toEqual(['a']);
    expect(next({ dimmed: new Set(['b']) })).toEqual(['a', 'b']);
    expect(next({ moving: new Map([['c', { x: 1, y: 2, width: 172, height: 40 }]]) })).toEqual(['b', 'c']);
  });

  test('an edit that no one sees changes no node at all', () => {
    const before = nodes();
    change('text', (draft) => setFields(draft, ['a'], { text: 'Behind the scenes', owner: 'Ana' }));
    expect(fresh(nodes(), before)).toEqual([]);
  });

  test('all change where the map can only be looked at', () => {
    const before = nodes();
    const now = nodes({ readOnly: true });
    expect(fresh(now, before)).toEqual(['a', 'b', 'c']);
    expect(now.every(({ draggable }) => draggable === false)).toBe(true);
  });
});

test('cards on hidden rows and what is gone have no node and no line', () => {
  nodes();
  expect(edges().map(({ id }) => id)).toEqual(['ab']);
  change('delete', (draft) => deleteElements(draft, ['b']));
  expect([nodes().map(({ id }) => id), edges()]).toEqual([['a', 'c'], []]);
  expect([[...memory.nodes.keys()], [...memory.edges.keys()]]).toEqual([['a', 'c'], []]);
  change('hide', (draft) => {
    draft.lanes.l!.hidden = true;
  });
  expect(nodes()).toEqual([]);
});

test('lines keep their identity until they are selected, named or led otherwise', () => {
  const before = edges();
  change('move', (draft) => placeCards(draft, [['a', { stage: 's1', lane: 'l', x: 1, y: 1 }]]));
  expect(edges()[0]).toBe(before[0]);
  expect(edges({ selection: new Set(['ab']) })[0]).toMatchObject({
    selected: true,
    source: 'a',
    target: 'b',
    sourceHandle: 'right',
    targetHandle: 'left',
  });
  change('side', (draft) => {
    draft.connections.ab!.fromSide = 'bottom';
  });
  expect(edges()[0]).toMatchObject({ selected: false, sourceHandle: 'bottom' });
});
