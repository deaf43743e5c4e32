import { beforeEach, expect, test } from 'vitest';
import { smallMap } from '../../test/fixtures/small-map';
import { validateMap } from '../document/read';
import type { JourneyMap } from '../document/schema';
import { addMeasurement, addMetric, deleteMeasurement, removePoint, setMeasurement, setPoint } from './metrics';

let map: JourneyMap;
let metric: string;

beforeEach(() => {
  map = smallMap();
  map.sources.s = {
    id: 's',
    name: 'a.csv',
    hash: 'a'.repeat(64),
    importedAt: '2026-11-20T08:00:00Z',
    rows: 1,
    recipe: {},
  };
  metric = addMetric(map, { title: 'Visits', source: 's' });
});

test('values of a metric start once for each thing and segment', () => {
  const first = addMeasurement(map, metric, { element: 'shop' });
  expect(addMeasurement(map, metric, { element: 'shop' })).toBe(first);
  expect(addMeasurement(map, metric, { element: 'shop', segment: 'mobile' })).not.toBe(first);
  expect(addMeasurement(map, metric, {})).not.toBe(first);
  expect(addMeasurement(map, 'nothing', {})).toBeNull();
  expect(validateMap(map)).toEqual({ map });
});

test('points stay in the order of their periods, each period once', () => {
  const id = addMeasurement(map, metric, { element: 'shop' })!;
  setPoint(map, id, { period: '2026-11', value: 2 });
  setPoint(map, id, { period: '2026-10', value: 1, n: 40 });
  setPoint(map, id, { period: '2026-11', value: 3 });
  expect(map.measurements[id]?.points).toEqual([
    { period: '2026-10', value: 1, n: 40 },
    { period: '2026-11', value: 3 },
  ]);
  removePoint(map, id, '2026-10');
  setMeasurement(map, id, { target: 5 });
  expect(map.measurements[id]).toMatchObject({ target: 5, points: [{ period: '2026-11', value: 3 }] });
});

test('the last values take their metric and its source along', () => {
  const [one, other] = [addMeasurement(map, metric, {})!, addMeasurement(map, metric, { element: 'shop' })!];
  deleteMeasurement(map, one);
  expect(Object.keys(map.metrics)).toEqual([metric]);
  deleteMeasurement(map, other);
  expect([map.metrics, map.measurements, map.sources]).toEqual([{}, {}, {}]);
});
