import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBranchLabel } from './branch-label';

describe('a label that ends in a probability', () => {
  test.each([
    ['yes 62%', 'yes', 0.62],
    ['sí 62,5 %', 'sí', 0.625],
    ['yes62%', 'yes', 0.62],
    ['62%', '', 0.62],
    ['plan 2 62%', 'plan 2', 0.62],
    ['pays at once 3:1', 'pays at once', 0.75],
    ['no 1 in 5', 'no', 0.2],
    ['vuelve 1 de cada 4', 'vuelve', 0.25],
    ['returns 30 por ciento', 'returns', 0.3],
  ])('%j', (text, label, probability) => {
    expect(readBranchLabel(text)).toEqual({ label, probability, guess: null });
  });

  test('counts and ranges say how sure it is', () => {
    const counts = { type: 'counts', hits: 120, of: 300 };
    expect(readBranchLabel('yes 120 of 300')).toEqual({ label: 'yes', probability: 0.4, guess: counts });
    expect(readBranchLabel('sí 120 de 300')).toEqual({ label: 'sí', probability: 0.4, guess: counts });
    expect(readBranchLabel('yes 120/300')).toEqual({ label: 'yes', probability: 0.4, guess: counts });
    const range = { type: 'range', low: 0.5, high: 0.7 };
    expect(readBranchLabel('yes 50–70 %')).toEqual({ label: 'yes', probability: 0.6, guess: range });
    expect(readBranchLabel('yes between 50 and 70 %')).toEqual({ label: 'yes', probability: 0.6, guess: range });
  });

  test.each([
    '',
    'yes',
    'plan 2',
    'step 2 of 3',
    'support 24/7',
    'opens 9:30',
    'by 12/24',
    '120%',
    'yes 5:0:1',
    '7 of 0',
  ])('but %j is a name', (text) => {
    expect(readBranchLabel(text)).toBeNull();
  });

  test('never throws, and gives a share from 0 to 1', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^[\d:.,% /-]{0,12}$/), (name, end) => {
        const found = readBranchLabel(`${name} ${end}`);
        expect(found === null || (found.probability >= 0 && found.probability <= 1)).toBe(true);
      }),
    );
  });
});
