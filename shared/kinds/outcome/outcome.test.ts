import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';
import { THEMES } from '../../figures/theme';

checkKind('outcome', {
  fields: { result: 'neutral', value: null, currency: '', units: null, unitName: '' },
  refused: [
    ['result', 'draw'],
    ['value', '10'],
    ['currency', null],
  ],
  grows: true,
  picture: true,
  strip: true,
});

test.each([
  [{}, 'Neutral'],
  [{ result: 'won', value: 120, currency: 'EUR' }, 'Won · €120'],
  [{ result: 'lost', value: -3.5, currency: 'puntos' }, 'Lost · -3.50 puntos'],
  [{ result: null, value: 0 }, 'Neutral · 0'],
] as const)('its second line for %j is %s', (values, expected) => {
  expect(
    draw('outcome', { title: 'one', ...values })
      .texts.slice(1)
      .join(' '),
  ).toBe(expected);
});

test('has the colour of its result', () => {
  const strong = (result: 'won' | 'lost' | 'neutral') => JSON.stringify(draw('outcome', { result }).primitives);
  expect(strong('won')).toContain(THEMES.light.tones.green.strong);
  expect(strong('lost')).toContain(THEMES.light.tones.red.strong);
  expect(strong('neutral')).toContain(THEMES.light.tones.slate.strong);
});
