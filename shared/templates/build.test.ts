import { describe, expect, it } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { emotionPoints } from '../analysis/emotion';
import { findHints } from '../analysis/hints';
import { normaliseName } from '../analysis/normalise-name';
import { cardsOf, lanesOf, personasOf, stagesOf } from '../document/create';
import { readMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { writeMap } from '../document/write';
import { LANGUAGES, type Language } from '../language/translator';
import { figuresOf } from '../scene/figures';
import { layoutMap } from '../scene/layout';
import { mapFromTemplate } from './build';
import { TEMPLATE_IDS, TEMPLATES, type TemplateId } from './registry';

const build = (id: TemplateId, language: Language) => mapFromTemplate(TEMPLATES[id], language, figureContext(language));

const layoutOf = (map: JourneyMap, language: Language) =>
  layoutMap(map, figuresOf(map, figureContext(language), new Map()).of);

describe.each(LANGUAGES.flatMap((language) => TEMPLATE_IDS.map((id) => [id, language] as const)))(
  'the template %s in %s',
  (id, language) => {
    const map = build(id, language);
    const layout = layoutOf(map, language);

    it('is a whole map without a hint', () => {
      const result = readMap(writeMap(map));
      expect(result.status).toBe('ok');
      expect(findHints(map, '2020-01-01')).toEqual([]);
      expect(map.language).toBe(language);
    });

    it('has what a map needs to be believed: 25 to 50 cards of every kind but notes', () => {
      const cards = cardsOf(map).filter((card) => card.kind !== 'persona');
      expect(cards.length).toBeGreaterThanOrEqual(25);
      expect(cards.length).toBeLessThanOrEqual(50);
      const kinds = new Set(cardsOf(map).map((card) => card.kind));
      expect([...kinds].sort()).toEqual(
        'action answer content-idea decision detour milestone motivation outcome pain-point persona question touchpoint'.split(
          ' ',
        ),
      );
      expect(personasOf(map)).toHaveLength(2);
      expect(cards.every((card) => ('severity' in card ? card.severity !== null : true))).toBe(true);
      expect(cards.every((card) => card.kind !== 'content-idea' || (card.format && card.channel))).toBe(true);
    });

    it('asks and answers: every pain point leads to a content idea', () => {
      const next = (from: string) =>
        Object.values(map.connections)
          .filter((one) => one.type === 'relation' && one.from === from)
          .map(({ to }) => map.elements[to]);
      for (const card of cardsOf(map).filter(({ kind }) => kind === 'pain-point')) {
        const ideas = next(card.id).flatMap((found) => next(found?.id ?? ''));
        expect(
          ideas.some((one) => one?.kind === 'content-idea'),
          card.title,
        ).toBe(true);
      }
    });

    it('says how customers feel in at least four stages, and not the same everywhere', () => {
      const points = emotionPoints(map, layout, 'stages');
      expect(points.length).toBeGreaterThanOrEqual(4);
      expect(new Set(points.map((point) => point.value)).size).toBeGreaterThan(1);
    });

    it('lays no card over another, and none over the edge of its cell', () => {
      const boxes = cardsOf(map).map((card) => ({ card, box: layout.cards.get(card.id)! }));
      for (const [index, { card, box }] of boxes.entries()) {
        for (const other of boxes.slice(index + 1)) {
          const apart =
            box.x + box.width <= other.box.x ||
            other.box.x + other.box.width <= box.x ||
            box.y + box.height <= other.box.y ||
            other.box.y + other.box.height <= box.y;
          expect(apart, `${card.title} / ${other.card.title}`).toBe(true);
        }
        const row = layout.rows.find((one) => one.id === card.lane) ?? layout.parking;
        expect(box.y).toBeGreaterThanOrEqual(row.y);
        expect(box.y + box.height).toBeLessThanOrEqual(row.y + row.height);
        const column = layout.columns.find((one) => one.id === card.stage);
        if (!column) continue;
        expect(box.x).toBeGreaterThanOrEqual(column.x);
        expect(box.x + box.width).toBeLessThanOrEqual(column.x + column.width);
      }
    });

    it('can be reckoned with: shares of every fork make one, and customers reach the good end', () => {
      for (const fork of cardsOf(map).filter(({ kind }) => kind === 'decision')) {
        const shares = Object.values(map.connections).filter(({ from }) => from === fork.id);
        expect(shares.reduce((sum, { probability }) => sum + (probability ?? 0), 0)).toBeCloseTo(1);
      }
      const outcomes = cardsOf(map).filter((card) => card.kind === 'outcome');
      expect(outcomes.some((card) => card.kind === 'outcome' && card.result === 'won')).toBe(true);
      expect(outcomes.some((card) => card.kind === 'outcome' && card.result === 'lost')).toBe(true);
    });
  },
);

describe('templates', () => {
  it('say the same in both languages: same cards, same lines, other words', () => {
    for (const id of TEMPLATE_IDS) {
      const [en, es] = [build(id, 'en'), build(id, 'es')];
      const shape = (map: JourneyMap) =>
        cardsOf(map)
          .map((card) => card.kind)
          .sort();
      expect(shape(en)).toEqual(shape(es));
      expect(Object.keys(en.connections)).toHaveLength(Object.keys(es.connections).length);
      const titles = (map: JourneyMap) => [...stagesOf(map), ...cardsOf(map)].map((card) => normaliseName(card.title));
      const same = titles(en).filter((title) => titles(es).includes(title));
      // Names of people and what both languages write alike.
      expect(same.length, same.join(', ')).toBeLessThanOrEqual(4);
    }
  });

  it('take a title of their own, and give new ids each time', () => {
    const one = mapFromTemplate(TEMPLATES.clinic, 'es', figureContext('es'), 'Mi clínica');
    const other = build('clinic', 'es');
    expect(one.title).toBe('Mi clínica');
    expect(other.title).toBe('Clínica');
    expect(Object.keys(one.elements).filter((id) => id in other.elements)).toEqual([]);
    expect(lanesOf(one)).toHaveLength(6);
  });
});
