import { describe, expect, test } from 'vitest';
import { createTranslator } from '../language/translator';
import { aggregateRows } from './aggregate';
import { CALCULATOR_IDS, type CalculatorId, calculate, calculatorInputs, calculatorMeasure } from './calculators';
import { CATALOGUE_MEASURES, catalogueMeasure } from './catalogue/catalogue';

const found = (id: CalculatorId, values: Record<string, number>) => {
  const result = calculate(id, values);
  return result.status === 'value' ? result.value : result.faults;
};

describe('calculators', () => {
  test.each([
    // 50 € × 4 a year × 3 years.
    ['clv', { purchase_value: 50, purchases_per_year: 4, years: 3 }, 600],
    ['clv', { purchase_value: 50, purchases_per_year: 4, years: 3, margin: 0.25 }, 150],
    ['cac', { marketing_spend: 12_000, new_customers: 80 }, 150],
    ['churn', { lost_customers: 15, customers_at_start: 200 }, 0.075],
    ['list-growth', { new_subscribers: 120, unsubscribed: 30, complaints: 10, list_size: 2000 }, 0.04],
    ['list-growth', { new_subscribers: 0, unsubscribed: 30, complaints: 10, list_size: 2000 }, -0.02],
    // 60 % − 15 %.
    ['nps', { promoters: 120, passives: 50, detractors: 30 }, 45],
    ['nps', { promoters: 0, passives: 0, detractors: 7 }, -100],
    ['csat', { satisfied_answers: 68, answers: 80 }, 0.85],
    ['conversion-rate', { conversions: 21, visitors: 1000 }, 0.021],
  ] as const)('%s of %j is %d', (id, values, expected) => {
    expect(found(id, values)).toBe(expected);
  });

  test('the parts are kept, as if the answers had been counted one by one', () => {
    const answers = [...Array<number>(6).fill(10), 7, 8, 2, 0].map((value) => ({ value }));
    const counted = aggregateRows(answers, 'nps');
    expect(counted).toMatchObject(calculate('nps', { promoters: 6, passives: 2, detractors: 2 }));
    expect(calculate('clv', { purchase_value: 1, purchases_per_year: 1, years: 1 })).toEqual({
      status: 'value',
      value: 1,
    });
  });

  test('names every input that is missing or impossible', () => {
    expect(calculate('list-growth', { new_subscribers: -1, unsubscribed: 1.5, list_size: Number.NaN })).toEqual({
      status: 'invalid',
      faults: [
        { input: 'new_subscribers', fault: 'too-small' },
        { input: 'unsubscribed', fault: 'not-whole' },
        { input: 'complaints', fault: 'missing' },
        { input: 'list_size', fault: 'not-a-number' },
      ],
    });
    expect(found('clv', { purchase_value: 1, purchases_per_year: 1, years: 1, margin: 20 })).toEqual([
      { input: 'margin', fault: 'too-large' },
    ]);
    expect(found('churn', { lost_customers: 9, customers_at_start: 8 })).toEqual([
      { input: 'lost_customers', fault: 'more-than', than: 'customers_at_start' },
    ]);
    expect(found('cac', { marketing_spend: 5, new_customers: 0 })).toEqual([
      { input: 'new_customers', fault: 'no-cases' },
    ]);
    expect(found('nps', { promoters: 0, passives: 0, detractors: 0 })).toEqual([
      { input: 'promoters', fault: 'no-cases' },
    ]);
  });

  test('the catalogue and the calculators know each other', () => {
    for (const id of CALCULATOR_IDS) expect(catalogueMeasure(calculatorMeasure(id))?.calculator).toBe(id);
    const named = CATALOGUE_MEASURES.flatMap(({ calculator }) => calculator ?? []);
    expect([...named].sort()).toEqual([...CALCULATOR_IDS].sort());
  });

  test('every input and fault has words in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const t = createTranslator(language);
      for (const id of CALCULATOR_IDS) {
        expect(t(`calculators.titles.${id}`)).not.toMatch(/^calculators/);
        for (const input of calculatorInputs(id))
          expect(t(`calculators.inputs.${input.id as 'margin'}`), input.id).not.toMatch(/^calculators/);
      }
    }
  });
});
