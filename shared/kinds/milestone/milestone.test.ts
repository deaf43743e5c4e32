import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('milestone', {
  fields: { evidence: '', funnelStep: '' },
  refused: [['funnelStep', 2]],
  grows: true,
  picture: true,
  strip: true,
});

test('names its step in the funnel', () => {
  expect(draw('milestone', { title: 'one', funnelStep: 'Lead' }).texts).toEqual(['one', 'Lead']);
});
