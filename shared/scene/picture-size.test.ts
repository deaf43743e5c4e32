import { describe, expect, it } from 'vitest';
import { canDraw, largestScale, pictureSize } from './picture-size';

describe('the size of a PNG', () => {
  // A page of 2,000 × 1,000 map units in points.
  const page = { width: 1500, height: 750, scale: 0.75 };

  it('is counted in map units times the scale, whatever the paper', () => {
    expect(pictureSize(page, 2)).toEqual({ width: 4000, height: 2000 });
    expect(pictureSize({ width: 3000, height: 1500, scale: 1.5 }, 2)).toEqual({ width: 4000, height: 2000 });
  });

  it('has a largest scale that can be drawn, and the next tenth can not', () => {
    for (const [width, height] of [
      [1500, 750],
      [30_000, 300],
      [9000, 9000],
    ] as const) {
      const one = { width, height, scale: 0.75 };
      const most = largestScale(one);
      expect(canDraw(pictureSize(one, most))).toBe(true);
      expect(canDraw(pictureSize(one, most + 0.1))).toBe(false);
    }
  });
});
