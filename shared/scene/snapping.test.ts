import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import type { Box } from '../figures/primitives';
import { snapBox } from './snapping';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });

test('edges and centres within reach are drawn together, the nearest on each axis', () => {
  expect(snapBox(box(4, 100), [box(0, 0)], 6)).toEqual({
    by: { x: -4, y: 0 },
    guides: [0, 50, 100].map((at) => ({ axis: 'x', at, from: 0, to: 140 })),
  });
  expect(snapBox(box(300, 33, 100, 20), [box(0, 20)], 6)).toEqual({
    by: { x: 0, y: -3 },
    guides: [{ axis: 'y', at: 40, from: 0, to: 400 }],
  });
  expect(snapBox(box(4, 300), [box(0, 0), box(6, 100)], 6).by).toEqual({ x: 2, y: 0 });
});

test('nothing within reach: nothing moves', () => {
  expect(snapBox(box(7, 100, 101), [box(0, 0)], 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
  expect(snapBox(box(7, 100), [], 6)).toEqual({ by: { x: 0, y: 0 }, guides: [] });
});

test('what stands in line already shows its guides, across all boxes that share the line', () => {
  const { by, guides } = snapBox(box(0, 200), [box(0, 0), box(0, 100, 30), box(500, 0)], 6);
  expect(by).toEqual({ x: 0, y: 0 });
  expect(guides).toContainEqual({ axis: 'x', at: 0, from: 0, to: 240 });
  expect(guides).toContainEqual({ axis: 'x', at: 50, from: 0, to: 240 });
});

test('never moves further than the reach, and lands on a line of another box', () => {
  const anyBox = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: 0, max: 300 }),
    width: fc.integer({ min: 16, max: 200 }),
    height: fc.integer({ min: 16, max: 200 }),
  });
  fc.assert(
    fc.property(
      anyBox,
      fc.array(anyBox, { maxLength: 6 }),
      fc.integer({ min: 1, max: 20 }),
      (moving, others, reach) => {
        const { by, guides } = snapBox(moving, others, reach);
        expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(reach);
        const moved = { ...moving, x: moving.x + by.x, y: moving.y + by.y };
        for (const axis of ['x', 'y'] as const) {
          const size = axis === 'x' ? 'width' : 'height';
          const along = guides.filter((guide) => guide.axis === axis);
          if (by[axis] !== 0) expect(along.length).toBeGreaterThan(0);
          for (const { at } of along) {
            const lines = (one: Box) => [0, 0.5, 1].map((share) => one[axis] + one[size] * share);
            expect(lines(moved).some((line) => Math.abs(line - at) < 0.01)).toBe(true);
            expect(others.some((other) => lines(other).some((line) => Math.abs(line - at) < 0.01))).toBe(true);
          }
        }
        // A second time nothing is left to do.
        expect(snapBox(moved, others, reach).by).toEqual({ x: 0, y: 0 });
      },
    ),
    { numRuns: runs(500) },
  );
});
