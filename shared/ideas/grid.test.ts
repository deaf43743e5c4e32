import { expect, test } from 'vitest';
import { ideaMap } from '../../test/fixtures/idea-map';
import { createMeasurement, createMetric } from '../document/create';
import { ideaGrid } from './grid';
import { peopleAt, weightOf } from './people';

const outline = (map = ideaMap()) =>
  ideaGrid(map).rows.map(({ stage, need, lines }) => [
    stage?.id ?? null,
    need?.id ?? null,
    lines.map(({ answer, ideas }) => [answer?.id ?? null, ...ideas.map(({ id }) => id)]),
  ]);

test('goes from stage to need to answer to ideas, whichever way the lines were drawn', () => {
  expect(outline()).toEqual([
    ['s0', 'cost', [['total', 'calculator', 'post']]],
    ['s0', 'delay', [[null]]],
    ['s1', 'worth', [[null, 'post']]],
    ['s2', null, [[null, 'e-book']]],
  ]);
  expect(ideaGrid(ideaMap()).serves.get('post')).toEqual(['cost', 'worth']);
});

test('shows an idea once beside a need, also where it serves it with and without an answer', () => {
  const map = ideaMap();
  map.connections.twice = { ...map.connections['worth-post']!, id: 'twice', from: 'cost', to: 'post' };
  expect(outline(map)[0]).toEqual(['s0', 'cost', [['total', 'calculator', 'post']]]);
});

test('what waits without a stage comes last', () => {
  const map = ideaMap();
  map.elements.delay = { ...map.elements.delay!, stage: null, lane: null };
  expect(outline(map).at(-1)).toEqual([null, 'delay', [[null]]]);
});

test('people are counted on the card, else at its touchpoint, else in its stage; survey answers are none', () => {
  const map = ideaMap();
  expect(peopleAt(map)('cost')).toEqual({ count: 9982, metric: 'conversion', element: 'shop' });
  expect(peopleAt(map)('delay')).toBeNull();
  map.metrics.visits = createMetric({ id: 'visits', aggregation: 'sum', order: 'a1' });
  map.metrics.nps = createMetric({ id: 'nps', aggregation: 'nps', order: 'a2' });
  const measure = (id: string, metric: string, element: string, value: number, more: object = {}) => {
    map.measurements[id] = createMeasurement({
      id,
      metric,
      element,
      points: [{ period: '2026-11', value, n: 7 }],
      ...more,
    });
  };
  measure('a', 'nps', 'delay', 30);
  measure('b', 'visits', 's0', 400);
  expect(peopleAt(map)('delay')).toMatchObject({ count: 400, element: 's0' });
  measure('c', 'visits', 'delay', 55, { segment: 'mobile' });
  expect(peopleAt(map)('delay')).toMatchObject({ count: 400 });
  measure('d', 'visits', 'delay', 12);
  expect(peopleAt(map)('delay')).toMatchObject({ count: 12, element: 'delay' });
  measure('e', 'visits', 'shop', 80);
  expect(peopleAt(map)('cost')).toMatchObject({ count: 80, metric: 'visits' });
});

test('an unknown is no zero', () => {
  const people = { count: 10, metric: 'm', element: 'e' };
  expect([weightOf(4, people), weightOf(null, people), weightOf(4, null)]).toEqual([40, null, null]);
});
