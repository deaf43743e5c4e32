import { expect, it } from 'vitest';
import { metricChart } from './metric-chart';

const size = { width: 100, height: 50 };

it('keeps periods their distance in time and leaves room for the target', () => {
  const chart = metricChart(
    [
      { period: '2026-W01', value: 10 },
      { period: '2026-W02', value: 20 },
      { period: '2026-W05', value: 15 },
    ],
    30,
    size,
  );
  expect(chart).toEqual({ line: 'M0,50L25,25L100,37.5', last: { x: 100, y: 37.5 }, targetY: 0, roomAt: 'start' });
});

it('stands in the middle where nothing changes, side by side without dates', () => {
  const points = [1, 2, 3].map(() => ({ period: '', value: 4 }));
  expect(metricChart(points, null, size)?.line).toBe('M0,25L50,25L100,25');
  expect(metricChart(points.slice(1, 2), null, size)).toBeNull();
});
