import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('note', {
  fields: { colour: null },
  refused: [
    ['colour', '#FFF'],
    ['colour', 'yellow'],
  ],
  grows: true,
  picture: true,
  strip: false,
});

test('shows its whole text, with a title or without', () => {
  expect(draw('note', { title: 'one', text: 'two\n\nthree' }).texts).toEqual(['one', 'two', '', 'three']);
  expect(draw('note', { text: 'two' }).texts).toEqual(['two']);
});

test('has the colour it was given', () => {
  expect(draw('note', { colour: '#abcdef' }).primitives[0]).toMatchObject({ fill: '#abcdef' });
});
