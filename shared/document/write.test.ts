import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createElement, emptyMap } from './create';
import { readMap } from './read';
import { ELEMENT_KINDS } from './schema';
import { writeMap } from './write';

const golden = (version: number) =>
  readFileSync(new URL(`../../test/fixtures/format-${version}.journey.json`, import.meta.url), 'utf8');

test('a file of format 1 opens for ever and is written back byte for byte', () => {
  const result = readMap(golden(1));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  expect(result.migratedFrom).toBeNull();
  expect(writeMap(result.map)).toBe(golden(1));
  expect(new Set(Object.values(result.map.elements).map((element) => element.kind))).toEqual(new Set(ELEMENT_KINDS));
  expect(
    Object.values(result.map).filter(
      (value) => typeof value === 'object' && value !== null && Object.keys(value).length === 0,
    ),
  ).toEqual([]);
});

test('the format’s name comes first, then keys in a fixed order, records by id, what is not known last', () => {
  const map = { zebra: 1, ...emptyMap({ title: 'T' }), id: 'm', apple: 2 };
  map.elements.b = createElement('note', { order: 'a1', id: 'b', title: 'B', owner: 'O' });
  map.elements.a = {
    ...createElement('decision', { id: 'a', order: 'a0', title: 'A', x: 4 }),
    later: true,
    early: null,
  } as (typeof map.elements)[string];
  const text = writeMap(map);
  expect(text).toBe(`{
  "format": "periplo-journey-map",
  "formatVersion": 1,
  "id": "m",
  "title": "T",
  "description": "",
  "language": "en",
  "perspective": "as-is",
  "revision": 0,
  "revisedOn": null,
  "elements": {
    "a": {
      "kind": "decision",
      "id": "a",
      "title": "A",
      "x": 4,
      "width": 132,
      "order": "a0",
      "early": null,
      "later": true
    },
    "b": {
      "kind": "note",
      "id": "b",
      "title": "B",
      "owner": "O",
      "order": "a1"
    }
  },
  "lanes": {},
  "connections": {},
  "metrics": {},
  "measurements": {},
  "sources": {},
  "pictures": {},
  "apple": 2,
  "zebra": 1
}
`);
});

test.each(ELEMENT_KINDS)('a new %s is written with no more than its kind, id, order and own width', (kind) => {
  const map = emptyMap();
  map.elements.e = createElement(kind, { id: 'e', order: 'a0' });
  const written = JSON.parse(writeMap(map)) as { elements: { e: object } };
  expect(Object.keys(written.elements.e)).toEqual([
    'kind',
    'id',
    ...(['stage', 'decision'].includes(kind) ? ['width'] : []),
    'order',
  ]);
});

test('a value other than its default is written, even where it is null or empty', () => {
  const map = emptyMap();
  map.elements.a = createElement('action', { id: 'a', order: 'a0', actor: null });
  map.elements.i = createElement('content-idea', { id: 'i', order: 'a1', status: null, tags: [''] });
  const result = readMap(writeMap(map));
  expect(result.status === 'ok' && result.map).toEqual(map);
  expect(writeMap(map)).toContain('"actor": null');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%s is refused, not turned into null',
  (value) => {
    const map = emptyMap();
    map.elements.o = createElement('outcome', { id: 'o', order: 'a0', value });
    expect(() => writeMap(map)).toThrow(RangeError);
    expect(() => writeMap(map)).toThrow('"value"');
  },
);

test('writing leaves the map as it is', () => {
  const map = Object.freeze({
    ...emptyMap(),
    elements: Object.freeze({ e: Object.freeze(createElement('note', { id: 'e', order: 'a0' })) }),
  });
  const before = JSON.stringify(map);
  writeMap(map);
  expect(JSON.stringify(map)).toBe(before);
});
