import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import {
  cardsOf,
  createConnection,
  createElement,
  createMeasurement,
  createMetric,
  emptyMap,
  stagesOf,
} from '../document/create';
import { validateMap } from '../document/read';
import type { JourneyMap, MapElement } from '../document/schema';
import {
  addCard,
  addStage,
  bringToFront,
  deleteElements,
  duplicate,
  moveStage,
  park,
  placeCards,
  resize,
  sendToBack,
  setFields,
  setPicture,
} from './cards';

/** Two stages, two rows (the second hidden), a persona, four cards in a line, one that waits. */
function sample(): JourneyMap {
  const map = emptyMap();
  const lane = { kinds: [], role: 'cards', height: 96 } as const;
  map.lanes.l1 = { id: 'l1', title: 'One', order: 'a0', hidden: false, ...lane, kinds: [] };
  map.lanes.l2 = { id: 'l2', title: 'Two', order: 'a1', hidden: true, ...lane, kinds: [] };
  const put = (element: MapElement) => {
    map.elements[element.id] = element;
  };
  put(createElement('stage', { id: 's1', order: 'a0' }));
  put(createElement('stage', { id: 's2', order: 'a1' }));
  put(createElement('persona', { id: 'p1', order: 'a2', x: 10, y: 10 }));
  for (const [index, id] of ['t1', 't2', 't3', 't4'].entries()) {
    put(
      createElement('touchpoint', {
        id,
        order: `a${3 + index}`,
        stage: index < 2 ? 's1' : 's2',
        lane: 'l1',
        x: 12,
        y: 20 * index,
        personas: ['p1'],
      }),
    );
  }
  const line = { type: 'flow', label: '', condition: '', probability: null, fromSide: null, toSide: null } as const;
  map.connections.c1 = createConnection({ id: 'c1', from: 't1', to: 't2', ...line, label: 'yes' });
  map.connections.c2 = createConnection({ id: 'c2', from: 't2', to: 't3', ...line });
  map.metrics.m1 = createMetric({
    id: 'm1',
    title: '',
    unit: 'number',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: null,
    source: null,
    order: 'a0',
  });
  map.measurements.v1 = createMeasurement({ id: 'v1', metric: 'm1', element: 't1', target: null, points: [] });
  return map;
}

/** The map after a change, checked against the format. The original is frozen: whoever changes it throws. */
function changed(change: (draft: JourneyMap) => void, map = sample()): JourneyMap {
  const result = produce(map, (draft) => void change(draft as JourneyMap));
  expect(validateMap(result)).toEqual({ map: result });
  return result;
}

const stack = (map: JourneyMap) => cardsOf(map).map(({ id }) => id);

describe('adding', () => {
  test('a card goes on top, with what it was given', () => {
    let id = '';
    const map = changed((draft) => {
      id = addCard(draft, 'pain-point', { stage: 's1', lane: 'l1', x: 5, y: 6 }, { title: 'Slow' });
    });
    expect(map.elements[id]).toEqual(
      createElement('pain-point', {
        id,
        order: map.elements[id]!.order,
        title: 'Slow',
        stage: 's1',
        lane: 'l1',
        x: 5,
        y: 6,
      }),
    );
    expect(stack(map).at(-1)).toBe(id);
  });

  test('a card on a hidden row brings the row to light', () => {
    const map = changed((draft) => void addCard(draft, 'note', { stage: null, lane: 'l2', x: 0, y: 0 }));
    expect(map.lanes.l2?.hidden).toBe(false);
  });

  test('a stage goes before another or to the end', () => {
    const map = changed((draft) => {
      addStage(draft, 's2', { title: 'between' });
      addStage(draft, null, { title: 'last' });
      addStage(draft, 's1', { title: 'first' });
    });
    expect(stagesOf(map).map((stage) => stage.title || stage.id)).toEqual(['first', 's1', 'between', 's2', 'last']);
  });
});

describe('moving stages', () => {
  test.each([
    ['s2', 's1', ['s2', 's1', 's3']],
    ['s1', null, ['s2', 's3', 's1']],
    ['s1', 's3', ['s2', 's1', 's3']],
    ['s1', 's2', ['s1', 's2', 's3']],
    ['s3', 's3', ['s1', 's2', 's3']],
    ['t1', 's1', ['s1', 's2', 's3']],
    ['ghost', 's1', ['s1', 's2', 's3']],
  ])('%s before %s', (id, before, expected) => {
    const map = changed((draft) => {
      draft.elements.s3 = createElement('stage', { id: 's3', order: 'a9' });
      moveStage(draft, id, before);
    });
    expect(stagesOf(map).map((stage) => stage.id)).toEqual(expected);
    expect(map.elements.t1).toEqual(sample().elements.t1);
  });
});

describe('fields', () => {
  test('are set where the kind has them', () => {
    const map = changed((draft) =>
      setFields(draft, ['t1', 's1', 'ghost'], { channel: 'E-mail', owner: 'Ana', unicorn: 1, feeling: -2 }),
    );
    expect(map.elements.t1).toMatchObject({ channel: 'E-mail', owner: 'Ana', feeling: -2 });
    expect(map.elements.s1).toEqual({ ...sample().elements.s1, owner: 'Ana' });
    expect(map.elements.t1).not.toHaveProperty('unicorn');
  });

  test('set to what they were leave the very same map', () => {
    const map = produce(sample(), () => {});
    expect(changed((draft) => setFields(draft, ['t1'], { channel: '' }), map)).toBe(map);
  });
});

describe('places and sizes', () => {
  test('places are kept to a tenth of a unit; stages have none', () => {
    const place = { stage: 's2', lane: 'l1', x: 1.2345, y: -0.04 };
    const map = changed((draft) =>
      placeCards(draft, [
        ['t1', place],
        ['s1', place],
        ['ghost', place],
      ]),
    );
    expect(map.elements.t1).toMatchObject({ stage: 's2', lane: 'l1', x: 1.2 });
    expect(Math.abs(map.elements.t1!.y)).toBe(0);
    expect(map.elements.s1).toEqual(sample().elements.s1);
  });

  test('places stay within what a file may hold', () => {
    const map = changed((draft) => placeCards(draft, [['t1', { stage: null, lane: null, x: 5e6, y: -1e300 }]]));
    expect([map.elements.t1?.x, map.elements.t1?.y]).toEqual([1_000_000, -1_000_000]);
  });

  test.each([
    ['t1', { width: 20 }, [72, null]],
    ['t1', { width: 100.6, height: 10 }, [101, 36]],
    ['t1', { width: 9999, height: 9999 }, [2000, 2000]],
    ['t1', { width: 100, height: null }, [100, null]],
    ['s1', { width: 20, height: 500 }, [120, null]],
    ['s1', { width: 333.3 }, [333, null]],
  ])('%s resized to %j', (id, size, expected) => {
    const map = changed((draft) => resize(draft, id, size));
    expect([map.elements[id]?.width, map.elements[id]?.height]).toEqual(expected);
  });
});

describe('deleting', () => {
  test('a card takes its connections and measurements along, nothing else', () => {
    const map = changed((draft) => deleteElements(draft, ['t1', 'ghost']));
    expect(Object.keys(map.elements)).toEqual(['s1', 's2', 'p1', 't2', 't3', 't4']);
    expect(Object.keys(map.connections)).toEqual(['c2']);
    expect(map.measurements).toEqual({});
    expect(map.elements.t2).toEqual(sample().elements.t2);
  });

  test('a stage sends its cards to the parking row, side by side behind those that wait', () => {
    const map = changed((draft) => deleteElements(draft, ['s1']));
    expect(map.elements.t1).toMatchObject({ stage: null, lane: null, x: 10 + 172 + 16, y: 10 });
    expect(map.elements.t2).toMatchObject({ stage: null, lane: null, x: 10 + 2 * (172 + 16), y: 10 });
    expect(map.elements.t3).toEqual(sample().elements.t3);
    expect(Object.keys(map.connections)).toEqual(['c1', 'c2']);
  });

  test('a persona is no longer mentioned', () => {
    const map = changed((draft) => deleteElements(draft, ['p1']));
    expect(Object.values(map.elements).flatMap((element) => element.personas)).toEqual([]);
  });

  test('everything at once leaves nothing behind', () => {
    const map = changed((draft) => deleteElements(draft, Object.keys(draft.elements)));
    expect([map.elements, map.connections, map.measurements]).toEqual([{}, {}, {}]);
    expect(Object.keys(map.metrics)).toEqual(['m1']);
  });

  test('nothing changes nothing', () => {
    const map = produce(sample(), () => {});
    expect(changed((draft) => deleteElements(draft, ['ghost']), map)).toBe(map);
  });
});

test('parking keeps the order of the stack and starts at the left where nobody waits', () => {
  const map = changed((draft) => {
    delete draft.elements.p1;
    for (const id of ['t1', 't2', 't3', 't4']) draft.elements[id]!.personas = [];
    park(draft, [draft.elements.t3!, draft.elements.t1!]);
  });
  expect([map.elements.t1?.x, map.elements.t3?.x]).toEqual([10, 198]);
});

describe('duplicating', () => {
  test('copies cards with the connections among them, on top, in their order, a little further on', () => {
    let ids: string[] = [];
    const map = changed((draft) => {
      ids = duplicate(draft, ['t2', 't1', 'ghost']);
    });
    expect(ids).toHaveLength(2);
    expect(stack(map)).toEqual(['p1', 't1', 't2', 't3', 't4', ...ids]);
    const { t1 } = sample().elements;
    expect(map.elements[ids[0]!]).toEqual({
      ...t1,
      id: ids[0],
      order: map.elements[ids[0]!]?.order,
      x: t1!.x + 18,
      y: t1!.y + 18,
    });
    const added = Object.values(map.connections).filter(({ id }) => !['c1', 'c2'].includes(id));
    expect(added).toEqual([{ ...sample().connections.c1, id: added[0]?.id, from: ids[0], to: ids[1] }]);
  });

  test('copies hold lists of their own', () => {
    const map = changed((draft) => {
      const [id] = duplicate(draft, ['t1']);
      draft.elements[id!]!.tags.push('copy');
    });
    expect(map.elements.t1?.tags).toEqual([]);
  });

  test('what lies at the edge of the world is still valid', () => {
    changed((draft) => {
      draft.elements.t1!.x = 1_000_000;
      duplicate(draft, ['t1']);
    });
  });
});

describe('the stack', () => {
  test.each([
    [bringToFront, ['t3', 't1'], ['p1', 't2', 't4', 't1', 't3']],
    [sendToBack, ['t4', 't2'], ['t2', 't4', 'p1', 't1', 't3']],
    [bringToFront, ['t4'], ['p1', 't1', 't2', 't3', 't4']],
    [bringToFront, ['p1', 't1', 't2', 't3', 't4'], ['p1', 't1', 't2', 't3', 't4']],
    [sendToBack, [], ['p1', 't1', 't2', 't3', 't4']],
  ])('%O %j', (command, ids, expected) => {
    const map = changed((draft) => command(draft, ids));
    expect(stack(map)).toEqual(expected);
    expect(stagesOf(map).map(({ id }) => id)).toEqual(['s1', 's2']);
  });
});

test('a picture is stored once and goes with the last that shows it', () => {
  const picture = { hash: 'abc', picture: { type: 'image/png', width: 1, height: 1, data: 'AAAA' } } as const;
  let map = changed((draft) => setPicture(draft, ['t1', 't2', 'ghost'], picture));
  expect([map.elements.t1?.picture, map.elements.t2?.picture, Object.keys(map.pictures)]).toEqual([
    'abc',
    'abc',
    ['abc'],
  ]);
  map = changed((draft) => setPicture(draft, ['t1'], null), map);
  expect([map.elements.t1?.picture, Object.keys(map.pictures)]).toEqual([null, ['abc']]);
  map = changed((draft) => deleteElements(draft, ['t2']), map);
  expect(map.pictures).toEqual({});
});
