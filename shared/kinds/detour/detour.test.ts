import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('detour', {
  fields: { destination: '', reason: '', rescueResource: '' },
  refused: [['reason', null]],
  grows: true,
  picture: true,
  strip: true,
});

test('says where it leads', () => {
  expect(draw('detour', { title: 'one', destination: 'Marketplace' }).texts).toEqual(['one', 'Marketplace']);
});
