import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NAUGHTY_STRINGS } from '../../test/fixtures/naughty-strings';
import { createTranslator } from '../language/translator';
import { readProbability } from './typed-probability';

const shareOf = (text: string) => {
  const read = readProbability(text);
  return read.type === 'probability' ? read.probability : read.type === 'refused' ? read.reason : read.type;
};

describe('probabilities as people type them', () => {
  test.each([
    ['62%', 0.62],
    ['62 %', 0.62],
    [' 62,5 % ', 0.625],
    ['62.5%', 0.625],
    ['62', 0.62],
    ['0,62', 0.62],
    ['0.62', 0.62],
    ['.5', 0.5],
    ['0.620', 0.62],
    ['0.5%', 0.005],
    ['0', 0],
    ['1', 0.01],
    ['1,0', 1],
    ['1,5', 0.015],
    ['100 %', 1],
    ['30 percent', 0.3],
    ['30 por ciento', 0.3],
    ['3:1', 0.75],
    ['1:3', 0.25],
    ['3 to 1', 0.75],
    ['3 a 1', 0.75],
    ['1 in 4', 0.25],
    ['1 de 4', 0.25],
    ['1 de cada 4', 0.25],
    ['1 of 4', 0.25],
    ['1/4', 0.25],
    ['120 of 300', 0.4],
    ['120 de 300', 0.4],
    ['120/300', 0.4],
    ['1.200 de 3.000', 0.4],
    ['1,200 out of 3,000', 0.4],
    ['', 'empty'],
    ['  ', 'empty'],
    ['120%', 'over-one'],
    ['300 of 120', 'over-one'],
    ['-5%', 'negative'],
    ['−0,1', 'negative'],
    ['0:0', 'of-none'],
    ['3 of 0', 'of-none'],
    ['many', 'not-a-number'],
    ['1.2.3', 'not-a-number'],
    ['6 2 %', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
  ] as const)('%j is %s', (text, share) => {
    expect(shareOf(text)).toBe(share);
  });

  test.each([
    ['120 of 300', { type: 'counts', hits: 120, of: 300 }],
    ['120 de 300', { type: 'counts', hits: 120, of: 300 }],
    ['1 of 4', null],
    ['12 in 40', null],
    ['62%', null],
    ['50–70 %', { type: 'range', low: 0.5, high: 0.7 }],
    ['50-70', { type: 'range', low: 0.5, high: 0.7 }],
    ['70 to 50 %', { type: 'range', low: 0.5, high: 0.7 }],
    ['50 to 70', { type: 'range', low: 0.5, high: 0.7 }],
    ['del 50 al 70 %', { type: 'range', low: 0.5, high: 0.7 }],
    ['entre 50 y 70 %', { type: 'range', low: 0.5, high: 0.7 }],
    ['between 5 and 7%', { type: 'range', low: 0.05, high: 0.07 }],
    ['0,5 – 0,7', { type: 'range', low: 0.5, high: 0.7 }],
    ['0.5-7', { type: 'range', low: 0.005, high: 0.07 }],
    ['62 ± 8 %', { type: 'range', low: 0.54, high: 0.7 }],
    ['0.62 ± 0.08', { type: 'range', low: 0.54, high: 0.7 }],
    ['5 ± 8 %', { type: 'range', low: 0, high: 0.13 }],
    ['60-60 %', null],
  ] as const)('%j is as sure as %o', (text, guess) => {
    expect(readProbability(text)).toMatchObject({ type: 'probability', guess });
  });

  test('the middle of a range', () => {
    expect([shareOf('50–70 %'), shareOf('50 a 70 %'), shareOf('62 ± 8 %'), shareOf('80–120 %')]).toEqual([
      0.6,
      0.6,
      0.62,
      'over-one',
    ]);
  });

  test('whatever is typed, the answer is a share or a reason', () => {
    const check = (text: string) => {
      const read = readProbability(text);
      if (read.type === 'probability') expect(read.probability >= 0 && read.probability <= 1).toBe(true);
      if (read.type === 'refused') expect(createTranslator('es')(`decisions.typed.${read.reason}`)).toMatch(/%|300/);
    };
    for (const text of NAUGHTY_STRINGS) check(text);
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,:%-–± ofinade/'.split('')) }), check), {
      numRuns: 2_000,
    });
  });
});
