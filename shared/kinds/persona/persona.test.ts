import { expect, test } from 'vitest';
import { checkKind, draw, NO_FACTS } from '../../../test/fixtures/kind-checks';

checkKind('persona', {
  fields: {
    role: '',
    segment: '',
    demographics: '',
    dayInTheLife: '',
    goals: [],
    difficulties: [],
    quote: '',
    preferredChannels: [],
    toneOfVoice: '',
  },
  refused: [
    ['goals', 'one'],
    ['role', 7],
    ['preferredChannels', null],
  ],
  grows: true,
  picture: true,
  strip: false,
});

test('shows the role, or else the segment, and the quote in the marks of the language', () => {
  expect(draw('persona', { title: 'Lucía', role: 'Owner', segment: 'New' }).texts).toEqual(['L', 'Lucía', 'Owner']);
  expect(draw('persona', { title: 'Lucía', segment: 'New' }).texts).toContain('New');
  expect(draw('persona', { title: 'Lucía', quote: 'Hi' }).texts).toContain('“Hi”');
  expect(draw('persona', { title: 'Lucía', quote: '"Hi"' }, NO_FACTS, 'es').texts).toContain('«Hi»');
});

test('has initials where there is no face', () => {
  expect(draw('persona', { title: 'Lucía García, 34' }).texts[0]).toBe('LG');
  expect(draw('persona', { title: '👩 ñandú' }).texts[0]).toBe('Ñ');
  expect(draw('persona', { title: 'Lucía', picture: 'abc' }).texts).toEqual(['Lucía']);
});
