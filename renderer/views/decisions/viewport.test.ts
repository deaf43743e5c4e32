import { describe, expect, it } from 'vitest';
import { bringIn, covers, fitted, fittedToRead, regionOf, touches, zoomAt } from './viewport';

const size = { width: 1000, height: 600 };
const seen = (view: { x: number; y: number; zoom: number }, x: number, y: number) => ({
  x: x * view.zoom + view.x,
  y: y * view.zoom + view.y,
});

describe('the view of the ways', () => {
  it('zooms around the pointer, within bounds', () => {
    const view = { x: 40, y: 10, zoom: 0.8 };
    const at = { x: 300, y: 200 };
    const closer = zoomAt(view, 1.5, at);
    const place = { x: (at.x - view.x) / view.zoom, y: (at.y - view.y) / view.zoom };
    expect(seen(closer, place.x, place.y).x).toBeCloseTo(at.x, 9);
    expect(seen(closer, place.x, place.y).y).toBeCloseTo(at.y, 9);
    expect(zoomAt(view, 1e9, at).zoom).toBe(4);
    expect(zoomAt(view, 1e-9, at).zoom).toBe(0.05);
  });

  it('shows all of a graph, in the middle', () => {
    const view = fitted({ x: 100, y: 100, width: 2000, height: 300 }, size);
    expect(seen(view, 100, 250)).toEqual({ x: 36, y: 300 });
    expect(seen(view, 2100, 250).x).toBeCloseTo(964, 9);
  });

  it('starts at the left, where customers enter, where all of it could not be read', () => {
    const start = { x: 0, y: 4000, width: 172, height: 50 };
    const view = fittedToRead({ x: 0, y: 0, width: 20_000, height: 8000 }, size, start);
    expect(view.zoom).toBeGreaterThan(0.6);
    expect(seen(view, 0, 4025)).toEqual({ x: 36, y: 300 });
    expect(fittedToRead({ x: 0, y: 0, width: 800, height: 300 }, size, start)).toEqual(
      fitted({ x: 0, y: 0, width: 800, height: 300 }, size),
    );
  });

  it('moves no farther than it takes', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    expect(bringIn(view, { x: 400, y: 200, width: 100, height: 50 }, size)).toBe(view);
    expect(bringIn(view, { x: 1200, y: 200, width: 100, height: 50 }, size)).toEqual({ x: -336, y: 0, zoom: 1 });
    expect(bringIn(view, { x: -500, y: 200, width: 100, height: 50 }, size).x).toBe(536);
  });

  it('draws what is near, and anew only when it leaves that', () => {
    const view = { x: 0, y: 0, zoom: 1 };
    const region = regionOf(view, size);
    expect(touches(region, { x: 1400, y: 0, width: 10, height: 10 })).toBe(true);
    expect(touches(region, { x: 1600, y: 0, width: 10, height: 10 })).toBe(false);
    expect(covers(region, { ...view, x: -400 }, size)).toBe(true);
    expect(covers(region, { ...view, x: -600 }, size)).toBe(false);
    expect(covers(region, { ...view, zoom: 4 }, size)).toBe(false);
  });
});
