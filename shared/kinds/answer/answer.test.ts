import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('answer', {
  fields: { resolution: '', department: '' },
  refused: [['resolution', 1]],
  grows: true,
  picture: true,
  strip: true,
});

test('counts the pain points that it resolves', () => {
  expect(draw('answer', { title: 'one' }).texts).toEqual(['one']);
  expect(draw('answer', { title: 'one' }, { badge: null, answers: 1 }).texts[1]).toBe('answers 1 pain point');
  expect(draw('answer', { title: 'one' }, { badge: null, answers: 2 }).texts[1]).toBe('answers 2 pain points');
  expect(draw('answer', { title: 'one', width: 400 }, { badge: null, answers: 2 }, 'es').texts[1]).toMatch(
    /2 puntos de dolor/,
  );
});
