import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap, runs } from '../../../test/fixtures/arbitrary-map';
import { smallMap } from '../../../test/fixtures/editor-with';
import { faultsOf, halfSize } from '../../../test/fixtures/figure-context';
import { compareMaps, filterComparison } from '../../comparison/difference';
import { createElement } from '../../document/create';
import type { JourneyMap } from '../../document/schema';
import { textsByWeight } from '../../figures/missing-characters';
import type { Primitive } from '../../figures/primitives';
import { THEMES } from '../../figures/theme';
import { createTranslator } from '../../language/translator';
import { mergedOrder } from './both-maps';
import { balancedHeight, intoColumns, type ListItem } from './change-list';
import { layOutComparison } from './compared-picture';
import { comparisonPages } from './comparison-pages';
import { comparisonRequest } from './comparison-request';
import { comparisonScene, sceneList } from './comparison-scene';

const context = { measure: halfSize, theme: THEMES.light, language: 'en', t: createTranslator('en') } as const;
const options = { context, metric: null, emotionCurve: 'stages' } as const;

function edited(edit: (map: JourneyMap) => void): JourneyMap {
  const map = JSON.parse(JSON.stringify(smallMap())) as JourneyMap;
  map.id = 'same';
  edit(map);
  return map;
}

function sceneOf(edit: (map: JourneyMap) => void, shown: Parameters<typeof filterComparison>[1] = {}) {
  const comparison = compareMaps(
    edited(() => undefined),
    edited(edit),
  );
  const picture = layOutComparison(comparison, options);
  return { comparison, picture, scene: comparisonScene(picture, filterComparison(comparison, shown)) };
}

const textsIn = (primitives: readonly Primitive[]) =>
  [...textsByWeight(primitives).values()].flatMap((texts) => [...texts]);
const saysIn = (scene: ReturnType<typeof sceneOf>['scene'], change: string) =>
  scene.parts.filter((part) => part.change === change).flatMap((part) => textsIn(part.primitives));

describe('the picture of a comparison', () => {
  test('marks what was added with sign and number, where it is', () => {
    const { scene, picture } = sceneOf((map) => {
      map.elements.d = createElement('touchpoint', {
        id: 'd',
        title: 'D',
        order: 'b',
        stage: 's2',
        lane: 'l',
        x: 16,
        y: 200,
      });
    });
    expect(scene.places.get('elements/d')).toEqual(picture.layout.cards.get('d'));
    expect(saysIn(scene, 'elements/d')).toEqual(expect.arrayContaining(['D', '+', '1']));
    expect(scene.numbers.get('elements/d')).toBe(1);
  });

  test('keeps what is gone, where it was', () => {
    const before = layOutComparison(
      compareMaps(
        edited(() => undefined),
        edited(() => undefined),
      ),
      options,
    ).layout;
    const { scene, picture } = sceneOf((map) => {
      delete map.elements.b;
      delete map.connections.ab;
    });
    expect(picture.layout.cards.get('b')).toEqual(before.cards.get('b'));
    expect(saysIn(scene, 'elements/b')).toEqual(expect.arrayContaining(['B', '−']));
    // The line that went with its card is no news, unless one wants to see small things, too.
    expect(scene.places.has('connections/ab')).toBe(false);
    const all = sceneOf(
      (map) => {
        delete map.elements.b;
        delete map.connections.ab;
      },
      { minor: true },
    );
    expect(saysIn(all.scene, 'connections/ab')).toEqual(expect.arrayContaining(['yes 60%', '−']));
  });

  test('shows a moved card twice, and the way between', () => {
    const { scene, picture } = sceneOf((map) => Object.assign(map.elements.a!, { stage: 's2', y: 200 }));
    const parts = scene.parts.filter((part) => part.change === 'elements/a');
    const ghost = picture.layout.cards.get('before:a')!;
    expect(ghost).toMatchObject({ x: picture.layout.cards.get('b')!.x });
    expect(saysIn(scene, 'elements/a').filter((text) => text === 'A')).toHaveLength(2);
    expect(saysIn(scene, 'elements/a')).toContain('→');
    const way = parts.flatMap((part) => part.primitives).filter((one) => one.type === 'path');
    expect(way).toHaveLength(2);
  });

  test('lets what is gone look out behind what has taken its place', () => {
    const { scene, picture } = sceneOf((map) => {
      const { a } = map.elements;
      delete map.elements.a;
      delete map.connections.ab;
      map.elements.n = { ...a!, id: 'n', title: 'N' };
    });
    const [old] = scene.parts.filter((part) => part.change === 'elements/a');
    const [ghost] = old!.primitives.filter((one) => one.type === 'group');
    const { x, y } = picture.layout.cards.get('n')!;
    expect(ghost).toMatchObject({ x: x + 12, y: y + 12 });
  });

  test('gives changed numbers of a line their sign', () => {
    const { scene } = sceneOf((map) => Object.assign(map.connections.ab!, { probability: 0.7 }));
    expect(saysIn(scene, 'connections/ab')).toEqual(expect.arrayContaining(['#', 'yes 70%']));
  });

  test('has columns and rows that are gone, in their place, with the numbers they had', () => {
    const { scene, picture } = sceneOf((map) => {
      delete map.elements.s1;
      for (const id of ['a', 'b']) delete map.elements[id];
      delete map.connections.ab;
    });
    expect(picture.layout.columns.map(({ id }) => id)).toEqual(['s1', 's2']);
    const heads = scene.parts
      .flatMap((part) => textsIn(part.primitives))
      .filter((text) => /^[12]$|First|Second/.test(text));
    expect(heads).toEqual(expect.arrayContaining(['First', 'Second']));
    expect(saysIn(scene, 'elements/s1')).toEqual(expect.arrayContaining(['−', 'First', '1']));
  });

  test('leaves out what is not to be shown, and nothing else moves', () => {
    const edit = (map: JourneyMap) => {
      delete map.elements.c;
      Object.assign(map.elements.a!, { title: 'Other' });
    };
    const [all, some] = [sceneOf(edit), sceneOf(edit, { types: ['changed'] })];
    expect([...all.scene.places.keys()]).toEqual(['elements/a', 'elements/c']);
    expect([...some.scene.places.keys()]).toEqual(['elements/a']);
    expect(some.scene.places.get('elements/a')).toEqual(all.scene.places.get('elements/a'));
    expect(textsIn(sceneList(some.scene).primitives)).not.toContain('C');
  });

  test('of two maps that are the same marks nothing', () => {
    const { scene } = sceneOf(() => undefined);
    expect(scene.parts.every((part) => part.change === null)).toBe(true);
    expect(textsIn(sceneList(scene).primitives)).toEqual(expect.arrayContaining(['A', 'B', 'C', 'First', 'Second']));
  });
});

test('whatever was done to a map, and whatever other map it is compared with, can be drawn', () => {
  fc.assert(
    fc.property(anyMap, anyMap, fc.boolean(), fc.boolean(), (before, after, related, minor) => {
      const comparison = compareMaps(before, after, { related });
      const scene = comparisonScene(layOutComparison(comparison, options), filterComparison(comparison, { minor }));
      expect(faultsOf(sceneList(scene).primitives)).toEqual([]);
      for (const place of scene.places.values()) {
        expect(place.x + place.width).toBeLessThanOrEqual(scene.box.x + scene.box.width + 12);
        expect(place.y + place.height).toBeLessThanOrEqual(scene.box.y + scene.box.height + 12);
      }
    }),
    { numRuns: runs(60) },
  );
}, 60_000);

test('what is gone stays behind what it stood behind', () => {
  expect(mergedOrder(['x', 'a', 'y', 'b', 'z'], ['b', 'n', 'a'])).toEqual(['x', 'b', 'z', 'n', 'a', 'y']);
  expect(mergedOrder([], ['a'])).toEqual(['a']);
  expect(mergedOrder(['a'], [])).toEqual(['a']);
});

describe('the list', () => {
  const item = (height: number, isHeading = false): ListItem => ({
    height,
    primitives: [],
    lead: isHeading ? 8 : 0,
    isHeading,
  });

  test('keeps headings with what follows, and everything in order', () => {
    const items = [item(20, true), item(50), item(50), item(20, true), item(50), item(500)];
    const columns = intoColumns(items, 140);
    expect(columns.flat()).toEqual(items);
    expect(columns.map((column) => column.length)).toEqual([3, 2, 1]);
    for (const column of columns) expect(column.at(-1)?.isHeading).toBe(false);
  });

  test('fills as many columns as there are', () => {
    const items = Array.from({ length: 31 }, (_, index) => item(30 + (index % 7) * 9));
    expect(intoColumns(items, balancedHeight(items, 4))).toHaveLength(4);
  });
});

describe('an exported comparison', () => {
  const comparison = compareMaps(
    edited(() => undefined),
    edited((map) => {
      for (const id of ['a', 'b', 'c']) map.elements[id]!.owner = 'Ana';
    }),
  );
  const sides = { before: { name: 'Version 3', date: '2026-11-02' }, after: { name: 'Now', date: null } };
  const pagesOf = (values: Partial<Parameters<typeof comparisonRequest>[0]>) =>
    comparisonPages(comparison, sides, comparisonRequest({ format: 'pdf', ...values }), halfSize).pages;

  test('names both sides and days, says what signs mean and how many there are, and lists the changes', () => {
    const [page, ...more] = pagesOf({});
    const texts = textsIn(page!.primitives);
    expect(more).toEqual([]);
    expect(texts).toEqual(
      expect.arrayContaining([
        'What has changed in “Small”',
        'Version 3 · 2 Nov 2026 · As-is',
        '3 changed',
        '0 removed',
        'Touchpoint “B”',
        'Owner: not said → “Ana”',
      ]),
    );
  });

  test('on paper the list has pages of its own', () => {
    const [map, ...list] = pagesOf({ page: 'A4' });
    expect(textsIn(map!.primitives)).not.toContain('Touchpoint “B”');
    expect(list).toHaveLength(1);
    expect(textsIn(list[0]!.primitives)).toEqual(
      expect.arrayContaining(['What has changed in “Small”', 'Touchpoint “B”']),
    );
    expect(pagesOf({ page: 'A4', list: false })).toHaveLength(1);
  });

  test('in Spanish, of some changes only', () => {
    const [page] = pagesOf({ language: 'es', types: ['added'] });
    const texts = textsIn(page!.primitives);
    expect(texts).toContain('Qué ha cambiado en «Small»');
    expect(texts.some((text) => text.includes('«B»'))).toBe(false);
  });
});
