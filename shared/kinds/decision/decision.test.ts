import { expect, test } from 'vitest';
import { BADGE, checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('decision', {
  fields: { criteria: '', momentOfTruth: false },
  refused: [['momentOfTruth', 'yes']],
  grows: true,
  picture: false,
  strip: true,
});

test('is a diamond, whose lines end on its tips unless it stands on a strip', () => {
  expect(draw('decision').outline).toBe('diamond');
  expect(draw('decision', {}, { badge: BADGE, answers: 0 }).outline).toBe('box');
  expect(draw('decision').title.align).toBe('middle');
});
