import * as v from 'valibot';
import { expect, test } from 'vitest';
import { CALL_SCHEMAS } from '../../../shared/api/validation';
import type { JourneyMap } from '../../../shared/document/schema';
import { comparisonRequest } from '../../../shared/scene/comparison/comparison-request';
import { smallMap } from '../../../test/fixtures/small-map';
import { makeComparison } from './make-comparison';
import { syntheticMap } from './synthetic-map';

function sides(edit: (map: JourneyMap) => unknown, map = smallMap()) {
  const later = JSON.parse(JSON.stringify(map)) as JourneyMap;
  edit(later);
  return [
    { map, name: 'before.journey.json', date: '2026-11-01' },
    { map: later, name: 'after.journey.json', date: null },
  ] as const;
}

test.each(['pdf', 'png', 'svg', 'md'] as const)('the same maps give the same bytes: %s', async (format) => {
  const [before, after] = sides((map) => Object.assign(map.elements.cost!, { severity: 4, stage: 'use' }));
  const request = comparisonRequest({ format, language: 'en' });
  const [one, other] = [await makeComparison(before, after, request), await makeComparison(before, after, request)];
  expect(one.name).toMatch(new RegExp(`^What has changed in .*\\.${format}$`));
  expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
  expect(one).toMatchObject({ missing: [], substituted: [] });
});

test('the report names both files and what changed', async () => {
  const [before, after] = sides((map) => Object.assign(map.elements.cost!, { severity: 4 }));
  const { bytes, type } = await makeComparison(before, after, comparisonRequest({ format: 'md', language: 'es' }));
  const report = Buffer.from(bytes).toString('utf8');
  expect(type).toBe('text/markdown');
  expect(report).toContain('- Antes: before.journey.json');
  expect(report).toMatch(/Gravedad sin indicar → 4/);
});

test('pictures of both maps are drawn, and characters of every page are looked at', async () => {
  const [before, after] = sides((map) => {
    for (const element of Object.values(map.elements)) element.owner = '\u0378';
  });
  const made = await makeComparison(before, after, comparisonRequest({ format: 'pdf', page: 'A4', language: 'en' }));
  expect(made.pages).toBeGreaterThan(1);
  expect(made.missing).toEqual(['\u0378']);
});

test('a request that says something else is refused', () => {
  const side = { text: '{}', name: 'a', date: null };
  const given = { before: side, after: side, request: comparisonRequest({ format: 'pdf' }) };
  const isFine = (argument: unknown) => v.safeParse(CALL_SCHEMAS['export.comparison'], argument).success;
  expect(isFine(given)).toBe(true);
  expect(isFine({ ...given, request: { format: 'exe' } })).toBe(false);
  expect(isFine({ ...given, request: { format: 'pdf', types: ['other'] } })).toBe(false);
  expect(isFine({ ...given, before: { ...side, name: 'x'.repeat(1001) } })).toBe(false);
  expect(isFine({ ...given, before: { ...side, path: '/etc/passwd' } })).toBe(false);
  expect(isFine({ before: side, request: given.request })).toBe(false);
});

test('of 3,000 cards with 500 changes, timed', async () => {
  const [before, after] = sides((map) => {
    Object.values(map.elements)
      .filter(({ kind }) => kind !== 'stage')
      .slice(0, 500)
      .forEach((card, index) => {
        if (index % 5 === 0) delete map.elements[card.id];
        else card.title = `${card.title} (${index})`;
      });
    for (const { id, from, to } of Object.values(map.connections))
      if (!map.elements[from] || !map.elements[to]) delete map.connections[id];
  }, syntheticMap(3000));
  const since = performance.now();
  const made = await makeComparison(before, after, comparisonRequest({ format: 'pdf', page: 'A3', language: 'en' }));
  console.info(`3000 cards, 500 changes: ${Math.round(performance.now() - since)} ms, ${made.pages} pages`);
  expect(made.pages).toBeGreaterThan(4);
}, 30_000);
