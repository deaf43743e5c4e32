import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('action', {
  fields: { actor: 'customer', dropReason: '', recovery: '' },
  refused: [
    ['actor', 'robot'],
    ['recovery', null],
  ],
  grows: true,
  picture: true,
  strip: true,
});

test('says who acts where it is the brand', () => {
  expect(draw('action', { title: 'one' }).texts).toEqual(['one']);
  expect(draw('action', { title: 'one', actor: 'brand' }).texts).toEqual(['one', 'by the brand']);
});
