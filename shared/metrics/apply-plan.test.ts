import * as v from 'valibot';
import { beforeEach, describe, expect, test } from 'vitest';
import { smallMap } from '../../test/fixtures/small-map';
import { validateMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { applyPlan, earlierSource, planDifference } from './apply-plan';
import type { DataPlan } from './planned';
import { recipeOf, recipeSchema, type Target } from './recipe';

const file = { name: 'shop.csv', hash: 'a'.repeat(64), importedAt: '2026-11-20T08:00:00Z' };
const later = { ...file, hash: 'b'.repeat(64), importedAt: '2026-11-27T08:00:00Z' };
const shop: Target = { type: 'element', id: 'shop' };
const pays: Target = { type: 'element', id: 'pays' };
let map: JourneyMap;

beforeEach(() => {
  map = smallMap();
});

function planOf(
  values: [target: Target, points: Record<string, number>, segment?: string][],
  metric: { id?: string; target?: number } = {},
): DataPlan {
  return {
    recipe: v.parse(recipeSchema, {
      version: 1,
      layout: 'long',
      columns: [],
      metrics: [{ key: 'rate', title: 'Rate', unit: 'percent', aggregation: 'ratio', ...metric }],
    }),
    columns: [],
    questions: [],
    notes: [],
    periodUnit: 'month',
    values: values.map(([target, points, segment = '']) => ({
      metric: 'rate',
      target,
      segment,
      persona: null,
      points: Object.entries(points).map(([period, value]) => ({
        period,
        value,
        numerator: value,
        denominator: 1,
        rows: 2,
      })),
    })),
    matched: [],
    matchedCount: values.length,
    ambiguous: [],
    ambiguousCount: 0,
    unmatched: [],
    unmatchedCount: 0,
    personas: [],
    unknownMetrics: [],
    refused: [],
    refusedCounts: [],
    withoutResult: [],
    withoutResultCount: 0,
    rowsRead: 9,
    rowsUsed: 9,
    rowsTotals: 0,
    rowsWithoutValue: 0,
    rowsUnmatched: 0,
    rowsRefused: 0,
    preview: [],
  };
}

const valuesOf = (element: string, segment = '') =>
  Object.fromEntries(
    Object.values(map.measurements)
      .filter((one) => one.element === element && one.segment === segment)
      .flatMap(({ points }) => points.map(({ period, value }) => [period, value])),
  );

/** Imports, and imports again by the recipe that was kept. */
function importAnd(first: DataPlan): (values: Parameters<typeof planOf>[0]) => { plan: DataPlan; source: string } {
  const { source, metrics } = applyPlan(map, first, file);
  return (values) => ({ plan: planOf(values, { id: metrics[0]! }), source });
}

describe('planned values', () => {
  test('become a metric with its source and recipe; the map stays valid', () => {
    const plan = planOf([
      [shop, { '2026-10': 0.02, '2026-11': 0.03 }],
      [{ type: 'connection', id: 'clicks' }, { '2026-11': 0.5 }, 'mobile'],
      [{ type: 'map' }, { '2026-11': 0.1 }],
    ]);
    const { source, metrics } = applyPlan(map, plan, file);
    expect(validateMap(map)).toEqual({ map });
    expect(map.sources[source]).toMatchObject({ ...file, rows: 9 });
    expect(map.metrics[metrics[0]!]).toMatchObject({ title: 'Rate', unit: 'percent', aggregation: 'ratio', source });
    expect(valuesOf('shop')).toEqual({ '2026-10': 0.02, '2026-11': 0.03 });
    expect(Object.values(map.measurements).find(({ segment }) => segment === 'mobile')).toMatchObject({
      connection: 'clicks',
      points: [{ period: '2026-11', value: 0.5, numerator: 0.5, denominator: 1 }],
    });
    expect(earlierSource(map, 'shop.csv')).toBe(source);
    expect(recipeOf(map.sources[source]!)?.metrics[0]?.id).toBe(metrics[0]);
    expect(earlierSource(map, 'other.csv')).toBeNull();
  });

  test('a plan with open questions, or without values, changes nothing', () => {
    const before = structuredClone(map);
    expect(() => applyPlan(map, planOf([]), file)).toThrow('no values');
    const asking = { ...planOf([[shop, { '2026': 1 }]]), questions: [{ question: 'card-column' as const }] };
    expect(() => applyPlan(map, asking, file)).toThrow('open questions');
    expect(map).toEqual(before);
  });
});

describe('a refresh', () => {
  test('tells beforehand what it does: new, changed, gone, and what stays', () => {
    const again = importAnd(
      planOf([
        [shop, { '2026-08': 0.01, '2026-10': 0.02, '2026-11': 0.03 }],
        [pays, { '2026-10': 0.5 }],
      ]),
    );
    const { plan, source } = again([[shop, { '2026-10': 0.02, '2026-11': 0.04, '2026-12': 0.05 }]]);
    const difference = planDifference(map, plan);
    expect(difference).toMatchObject({ added: 1, changed: 1, gone: 1, unchanged: 2 });
    expect(difference.changes.find(({ target }) => target === shop)?.changed).toEqual([
      { period: '2026-11', before: 0.03, after: 0.04 },
    ]);
    applyPlan(map, plan, later, source);
    // August lies before the file's first month: the file says nothing of it.
    expect(valuesOf('shop')).toEqual({ '2026-08': 0.01, '2026-10': 0.02, '2026-11': 0.04, '2026-12': 0.05 });
    expect(valuesOf('pays')).toEqual({});
    expect(Object.keys(map.metrics)).toHaveLength(1);
    expect(map.sources[source]).toMatchObject(later);
    expect(planDifference(map, plan)).toMatchObject({ added: 0, changed: 0, gone: 0, changes: [] });
  });

  test('keeps targets that somebody set, also where the file has nothing any more', () => {
    const again = importAnd(
      planOf(
        [
          [shop, { '2026-10': 0.02 }],
          [pays, { '2026-10': 0.5 }],
        ],
        { target: 0.03 },
      ),
    );
    const kept = Object.values(map.measurements).find(({ element }) => element === 'pays')!;
    kept.target = 0.6;
    const { plan, source } = again([[shop, { '2026-10': 0.04 }]]);
    applyPlan(map, plan, later, source);
    expect(map.measurements[kept.id]).toMatchObject({ target: 0.6, points: [] });
    expect(Object.values(map.metrics)[0]?.target).toBe(0.03);
  });

  test('a metric that was deleted meanwhile comes back under its id', () => {
    const { metrics, source } = applyPlan(map, planOf([[shop, { '2026-10': 0.02 }]]), file);
    map.metrics = {};
    map.measurements = {};
    const plan = planOf([[shop, { '2026-10': 0.02 }]], { id: metrics[0]! });
    expect(planDifference(map, plan)).toMatchObject({ added: 1, changed: 0 });
    expect(applyPlan(map, plan, later, source).metrics).toEqual(metrics);
    expect(validateMap(map)).toEqual({ map });
  });
});
