import { expect, test } from 'vitest';
import { checkKind, draw } from '../../../test/fixtures/kind-checks';

checkKind('stage', {
  fields: {
    customerGoal: '',
    crucialData: '',
    controlledData: '',
    helpfulData: '',
    successSigns: '',
    warningSigns: '',
    departmentGoals: '',
    colour: null,
  },
  refused: [
    ['colour', 'red'],
    ['customerGoal', null],
  ],
  grows: false,
  picture: false,
  strip: false,
});

test('is an arrow in its colour', () => {
  expect(draw('stage', { colour: '#123456' }).primitives[0]).toMatchObject({ type: 'path', fill: '#123456' });
  expect(draw('stage').height).toBe(38);
});
