import { describe, expect, test } from 'vitest';
import { createConnection, createElement, createMeasurement, createMetric, emptyMap } from '../document/create';
import type { ElementKind, JourneyMap, MapElement } from '../document/schema';
import { evidenceOf } from './evidence';

const TODAY = '2026-11-22';
const fresh = [{ period: '2026-W46', value: 0.5 }];
const old = [{ period: '2026-01', value: 0.5 }];

function mapWith(...cards: [id: string, kind: Exclude<ElementKind, 'persona'>, values?: object][]): JourneyMap {
  const map = emptyMap();
  for (const [id, kind, values = {}] of cards)
    map.elements[id] = { ...(createElement(kind, { order: 'a0', ...values }) as MapElement), id };
  map.metrics.csat = createMetric({ id: 'csat', order: 'a0', aggregation: 'csat', unit: 'percent' });
  map.metrics.visits = createMetric({ id: 'visits', order: 'a1' });
  map.metrics.money = createMetric({ id: 'money', order: 'a2', unit: 'currency' });
  return map;
}

function measure(map: JourneyMap, metric: string, on: { element?: string; connection?: string }, points = fresh) {
  const measurement = createMeasurement({ metric, ...on, points });
  map.measurements[measurement.id] = measurement;
}
const level = (map: JourneyMap, id: string, today: string | null = TODAY) => evidenceOf(map, today).get(id)?.level;

describe('evidence', () => {
  test('a feeling is measured by satisfaction, not by visits', () => {
    const map = mapWith(['shop', 'touchpoint', { feeling: 1 }]);
    expect(level(map, 'shop')).toBe('assumed');
    measure(map, 'visits', { element: 'shop' });
    expect(evidenceOf(map, TODAY).get('shop')).toEqual({
      level: 'partly',
      claims: [
        { id: 'feeling', about: null, data: 'none' },
        { id: 'metric', about: 'visits', data: 'fresh' },
      ],
    });
    measure(map, 'csat', { element: 'shop' });
    expect(level(map, 'shop')).toBe('measured');
  });

  test('data out of date measure nothing any more; without a day all are fresh', () => {
    const map = mapWith(['shop', 'touchpoint', { feeling: 1 }]);
    measure(map, 'csat', { element: 'shop' }, old);
    expect(evidenceOf(map, TODAY).get('shop')).toEqual({
      level: 'assumed',
      claims: [
        { id: 'feeling', about: null, data: 'stale' },
        { id: 'metric', about: 'csat', data: 'stale' },
      ],
    });
    expect(level(map, 'shop', null)).toBe('measured');
  });

  test('every way out of a fork is a claim of its own', () => {
    const map = mapWith(['fork', 'decision'], ['a', 'outcome'], ['b', 'outcome']);
    for (const to of ['a', 'b'])
      map.connections[to] = createConnection({ id: to, type: 'flow', from: 'fork', to, probability: 0.5 });
    expect(level(map, 'fork')).toBe('assumed');
    measure(map, 'visits', { connection: 'a' });
    expect(level(map, 'fork')).toBe('partly');
    map.connections.b = { ...map.connections.b!, observed: { count: 12, of: 30 } };
    expect(level(map, 'fork')).toBe('measured');
  });

  test('severity by any value, the value of an outcome by money only', () => {
    const map = mapWith(['cost', 'pain-point', { severity: 4 }], ['sale', 'outcome', { value: 50 }]);
    measure(map, 'visits', { element: 'cost' });
    measure(map, 'visits', { element: 'sale' });
    expect([level(map, 'cost'), level(map, 'sale')]).toEqual(['measured', 'partly']);
    measure(map, 'money', { element: 'sale' });
    expect(level(map, 'sale')).toBe('measured');
  });

  test('cards that claim nothing in particular are assumed, plans of the team are not judged', () => {
    const map = mapWith(
      ['act', 'action'],
      ['why', 'motivation'],
      ['idea', 'content-idea'],
      ['note', 'note'],
      ['s', 'stage'],
    );
    expect(Object.fromEntries([...evidenceOf(map, TODAY)].map(([id, found]) => [id, found.level]))).toEqual({
      act: 'assumed',
      why: 'assumed',
    });
    measure(map, 'visits', { element: 'act' });
    measure(map, 'visits', { element: 'idea' });
    measure(map, 'visits', { element: 's' });
    expect([level(map, 'act'), level(map, 'idea'), level(map, 's')]).toEqual(['measured', 'measured', 'measured']);
  });

  test('a measurement without values measures nothing', () => {
    const map = mapWith(['act', 'action']);
    measure(map, 'visits', { element: 'act' }, []);
    expect(evidenceOf(map, TODAY).get('act')?.claims).toEqual([{ id: 'content', about: null, data: 'none' }]);
  });

  test('values without a date are as fresh as their file', () => {
    const map = mapWith(['act', 'action']);
    map.metrics.visits = { ...map.metrics.visits!, source: 'file' };
    measure(map, 'visits', { element: 'act' }, [{ period: '', value: 3 }]);
    const importedAt = (day: string) => {
      map.sources.file = {
        id: 'file',
        name: 'a.csv',
        hash: 'f'.repeat(64),
        importedAt: `${day}T08:00:00Z`,
        rows: 1,
        recipe: {},
      };
      return level(map, 'act');
    };
    expect([importedAt('2026-11-01'), importedAt('2026-01-01')]).toEqual(['measured', 'assumed']);
  });
});
