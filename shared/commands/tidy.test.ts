import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { anyMap, runs } from '../../test/fixtures/arbitrary-map';
import { figureContext } from '../../test/fixtures/figure-context';
import { cardsOf, createConnection, createElement, emptyMap, stagesOf } from '../document/create';
import { readMap, validateMap } from '../document/read';
import type { JourneyMap, MapElement } from '../document/schema';
import { figuresOf } from '../scene/figures';
import { layoutMap, type SizeOf } from '../scene/layout';
import { tidy } from './tidy';

const size: SizeOf = (element) => ({ width: element.width, height: element.height ?? 40 });
const tidied = (map: JourneyMap, sizeOf: SizeOf = size) =>
  produce(map, (draft) => tidy(draft as JourneyMap, (card) => sizeOf(map.elements[card.id] ?? card)));

/** Pairs of cards that cover each other. */
function overlaps(map: JourneyMap, sizeOf: SizeOf = size): string[] {
  const boxes = [...layoutMap(map, sizeOf).cards];
  return boxes.flatMap(([id, a], index) =>
    boxes
      .slice(index + 1)
      .filter(([, b]) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map(([other]) => `${id} ${other}`),
  );
}

function mapOf(cards: readonly Partial<MapElement>[], width = 204): JourneyMap {
  const map = emptyMap();
  map.lanes.l = { id: 'l', title: '', kinds: [], role: 'cards', order: 'a0', hidden: false, height: 96 };
  map.elements.s = createElement('stage', { id: 's', order: 'a0', width });
  for (const [index, values] of cards.entries()) {
    const id = `c${index}`;
    map.elements[id] = createElement('note', { id, order: `a${index + 1}`, stage: 's', lane: 'l', ...values } as never);
  }
  return map;
}
const places = (map: JourneyMap) => cardsOf(map).map(({ x, y }) => [x, y]);

describe('one cell', () => {
  test('from top to bottom, in the middle of the column', () => {
    const map = tidied(
      mapOf([
        { x: 100, y: 300 },
        { x: -5, y: 20, height: 60 },
        { x: 30, y: 20 },
      ]),
    );
    expect(places(map)).toEqual([
      [16, 134],
      [16, 10],
      [16, 82],
    ]);
  });

  test('cards that are joined get room for the line, and for its label', () => {
    const map = mapOf([{ y: 1 }, { y: 2 }, { y: 3 }, { y: 4 }]);
    const line = { type: 'flow', condition: '', probability: null, fromSide: null, toSide: null } as const;
    map.connections.x = createConnection({ id: 'x', from: 'c1', to: 'c0', label: '', ...line });
    map.connections.y = createConnection({ id: 'y', from: 'c1', to: 'c2', label: 'yes', ...line });
    expect(places(tidied(map)).map(([, y]) => y)).toEqual([10, 10 + 66, 10 + 66 + 80, 10 + 66 + 80 + 52]);
  });

  test('a column too narrow is widened, no further than a file may say', () => {
    expect(tidied(mapOf([{ width: 300 }])).elements.s?.width).toBe(320);
    const map = tidied(mapOf([{ width: 20_000 }]));
    expect(validateMap(map)).toEqual({ map });
  });

  test('a wide column keeps cards side by side', () => {
    const map = tidied(
      mapOf(
        [
          { x: 10, y: 50 },
          { x: 220, y: 40 },
          { x: 215, y: 5 },
        ],
        408,
      ),
    );
    expect(places(map)).toEqual([
      [16, 10],
      [220, 62],
      [220, 10],
    ]);
  });
});

test('cards that wait stand side by side, in as many lines as it takes', () => {
  const cards = Array.from({ length: 6 }, (_, index) => ({ stage: null, lane: null, x: index * 10, y: 10 }));
  expect(places(tidied(mapOf(cards)))).toEqual([
    [10, 10],
    [198, 10],
    [386, 10],
    [574, 10],
    [10, 66],
    [198, 66],
  ]);
});

test('cards that belong to a row but to no stage stand beside the ones that do', () => {
  const map = tidied(mapOf([{}, { stage: null, y: 4 }, { lane: null }, { stage: null, lane: null }]));
  expect(overlaps(map)).toEqual([]);
});

describe('any map', () => {
  const check = (map: JourneyMap, sizeOf: SizeOf) => {
    const once = tidied(map, sizeOf);
    expect(overlaps(once, sizeOf)).toEqual([]);
    expect(validateMap(once)).toEqual({ map: once });
    expect(tidied(once, sizeOf)).toBe(once);
    const bare = (element: MapElement) => ({ ...element, x: 0, y: 0, width: 0 });
    expect(cardsOf(once).map(bare)).toEqual(cardsOf(map).map(bare));
    expect(stagesOf(once).map(bare)).toEqual(stagesOf(map).map(bare));
    for (const stage of stagesOf(once)) expect(stage.width).toBeGreaterThanOrEqual(map.elements[stage.id]!.width);
    expect({ ...once, elements: null }).toEqual({ ...map, elements: null });
  };

  test('has no overlaps, keeps stage and row, and stays as it is the second time', () => {
    // A card as wide as a file may say has no room for margins in any column.
    const sound = anyMap.filter((map) => Object.values(map.elements).every(({ width }) => width < 19_000));
    fc.assert(
      fc.property(sound, (map) => check(map, size)),
      { numRuns: runs(500) },
    );
  });

  test.each(['pet-food.en', 'clinica.es'])('the sample %s too, with its real figures', async (name) => {
    const { readFileSync } = await import('node:fs');
    const result = readMap(readFileSync(new URL(`../samples/${name}.journey.json`, import.meta.url)));
    if (result.status !== 'ok') throw new Error(JSON.stringify(result));
    check(result.map, figuresOf(result.map, figureContext(), new Map()).of);
  });
});
