import { expect, test } from 'vitest';
import { checkKind, draw, NO_FACTS } from '../../../test/fixtures/kind-checks';

checkKind('question', {
  fields: { reply: '', answered: false },
  refused: [['answered', null]],
  grows: true,
  picture: true,
  strip: true,
});

test('says so once it is answered', () => {
  expect(draw('question', { title: 'one', answered: true }).texts).toEqual(['one', 'answered']);
  expect(draw('question', { title: 'one', answered: true }, NO_FACTS, 'es').texts[1]).toBe('respondida');
});
