import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('pain-point', {
  fields: { severity: null, blocksPurchase: false, warningSign: false, department: '' },
  refused: [
    ['severity', 0],
    ['severity', 6],
    ['severity', 1.5],
    ['blocksPurchase', 'no'],
  ],
  grows: true,
  picture: true,
  strip: true,
});

test.each([
  [{ severity: 4 }, ['severity 4']],
  [{ severity: 4, warningSign: true }, ['severity 4 · warning sign']],
  [{ blocksPurchase: true, warningSign: true }, ['blocks purchase']],
  [{}, []],
])('its second line for %j is %j', (values, expected) => {
  expect(draw('pain-point', { title: 'one', ...values }).texts.slice(1)).toEqual(expected);
});
