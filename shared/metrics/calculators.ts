import type { MeasureData } from './catalogue/entry';

export type CalculatorId = NonNullable<MeasureData['calculator']>;

/** A number to type in. `share` is a fraction: 0.2 is 20 %. Names: `calculators.inputs`. */
export interface CalculatorInput {
  readonly id: string;
  readonly unit: 'money' | 'count' | 'years' | 'number' | 'share';
  readonly least: number;
  readonly most?: number;
  /** What counts where nothing is typed; without it the input is needed. */
  readonly initial?: number;
}

/** What is the matter with an input. Texts: `calculators.faults`. */
export type InputFault =
  | 'missing'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'more-than'
  | 'no-cases';

export type Calculated =
  | {
      status: 'value';
      /** In the unit of the catalogue's measure: money; a fraction for percent; −100 to 100 for NPS. */
      value: number;
      /** What it is the quotient of, to be kept with the point: longer periods are made of them. */
      numerator?: number;
      denominator?: number;
      /** Answers or cases behind it. */
      n?: number;
    }
  /** `than`: for `more-than`, the input that it must not be more than. */
  | { status: 'invalid'; faults: { input: string; fault: InputFault; than?: string }[] };

interface Calculator {
  /** The measure of the catalogue that it finds. */
  readonly measure: string;
  readonly inputs: readonly CalculatorInput[];
  readonly limits?: readonly (readonly [input: string, than: string])[];
  readonly calculate: (value: (input: string) => number) => Quotient | { value: number };
}

interface Quotient {
  numerator: number;
  denominator: number;
  /** The input that is to blame where the denominator is 0. */
  blame: string;
  scale?: number;
  /** The denominator counts people or answers. */
  cases: boolean;
}

const count = (id: string): CalculatorInput => ({ id, unit: 'count', least: 0 });
const money = (id: string): CalculatorInput => ({ id, unit: 'money', least: 0 });

/** The calculators, in the order in which they are offered. */
const CALCULATORS: Readonly<Record<CalculatorId, Calculator>> = {
  /**
   * Value of a purchase × purchases a year × years × margin: the plain form, without discounting later years (which
   * Farris et al., Marketing Metrics, 2010, ch. 5, set out). A margin of 100 % gives revenue, a lower one profit.
   */
  clv: {
    measure: 'lifetime-value',
    inputs: [
      money('purchase_value'),
      { id: 'purchases_per_year', unit: 'number', least: 0 },
      { id: 'years', unit: 'years', least: 0 },
      { id: 'margin', unit: 'share', least: 0, most: 1, initial: 1 },
    ],
    calculate: (value) => ({
      value: value('purchase_value') * value('purchases_per_year') * value('years') * value('margin'),
    }),
  },
  /** Marketing and sales spend ÷ new customers of the same period (Farris et al. 2010, ch. 5: average acquisition cost). */
  cac: {
    measure: 'acquisition-cost',
    inputs: [money('marketing_spend'), count('new_customers')],
    calculate: (value) => ({
      numerator: value('marketing_spend'),
      denominator: value('new_customers'),
      blame: 'new_customers',
      cases: true,
    }),
  },
  /** Customers lost in the period ÷ customers at its start, who alone could be lost (Farris et al. 2010, ch. 5: 1 − retention). */
  churn: {
    measure: 'churn-rate',
    inputs: [count('lost_customers'), count('customers_at_start')],
    limits: [['lost_customers', 'customers_at_start']],
    calculate: (value) => ({
      numerator: value('lost_customers'),
      denominator: value('customers_at_start'),
      blame: 'customers_at_start',
      cases: true,
    }),
  },
  /** (New subscribers − unsubscribed − complaints) ÷ size of the list at the start; negative where it shrinks. */
  'list-growth': {
    measure: 'list-growth',
    inputs: [count('new_subscribers'), count('unsubscribed'), count('complaints'), count('list_size')],
    calculate: (value) => ({
      numerator: value('new_subscribers') - value('unsubscribed') - value('complaints'),
      denominator: value('list_size'),
      blame: 'list_size',
      cases: true,
    }),
  },
  /** 100 × (promoters − detractors) ÷ all answers (Reichheld, HBR 12/2003): passives (7–8) count below the line only. */
  nps: {
    measure: 'promoter-score',
    inputs: [count('promoters'), count('passives'), count('detractors')],
    calculate: (value) => ({
      numerator: value('promoters') - value('detractors'),
      denominator: value('promoters') + value('passives') + value('detractors'),
      blame: 'promoters',
      scale: 100,
      cases: true,
    }),
  },
  /** Answers 4–5 of 5 ÷ all answers: the top two boxes. */
  csat: {
    measure: 'satisfaction',
    inputs: [count('satisfied_answers'), count('answers')],
    limits: [['satisfied_answers', 'answers']],
    calculate: (value) => ({
      numerator: value('satisfied_answers'),
      denominator: value('answers'),
      blame: 'answers',
      cases: true,
    }),
  },
  /** Conversions ÷ visitors. More conversions than visitors are taken for a slip. */
  'conversion-rate': {
    measure: 'conversion-rate',
    inputs: [count('conversions'), count('visitors')],
    limits: [['conversions', 'visitors']],
    calculate: (value) => ({
      numerator: value('conversions'),
      denominator: value('visitors'),
      blame: 'visitors',
      cases: true,
    }),
  },
};

export const CALCULATOR_IDS = Object.keys(CALCULATORS) as readonly CalculatorId[];

/** The numbers that a calculator asks for, in their order. */
export function calculatorInputs(id: CalculatorId): readonly CalculatorInput[] {
  return CALCULATORS[id].inputs;
}

/** The measure of the catalogue that a calculator finds: its unit and direction. */
export function calculatorMeasure(id: CalculatorId): string {
  return CALCULATORS[id].measure;
}

/**
 * What a calculator finds from numbers typed in by hand; null: not typed. Every input that is missing or impossible is
 * named; then there is no value.
 */
export function calculate(id: CalculatorId, values: Readonly<Record<string, number | null>>): Calculated {
  const calculator = CALCULATORS[id];
  const typedOf = (input: string): number | null => {
    const typed = Object.hasOwn(values, input) ? values[input] : null;
    return typed ?? calculator.inputs.find((candidate) => candidate.id === input)?.initial ?? null;
  };
  const faults: Extract<Calculated, { status: 'invalid' }>['faults'] = calculator.inputs.flatMap((input) => {
    const fault = faultOf(input, typedOf(input.id));
    return fault === null ? [] : { input: input.id, fault };
  });
  for (const [input, than] of calculator.limits ?? [])
    if (faults.length === 0 && (typedOf(input) ?? 0) > (typedOf(than) ?? 0))
      faults.push({ input, fault: 'more-than', than });
  if (faults.length > 0) return { status: 'invalid', faults };

  const found = calculator.calculate((input) => typedOf(input) ?? 0);
  if (!('denominator' in found)) return tellSize({ status: 'value', value: found.value }, calculator);
  const { numerator, denominator, blame, scale = 1, cases } = found;
  if (denominator === 0) return { status: 'invalid', faults: [{ input: blame, fault: 'no-cases' }] };
  const value = (scale * numerator) / denominator;
  return tellSize({ status: 'value', value, numerator, denominator, ...(cases && { n: denominator }) }, calculator);
}

/** Products of what is allowed one by one can be beyond all numbers. */
function tellSize(result: Extract<Calculated, { status: 'value' }>, { inputs }: Calculator): Calculated {
  if (Number.isFinite(result.value)) return result;
  return { status: 'invalid', faults: [{ input: inputs[0]?.id ?? '', fault: 'too-large' }] };
}

function faultOf(input: CalculatorInput, value: number | null): InputFault | null {
  if (value === null) return 'missing';
  if (!Number.isFinite(value)) return 'not-a-number';
  if (value < input.least) return 'too-small';
  if (value > (input.most ?? Number.MAX_SAFE_INTEGER)) return 'too-large';
  return input.unit === 'count' && !Number.isInteger(value) ? 'not-whole' : null;
}
