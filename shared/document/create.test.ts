import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '../kinds/all-fields';
import {
  byOrder,
  cardsOf,
  createElement,
  emptyMap,
  lanesOf,
  orderAfter,
  orderBefore,
  personasOf,
  stagesOf,
} from './create';
import { createId } from './ids';
import { readMap, validateMap } from './read';
import { ELEMENT_KINDS } from './schema';
import { DEFAULT_LANES, mapFromModel, STAGE_MODELS } from './templates';
import { writeMap } from './write';

test('ids are 12 letters and digits, each as likely as the others, never the same', () => {
  const ids = Array.from({ length: 4000 }, createId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-z]{12}$/);
  const counts = new Map<string, number>();
  for (const character of ids.join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect(counts.size).toBe(36);
  // 48,000 characters: 1,333 of each expected, standard deviation 36.
  for (const count of counts.values()) expect(Math.abs(count - 48_000 / 36)).toBeLessThan(7 * 36);
});

test.each(ELEMENT_KINDS)('a new %s is complete and valid, with lists of its own', (kind) => {
  const map = emptyMap();
  const one = createElement(kind, { order: 'a0' });
  const other = createElement(kind, { order: 'a1' });
  map.elements[one.id] = one;
  expect(validateMap(map)).toEqual({ map });
  expect(Object.keys(one)).toEqual(expect.arrayContaining(Object.keys(FIELDS[kind])));
  for (const [name, value] of Object.entries(one))
    if (Array.isArray(value)) expect(value).not.toBe(Object(other)[name]);
});

describe('orders', () => {
  test('before and after all others, and for nothing at all', () => {
    const records = ['a1', 'Zz', 'a0V'].map((order) => ({ order }));
    expect(orderAfter(records) > 'a1').toBe(true);
    expect(orderBefore(records) < 'Zz').toBe(true);
    expect(orderAfter([])).toBe(orderBefore([]));
  });

  test('sorting is total: ties fall back on ids, whatever the order before', () => {
    const records = [
      { id: 'c', order: 'a0' },
      { id: 'B', order: 'a1' },
      { id: 'a', order: 'a1' },
      { id: 'd', order: 'Zz' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(records, { minLength: 4 }), (shuffled) => {
        expect(byOrder(shuffled).map(({ id }) => id)).toEqual(['d', 'c', 'B', 'a']);
      }),
    );
  });
});

describe.each(STAGE_MODELS)('a new map from %s', (model) => {
  test.each(['en', 'es'] as const)('in %s: named stages and rows, each kind with one home', (language) => {
    const map = mapFromModel(model, language, 'My map');
    expect([map.title, map.language]).toEqual(['My map', language]);
    const result = readMap(writeMap(map));
    expect(result.status === 'ok' && result.map).toEqual(map);
    expect(cardsOf(map)).toEqual([]);
    expect(personasOf(map)).toEqual([]);
    expect(lanesOf(map).map(({ kinds, role, height }) => ({ kinds, role, height }))).toEqual(
      DEFAULT_LANES.map(({ kinds, role, height }) => ({ kinds: [...kinds], role, height })),
    );
    const kinds = lanesOf(map).flatMap((lane) => lane.kinds);
    expect(new Set(kinds).size).toBe(kinds.length);
    const stages = stagesOf(map);
    expect(stages.length).toBe(
      { blank: 0, 'three-phases': 3, 'five-phases': 5, 'six-stages': 6, 'thirteen-steps': 13 }[model],
    );
    for (const named of [...stages, ...lanesOf(map)]) {
      expect(named.title.trim()).toBe(named.title);
      expect(named.title).not.toMatch(/^$|\||lanes\.|stageModels\./);
    }
    expect(new Set(stages.map((stage) => stage.title)).size).toBe(stages.length);
    for (const stage of stages) expect(stage.colour).toMatch(/^#[0-9a-f]{6}$/);
  });

  test('is in the language that was asked for', () => {
    const names = (language: 'en' | 'es') => {
      const map = mapFromModel(model, language);
      return [...stagesOf(map), ...lanesOf(map)].map(({ title }) => title);
    };
    const [en, es] = [names('en'), names('es')];
    expect(es).toHaveLength(en.length);
    expect(es.filter((title) => en.includes(title))).toEqual([]);
  });
});
