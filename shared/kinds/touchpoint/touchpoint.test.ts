import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('touchpoint', {
  fields: {
    channel: '',
    phase: null,
    initiative: null,
    interaction: null,
    momentOfTruth: false,
    feeling: null,
    department: '',
  },
  refused: [
    ['phase', 'later'],
    ['initiative', ''],
    ['interaction', 'maybe'],
    ['momentOfTruth', 1],
    ['feeling', 3],
    ['feeling', -3],
    ['feeling', 0.5],
  ],
  grows: true,
  picture: true,
  strip: true,
});

test.each([
  [{ channel: 'E-mail' }, ['E-mail']],
  [{ channel: 'E-mail', initiative: 'reactive' }, ['E-mail · reactive']],
  [{ initiative: 'proactive', momentOfTruth: true }, ['moment of truth']],
  [{ feeling: -2 }, []],
] as const)('its second line for %j is %j', (values, expected) => {
  expect(draw('touchpoint', { title: 'one', ...values }).texts.slice(1)).toEqual(expected);
});
