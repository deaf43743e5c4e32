import { expect, test } from 'vitest';
import { figureContext } from '../../test/fixtures/figure-context';
import { createElement } from '../document/create';
import { drawElement } from '../kinds/registry';
import { enlargeFigure } from './enlarge';
import type { Primitive } from './primitives';

const sizes = (primitives: readonly Primitive[]): number[] =>
  primitives.flatMap((one): number[] => {
    if (one.type === 'group') return sizes(one.children);
    if (one.type === 'text') return [one.font.size, one.x, one.y];
    if (one.type === 'path') return [one.x ?? 0, one.y ?? 0, one.scale ?? 1];
    return [one.x, one.y, one.width, one.height, one.radius ?? 0];
  });

test('all of a figure is as many times as large: texts, icons, corners and the place of its title', () => {
  const element = createElement('touchpoint', { order: 'a0', title: 'Product page', picture: 'p' });
  const figure = drawElement(element, figureContext(), { badge: null, answers: 0 });
  const large = enlargeFigure(figure, 2);
  expect(sizes(large.primitives)).toEqual(sizes(figure.primitives).map((size) => size * 2));
  expect([large.width, large.height, large.title.font.size]).toEqual([
    figure.width * 2,
    figure.height * 2,
    figure.title.font.size * 2,
  ]);
  expect(large.title.box.width).toBe(figure.title.box.width * 2);
});
