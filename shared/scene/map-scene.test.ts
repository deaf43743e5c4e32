import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyMap, runs } from '../../test/fixtures/arbitrary-map';
import { faultsOf, figureContext, halfSize, textsOf } from '../../test/fixtures/figure-context';
import { cardsOf, createConnection, createElement, emptyMap, stagesOf } from '../document/create';
import { readMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import type { Box, Group, Primitive } from '../figures/primitives';
import { NO_OVERLAY, overlaySettings } from '../metrics/overlay-settings';
import { labelFigure, labelText } from './connection-figure';
import { emotionFigure } from './emotion-figure';
import { figuresOf } from './figures';
import { layoutMap } from './layout';
import { mapScene, type SceneOptions } from './map-scene';
import { keepSame, overlayScene } from './overlay-scene';

const options: SceneOptions = { context: figureContext(), overlay: null, emotionCurve: 'stages', selection: null };
const isGroup = (one: Primitive): one is Group => one.type === 'group';
const groupsOf = (map: JourneyMap, values: Partial<SceneOptions> = {}) =>
  mapScene(map, { ...options, ...values }).primitives.filter(isGroup);
const squeezed = (texts: readonly string[]) => texts.join('').replace(/\s+/g, '');

function sample(name: string): JourneyMap {
  const result = readMap(readFileSync(new URL(`../samples/${name}.journey.json`, import.meta.url)));
  if (result.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.map;
}

describe.each(['pet-food.en', 'clinica.es'])('the picture of %s', (name) => {
  const map = sample(name);
  // Narrow letters: no title of the samples is cut then.
  const context = {
    ...figureContext(),
    measure: (text: string, font: Parameters<typeof halfSize>[1]) => halfSize(text, font) * 0.8,
  };
  const groups = groupsOf(map, { context });

  test('has every title, on the figure of its element', () => {
    for (const element of Object.values(map.elements)) {
      const texts = groups.filter((group) => group.id === element.id).flatMap((group) => textsOf(group.children));
      expect(squeezed(texts), element.id).toContain(squeezed([element.title]));
    }
  });

  test('has every row, every connection and every label', () => {
    const all = textsOf(mapScene(map, { ...options, context }).primitives);
    for (const lane of Object.values(map.lanes))
      if (!lane.hidden) expect(squeezed(all)).toContain(squeezed([lane.title]));
    for (const connection of Object.values(map.connections)) {
      const drawn = groups.filter((group) => group.id === connection.id);
      const label = labelText(connection, context);
      expect(drawn.length, connection.id).toBe(label ? 2 : 1);
      // What was seen at a branch stands behind it.
      if (label) expect(textsOf(drawn[1]!.children)[0]).toBe(label);
    }
  });

  test('shows its numbers where a metric lies over it', () => {
    const [metric] = Object.values(map.metrics);
    const overlay = overlayScene(map, overlaySettings({ metrics: [metric!.id] }), 'en');
    const measured = Object.values(map.measurements).filter(
      (one) => one.metric === metric!.id && one.segment === '' && one.persona === null,
    );
    const cards = new Set(
      measured.map(({ element }) => element).filter((id) => map.elements[id ?? '']?.kind !== 'stage'),
    );
    expect(new Set(overlay.badges.keys())).toEqual(cards);
    const shown = textsOf(mapScene(map, { ...options, overlay }).primitives);
    for (const { rows } of overlay.badges.values()) expect(shown).toContain(rows[0]!.values[0]!.value);
    expect(overlayScene(map, NO_OVERLAY, 'en').badges.size).toBe(0);
    expect(overlayScene(map, overlaySettings({ metrics: ['ghost'] }), 'en').badges.size).toBe(0);
  });

  test.each(['stages', 'points'] as const)('can be drawn, the curve by %s', (emotionCurve) => {
    expect(faultsOf(mapScene(map, { ...options, emotionCurve }).primitives)).toEqual([]);
  });

  test('of a selection has these, what joins them, and no frame', () => {
    const connection = Object.values(map.connections)[0]!;
    const other = stagesOf(map)[0]!.id;
    const selection = new Set([connection.from, connection.to, other]);
    const scene = mapScene(map, { ...options, selection });
    const ids = new Set(scene.primitives.map((one) => isGroup(one) && one.id));
    for (const id of [...selection, connection.id]) expect(ids).toContain(id);
    for (const { from, to, id } of Object.values(map.connections))
      expect(ids.has(id)).toBe(selection.has(from) && selection.has(to));
    expect(
      Object.keys(map.elements)
        .filter((id) => ids.has(id))
        .sort(),
    ).toEqual([...selection].sort());
    const whole = mapScene(map, options).box;
    expect(scene.box.width * scene.box.height).toBeLessThan(whole.width * whole.height);
  });
});

describe('any map', () => {
  const inside = (inner: Box, outer: Box) =>
    inner.x >= outer.x - 1e-6 &&
    inner.y >= outer.y - 1e-6 &&
    inner.x + inner.width <= outer.x + outer.width + 1e-6 &&
    inner.y + inner.height <= outer.y + outer.height + 1e-6;

  test('can be drawn, within its box, cards in the order of the stack', () => {
    fc.assert(
      fc.property(anyMap, fc.constantFrom<SceneOptions['emotionCurve']>('stages', 'points'), (map, emotionCurve) => {
        const settings = overlaySettings({
          metrics: Object.keys(map.metrics).slice(0, 3),
          measuredEmotion: true,
          evidence: true,
          tint: 'quantile',
        });
        const overlay = overlayScene(map, settings, 'en');
        const scene = mapScene(map, { ...options, overlay, emotionCurve });
        expect(faultsOf(scene.primitives)).toEqual([]);
        const figures = figuresOf(map, options.context, overlay.badges);
        const layout = layoutMap(map, figures.of);
        for (const box of layout.cards.values()) expect(inside(box, scene.box)).toBe(true);
        const cards = new Set(cardsOf(map).map(({ id }) => id));
        const drawn = scene.primitives
          .filter(isGroup)
          .flatMap(({ id }) => (id !== undefined && cards.has(id) ? [id] : []));
        expect(drawn).toEqual([...layout.cards.keys()]);
      }),
      { numRuns: runs(200) },
    );
  });

  test('selected as a whole shows the same cards and lines as without a selection', () => {
    fc.assert(
      fc.property(anyMap, (map) => {
        const ids = (groups: readonly Group[]) => groups.map(({ id }) => id);
        expect(ids(groupsOf(map, { selection: new Set(Object.keys(map.elements)) }))).toEqual(ids(groupsOf(map)));
      }),
      { numRuns: runs(100) },
    );
  });
});

describe('figures are remembered', () => {
  test('until their element, their number or what they show of others changes', () => {
    const map = sample('pet-food.en');
    const context = figureContext();
    const memory = new WeakMap();
    const settings = overlaySettings({ metrics: [Object.keys(map.metrics)[0]!] });
    const [first, second] = cardsOf(map);
    const shown = overlayScene(map, settings, 'en');
    const draw = (from: JourneyMap) =>
      figuresOf(from, context, keepSame(overlayScene(from, settings, 'en'), shown).badges, memory);
    const before = new Map(cardsOf(map).map((card) => [card.id, draw(map).of(card)]));
    const edited: JourneyMap = { ...map, elements: { ...map.elements, [first!.id]: { ...first!, title: 'Other' } } };
    const after = draw(edited);
    for (const card of cardsOf(edited))
      expect(after.of(card) === before.get(card.id), card.id).toBe(card.id !== first!.id);
    expect(second).toBe(cardsOf(edited).find(({ id }) => id === second!.id));
  });

  test('an answer counts the pain points that lead to it', () => {
    const map = emptyMap();
    map.elements.p = createElement('pain-point', { id: 'p', order: 'a0' });
    map.elements.a = createElement('answer', { id: 'a', order: 'a1', title: 'one' });
    const memory = new WeakMap();
    const texts = (from: JourneyMap) =>
      textsOf(figuresOf(from, options.context, new Map(), memory).of(from.elements.a!).primitives);
    expect(texts(map)).toEqual(['one']);
    const joined: JourneyMap = {
      ...map,
      connections: { c: createConnection({ id: 'c', type: 'relation', from: 'p', to: 'a' }) },
    };
    expect(texts(joined).slice(1).join(' ')).toBe('answers 1 pain point');
  });
});

describe('the emotion lane', () => {
  const row = { id: 'l', y: 100, height: 100, role: 'emotion' } as const;

  const layout = layoutMap(emptyMap(), () => ({ width: 0, height: 0 }));
  const point = (x: number, value: number, momentOfTruth = false) => ({
    x,
    value,
    momentOfTruth,
    stage: null,
    elements: [],
  });
  const drawn = (points: ReturnType<typeof point>[], height = 100) =>
    emotionFigure(points, { ...row, height }, layout, options.context);
  /** The centres of the dots. */
  const dots = (list: Primitive[]) => list.flatMap((one) => (one.type === 'rect' ? [one.y + one.height / 2] : []));
  const curves = (list: Primitive[]) => list.filter((one) => one.type === 'path' && one.strokeWidth === 2.2);

  test('has +2 above and −2 below, with a margin', () => {
    expect(dots(drawn([point(1, 2), point(2, 0), point(3, -2)]))).toEqual([118, 150, 182]);
  });

  test('never stands on its head, however low it is', () => {
    for (const height of [16, 30, 36, 60]) {
      const [top, middle, bottom] = dots(drawn([point(1, 2), point(2, 0), point(3, -2)], height));
      expect([100 <= top!, top! <= middle!, middle! <= bottom!, bottom! <= 100 + height], `${height}`).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }
  });

  test('draws a curve through two points or more, a diamond for each moment of truth', () => {
    expect(curves(drawn([]))).toEqual([]);
    expect(curves(drawn([point(10, 1)]))).toEqual([]);
    const three = curves(drawn([point(200, -2), point(10, 2), point(90, 0)]));
    expect(three).toMatchObject([{ d: expect.stringMatching(/^M10,118C.*,90,150C.*,200,182$/) }]);
    const marks = drawn([point(10, 1, true), point(50, -1)]);
    expect(marks.filter((one) => one.type === 'rect')).toMatchObject([
      { x: 44, y: 160, stroke: options.context.theme.danger },
    ]);
    expect(marks.filter((one) => one.type === 'path' && one.x === 10)).toMatchObject([
      { y: 134, stroke: options.context.theme.accent },
      {},
    ]);
  });
});

describe('the label of a connection', () => {
  const connection = (label: string, probability: number | null) =>
    createConnection({ id: 'c', type: 'flow', from: 'a', to: 'b', label, probability });
  const centre = { x: 50, y: 60 };

  test.each([
    ['yes', 0.6, 'en', 'yes 60%'],
    ['sí', 0.625, 'es', 'sí 62,5\u00a0%'],
    ['', 0, 'en', '0%'],
    ['no', null, 'en', 'no'],
    ['', null, 'en', ''],
  ] as const)('%j with %s in %s says %j', (label, probability, language, text) => {
    expect(labelText(connection(label, probability), figureContext(language))).toBe(text);
  });

  test('stands around its point, no wider than it may be', () => {
    expect(labelFigure(connection('yes', null), centre, options.context)?.box).toEqual({
      x: 50 - 16.25,
      y: 50,
      width: 32.5,
      height: 20,
    });
    expect(labelFigure(connection('x'.repeat(100), null), centre, options.context)!.box.width).toBeLessThanOrEqual(166);
    expect(labelFigure(connection('', null), centre, options.context)).toBeNull();
  });
});
