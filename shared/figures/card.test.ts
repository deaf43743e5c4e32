import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText, runs } from '../../test/fixtures/arbitrary-map';
import { faultsOf, figureContext } from '../../test/fixtures/figure-context';
import { BADGE } from '../../test/fixtures/kind-checks';
import { type CardParts, cardFigure } from './card';
import { initialsOf } from './portrait';
import type { TextRun } from './primitives';
import { sparkline } from './sparkline';
import { THEMES } from './theme';

const context = figureContext();
const parts: CardParts = {
  icon: 'flag',
  tone: 'teal',
  title: 'Title',
  placeholder: 'Milestone',
  summary: '',
  width: 172,
  minHeight: null,
  picture: null,
  badge: null,
};

describe('a card', () => {
  test('stacks picture, title, second line and strip without overlap, inside its box', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 72, max: 400 }),
        (title, summary, picture, badge, width) => {
          const figure = cardFigure(
            { ...parts, title, summary, width, picture: picture ? 'p' : null, badge: badge ? BADGE : null },
            context,
          );
          expect(faultsOf(figure.primitives)).toEqual([]);
          const lines = figure.primitives
            .filter((one): one is TextRun => one.type === 'text' && one.x === 32)
            .sort((a, b) => a.y - b.y);
          for (const [index, line] of lines.entries()) {
            if (index > 0) expect(line.y - lines[index - 1]!.y).toBeGreaterThan(10);
            expect(line.y).toBeLessThan(figure.height - (badge ? 28 : 0));
          }
          for (const one of figure.primitives)
            if (one.type === 'picture') expect(one.y + one.height).toBeLessThanOrEqual(figure.title.box.y);
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test('without a title shows what it is, faintly, where the title will stand', () => {
    const bare = cardFigure({ ...parts, title: '' }, context);
    const titled = cardFigure(parts, context);
    expect(bare.primitives.find((one) => one.type === 'text')).toMatchObject({
      text: 'Milestone',
      fill: THEMES.light.faint,
    });
    expect(titled.primitives.find((one) => one.type === 'text')).toMatchObject({
      text: 'Title',
      fill: THEMES.light.text,
    });
    expect(bare.title).toEqual(titled.title);
  });
});

describe('a sparkline', () => {
  const box = { x: 10, y: 20, width: 40, height: 10 };

  test('fills its box from the least to the most', () => {
    expect(sparkline([1, 3, 2], box, '#000000')).toMatchObject({ d: 'M10,30L30,20L50,25', stroke: '#000000' });
  });

  test('lies in the middle where nothing changes, and needs two values', () => {
    expect(sparkline([5, 5], box, '#000000')?.d).toBe('M10,25L50,25');
    expect([sparkline([], box, '#000000'), sparkline([1], box, '#000000')]).toEqual([null, null]);
  });

  test('can be drawn for any numbers', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 2, maxLength: 12 }),
        (values) => {
          expect(sparkline(values, box, '#000000')?.d).toMatch(/^M[\d.]+,[\d.]+(L[\d.]+,[\d.]+)+$/);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

test.each([
  ['Lucía García, 34', 'LG'],
  ['ana', 'A'],
  ['  o’brien   mary jane', 'OM'],
  ['34', ''],
  ['', ''],
  ['𝒳𝒴 𝒵', '𝒳𝒵'],
  ['иван ñandú', 'ИÑ'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
