import { generateNKeysBetween } from 'fractional-indexing';
import { beforeEach, describe, expect, test } from 'vitest';
import { addCard, moveStage } from '../commands/cards';
import { createConnection, createElement, createMeasurement, createMetric, emptyMap } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';
import { COLLECTIONS } from '../document/schema';
import { createTranslator } from '../language/translator';
import { CHANGE_TYPES, type Comparison } from './changes';
import { applyComparison, compareMaps, countChanges, filterComparison, stepToChange } from './difference';
import { comparisonMarkdown } from './markdown';
import { changeTexts } from './texts';

const [english, spanish] = [createTranslator('en'), createTranslator('es')];
const ORDERS = generateNKeysBetween(null, null, 9);

/** Acquisition and Onboarding, rows of actions and pains, a card in each, a line and numbers. */
function journey(): JourneyMap {
  const map = emptyMap({ title: 'Pets', language: 'en' });
  map.id = 'pets';
  const lane = { kinds: [], role: 'cards', hidden: false, height: 96 } as const;
  map.lanes.actions = { ...lane, kinds: [], id: 'actions', title: 'Actions', order: 'a0' };
  map.lanes.pains = { ...lane, kinds: [], id: 'pains', title: 'Pains', order: 'a1' };
  const add = (element: MapElement) => {
    map.elements[element.id] = element;
  };
  ['Acquisition', 'Onboarding', 'Loyalty'].forEach((title, index) => {
    add(createElement('stage', { id: title.toLowerCase(), title, order: ORDERS[index] ?? '' }));
  });
  const at = (stage: string, lane: string, y: number) => ({ stage, lane, x: 10, y });
  add(createElement('action', { id: 'search', title: 'Searches', order: 'a0', ...at('acquisition', 'actions', 10) }));
  add(createElement('action', { id: 'purchase', title: 'Orders', order: 'a1', ...at('onboarding', 'actions', 10) }));
  add(
    createElement('pain-point', {
      id: 'price',
      title: 'Price unclear',
      severity: 3,
      order: 'a2',
      ...at('acquisition', 'pains', 10),
    }),
  );
  const line = { label: '', condition: '', fromSide: null, toSide: null } as const;
  map.connections.c = createConnection({
    id: 'c',
    type: 'flow',
    from: 'search',
    to: 'purchase',
    probability: 0.6,
    ...line,
  });
  map.metrics.rate = createMetric({
    id: 'rate',
    title: 'Conversion',
    unit: 'percent',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: 0.02,
    source: null,
    order: 'a0',
  });
  const points = [{ period: '2026-10', value: 0.021 }];
  map.measurements.m = createMeasurement({ id: 'm', metric: 'rate', element: 'purchase', target: null, points });
  return map;
}

let before: JourneyMap;
let after: JourneyMap;
beforeEach(() => {
  before = journey();
  after = journey();
});

const card = (id: string) => after.elements[id]!;
const said = (comparison: Comparison, t = english, language: 'en' | 'es' = 'en') =>
  comparison.changes.map((change) => {
    const { subject, lines } = changeTexts(change, comparison, t, language);
    return [subject, ...lines].join(' | ').replace(/\u00a0/g, ' ');
  });

test('maps with the same content are the same', () => {
  const comparison = compareMaps(before, after);
  expect(comparison.changes).toEqual([]);
  expect(comparisonMarkdown(comparison, english, 'en')).toContain('No differences');
  expect(stepToChange(comparison, null, 1)).toBeNull();
});

describe('what happened, in words', () => {
  test('one record can be moved and changed, and both is said', () => {
    Object.assign(card('price'), { stage: 'onboarding', severity: 5 });
    const comparison = compareMaps(before, after);
    expect(comparison.changes).toMatchObject([
      { id: 'elements/price', types: ['changed', 'moved'], minor: false, element: 'price', confidence: 1 },
    ]);
    expect(said(comparison)).toEqual([
      'Pain point “Price unclear” | Moved from Acquisition to Onboarding | Severity 3 → 5',
    ]);
    expect(said(comparison, spanish, 'es')).toEqual([
      'Punto de dolor «Price unclear» | Pasa de Acquisition a Onboarding | Gravedad 3 → 5',
    ]);
  });

  const cases: [string, () => void, string][] = [
    ['a title', () => Object.assign(card('search'), { title: 'Asks' }), 'Action “Asks” | Title: “Searches” → “Asks”'],
    [
      'to parking',
      () => Object.assign(card('search'), { stage: null, lane: null }),
      'Action “Searches” | Moved from Acquisition · Actions to the parking row',
    ],
    ['a shift', () => Object.assign(card('search'), { x: 30 }), 'Action “Searches” | Shifted within its cell'],
    [
      'a choice',
      () => Object.assign(card('search'), { actor: 'brand' }),
      'Action “Searches” | Done by: Customer → Brand',
    ],
    [
      'tags',
      () => Object.assign(card('search'), { tags: ['web', 'new'] }),
      'Action “Searches” | Tags: added “web”, “new”',
    ],
    [
      'a field of later formats',
      () => Object.assign(card('search'), { 'x-team': 'Red' }),
      'Action “Searches” | x-team: not said → “Red”',
    ],
    [
      'a probability',
      () => Object.assign(after.connections.c!, { probability: 0.4 }),
      'Connection “Searches” → “Orders” | Probability 60% → 40%',
    ],
    [
      'a target',
      () => Object.assign(after.metrics.rate!, { target: 0.03 }),
      'Metric “Conversion” | Target 2.0% → 3.0%',
    ],
    [
      'a value',
      () =>
        Object.assign(after.measurements.m!, {
          points: [
            { period: '2026-10', value: 0.024 },
            { period: '2026-11', value: 0.03 },
          ],
        }),
      '“Conversion” of “Orders” | Oct 2026: 2.1% → 2.4% | Nov 2026: not said → 3.0%',
    ],
    [
      'the map',
      () => Object.assign(after, { perspective: 'to-be', revision: 2 }),
      'The map | Shows: As-is → To-be | Version 0 → 2',
    ],
    [
      'a row',
      () => Object.assign(after.lanes.pains!, { hidden: true, height: 200 }),
      'Row “Pains” | Resized | Hidden: no → yes',
    ],
    ['stages', () => moveStage(after, 'loyalty', 'acquisition'), 'Stage “Loyalty” | Moved to the beginning'],
    ['stages', () => moveStage(after, 'acquisition', 'loyalty'), 'Stage “Acquisition” | Moved after “Onboarding”'],
  ];
  test.each(cases)('%s', (_, change, text) => {
    change();
    const comparison = compareMaps(before, after);
    expect(said(comparison)).toEqual([text]);
    expect(applyComparison(comparison, before)).toStrictEqual(after);
  });

  test('a long text is shown where it parts, not from its beginning', () => {
    const start = 'The same words again and again. '.repeat(8);
    for (const [map, end] of [
      [before, 'by post'],
      [after, 'by phone'],
    ] as const)
      map.elements.search!.text = start + end;
    const [text] = said(compareMaps(before, after));
    expect(text).toMatch(/by post” → “….*by phone”$/);
    expect(text!.length).toBeLessThan(150);
  });
});

test('shifts and what went with its card are minor; a filter leaves them out', () => {
  delete after.elements.purchase;
  delete after.connections.c;
  delete after.measurements.m;
  Object.assign(card('search'), { x: 40, title: 'Asks' });
  const comparison = compareMaps(before, after);
  expect(comparison.changes.filter((change) => change.minor).map(({ id }) => id)).toEqual([
    'connections/c',
    'measurements/m',
  ]);
  expect(countChanges(comparison)).toEqual({ added: 0, removed: 2, changed: 1, moved: 1, numbers: 1, all: 4 });
  const shown = filterComparison(comparison, {});
  expect(countChanges(shown)).toMatchObject({ removed: 1, changed: 1, moved: 0, all: 2 });
  expect(filterComparison(comparison, { types: ['moved'] }).changes).toEqual([]);
  expect(filterComparison(comparison, { types: ['moved'], minor: true }).changes).toMatchObject([
    { id: 'elements/search', types: ['moved'], fields: [{ name: 'x' }] },
  ]);
});

test('all stages renumbered with one moved: only that one is news', () => {
  const orders = generateNKeysBetween('b00', null, 3);
  for (const [index, id] of ['acquisition', 'onboarding', 'loyalty'].entries()) card(id).order = orders[index]!;
  expect(compareMaps(before, after).changes.every((change) => change.minor)).toBe(true);
});

test('steps go in reading order, round and round', () => {
  addCard(after, 'note', { stage: 'loyalty', lane: 'actions', x: 0, y: 0 }, { title: 'Last', id: 'last' });
  Object.assign(card('purchase'), { title: 'Buys' });
  Object.assign(card('price'), { title: 'Price hidden' });
  Object.assign(card('search'), { title: 'Asks' });
  Object.assign(after, { title: 'Cats' });
  delete after.lanes.pains;
  Object.assign(card('price'), { lane: 'actions', y: 60 });
  const comparison = compareMaps(before, after);
  const ids = comparison.changes.map(({ record }) => record);
  expect(ids).toEqual(['pets', 'pains', 'search', 'price', 'purchase', 'last']);
  expect(stepToChange(comparison, null, 1)?.record).toBe('pets');
  expect(stepToChange(comparison, null, -1)?.record).toBe('last');
  expect(stepToChange(comparison, 'elements/last', 1)?.record).toBe('pets');
  expect(stepToChange(comparison, 'map/pets', -1)?.record).toBe('last');
});

test('the report groups by stage, counts, and lets no text be taken for Markdown', () => {
  Object.assign(card('search'), { title: '<b>*bold*</b>\n# no' });
  Object.assign(card('purchase'), { title: 'Buys' });
  const report = comparisonMarkdown(compareMaps(before, after), english, 'en');
  expect(report).toContain('# What has changed in “Pets”');
  expect(report).toContain('2 changed');
  expect(report.indexOf('## Acquisition')).toBeLessThan(report.indexOf('## Onboarding'));
  expect(report).toContain('- **≠ Action “\\<b\\>\\*bold\\*\\</b\\> \\# no”**');
  expect(CHANGE_TYPES).toHaveLength(5);
});

describe('maps that were drawn apart', () => {
  /** The same journey with other ids, as somebody would draw it again. */
  const redrawn = () => {
    const ids = [...COLLECTIONS.flatMap((name) => Object.keys(after[name])), after.id];
    const text = JSON.stringify(after).replace(/"(\w+)"/g, (word, id) => (ids.includes(id) ? `"${id}-2"` : word));
    // A collection keeps its name where a record has the same for its id.
    const named = (key: string) => COLLECTIONS.find((name) => `${name}-2` === key) ?? key;
    const whole = Object.entries(JSON.parse(text)).map(([key, value]) => [named(key), value]);
    return Object.fromEntries(whole) as JourneyMap;
  };

  test('match by kind, title and stage, and what joins them along with them', () => {
    const other = redrawn();
    expect(other.elements['purchase-2']).toMatchObject({ id: 'purchase-2', stage: 'onboarding-2' });
    const comparison = compareMaps(before, other);
    expect(comparison).toMatchObject({ related: false, changes: [] });
    expect(comparison.after).toEqual(before);
  });

  test('say how sure they are: 1, less in another stage, less where only alike; other things stay apart', () => {
    Object.assign(card('price'), { title: 'PRICE unclear!', severity: 4 });
    Object.assign(card('search'), { stage: 'onboarding' });
    Object.assign(card('purchase'), { title: 'Orders online' });
    const comparison = compareMaps(before, redrawn());
    const found = Object.fromEntries(comparison.changes.map((change) => [change.record, change]));
    expect(found.price).toMatchObject({ confidence: 1, types: ['changed'], afterId: 'price-2' });
    expect(found.search).toMatchObject({ confidence: 0.8, types: ['moved'] });
    expect(found.purchase!.confidence).toBeGreaterThanOrEqual(0.5);
    expect(found.purchase!.confidence).toBeLessThan(0.8);
    expect(said(comparison).join()).toContain('Taken for the same, 80 % sure');
  });

  test('another kind or quite another title is another card', () => {
    Object.assign(card('price'), { title: 'Parcel late' });
    after.elements.search = { ...createElement('note', { title: 'Searches', order: 'a0' }), id: 'search' };
    const comparison = compareMaps(before, redrawn());
    const types = Object.fromEntries(comparison.changes.map((change) => [change.record, change.types]));
    expect(types).toMatchObject({
      price: ['removed'],
      'price-2': ['added'],
      search: ['removed'],
      'search-2': ['added'],
    });
  });

  test('of cards with one title each has one partner, the one in its stage first', () => {
    for (const map of [before, after]) {
      map.elements.again = createElement('action', {
        id: 'again',
        title: 'Searches',
        order: 'a5',
        stage: 'onboarding',
        lane: 'actions',
      });
    }
    const comparison = compareMaps(before, redrawn());
    expect(comparison.changes.filter((change) => change.collection === 'elements' && !change.minor)).toEqual([]);
  });
});
