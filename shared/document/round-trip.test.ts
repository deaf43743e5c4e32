import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap, anyText, runs } from '../../test/fixtures/arbitrary-map';
import { NAUGHTY_STRINGS } from '../../test/fixtures/naughty-strings';
import { FIELDS } from '../kinds/all-fields';
import type { Fields } from '../kinds/fields';
import { createElement, emptyMap } from './create';
import { readMap } from './read';
import { encodeUtf8 } from './runtime';
import { ELEMENT_KINDS, type JourneyMap } from './schema';
import { writeMap } from './write';

function reread(map: JourneyMap): JourneyMap {
  const result = readMap(encodeUtf8(writeMap(map)));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  expect(result.migratedFrom).toBeNull();
  return result.map;
}

describe('what is written comes back', () => {
  test('whatever a map holds, fields of the future included', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const text = writeMap(map);
        const again = reread(map);
        expect(again).toEqual(map);
        expect(writeMap(again)).toBe(text);
      }),
      { numRuns: runs(1500) },
    );
  }, 600_000);

  test('the same bytes, in whatever order the keys of the file stood', () => {
    fc.assert(
      fc.property(anyMap, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (whole, dice) => {
        const map = withoutRecipes(whole);
        const shuffled = (value: unknown): unknown => {
          if (Array.isArray(value)) return value.map(shuffled);
          if (typeof value !== 'object' || value === null) return value;
          const entries = Object.entries(value).map(
            ([key, inside]) => [dice.next().value, key, shuffled(inside)] as const,
          );
          return Object.fromEntries(entries.sort((a, b) => a[0] - b[0]).map(([, key, inside]) => [key, inside]));
        };
        const result = readMap(JSON.stringify(shuffled(map)));
        expect(result.status === 'ok' && writeMap(result.map)).toBe(writeMap(map));
      }),
      { numRuns: runs(300) },
    );
  });

  test.each(ELEMENT_KINDS)('every text of a %s', (kind) => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = emptyMap({ title: text, description: text });
        const own = Object.entries(FIELDS[kind] as Fields).flatMap(([name, { control }]) =>
          control === 'line' || control === 'paragraph'
            ? [[name, text]]
            : control === 'lines'
              ? [[name, [text, text]]]
              : [],
        );
        const values = {
          id: 'e',
          order: 'a0',
          title: text,
          text,
          owner: text,
          tags: [text],
          links: [{ label: text, url: text }],
        };
        map.elements.e = createElement(kind, { ...values, ...Object.fromEntries(own) });
        expect(reread(map)).toEqual(map);
      }),
      { numRuns: 40, examples: NAUGHTY_STRINGS.map((text) => [text]) },
    );
  });

  test('numbers to their last bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const map = emptyMap();
        map.elements.o = createElement('outcome', { id: 'o', order: 'a0', value });
        expect(Object(reread(map).elements.o).value).toBe(value + 0);
      }),
      { numRuns: runs(300) },
    );
  });
});

/** A recipe is anything at all to this format: its keys keep the order that they came in. */
function withoutRecipes(map: JourneyMap): JourneyMap {
  const sources = Object.fromEntries(
    Object.entries(map.sources).map(([id, source]) => [id, { ...source, recipe: {} }]),
  );
  return { ...map, sources };
}
