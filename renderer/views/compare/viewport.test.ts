import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brought, fitted, holds, LEAST_ZOOM, MOST_ZOOM, meets, type Viewport, windowOf, zoomedAt } from './viewport';

const size = { width: 1000, height: 600 };
const box = fc.record({
  x: fc.integer({ min: -5000, max: 5000 }),
  y: fc.integer({ min: -5000, max: 5000 }),
  width: fc.integer({ min: 1, max: 9000 }),
  height: fc.integer({ min: 1, max: 9000 }),
});
const view = fc.record({
  x: fc.integer({ min: -9000, max: 9000 }),
  y: fc.integer({ min: -9000, max: 9000 }),
  zoom: fc.double({ min: LEAST_ZOOM, max: MOST_ZOOM, noNaN: true }),
});
const at = ({ x, y, zoom }: Viewport, point: { x: number; y: number }) => ({
  x: (point.x - x) / zoom,
  y: (point.y - y) / zoom,
});

test('what is fitted is whole, and not larger than life', () => {
  fc.assert(
    fc.property(box, (whole) => {
      const fit = fitted(whole, size);
      const seen = windowOf(fit, size);
      expect(fit.zoom).toBeLessThanOrEqual(1);
      expect(seen.x).toBeLessThan(whole.x);
      expect(seen.y + seen.height).toBeGreaterThan(whole.y + whole.height);
    }),
  );
});

test('zooming keeps the point below the pointer', () => {
  fc.assert(
    fc.property(view, fc.double({ min: 0.001, max: 50, noNaN: true }), (from, zoom) => {
      const pointer = { x: 310, y: 420 };
      const to = zoomedAt(from, pointer, zoom);
      expect(to.zoom).toBeGreaterThanOrEqual(LEAST_ZOOM);
      expect(to.zoom).toBeLessThanOrEqual(MOST_ZOOM);
      expect(at(to, pointer).x).toBeCloseTo(at(from, pointer).x, 4);
      expect(at(to, pointer).y).toBeCloseTo(at(from, pointer).y, 4);
    }),
  );
});

test('a card that one goes to is in sight and can be read, also at the edge of the picture', () => {
  const whole = { x: 0, y: 0, width: 4000, height: 2400 };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3830 }), fc.integer({ min: 0, max: 2330 }), view, (x, y, from) => {
      const card = { x, y, width: 170, height: 70 };
      const to = brought(card, whole, size, from);
      const seen = windowOf(to, size);
      expect(to.zoom).toBeGreaterThanOrEqual(0.85);
      expect(holds(seen, { x: card.x, y: card.y })).toBe(true);
      expect(holds(seen, { x: card.x + card.width, y: card.y + card.height })).toBe(true);
    }),
  );
});

test('boxes that touch meet', () => {
  const one = { x: 0, y: 0, width: 10, height: 10 };
  expect(meets(one, { x: 10, y: 10, width: 1, height: 1 })).toBe(true);
  expect(meets(one, { x: 11, y: 0, width: 1, height: 1 })).toBe(false);
});
