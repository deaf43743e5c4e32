import { describe, expect, it } from 'vitest';
import { createConnection, createElement, emptyMap } from '../document/create';
import type { JourneyMap } from '../document/schema';
import { flowFactsOf } from './flow-facts';

function fork(yes: number, no: number): JourneyMap {
  const map = emptyMap();
  map.elements.fork = createElement('decision', { id: 'fork', order: 'a0' });
  for (const [id, probability] of [
    ['yes', yes],
    ['no', no],
  ] as const) {
    map.elements[`to-${id}`] = createElement('outcome', { id: `to-${id}`, order: 'a1' });
    map.connections[id] = createConnection({ id, type: 'flow', from: 'fork', to: `to-${id}`, probability });
  }
  return map;
}

function withCustomers(map: JourneyMap): JourneyMap {
  const entry = {
    id: 'in',
    element: 'fork',
    persona: null,
    customers: 1000,
    unit: 'month',
    growth: 0,
    order: 'a0',
  } as const;
  return { ...map, entries: { in: { ...entry, series: [], season: [] } } };
}

describe('what the map shows of its ways', () => {
  it('is nothing where nobody has guessed anything', () => {
    const map = emptyMap();
    expect(flowFactsOf(map).ways.size).toBe(0);
  });

  it('is a width by customers as soon as some enter', () => {
    expect(flowFactsOf(fork(0.75, 0.25)).ways.get('yes')?.width).toBeNull();
    const { ways } = flowFactsOf(withCustomers(fork(0.75, 0.25)));
    const [yes, no] = [ways.get('yes')?.width ?? 0, ways.get('no')?.width ?? 0];
    expect((yes - 1.2) / (no - 1.2)).toBeCloseTo(3, 9);
  });

  it('marks more than 100 %, what hardly anybody takes, and who leaves', () => {
    expect(flowFactsOf(fork(0.75, 0.5)).ways.get('yes')?.wrong).toBe(true);
    const { ways, exits } = flowFactsOf(withCustomers(fork(0.75, 0.01)));
    expect([ways.get('yes')?.unlikely, ways.get('no')?.unlikely]).toEqual([false, true]);
    expect(exits.get('fork')).toBeCloseTo(0.24, 9);
  });

  it('is the same object until something changes on which it depends', () => {
    const map = withCustomers(fork(0.75, 0.25));
    const facts = flowFactsOf(map);
    const renamed = { ...map, elements: { ...map.elements, fork: { ...map.elements.fork!, title: 'Price?' } } };
    expect(flowFactsOf(renamed)).toBe(facts);
    expect(flowFactsOf({ ...map, connections: { ...map.connections } })).not.toBe(facts);
  });
});
