import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('content-idea', {
  fields: { format: '', channel: '', status: 'idea', due: null },
  refused: [
    ['status', 'done'],
    ['due', '21/11/2026'],
    ['due', ''],
  ],
  grows: true,
  picture: true,
  strip: true,
});

test.each([
  [{}, ['idea']],
  [{ format: 'Video', status: 'planned' }, ['Video · planned']],
  [{ status: null }, []],
] as const)('its second line for %j is %j', (values, expected) => {
  expect(draw('content-idea', { title: 'one', ...values }).texts.slice(1)).toEqual(expected);
});
