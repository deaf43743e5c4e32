import { describe, expect, test } from 'vitest';
import { normaliseName } from '../../analysis/normalise-name';
import { createElement, createMetric, emptyMap } from '../../document/create';
import { mapFromModel, STAGE_MODELS } from '../../document/templates';
import { createTranslator } from '../../language/translator';
import {
  CATALOGUE,
  CATALOGUE_MEASURES,
  catalogueMeasure,
  measureExplanation,
  measureFormula,
  measureFormulaText,
  measureTitle,
  PART_WORDS,
  partsOf,
  partTitle,
} from './catalogue';
import { CATALOGUE_STAGES } from './entry';
import { measuresIn, recogniseMeasure, recogniseParts } from './recognise';
import { catalogueStagesOf, suggestMetrics } from './suggest';

const measure = (id: string) => catalogueMeasure(id)!;

describe('the catalogue', () => {
  test('has the 43 metrics of the field, by stage', () => {
    expect(CATALOGUE).toHaveLength(43);
    expect(CATALOGUE_STAGES.map((stage) => CATALOGUE.filter((entry) => entry.stage === stage).length)).toEqual([
      8, 14, 6, 3, 6, 6,
    ]);
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(43);
    expect(new Set(CATALOGUE_MEASURES.map(({ id }) => id)).size).toBe(CATALOGUE_MEASURES.length);
  });

  test('every measure has a name and an explanation in both languages, and its parts have names', () => {
    for (const language of ['en', 'es'] as const) {
      const t = createTranslator(language);
      const titles = CATALOGUE_MEASURES.map((each) => measureTitle(each, t));
      for (const title of titles) expect(title).not.toMatch(/^catalogue\./);
      expect(new Set(titles).size).toBe(titles.length);
      for (const each of CATALOGUE_MEASURES) {
        expect(measureExplanation(each, t)).not.toMatch(/^catalogue\./);
        for (const part of partsOf(each)) expect(partTitle(part, t), part).not.toMatch(/^catalogue\./);
        for (const segment of each.segments ?? [])
          expect(t(`catalogue.segments.${segment as 'direct'}`)).not.toMatch(/^catalogue\./);
      }
    }
  });

  test('ratios have numerator and denominator, and no other has', () => {
    for (const each of CATALOGUE_MEASURES) expect(each.aggregation === 'ratio', each.id).toBe(each.ratio !== undefined);
    const used = new Set(CATALOGUE_MEASURES.flatMap(partsOf));
    expect([...used].sort()).toEqual(Object.keys(PART_WORDS).sort());
  });

  test.each([
    ['list-growth', '(new_subscribers - unsubscribed - complaints) / list_size', 'higher'],
    ['cart-abandonment', '(carts - purchases) / carts', 'lower'],
    ['acquisition-cost', 'marketing_spend / new_customers', 'lower'],
    ['lifetime-value', 'purchase_value * purchases_per_year * years', 'higher'],
    ['churn-rate', 'lost_customers / customers_at_start', 'lower'],
    ['new-visitors', 'new_visitors / visitors', 'none'],
    ['promoter-score', null, 'higher'],
    ['task-time', null, 'lower'],
  ])('%s is %s, better %s', (id, formula, direction) => {
    expect(measureFormula(measure(id))).toBe(formula);
    expect(measure(id).direction).toBe(direction);
  });

  test('a formula reads well in both languages', () => {
    const text = (id: string, language: 'en' | 'es') => measureFormulaText(measure(id), createTranslator(language));
    expect(text('open-rate', 'es')).toBe('Correos abiertos ÷ Correos entregados');
    expect(text('list-growth', 'en')).toBe('(New subscribers − Unsubscribed − Complaints) ÷ Size of the list');
    expect(text('lifetime-value', 'en')).toBe('Value of a purchase × Purchases a year × Years as a customer');
    expect(text('likes', 'en')).toBeNull();
  });

  test('knows nothing that is not in it', () => {
    expect([catalogueMeasure(null), catalogueMeasure('constructor'), catalogueMeasure('')]).toEqual([null, null, null]);
  });
});

describe('recognising columns', () => {
  test('words are written the way names are compared', () => {
    for (const words of [...CATALOGUE_MEASURES.map((each) => each.words), ...Object.values(PART_WORDS)])
      for (const word of words.split('|')) expect(word).toBe(normaliseName(word));
  });

  test.each([
    ['CTR', 'ad-click-through-rate'],
    ['Open Rate (%)', 'open-rate'],
    ['E-mail open rate', 'open-rate'],
    ['Tasa de conversión', 'conversion-rate'],
    ['conversion_rate', 'conversion-rate'],
    ['Impresiones', 'ad-impressions'],
    ['Porcentaje de rebote', 'bounce-rate'],
    ['NPS', 'promoter-score'],
    ['Tasa de abandono del carrito', 'cart-abandonment'],
    ['Tasa de abandono', 'churn-rate'],
    ['Conversion rate of last year', null],
    ['', null],
    ['(%)', null],
  ])('%j is %s', (column, id) => {
    expect(recogniseMeasure(column)?.id ?? null).toBe(id);
  });

  test('a ratio is found by the columns of its parts, and only if all are there', () => {
    expect(recogniseParts(measure('open-rate'), ['Campaign', 'Unique opens', 'Deliveries'])).toEqual({
      opened: 'Unique opens',
      delivered: 'Deliveries',
    });
    expect(recogniseParts(measure('open-rate'), ['Campaign', 'Opens'])).toBeNull();
    expect(recogniseParts(measure('likes'), ['Likes'])).toBeNull();
    expect(measuresIn(['Sesiones', 'Rebotes', 'Página']).map((found) => found.measure.id)).toEqual(['bounce-rate']);
  });

  test('one formula is found once, the one of most parts first', () => {
    const columns = ['Aperturas', 'Entregados', 'Altas', 'Bajas', 'Quejas', 'Suscriptores'];
    expect(measuresIn(columns).map((found) => found.measure.id)).toEqual(['list-growth', 'open-rate']);
  });

  test('one column is not two parts', () => {
    expect(recogniseParts(measure('cart-abandonment'), ['Carts', 'Carts'])).toBeNull();
  });
});

describe('what suits a stage or a card', () => {
  const FIRST: Record<string, string[]> = {
    'three-phases': ['awareness', 'acquisition', 'retention'],
    'five-phases': ['awareness', 'acquisition', 'acquisition', 'retention', 'advocacy'],
    'six-stages': ['awareness', 'acquisition', 'onboarding', 'engagement', 'retention', 'advocacy'],
    'thirteen-steps': [
      ...['awareness', 'awareness', 'acquisition', 'acquisition', 'acquisition', 'acquisition', 'onboarding'],
      ...['onboarding', 'engagement', 'retention', 'retention', 'retention', 'retention'],
    ],
  };

  test.each(
    STAGE_MODELS.filter((model) => model !== 'blank').flatMap((model) => [
      [model, 'en'] as const,
      [model, 'es'] as const,
    ]),
  )('the stages of %s in %s', (model, language) => {
    const titles = createTranslator(language)(`stageModels.${model}.stages`).split('|');
    // The place says nothing here: every title is known by itself.
    expect(titles.map((title) => catalogueStagesOf(title, 0, 1)[0])).toEqual(FIRST[model]);
  });

  test('titles that say nothing go by their place', () => {
    expect([0, 1, 2].map((index) => catalogueStagesOf('???', index, 3))).toEqual([
      ['awareness'],
      ['engagement'],
      ['advocacy'],
    ]);
    expect(catalogueStagesOf('', 0, 1)).toEqual(['awareness']);
  });

  test('a stage gets the metrics of its stage, less those that the map has', () => {
    const map = mapFromModel('six-stages', 'es');
    const engagement = Object.values(map.elements).find(({ title }) => title === 'Compromiso')!;
    const ids = () => suggestMetrics(map, engagement.id).map(({ id }) => id);
    expect(ids().slice(0, 4)).toEqual(['product-time', 'open-rate-trend', 'transactions', 'transaction-value']);
    map.metrics.m = createMetric({ id: 'm', order: 'a0', catalogue: 'open-rate-trend' });
    expect(ids()).not.toContain('open-rate-trend');
  });

  test('a card gets what its channel calls for before what its stage does', () => {
    const map = emptyMap();
    const card = createElement('touchpoint', { title: 'Welcome', channel: 'E-mail', phase: 'after', order: 'a0' });
    map.elements[card.id] = card;
    const ids = suggestMetrics(map, card.id).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['open-rate', 'ad-click-through-rate']);
    expect(ids).toContain('promoter-score');
    expect(ids).not.toContain('brand-search');
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('the whole map gets all of them', () => {
    expect(suggestMetrics(emptyMap(), null)).toEqual(CATALOGUE_MEASURES);
    expect(suggestMetrics(emptyMap(), '__proto__')).toEqual(CATALOGUE_MEASURES);
  });
});
