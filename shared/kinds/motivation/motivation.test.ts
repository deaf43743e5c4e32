import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('motivation', {
  fields: { problem: '' },
  refused: [['problem', null]],
  grows: true,
  picture: true,
  strip: true,
});

test('keeps its problem to the inspector', () => {
  expect(draw('motivation', { title: 'one', problem: 'hungry' }).texts).toEqual(['one']);
});
