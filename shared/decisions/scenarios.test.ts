import { describe, expect, test } from 'vitest';
import { flowMap, petFood, setOutcome } from '../../test/fixtures/flow-maps';
import type { JourneyMap, Review, Scenario } from '../document/schema';
import { createTranslator } from '../language/translator';
import { brierScore, calibrationOf, reviewOf, reviewScore } from './calibration';
import { allDecisionTables, decisionTable, decisionTableMarkdown } from './decision-table';
import { flowGraphOf } from './flow-graph';
import { happyPath, routeTo } from './happy-path';
import { observedProbabilities, observedShares } from './observed';
import { adoptScenario, compareScenarios } from './scenarios';
import { solveFlow } from './solve';

const scenario = (values: Partial<Scenario>): Scenario => ({
  id: 'what-if',
  title: 'Free shipping',
  note: '',
  order: 'a0',
  probabilities: {},
  entries: {},
  ...values,
});

describe('scenarios', () => {
  const cheaper = scenario({ probabilities: { 'price-checkout': 0.72 }, entries: { 'in-page': 12_000 } });

  test('side by side with the map as it is', () => {
    const map = petFood();
    const { base, scenarios } = compareScenarios(map, [cheaper, scenario({ id: 'same' })]);
    expect(base.customers).toBe(10_000);
    const [first, same] = scenarios;
    const subscribes = first!.outcomes.find(({ element }) => element === 'subscribes')!;
    expect(subscribes.customers).toEqual({
      base: 5_872,
      now: expect.closeTo(12_000 * (0.72 + 0.28 * 0.3) * 0.8, 8),
      difference: expect.closeTo(1_846.4, 6),
      relative: expect.closeTo(1_846.4 / 5_872, 9),
    });
    expect(subscribes.units?.difference).toBeCloseTo(2 * 1_846.4, 6);
    expect(first!.value[0]?.amount.difference).toBeGreaterThan(0);
    expect(first!.customers.relative).toBeCloseTo(0.2, 12);
    expect(same!.outcomes.every(({ customers }) => customers.difference === 0)).toBe(true);
    expect(same!.left).toEqual({ base: 0, now: 0, difference: 0, relative: null });
  });

  test('adopted, the map gives what the scenario gave', () => {
    const map = petFood();
    map.connections['price-compare']!.guess = { type: 'range', low: 0.3, high: 0.4 };
    map.entries['in-page']!.series = [{ period: '2026-12', customers: 20_000 }];
    const before = solveFlow(flowGraphOf(map, { scenario: cheaper }));
    adoptScenario(map, cheaper);
    const after = solveFlow(flowGraphOf(map));
    after.outcomes.forEach(({ customers }, index) => {
      expect(customers).toBeCloseTo(before.outcomes[index]!.customers, 6);
    });
    expect(map.connections['price-compare']).toMatchObject({
      probability: 0.28,
      guess: { low: expect.closeTo(0.2, 9) },
    });
    expect(map.connections['page-price']?.probability).toBeNull();
    expect(map.connections['shipping-subscribes']?.probability).toBe(0.8);
    expect(map.entries['in-page']).toMatchObject({ customers: 12_000, series: [{ customers: 24_000 }] });
  });

  test('what was seen is a scenario too', () => {
    const map = petFood();
    map.connections['price-checkout']!.observed = { count: 48, of: 100 };
    const probabilities = observedProbabilities(observedShares(flowGraphOf(map)));
    expect(probabilities).toEqual({ 'price-checkout': 0.48 });
    const { outcomes } = solveFlow(flowGraphOf(map, { scenario: { probabilities, entries: {} } }));
    expect(outcomes.find(({ element }) => element === 'subscribes')?.customers).toBeCloseTo(
      10_000 * (0.48 + 0.52 * 0.3) * 0.8,
      6,
    );
  });
});

describe('ways through the map', () => {
  const idsOf = (map: JourneyMap, outcome: string, from: string | null = null) => {
    const graph = flowGraphOf(map);
    const path = happyPath(graph, outcome, from);
    return path && { ...path, nodes: path.nodes.map((node) => graph.nodes[node]?.id), ways: path.ways.length };
  };

  test('the most probable one', () => {
    expect(idsOf(petFood(), 'subscribes')).toEqual({
      nodes: ['page', 'price', 'checkout', 'shipping', 'subscribes'],
      ways: 4,
      probability: expect.closeTo(0.496, 12),
    });
    expect(idsOf(petFood(), 'subscribes', 'compare')?.probability).toBeCloseTo(0.24, 12);
    expect(idsOf(petFood(), 'competitor', 'checkout')).toBeNull();
    expect(idsOf(petFood(), 'nothing')).toBeNull();
    expect(idsOf(petFood(), 'subscribes', 'nothing')).toBeNull();
  });

  test('is the longer one where that is more probable, and starts where most come in', () => {
    const map = flowMap(
      { 'a?>won!': 0.2, 'a?>b': 0.8, 'b>c': 0.9, 'c>won!': 0.9, 'c>a': 0.1, 'd>won!': 0.9 },
      { a: 90, d: 10 },
    );
    expect(idsOf(map, 'won')?.nodes).toEqual(['a', 'b', 'c', 'won']);
    map.entries['in-d']!.customers = 900;
    expect(idsOf(map, 'won')?.nodes).toEqual(['d', 'won']);
  });

  test('the whole route: what arrives at the outcome left the entry, and nobody else', () => {
    const map = petFood();
    map.entries['in-page']!.customers = 100;
    const solution = solveFlow(flowGraphOf(map));
    const { flows, visits, customers } = routeTo(solution, 'subscribes');
    const flowOf = (id: string) => flows[solution.graph.wayOf.get(id)!]!;
    expect(customers).toBeCloseTo(58.72, 9);
    expect(flowOf('page-price')).toBeCloseTo(58.72, 9);
    expect(flowOf('price-checkout')).toBeCloseTo(49.6, 9);
    expect(flowOf('compare-shipping')).toBeCloseTo(9.12, 9);
    expect(flowOf('compare-competitor')).toBe(0);
    expect(flowOf('shipping-abandons')).toBe(0);
    expect(visits[solution.graph.nodeOf.get('shipping')!]).toBeCloseTo(58.72, 9);
    expect(routeTo(solution, 'subscribes', 'nothing').customers).toBe(0);
    expect(routeTo(solution, 'subscribes', 'page').customers).toBeCloseTo(58.72, 9);
  });
});

describe('decision tables', () => {
  function ruled() {
    const map = petFood();
    const yes = map.connections['price-checkout']!;
    yes.label = 'yes';
    yes.rule = {
      join: 'and',
      terms: [
        { about: 'profile', subject: 'dogs', is: 'at-least', value: '2' },
        { about: 'profile', subject: 'dogs', is: 'at-most', value: '4' },
        { about: 'history', subject: '', is: 'present', value: '' },
      ],
    };
    yes.observed = { count: 48, of: 100 };
    const no = map.connections['price-compare']!;
    no.rule = {
      join: 'or',
      terms: [
        { about: 'place', subject: 'country', is: 'is-not', value: 'ES' },
        { about: 'profile', subject: 'dogs', is: 'less-than', value: '2' },
      ],
    };
    no.condition = 'Wants | to *see* others';
    no.probability = 0.3;
    return map;
  }

  test('a column for what the rules look at, a row for each way to meet them, and who leaves', () => {
    const graph = flowGraphOf(ruled());
    const t = createTranslator('en');
    const table = decisionTable(graph, 'price', observedShares(graph), t, 'en')!;
    expect(table).toEqual({
      title: 'Decision: price',
      head: ['Branch', 'Profile: dogs', 'History', 'Place: country', 'When', 'Then', 'Predicted', 'Seen', 'n'],
      rows: [
        ['yes', '≥ 2, ≤ 4', 'yes', '–', '–', 'checkout', '62%', '48%', '100'],
        ['Wants | to *see* others', '–', '–', 'not ES', 'Wants | to *see* others', 'compare', '30%', '–', '–'],
        ['Wants | to *see* others', '< 2', '–', '–', 'Wants | to *see* others', 'compare', '30%', '–', '–'],
        ['all others', '–', '–', '–', '–', 'leaves here', '8%', '–', '–'],
      ],
    });
    const lines = decisionTableMarkdown(table).split('\n');
    expect(lines[0]).toBe('### Decision: price');
    expect(lines[3]).toBe('| --- | --- | --- | --- | --- | --- | --- | --- | --- |');
    expect(lines[5]).toContain('| Wants \\| to \\*see\\* others |');
    expect(decisionTable(graph, 'nothing', new Map(), t, 'en')).toBeNull();
  });

  test('all forks of a map, in Spanish', () => {
    const text = allDecisionTables(flowGraphOf(petFood()), new Map(), createTranslator('es'), 'es');
    expect(text.match(/^### Decisión: /gm)).toHaveLength(3);
    expect(text).toMatch(/\| checkout \| checkout \| 62\s%/);
  });
});

describe('keeping the score', () => {
  test('Brier’s score of a fork: perfect, the worst, a coin; error and chance are its parts', () => {
    expect(brierScore([{ predicted: 1, observed: 1 }]).brier).toBe(0);
    expect(
      brierScore([
        { predicted: 1, observed: 0 },
        { predicted: 0, observed: 1 },
      ]).brier,
    ).toBe(2);
    expect(
      brierScore([
        { predicted: 0.5, observed: 0.5 },
        { predicted: 0.5, observed: 0.5 },
      ]),
    ).toEqual({
      brier: 0.5,
      error: 0,
      chance: 0.5,
    });
    // One branch alone is against not taking it.
    expect(brierScore([{ predicted: 0.3, observed: 0.1 }]).brier).toBeCloseTo(
      brierScore([
        { predicted: 0.3, observed: 0.1 },
        { predicted: 0.7, observed: 0.9 },
      ]).brier,
      12,
    );
  });

  test('is the mean over single customers', () => {
    const predicted = [0.5, 0.3, 0.2];
    const taken = [40, 50, 10];
    let sum = 0;
    taken.forEach((count, way) => {
      sum += count * predicted.reduce((all, share, index) => all + (share - (index === way ? 1 : 0)) ** 2, 0);
    });
    const branches = predicted.map((share, index) => ({ predicted: share, observed: taken[index]! / 100 }));
    expect(brierScore(branches).brier).toBeCloseTo(sum / 100, 12);
  });

  function reviewed(id: string, date: string, predicted: number, of = 100): Review {
    const branch = (name: string, share: number, observed: number) => ({
      fork: 'Price?',
      branch: name,
      element: 'price',
      connection: null,
      predicted: share,
      observed,
      of,
    });
    return { id, date, note: '', branches: [branch('yes', predicted, 0.48), branch('no', 1 - predicted, 0.52)] };
  }

  test('over the dates: do the guesses get better?', () => {
    const reviews = {
      b: reviewed('b', '2026-11-01', 0.55),
      a: reviewed('a', '2026-06-01', 0.62),
      empty: { ...reviewed('empty', '2026-12-01', 1), branches: [] },
    };
    const { scores, trend } = calibrationOf({ reviews });
    expect(scores.map(({ review }) => review.id)).toEqual(['a', 'b']);
    expect(scores[0]?.error).toBeCloseTo(2 * 0.14 ** 2, 12);
    expect(scores[0]?.miss).toBeCloseTo(0.14, 12);
    expect(scores[0]).toMatchObject({ forks: 1, of: 100 });
    expect(trend).toBe('better');
    expect(calibrationOf({ reviews: { a: reviews.b } }).trend).toBeNull();
    expect(
      calibrationOf({ reviews: { a: reviewed('a', '2026-01-01', 0.5), b: reviewed('b', '2026-02-01', 0.9) } }).trend,
    ).toBe('worse');
    expect(
      calibrationOf({ reviews: { a: reviewed('a', '2026-01-01', 0.6), b: reviewed('b', '2026-02-01', 0.6) } }).trend,
    ).toBe('same');
  });

  test('a review keeps names, shares and numbers as they stood', () => {
    const map = petFood();
    map.connections['price-checkout']!.label = 'yes';
    map.connections['price-checkout']!.observed = { count: 48, of: 100 };
    map.connections['price-compare']!.observed = { count: 52, of: null };
    setOutcome(map, 'subscribes', { title: 'Subscribes' });
    map.connections['shipping-subscribes']!.observed = { count: 0, of: 0 };
    const graph = flowGraphOf(map);
    const review = reviewOf(
      graph,
      observedShares(graph),
      { date: '2026-11-22', note: 'Workshop' },
      createTranslator('en'),
    );
    expect(review).toMatchObject({ date: '2026-11-22', note: 'Workshop' });
    expect(review.branches).toEqual([
      {
        fork: 'price',
        branch: 'yes',
        element: 'price',
        connection: 'price-checkout',
        predicted: 0.62,
        observed: 0.48,
        of: 100,
      },
      {
        fork: 'price',
        branch: 'compare',
        element: 'price',
        connection: 'price-compare',
        predicted: 0.38,
        observed: 0.52,
        of: 100,
      },
    ]);
    expect(reviewScore(review)?.error).toBeCloseTo(2 * 0.14 ** 2, 12);
  });
});
