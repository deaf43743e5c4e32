import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../../test/fixtures/arbitrary-map';
import type { Side } from '../document/schema';
import type { Box } from '../figures/primitives';
import { anchor, chooseSides, routeConnection, routeToPoint } from './route';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });

test('lines end on the middle of a side', () => {
  expect((['top', 'right', 'bottom', 'left'] as const).map((side) => anchor(box(10, 20), side))).toEqual([
    { x: 60, y: 20 },
    { x: 110, y: 40 },
    { x: 60, y: 60 },
    { x: 10, y: 40 },
  ]);
});

describe('the sides', () => {
  test.each<[string, Box, [Side, Side]]>([
    ['to the right', box(300, 0), ['right', 'left']],
    ['far to the right and a little down', box(400, 60), ['right', 'left']],
    ['straight down', box(0, 200), ['bottom', 'top']],
    ['straight up', box(0, -200), ['top', 'bottom']],
    ['to the left', box(-300, 0), ['left', 'right']],
  ])('%s', (_, to, sides) => {
    expect(chooseSides(box(0, 0), to, null, null)).toEqual(sides);
  });

  test('that were chosen by hand stay', () => {
    expect(chooseSides(box(0, 0), box(300, 0), 'top', 'bottom')).toEqual(['top', 'bottom']);
    expect(chooseSides(box(0, 0), box(300, 0), 'bottom', null)[0]).toBe('bottom');
    expect(chooseSides(box(0, 0), box(300, 0), null, 'top')).toEqual(['right', 'top']);
  });
});

describe('the line', () => {
  test('leaves one side at a right angle and stops an arrow’s length before the other', () => {
    const route = routeConnection(box(0, 0), box(300, 0), null, null);
    expect(route).toMatchObject({
      start: { x: 100, y: 20 },
      end: { x: 293, y: 20 },
      direction: { x: 1 },
      middle: { x: 196.5, y: 20 },
    });
    expect(route.d).toBe('M100 20C181.1 20 211.9 20 293 20');
  });

  test('to the pointer arrives from the opposite side', () => {
    expect(routeToPoint(box(0, 0), 'bottom', { x: 50, y: 140 })).toMatchObject({
      start: { x: 50, y: 40 },
      end: { x: 50, y: 140 },
    });
    for (const side of ['top', 'right', 'bottom', 'left'] as const) {
      const { direction } = routeToPoint(box(0, 0), side, { x: 5, y: 5 });
      expect(Math.abs(direction.x) + Math.abs(direction.y)).toBe(1);
    }
  });

  test('is drawn wherever two cards stand, one upon the other too', () => {
    const coordinate = fc.integer({ min: -1000, max: 1000 });
    const anyBox = fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min: 16, max: 400 }),
      height: fc.integer({ min: 16, max: 400 }),
    });
    const side = fc.option(fc.constantFrom<Side>('top', 'right', 'bottom', 'left'));
    fc.assert(
      fc.property(anyBox, fc.option(anyBox), side, side, (from, other, fromSide, toSide) => {
        const to = other ?? from;
        const { d, start, end, direction, middle } = routeConnection(from, to, fromSide, toSide);
        expect(d).toMatch(/^M-?[\d.]+ -?[\d.]+C(-?[\d.]+ ?){6}$/);
        expect(Math.hypot(direction.x, direction.y)).toBe(1);
        expect([start, end, middle].flatMap(({ x, y }) => [x, y]).every(Number.isFinite)).toBe(true);
        const tip = { x: end.x + 7 * direction.x, y: end.y + 7 * direction.y };
        const sides = (['top', 'right', 'bottom', 'left'] as const).filter((one) => {
          const at = anchor(to, one);
          return Math.hypot(at.x - tip.x, at.y - tip.y) < 1e-6;
        });
        expect(sides.length).toBeGreaterThan(0);
        if (toSide) expect(sides).toContain(toSide);
        if (fromSide) expect(start).toEqual(anchor(from, fromSide));
      }),
      { numRuns: runs(500) },
    );
  });
});
