import { beforeEach, describe, expect, test } from 'vitest';
import { smallMap } from '../../test/fixtures/small-map';
import { createMeasurement, createMetric } from '../document/create';
import type { JourneyMap, Metric } from '../document/schema';
import { changeText } from './change-text';
import { filterRows, metricRows, sortRows } from './metric-rows';

let map: JourneyMap;

const measure = (id: string, values: Parameters<typeof createMeasurement>[0], ...points: number[]) => {
  map.measurements[id] = createMeasurement({
    id,
    ...values,
    points: points.map((value, index) => ({ period: `2026-${String(index + 9).padStart(2, '0')}`, value })),
  });
};
const metric = (id: string, values: Partial<Metric>) => {
  map.metrics[id] = createMetric({ id, order: `a${Object.keys(map.metrics).length}`, ...values });
};
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

beforeEach(() => {
  map = smallMap();
  map.sources.s = {
    id: 's',
    name: 'shop.csv',
    hash: 'a'.repeat(64),
    importedAt: '2026-11-20T08:00:00Z',
    rows: 3,
    recipe: {},
  };
  metric('rate', { title: 'Conversión', unit: 'percent', target: 0.03, warning: 0.02, source: 's' });
  metric('visits', { title: 'Visits', decimals: 0, aggregation: 'sum' });
  measure('late', { metric: 'visits', element: 'unboxing' }, 90, 120);
  measure('line', { metric: 'visits', connection: 'clicks', segment: 'mobile' }, 12);
  measure('low', { metric: 'rate', element: 'shop' }, 0.025, 0.019);
  measure('whole', { metric: 'rate' }, 0.03, 0.031, 0.032);
});

describe('rows of metrics', () => {
  test('go through the journey: the map, then stage by stage', () => {
    const rows = metricRows(map, '2026-11-22');
    expect(ids(rows)[0]).toBe('whole');
    expect(rows.map(({ subject }) => subject.type)).toContain('connection');
    expect(rows.find(({ id }) => id === 'line')?.subject.title).toMatch(/.+ → .+/);
  });

  test('tell the latest value, its change, how it stands, how old it is, and whence it comes', () => {
    const low = metricRows(map, '2026-11-22').find(({ id }) => id === 'low')!;
    expect(low.latest?.value).toBe(0.019);
    expect(low.change?.points).toBeCloseTo(-0.6, 10);
    expect(changeText(low.change, low.metric, 'en')).toBe('▼ 0.6 pts');
    expect(low.status).toBe('bad');
    expect(low.source?.name).toBe('shop.csv');
    const visits = metricRows(map, '2026-11-22').find(({ id }) => id === 'late')!;
    expect(changeText(visits.change, visits.metric, 'es')).toMatch(/^▲ 33\s%$/);
    expect(metricRows(map, '2027-06-01').every(({ freshness }) => freshness?.fresh === false)).toBe(true);
  });

  test('a measurement without values says nothing, and breaks nothing', () => {
    measure('empty', { metric: 'rate', element: 'pays' });
    const row = metricRows(map, '2026-11-22').find(({ id }) => id === 'empty')!;
    expect([row.latest, row.change, row.status, row.freshness]).toEqual([null, null, 'none', null]);
    expect(changeText(row.change, row.metric, 'en')).toBeNull();
  });

  test('are sorted either way, and what says nothing stays last', () => {
    measure('empty', { metric: 'rate', element: 'pays' });
    const rows = metricRows(map, '2026-11-22');
    expect(ids(sortRows(rows, map, 'value', false))).toEqual(['low', 'whole', 'line', 'late', 'empty']);
    expect(ids(sortRows(rows, map, 'value', true))).toEqual(['late', 'line', 'whole', 'low', 'empty']);
    expect(ids(sortRows(rows, map, 'target', false))[0]).toBe('low');
  });

  test('are found by words in any order, by stage and by how they stand', () => {
    const rows = metricRows(map, '2026-11-22');
    const any = { text: '', stage: null, status: null };
    expect(ids(filterRows(rows, { ...any, text: 'conversion' })).sort()).toEqual(['low', 'whole']);
    expect(ids(filterRows(rows, { ...any, text: 'MOBILE visits' }))).toEqual(['line']);
    expect(ids(filterRows(rows, { ...any, status: 'bad' }))).toEqual(['low']);
    expect(filterRows(rows, { ...any, stage: map.elements.shop!.stage }).length).toBeGreaterThan(0);
    expect(filterRows(rows, { ...any, status: 'old' }).every(({ freshness }) => freshness?.fresh === false)).toBe(true);
  });
});
