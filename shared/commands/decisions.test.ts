import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flowGraphOf } from '../decisions/flow-graph';
import { createConnection, createElement, emptyMap } from '../document/create';
import { readMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { writeMap } from '../document/write';
import { createTranslator } from '../language/translator';
import {
  addEntry,
  addScenario,
  recordReview,
  removeEntry,
  setExit,
  setInScenario,
  setShares,
  sharesWith,
} from './decisions';

/** A fork with three branches and what leaves there. */
function fork(shares: readonly (number | null)[] = [0.5, 0.2, 0.2]): JourneyMap {
  const map = emptyMap();
  map.elements.fork = createElement('decision', { id: 'fork', title: 'Price?', order: 'a0' });
  shares.forEach((probability, index) => {
    const id = `end${index}`;
    map.elements[id] = createElement('outcome', { id, title: `End ${index}`, order: `a${index + 1}` });
    map.connections[`way${index}`] = createConnection({
      id: `way${index}`,
      type: 'flow',
      from: 'fork',
      to: id,
      label: `branch ${index}`,
      probability,
    });
  });
  return map;
}

const valid = (map: JourneyMap) => readMap(new TextEncoder().encode(writeMap(map))).status;

describe('one branch set to another share', () => {
  it('lets the others and what leaves give way in proportion', () => {
    expect(sharesWith(fork(), 'way0', 0.75)).toEqual({ way0: 0.75, way1: 0.1, way2: 0.1 });
    expect(sharesWith(fork([0.62, 0.38]), 'way1', 1)).toEqual({ way0: 0, way1: 1 });
  });

  it('starts from the numbers of a scenario', () => {
    const scenario = { probabilities: { way1: 0.5 }, entries: {} };
    expect(sharesWith(fork([0.5, 0.5]), 'way0', 0.25, scenario)).toEqual({ way0: 0.25, way1: 0.75 });
  });

  it('is nothing for a way that is not there', () => {
    expect(sharesWith(fork(), 'ghost', 0.5)).toEqual({});
  });

  it('never makes more than 100 %, and the graph then reckons with it', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.option(share), { minLength: 1, maxLength: 5 }), share, (stated, wanted) => {
        const map = fork(stated);
        const shares = sharesWith(map, 'way0', wanted);
        expect(Object.values(shares).reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-5);
        setShares(map, shares);
        const graph = flowGraphOf(map);
        expect(graph.shares[graph.wayOf.get('way0')!]).toBeCloseTo(shares.way0!, 4);
        expect(valid(map)).toBe('ok');
      }),
    );
  });

  it('keeps a guess that still holds, and moves one that counts', () => {
    const map = fork([0.5, 0.5]);
    map.connections.way0!.guess = { type: 'range', low: 0.4, high: 0.6 };
    map.connections.way1!.guess = { type: 'counts', hits: 10, of: 20 };
    setShares(map, { way0: 0.45, way1: 0.55 });
    expect(map.connections.way0!.guess).toEqual({ type: 'range', low: 0.4, high: 0.6 });
    expect(map.connections.way1!.guess).toEqual({ type: 'counts', hits: 11, of: 20 });
    setShares(map, { way0: 0.7 });
    expect(map.connections.way0!.guess).toBeNull();
  });
});

describe('entries', () => {
  it('are put on cards that are there, in the unit of the others', () => {
    const map = fork();
    const first = addEntry(map, 'fork', { customers: 1000, unit: 'week' });
    const second = addEntry(map, 'end0');
    expect(map.entries[second!]).toMatchObject({ element: 'end0', unit: 'week', customers: 0 });
    expect(map.entries[second!]!.order > map.entries[first!]!.order).toBe(true);
    expect(addEntry(map, 'ghost')).toBeNull();
    expect(valid(map)).toBe('ok');
  });

  it('leave with what scenarios say of them', () => {
    const map = fork();
    const entry = addEntry(map, 'fork', { customers: 1000 })!;
    const scenario = addScenario(map, 'More');
    setInScenario(map, scenario, { entries: { [entry]: 2000 }, probabilities: { way0: 0.9 } });
    removeEntry(map, entry);
    expect(map.entries).toEqual({});
    expect(map.scenarios[scenario]).toMatchObject({ entries: {}, probabilities: { way0: 0.9 } });
    setInScenario(map, scenario, { probabilities: { way0: null } });
    expect(map.scenarios[scenario]!.probabilities).toEqual({});
  });
});

it('an exit is kept as long as it says something, one for each card', () => {
  const map = fork();
  setExit(map, 'fork', { reason: 'Too dear' });
  setExit(map, 'fork', { recovery: 'A voucher' });
  expect(Object.values(map.exits)).toMatchObject([{ element: 'fork', reason: 'Too dear', recovery: 'A voucher' }]);
  setExit(map, 'fork', { reason: '', recovery: '' });
  expect(map.exits).toEqual({});
});

it('a scenario can be made like another, and goes its own way', () => {
  const map = fork();
  const first = addScenario(map, 'First');
  setInScenario(map, first, { probabilities: { way0: 0.9 } });
  const second = addScenario(map, 'Second', first);
  setInScenario(map, second, { probabilities: { way0: 0.1 } });
  expect(map.scenarios[first]!.probabilities).toEqual({ way0: 0.9 });
  expect(map.scenarios[second]).toMatchObject({ title: 'Second', probabilities: { way0: 0.1 } });
});

it('a review holds what was predicted and seen, one for each day', () => {
  const t = createTranslator('en');
  const map = fork([0.62, 0.38]);
  expect(recordReview(map, '2026-11-22', t)).toBe(0);
  map.connections.way0!.observed = { count: 48, of: 100 };
  expect(recordReview(map, '2026-11-22', t)).toBe(1);
  map.connections.way0!.observed = { count: 50, of: 100 };
  expect(recordReview(map, '2026-11-22', t)).toBe(1);
  expect(Object.values(map.reviews)).toMatchObject([
    {
      date: '2026-11-22',
      branches: [{ fork: 'Price?', branch: 'branch 0', predicted: 0.62, observed: 0.5, of: 100 }],
    },
  ]);
  expect(valid(map)).toBe('ok');
});
