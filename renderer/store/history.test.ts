import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  addCard,
  addStage,
  deleteElements,
  duplicate,
  moveStage,
  placeCards,
  setFields,
} from '../../shared/commands/cards';
import { connect, setConnection } from '../../shared/commands/connections';
import { deleteLane, moveLane, setLane } from '../../shared/commands/lanes';
import { tidy } from '../../shared/commands/tidy';
import { createMetric } from '../../shared/document/create';
import { readMap } from '../../shared/document/read';
import { ELEMENT_KINDS, type JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { anyMap, anyText, runs } from '../../test/fixtures/arbitrary-map';
import { openInEditor, smallMap } from '../../test/fixtures/editor-with';
import { editor } from './editor';
import { bail, change, endMerge, isUnsaved, mark, redo, showMap, undo } from './history';
import { select, selectedCards, selectedConnections, selectedElements } from './selection';

const state = () => editor.getState();
const titleOf = (id: string) => state().map.elements[id]?.title;
const rename = (id: string, title: string, merge?: string) =>
  change('rename', (draft) => setFields(draft, [id], { title }), merge ? { merge } : {});

beforeEach(() => void openInEditor());

describe('a change', () => {
  test('is one step, however much it does, and gives what the recipe gives', () => {
    const given = change('both', (draft) => {
      setFields(draft, ['a', 'b'], { owner: 'Ana' });
      deleteElements(draft, ['c']);
      return 42;
    });
    expect(given).toBe(42);
    expect(state().past.map(({ label }) => label)).toEqual(['both']);
    undo();
    expect(state().map).toEqual({ ...smallMap(), id: state().map.id });
  });

  test('that changes nothing leaves no step and the very same map', () => {
    const before = state().map;
    change('nothing', (draft) => setFields(draft, ['a'], { title: 'A' }));
    expect([state().past, state().map === before]).toEqual([[], true]);
    change('select only', () => {}, { select: ['b'] });
    expect([state().past, state().selection]).toEqual([[], ['b']]);
  });

  test('that fails leaves everything as it was', () => {
    const before = state();
    expect(() =>
      change('oops', (draft) => {
        deleteElements(draft, ['a']);
        throw new Error('oops');
      }),
    ).toThrow('oops');
    expect(state()).toBe(before);
  });

  test('touches nothing but what it changes', () => {
    const before = state().map;
    rename('a', 'New');
    expect(state().map.elements.b).toBe(before.elements.b);
    expect(state().map.connections).toBe(before.connections);
    expect(before.elements.a?.title).toBe('A');
    expect(Object.isFrozen(state().map.elements)).toBe(true);
  });

  test('is refused where the map can only be looked at', () => {
    showMap(smallMap(), { readOnly: true });
    const before = state();
    expect(rename('a', 'New')).toBeUndefined();
    undo();
    redo();
    expect(state()).toBe(before);
  });

  test('selects what it is told, else keeps what is still there', () => {
    select(['a', 'ab', 'c']);
    change('delete', (draft) => deleteElements(draft, ['a']));
    expect(state().selection).toEqual(['c']);
    change('select', (draft) => setFields(draft, ['b'], { title: 'x' }), { select: ['b', 'c'] });
    expect(state().selection).toEqual(['b', 'c']);
  });
});

describe('typing', () => {
  test('into one field is one step until it ends', () => {
    for (const title of ['N', 'Ne', 'New']) rename('a', title, 'title:a');
    expect(state().past).toHaveLength(1);
    endMerge();
    rename('a', 'Newer', 'title:a');
    expect(state().past).toHaveLength(2);
    undo();
    expect(titleOf('a')).toBe('New');
    undo();
    expect(titleOf('a')).toBe('A');
    redo();
    expect(titleOf('a')).toBe('New');
  });

  test('into another field is another step', () => {
    rename('a', 'x', 'title:a');
    rename('b', 'y', 'title:b');
    rename('a', 'z', 'title:a');
    expect(state().past).toHaveLength(3);
  });

  test('does not join a step that was taken back and done again', () => {
    rename('a', 'x', 'title:a');
    undo();
    rename('a', 'y', 'title:a');
    expect(state().past).toHaveLength(1);
    undo();
    redo();
    rename('a', 'z', 'title:a');
    expect(state().past).toHaveLength(2);
  });

  test('keeps the selection from before its first letter', () => {
    select(['a']);
    rename('a', 'x', 'k');
    select(['b']);
    rename('a', 'xy', 'k');
    undo();
    expect(state().selection).toEqual(['a']);
    redo();
    expect(state().selection).toEqual(['b']);
  });
});

test('a change after undoing gives the undone up', () => {
  rename('a', 'x');
  rename('a', 'y');
  undo();
  rename('b', 'z');
  expect(state().future).toEqual([]);
  redo();
  expect([titleOf('a'), titleOf('b')]).toEqual(['x', 'z']);
});

test('undoing during a gesture gives the gesture up, and nothing else', () => {
  rename('a', 'x');
  editor.setState({ gesture: { type: 'resizeStage', id: 's1', width: 300 } });
  undo();
  expect([state().gesture, titleOf('a'), state().past.length]).toEqual([null, 'x', 1]);
});

test('with nothing to take back or do again nothing happens', () => {
  const before = state();
  undo();
  redo();
  expect(state()).toBe(before);
});

describe('a mark', () => {
  test('is bailed to without a trace', () => {
    rename('a', 'x', 'k');
    const before = state().map;
    const to = mark();
    rename('a', 'y', 'k');
    rename('b', 'z');
    bail(to);
    expect([state().map, state().past.length, state().future]).toEqual([before, 1, []]);
    bail(to);
    expect(state().past).toHaveLength(1);
  });

  test('keeps the saved map saved', () => {
    rename('a', 'x');
    editor.setState({ savedStep: state().past.at(-1)!.id });
    const to = mark();
    rename('a', 'y');
    expect(isUnsaved(state())).toBe(true);
    bail(to);
    expect(isUnsaved(state())).toBe(false);
  });
});

test('unsaved is what the history says beyond or before the step on disk', () => {
  expect(isUnsaved(state())).toBe(false);
  rename('a', 'x', 'k');
  expect(isUnsaved(state())).toBe(true);
  undo();
  expect(isUnsaved(state())).toBe(false);
  redo();
  endMerge();
  editor.setState({ savedStep: state().past.at(-1)!.id });
  expect(isUnsaved(state())).toBe(false);
  undo();
  expect(isUnsaved(state())).toBe(true);
  redo();
  expect(isUnsaved(state())).toBe(false);
  rename('a', 'xy', 'k');
  expect(isUnsaved(state())).toBe(true);
  undo();
  expect(isUnsaved(state())).toBe(false);
  undo();
  rename('a', 'other');
  expect(isUnsaved(state())).toBe(true);
});

test('another map begins a history of its own, with its first metric laid over it', () => {
  rename('a', 'x');
  select(['a']);
  const map = smallMap();
  const metric = {
    unit: 'number',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: null,
    source: null,
  } as const;
  map.metrics.m2 = createMetric({ id: 'm2', title: 'second', order: 'a1', ...metric });
  map.metrics.m1 = createMetric({ id: 'm1', title: 'first', order: 'a0', ...metric });
  showMap(map);
  expect(state()).toMatchObject({
    past: [],
    future: [],
    selection: [],
    overlay: { metrics: ['m1'] },
    file: null,
    readOnly: false,
  });
  expect(isUnsaved(state())).toBe(false);
});

describe('selecting', () => {
  test('keeps the order; adding takes out what was in', () => {
    select(['c', 'a']);
    select(['b', 'a'], true);
    expect(state().selection).toEqual(['c', 'b']);
    const before = state();
    select(['c', 'b']);
    expect(state()).toBe(before);
    select([]);
    expect(state().selection).toEqual([]);
  });

  test('tells elements, cards and connections apart, in the order of selection', () => {
    select(['c', 'ab', 's1', 'a', 'ghost']);
    expect(selectedElements(state()).map(({ id }) => id)).toEqual(['c', 's1', 'a']);
    expect(selectedCards(state()).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(selectedConnections(state()).map(({ id }) => id)).toEqual(['ab']);
  });
});

describe('any history', () => {
  /** What a gesture can do to a map; `n` chooses on what. */
  const deeds: ((draft: JourneyMap, n: number, text: string) => unknown)[] = [
    (draft, n) =>
      addCard(
        draft,
        pick(
          ELEMENT_KINDS.filter((kind) => kind !== 'stage'),
          n,
        )!,
        { stage: null, lane: pick(Object.keys(draft.lanes), n) ?? null, x: n, y: -n },
      ),
    (draft, n, text) => addStage(draft, pick(ids(draft), n) ?? null, { title: text }),
    (draft, n, text) =>
      setFields(draft, ids(draft).slice(n % 5), { title: text, tags: [text], owner: text, feeling: (n % 5) - 2 }),
    (draft, n) =>
      placeCards(
        draft,
        ids(draft).map((id) => [id, { stage: null, lane: null, x: n / 3, y: n * 1e5 }] as const),
      ),
    (draft, n) =>
      deleteElements(
        draft,
        ids(draft).filter((_, index) => (index + n) % 3 === 0),
      ),
    (draft, n) => duplicate(draft, ids(draft).slice(0, n % 4)),
    (draft, n) => moveStage(draft, pick(ids(draft), n) ?? '', pick(ids(draft), n + 1) ?? null),
    (draft, n) => connect(draft, pick(ids(draft), n) ?? '', pick(ids(draft), n + 1) ?? ''),
    (draft, n, text) =>
      setConnection(draft, pick(Object.keys(draft.connections), n) ?? '', { label: text, probability: (n % 11) / 10 }),
    (draft, n) => deleteLane(draft, pick(Object.keys(draft.lanes), n) ?? ''),
    (draft, n) => moveLane(draft, pick(Object.keys(draft.lanes), n) ?? '', null),
    (draft, n, text) =>
      setLane(draft, pick(Object.keys(draft.lanes), n) ?? '', { title: text, hidden: n % 2 === 0, kinds: ['note'] }),
    (draft) => tidy(draft, ({ width, height }) => ({ width, height: height ?? 40 })),
  ];
  const pick = <Item>(items: readonly Item[], n: number) => items[n % Math.max(items.length, 1)];
  const ids = (draft: JourneyMap) => Object.keys(draft.elements);
  const deed = fc.record({
    what: fc.nat({ max: deeds.length - 1 }),
    n: fc.nat({ max: 50 }),
    text: anyText,
    merge: fc.option(fc.constantFrom('k1', 'k2')),
    selects: fc.boolean(),
  });

  test('undone as a whole gives the start, done again the end, and each step in between what it was', () => {
    fc.assert(
      fc.property(anyMap, fc.array(deed, { maxLength: 12 }), (start, doings) => {
        openInEditor(start);
        const seen = [{ map: state().map, selection: state().selection }];
        for (const { what, n, text, merge, selects } of doings) {
          const steps = state().past.length;
          if (selects) select(Object.keys(state().map.elements).slice(0, n % 4));
          const before = state().selection;
          change('deed', (draft) => deeds[what]?.(draft, n, text), merge ? { merge } : {});
          const now = { map: state().map, selection: state().selection };
          if (state().past.length > steps) {
            seen[steps] = { map: seen[steps]!.map, selection: before };
            seen.push(now);
          } else seen[steps] = now;
        }
        const end = state();
        const result = readMap(writeMap(end.map));
        expect(result.status === 'ok' && result.map).toEqual(JSON.parse(JSON.stringify(end.map)));
        for (let at = end.past.length - 1; at >= 0; at--) {
          undo();
          expect(state().map).toEqual(seen[at]!.map);
          expect(state().selection).toEqual(end.past[at]!.selectionBefore);
        }
        expect([state().past.length, state().future.length]).toEqual([0, end.past.length]);
        expect(writeMap(state().map)).toBe(writeMap(start));
        for (let at = 0; at < end.past.length; at++) {
          redo();
          expect(state().map).toEqual(seen[at + 1]!.map);
          expect(state().selection).toEqual(end.past[at]!.selectionAfter);
        }
        expect(writeMap(state().map)).toBe(writeMap(end.map));
        expect(isUnsaved(state())).toBe(end.past.length > 0);
      }),
      { numRuns: runs(150) },
    );
  }, 120_000);
});
