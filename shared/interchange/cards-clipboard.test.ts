import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createConnection, createElement, emptyMap } from '../document/create';
import { validateMap } from '../document/read';
import { type Connection, ELEMENT_KINDS, type JourneyMap, type MapElement } from '../document/schema';
import { mapFromModel } from '../document/templates';
import { parseCards, pasteCards, serialiseCards } from './cards-clipboard';

const connection = (id: string, from: string, to: string): Connection =>
  createConnection({
    id,
    type: 'flow',
    from,
    to,
    label: 'yes',
    condition: '',
    probability: 0.6,
    fromSide: 'right',
    toSide: null,
  });

function sample(): JourneyMap {
  const map = emptyMap();
  const add = (element: MapElement) => {
    map.elements[element.id] = element;
  };
  map.lanes.l1 = { id: 'l1', title: 'Touchpoints', kinds: [], role: 'cards', order: 'a0', hidden: false, height: 96 };
  map.pictures.hash1 = { type: 'image/png', width: 1, height: 1, data: 'AAAA' };
  add(createElement('stage', { id: 's1', title: 'Awareness', order: 'a1' }));
  add(createElement('persona', { id: 'p1', title: 'Lucía', order: 'a2', picture: 'hash1' }));
  add(
    createElement('touchpoint', {
      id: 't1',
      title: 'Búsqueda',
      order: 'a3',
      stage: 's1',
      lane: 'l1',
      personas: ['p1'],
      x: 5,
      y: 6,
      feeling: -1,
    }),
  );
  add(createElement('decision', { id: 'd1', title: 'Fork', order: 'a4', stage: 's1', lane: 'l1' }));
  map.connections.c1 = connection('c1', 't1', 'd1');
  map.connections.c2 = connection('c2', 't1', 'p1');
  return map;
}

const copy = (map: JourneyMap, ids: string[]) => {
  const clipboard = parseCards(serialiseCards(map, ids, (id) => (id === 't1' ? { x: 120, y: 300 } : null)));
  if (!clipboard) throw new Error('not read back');
  return clipboard;
};

/** Adds what was pasted, as a command would. */
function insert(target: JourneyMap, pasted: ReturnType<typeof pasteCards>): JourneyMap {
  const record = <Item extends { id: string }>(items: Item[]) =>
    Object.fromEntries(items.map((item) => [item.id, item]));
  return {
    ...target,
    elements: { ...target.elements, ...record(pasted.elements) },
    connections: { ...target.connections, ...record(pasted.connections) },
    pictures: { ...target.pictures, ...pasted.pictures },
  };
}

describe('copy and paste', () => {
  test('within a map: new ids, all else kept, lines only among what was copied', () => {
    const map = sample();
    const pasted = pasteCards(copy(map, ['t1', 'd1']), map);
    const [touchpoint, decision] = pasted.elements;
    expect(touchpoint).toEqual({ ...map.elements.t1!, id: touchpoint?.id, order: touchpoint?.order });
    expect(new Set([touchpoint?.id, decision?.id, 't1', 'd1']).size).toBe(4);
    expect([touchpoint!.order > 'a4', decision!.order > touchpoint!.order]).toEqual([true, true]);
    expect(pasted.connections).toEqual([
      { ...connection('c1', touchpoint!.id, decision!.id), id: pasted.connections[0]?.id },
    ]);
    expect(pasted.positions).toEqual(new Map([[touchpoint!.id, { x: 120, y: 300 }]]));
    expect('map' in validateMap(insert(map, pasted))).toBe(true);
  });

  test('into another map: stage and lane by title, personas it does not know go, pictures come along', () => {
    const target = mapFromModel('six-stages', 'en');
    const stage = Object.values(target.elements).find(({ title }) => title === 'Awareness')!;
    const lane = Object.values(target.lanes).find(({ title }) => title === 'Touchpoints')!;
    const map = sample();
    const alone = pasteCards(copy(map, ['t1']), target).elements[0]!;
    expect(alone).toMatchObject({ stage: stage.id, lane: lane.id, personas: [] });
    const pasted = pasteCards(copy(map, ['t1', 'p1']), target);
    const [persona, touchpoint] = pasted.elements;
    expect(touchpoint?.personas).toEqual([persona?.id]);
    expect(pasted.pictures).toEqual(map.pictures);
    expect(persona?.picture).toBe('hash1');
    expect('map' in validateMap(insert(target, pasted))).toBe(true);
  });

  test('a stage takes its cards along; a place that the map has not is given up', () => {
    const map = sample();
    const pasted = pasteCards(copy(map, ['s1', 't1']), emptyMap());
    expect(pasted.elements[1]).toMatchObject({ stage: pasted.elements[0]?.id, lane: null });
    expect(pasteCards(copy(map, ['t1']), emptyMap()).elements[0]).toMatchObject({ stage: null, lane: null });
  });

  test('what is copied from any map pastes into any other as a valid map', () => {
    const kind = fc.constantFrom(...ELEMENT_KINDS);
    const cards = fc.uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/),
        kind,
        title: fc.string({ unit: 'grapheme', maxLength: 12 }),
        text: fc.string({ unit: 'binary' }),
      }),
      {
        selector: ({ id }) => id,
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(cards, fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }), (entries, pairs) => {
        const map = emptyMap();
        for (const { id, kind: name, title, text } of entries) {
          map.elements[id] = createElement(name, { id, title, text, order: 'a0' });
        }
        pairs.forEach(([from, to], index) => {
          const [start, end] = [entries[from % entries.length]!, entries[to % entries.length]!];
          map.connections[`c${index}`] = connection(`c${index}`, start.id, end.id);
        });
        if (!('map' in validateMap(map))) return;
        const clipboard = parseCards(serialiseCards(map, Object.keys(map.elements), () => ({ x: 1, y: 2 })));
        expect(clipboard).not.toBe(null);
        const pasted = pasteCards(clipboard!, map);
        expect(pasted.elements.map(({ title, text }) => [title, text]).sort()).toEqual(
          Object.values(map.elements)
            .map(({ title, text }) => [title, text])
            .sort(),
        );
        expect(pasted.connections).toHaveLength(pairs.length);
        const both = validateMap(insert(map, pasted));
        expect('map' in both).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is no cards', () => {
  const valid = () => JSON.parse(serialiseCards(sample(), ['t1', 'd1'], () => null));

  test.each([
    ['other text', 'Hello'],
    ['broken JSON', '{"format":"periplo-cards"'],
    ['nothing in it', JSON.stringify({ format: 'periplo-cards', version: 1, elements: [] })],
    ['another version', JSON.stringify({ ...valid(), version: 2 })],
    ['a reserved key', JSON.stringify(valid()).replace('"pictures":{}', '"pictures":{"__proto__":{}}')],
    ['an infinite number', JSON.stringify(valid()).replace('"x":5', '"x":1e999')],
    ['a bad id', JSON.stringify(valid()).replaceAll('"t1"', '"../t1"')],
    ['the same id twice', JSON.stringify({ ...valid(), elements: [valid().elements[0], valid().elements[0]] })],
    ['too deep', `{"format":"periplo-cards","version":1,"elements":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ])('%s', (_, text) => {
    expect(parseCards(text)).toBe(null);
  });

  test('lines to cards that were not copied are dropped', () => {
    const data = valid();
    data.connections.push(connection('c9', 't1', 'gone'));
    expect(parseCards(JSON.stringify(data))?.connections.map(({ id }) => id)).toEqual(['c1']);
  });

  test('any text gets an answer', () => {
    fc.assert(
      fc.property(
        fc.json(),
        (json) => parseCards(`{"format":"periplo-cards","version":1,"elements":${json}}`) === null,
      ),
    );
  });
});
