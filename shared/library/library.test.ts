import { describe, expect, it } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { findHints } from '../analysis/hints';
import { addCard } from '../commands/cards';
import { connect } from '../commands/connections';
import { createElement, lanesOf, orderAfter, stagesOf } from '../document/create';
import { validateMap } from '../document/read';
import type { JourneyMap, MapElement } from '../document/schema';
import { mapFromModel } from '../document/templates';
import { parseCards, serialiseCards } from '../interchange/cards-clipboard';
import { createTranslator, LANGUAGES } from '../language/translator';
import { catalogueMeasure } from '../metrics/catalogue/catalogue';
import { suggestMetrics } from '../metrics/catalogue/suggest';
import { figuresOf } from '../scene/figures';
import { layoutMap } from '../scene/layout';
import { asTemplate, startFromOwn } from '../templates/own';
import { addKeptCards, addTouchpoints } from './place-cards';
import { entriesOf, LIBRARY_SETS, TOUCHPOINT_IDS, TOUCHPOINTS, touchpointValues } from './touchpoints';
import { usualWord } from './words';

const drawn = (map: JourneyMap) => {
  const { of } = figuresOf(map, figureContext(), new Map());
  return { of, layout: layoutMap(map, of) };
};

function expectApart(map: JourneyMap): void {
  const boxes = [...drawn(map).layout.cards.values()];
  for (const [index, a] of boxes.entries()) {
    for (const b of boxes.slice(index + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
}

describe.each(LANGUAGES)('the library in %s', (language) => {
  const t = createTranslator(language);

  it('has every touchpoint of the field, each with a text, a usual channel and known measures', () => {
    expect(LIBRARY_SETS.map((set) => entriesOf(set).length)).toEqual([5, 5, 5, 5, 14]);
    for (const id of TOUCHPOINT_IDS) {
      expect(t(`library.touchpoints.${id}.title`).length).toBeGreaterThan(3);
      expect(t(`library.touchpoints.${id}.about`)).toMatch(/\.$/);
      expect(t('suggestions.channels').split(', ')).toContain(touchpointValues(id, t)['channel' as keyof MapElement]);
      expect(TOUCHPOINTS[id].metrics.length).toBeGreaterThan(1);
      for (const metric of TOUCHPOINTS[id].metrics) expect(catalogueMeasure(metric), metric).not.toBeNull();
    }
  });

  it('adds a set to a stage, one below the other, with nothing left to do', () => {
    for (const set of LIBRARY_SETS) {
      const map = mapFromModel('blank', language);
      const stage = createElement('stage', { title: 'S', order: 'a0' });
      map.elements[stage.id] = stage;
      addCard(map, 'persona', { stage: null, lane: null, x: 0, y: 0 }, { title: 'P' });
      const { of, layout } = drawn(map);
      const values = entriesOf(set).map((id) => touchpointValues(id, t));
      const ids = addTouchpoints(map, values, stage.id, layout, of);
      expect(ids).toHaveLength(values.length);
      expect(findHints(map)).toEqual([]);
      expect(validateMap(map)).toEqual({ map });
      const lane = lanesOf(map).find(({ kinds }) => kinds.includes('touchpoint'));
      expect(new Set(ids.map((id) => `${map.elements[id]!.stage} ${map.elements[id]!.lane}`))).toEqual(
        new Set([`${stage.id} ${lane?.id}`]),
      );
      expectApart(map);
      // Once more, below the first ones.
      const again = drawn(map);
      addTouchpoints(map, values.slice(0, 2), stage.id, again.layout, again.of);
      expectApart(map);
    }
  });
});

describe('a card out of the library', () => {
  it('is offered the measures of its entry first, in either language', () => {
    const map = mapFromModel('six-stages', 'es');
    const place = { stage: stagesOf(map)[4]?.id ?? null, lane: lanesOf(map)[1]?.id ?? null, x: 0, y: 0 };
    for (const t of LANGUAGES.map(createTranslator)) {
      const id = addCard(map, 'touchpoint', place, touchpointValues('payment-portal', t));
      const offered = suggestMetrics(map, id).map((measure) => measure.id);
      expect(offered.slice(0, 3)).toEqual(TOUCHPOINTS['payment-portal'].metrics);
      expect(new Set(offered).size).toBe(offered.length);
    }
  });
});

describe('usual words', () => {
  it('stand in the same order in both languages', () => {
    const pick = (language: 'en' | 'es') => {
      const t = createTranslator(language);
      return [
        usualWord('channels', 'radio-and-tv', t),
        usualWord('channels', 'payment-portal', t),
        usualWord('formats', 'tool', t),
        usualWord('departments', 'management', t),
      ];
    };
    expect(pick('en')).toEqual(['Radio and TV', 'Payment portal', 'Tool', 'Management']);
    expect(pick('es')).toEqual(['Radio y TV', 'Portal de pago', 'Herramienta', 'Dirección']);
  });
});

describe('kept cards', () => {
  it('come into any map: to the chosen stage, each to the lane of its kind, still joined', () => {
    const from = mapFromModel('three-phases', 'en');
    const [first, second] = stagesOf(from);
    const lane = (kind: string) => lanesOf(from).find(({ kinds }) => (kinds as string[]).includes(kind))?.id ?? null;
    const at = (kind: string, stage = first?.id ?? null, y = 10) => ({ stage, lane: lane(kind), x: 10, y });
    const pain = addCard(from, 'pain-point', at('pain-point'), { title: 'Slow' });
    const reply = addCard(from, 'answer', at('answer', second?.id), { title: 'Fast' });
    const one = addCard(from, 'touchpoint', at('touchpoint'), { title: 'Shop' });
    const two = addCard(from, 'touchpoint', at('touchpoint', second?.id, 80), { title: 'Till' });
    const persona = addCard(from, 'persona', { stage: null, lane: null, x: 0, y: 0 }, { title: 'Ana' });
    connect(from, pain, reply);
    connect(from, one, two);
    const source = drawn(from).layout;
    const text = serialiseCards(from, [pain, reply, one, two, persona], (id) => source.cards.get(id) ?? null);

    const target = mapFromModel('six-stages', 'es');
    const stage = stagesOf(target)[3]!;
    const { of, layout } = drawn(target);
    const ids = addKeptCards(target, parseCards(text)!, stage.id, layout, of);
    expect(ids).toHaveLength(5);
    expect(validateMap(target)).toEqual({ map: target });
    expect(
      Object.values(target.connections)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['flow', 'relation']);
    for (const card of ids.map((id) => target.elements[id]!)) {
      const home = lanesOf(target).find(({ kinds }) => kinds.includes(card.kind));
      expect(card.lane).toBe(home?.id ?? null);
      expect(card.stage).toBe(card.kind === 'persona' ? null : stage.id);
    }
    const y = (title: string) => Object.values(target.elements).find((card) => card.title === title)!.y;
    expect(y('Shop')).toBeLessThan(y('Till'));
    expectApart(target);
  });

  it('bring their stage along where it was kept with them', () => {
    const from = mapFromModel('three-phases', 'en');
    const [stage] = stagesOf(from);
    const lane = lanesOf(from)[1]!;
    const card = addCard(from, 'touchpoint', { stage: stage!.id, lane: lane.id, x: 33, y: 44 }, { title: 'Shop' });
    const text = serialiseCards(from, [stage!.id, card], () => null);
    const target = mapFromModel('three-phases', 'en');
    const { of, layout } = drawn(target);
    addKeptCards(target, parseCards(text)!, stagesOf(target)[0]!.id, layout, of);
    expect(stagesOf(target)).toHaveLength(4);
    const shop = Object.values(target.elements).find(({ title }) => title === 'Shop');
    expect(shop).toMatchObject({ stage: stagesOf(target)[3]!.id, lane: lanesOf(target)[1]!.id, x: 33, y: 44 });
  });
});

describe('an own template', () => {
  it('leaves out what belongs to the one map: numbers, sources, what was observed, its past', () => {
    const map = mapFromModel('three-phases', 'en', 'Mine');
    map.revision = 7;
    map.revisedOn = '2026-01-05';
    const place = { stage: stagesOf(map)[0]!.id, lane: lanesOf(map)[1]!.id, x: 0, y: 0 };
    const [a, b] = ['a', 'b'].map((title) => addCard(map, 'touchpoint', place, { title }));
    const line = connect(map, a!, b!)!;
    Object.assign(map.connections[line]!, { probability: 0.4, observed: { count: 4, of: 10 } });
    const [metric, source] = ['metric1', 'source1'];
    map.sources[source!] = {
      id: source!,
      name: 'x.csv',
      hash: '0'.repeat(64),
      importedAt: '2026-01-01T00:00:00Z',
      rows: 1,
      recipe: {},
    };
    map.metrics[metric!] = {
      id: metric!,
      title: 'Visits',
      catalogue: 'traffic',
      unit: 'number',
      currency: '',
      decimals: 0,
      direction: 'higher',
      aggregation: 'sum',
      formula: '',
      target: 5,
      warning: null,
      compareWith: 'previous',
      baseline: null,
      source: source!,
      order: orderAfter([]),
    };
    map.measurements.m1 = {
      id: 'm1',
      metric: metric!,
      element: a!,
      connection: null,
      segment: '',
      persona: null,
      target: null,
      warning: null,
      points: [{ period: '2026-01', value: 3 }],
    };
    const kept = asTemplate(map);
    expect(validateMap(kept)).toEqual({ map: kept });
    expect(kept).toMatchObject({ revision: 0, revisedOn: null, measurements: {}, sources: {} });
    expect(kept.metrics[metric!]).toMatchObject({ title: 'Visits', target: 5, source: null });
    expect(kept.connections[line]).toMatchObject({ probability: 0.4, observed: null });
    expect(map.revision).toBe(7);

    const started = startFromOwn(kept);
    expect(started.id).not.toBe(map.id);
    expect(started.title).toBe('Mine');
    expect(startFromOwn(kept, 'Other').title).toBe('Other');
  });
});
