import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tintOf, tintScale } from './tint';

const groups = (values: number[], direction: 'higher' | 'lower' | 'none' = 'higher') => {
  const scale = tintScale(values, direction);
  return values.map((value) => tintOf(value, scale)?.group);
};

test('five values, one in each fifth', () => {
  expect(groups([30, 10, 50, 20, 40])).toEqual([2, 0, 4, 1, 3]);
  // Where lower is better the lowest is the best.
  expect(groups([30, 10, 50, 20, 40], 'lower')).toEqual([2, 4, 0, 3, 1]);
  expect(groups([30, 10, 50, 20, 40], 'none')).toEqual([2, 0, 4, 1, 3]);
});

test('ties: middle ranks 1.5, 1.5, 1.5 and 3.5 of 4 are 37.5 % and 87.5 %', () => {
  expect(groups([1, 1, 1, 9])).toEqual([1, 1, 1, 4]);
  expect(groups([1, 9, 9, 9])).toEqual([0, 3, 3, 3]);
});

test('all equal, or one alone: the middle, since nothing stands out', () => {
  expect(groups([7, 7, 7])).toEqual([2, 2, 2]);
  expect(groups([7])).toEqual([2]);
});

test('a value that is not among them has its place; without any there is none', () => {
  const scale = tintScale([1, 2, 3, 4, Number.NaN], 'higher');
  expect([0, 2.5, 99].map((value) => tintOf(value, scale))).toEqual([
    { by: 'rank', group: 0, groups: 5 },
    { by: 'rank', group: 2, groups: 5 },
    { by: 'rank', group: 4, groups: 5 },
  ]);
  expect(tintOf(1, tintScale([], 'higher'))).toBeNull();
});

test('a higher value is never in a lower group, and fifths of different values are of one size', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { minLength: 5, maxLength: 60 }), (values) => {
      const sorted = [...values].sort((a, b) => a - b);
      const found = groups(sorted).map((group) => group ?? -1);
      expect(found).toEqual([...found].sort((a, b) => a - b));
      const sizes = [0, 1, 2, 3, 4].map((group) => found.filter((other) => other === group).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});
