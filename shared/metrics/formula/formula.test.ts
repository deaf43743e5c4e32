import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../language/translator';
import { CATALOGUE_MEASURES, catalogueMeasure, partsOf, partTitle } from '../catalogue/catalogue';
import { catalogueFormula } from './catalogue-formula';
import { findColumns } from './columns';
import { type Cell, evaluateGroup, evaluateRow, type FormulaResult, finishFormula } from './evaluate';
import { formulaErrorText, noFormulaValueText } from './formula-texts';
import { aggregationOf, formulaParts, formulaText } from './groups';
import { parseFormula } from './parse';
import { columnsOf, type Expression, FORMULA_LIMITS } from './syntax';

function parsed(text: string): Expression {
  const result = parseFormula(text);
  if (result.status === 'error') throw new Error(`${text}: ${formulaErrorText(result.error, createTranslator('en'))}`);
  return result.expression;
}
const fault = (text: string) => {
  const result = parseFormula(text);
  return result.status === 'error' ? [result.error.code, text.slice(result.error.start, result.error.end)] : 'ok';
};
const shown = (text: string) => formulaText(parsed(text));
const outcome = (result: FormulaResult) => (result.status === 'value' ? result.value : result.reason);
const rowsOf = (...rows: Record<string, Cell>[]) => rows.map((row) => (column: string) => row[column]);
const value = (text: string, ...rows: Record<string, Cell>[]) => outcome(evaluateGroup(parsed(text), rowsOf(...rows)));

describe('reckoning', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['2 - 3 - 4', -5],
    ['24 / 4 / 2', 3],
    ['-2 * -3', 6],
    ['--2', 2],
    ['+.5', 0.5],
    ['1.5e2', 150],
    ['7 ÷ 2 × 4 − 1', 13],
    ['if(1 < 2; 10; 20)', 10],
    ['if(2 <= 1; 10; 20)', 20],
    ["if('a' <> 'b', 1, 0)", 1],
    ['si(y(1 = 1, no(2 > 3)), 5, 6)', 5],
    ['if(or(1 > 2, 2 ≥ 2), 1, 0)', 1],
    ['abs(-3) + min(4, 2, 8) + máximo(1; 5)', 10],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['round(1.005, 2)', 1.01],
    ['round(1234, -2)', 1200],
    ['floor(-1.5) + ceiling(-1.5)', -3],
    ['sqrt(9)', 3],
    ['1 / 0', 'division-by-zero'],
    ['1e308 * 10', 'too-large'],
    ['sqrt(0 - 1)', 'negative-root'],
    ['ifmissing(1 / 0, 7)', 7],
    ['if(1 > 2, 3)', 'missing'],
  ])('%s is %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe('over rows', () => {
  const shop = [
    { visits: 100, orders: 5, price: 10, status: 'paid', 'Unique opens': 1 },
    { visits: 300, orders: 10, price: 20, status: 'open', 'Unique opens': null },
    { visits: null, orders: 1, price: 50, status: 'paid', 'Unique opens': 'n/a' },
  ];

  test.each([
    ['sum([orders]) / sum([visits])', 16 / 400],
    ['100 * sum(orders) / sum(visits)', 4],
    ['mean(visits)', 200],
    ['promedio(visits)', 200],
    ['median(price)', 20],
    ['min(price) + max(price)', 60],
    ['count()', 3],
    ['count(visits)', 2],
    ["count(status = 'paid')", 2],
    ['distinct(status)', 2],
    ["sum(if(status = 'paid', price, 0))", 60],
    // (10 × 100 + 20 × 300) ÷ 400; the row without a weight stays out.
    ['weightedmean(price, visits)', 17.5],
    ['sum("Unique opens")', 1],
    // In rows: 10 × 5 + 20 × 10 + 50 × 1.
    ['price * orders', 300],
    // Only rows that have both: 5 ÷ 100 and 10 ÷ 300 are never averaged.
    ['orders / visits', 16 / 400],
    ['sum(orders / 0)', 'no-values'],
    ['sum(visits) / sum(orders - orders)', 'division-by-zero'],
    ['sum(status)', 'no-values'],
  ])('%s is %s', (text, expected) => {
    expect(value(text, ...shop)).toBe(expected);
  });

  test('no rows, no value, but none to count', () => {
    expect([value('sum(a)'), value('mean(a)'), value('count()'), value('count(a)')]).toEqual([
      'no-values',
      'no-values',
      0,
      0,
    ]);
  });

  test('a reason comes with its place', () => {
    const text = '1 + sum([a]) / sum([b])';
    const result = evaluateGroup(parsed(text), rowsOf({ a: 1, b: 0 }));
    expect(result).toEqual({ status: 'none', reason: 'division-by-zero', start: 4, end: text.length });
  });

  test('columns never reach the prototype', () => {
    expect(value('sum(constructor) + sum(__proto__)', { constructor: 1, ['__proto__']: 2 } as never)).toBe(3);
    expect(fault('constructor(1)')).toEqual(['unknown-function', 'constructor']);
    expect(fault('toString(1)')).toEqual(['unknown-function', 'toString']);
  });
});

describe('from rows to groups', () => {
  test.each([
    ['orders / visits', 'sum([orders]) / sum([visits])'],
    ['1 - purchases / carts', '1 - sum([purchases]) / sum([carts])'],
    ['(carts - purchases) / carts', 'sum([carts] - [purchases]) / sum([carts])'],
    ['100 * orders / visits', '100 * sum([orders]) / sum([visits])'],
    ['2 * (orders / visits)', '2 * (sum([orders]) / sum([visits]))'],
    ['-a', '-sum([a])'],
    ['a / 2', 'sum([a]) / 2'],
    ['price * quantity', 'sum([price] * [quantity])'],
    ['ifmissing(a, 0)', 'sum(ifmissing([a]; 0))'],
    ['a / b + c / d', 'sum([a]) / sum([b]) + sum([c]) / sum([d])'],
    ['7', '7'],
  ])('%s becomes %s', (text, grouped) => {
    expect(shown(text)).toBe(grouped);
  });

  test.each([
    '1 + orders',
    'price * (orders / visits)',
    'a / b / c',
    'a / b + c',
    'round(orders, 2)',
    'if(a > 0, a / b, 0)',
  ])('%s could mean several things', (text) => {
    expect(fault(text)).toEqual(['needs-aggregate', text]);
  });

  test('the aggregates, each once, are all that a database has to work out', () => {
    const expression = parsed('sum([a]) / (sum([a]) + sum( "b" )) + max(c)');
    expect(formulaParts(expression).map(({ key }) => key)).toEqual(['sum([a])', 'sum([b])', 'max([c])']);
    const parts: Record<string, number> = { 'sum([a])': 3, 'sum([b])': 9, 'max([c])': 1 };
    expect(finishFormula(expression, (key) => parts[key])).toEqual({ status: 'value', value: 1.25 });
    expect(finishFormula(expression, () => null)).toMatchObject({ reason: 'no-values', start: 0, end: 8 });
    expect(columnsOf(expression)).toEqual(['a', 'b', 'c']);
  });
});

describe('longer periods', () => {
  const plan = (text: string) => {
    const found = aggregationOf(parsed(text));
    if (found.aggregation !== 'ratio') return found.aggregation;
    return found.quotient && [found.quotient.numerator, found.quotient.denominator].map(formulaText).join(' | ');
  };

  test.each([
    ['sum(a) + 2 * count()', 'sum'],
    ['price * quantity', 'sum'],
    ['max(a)', 'max'],
    ['median(a)', 'median'],
    ['distinct(a)', 'distinct'],
    ['orders / visits', 'sum([orders]) | sum([visits])'],
    ['1 - purchases / carts', '1 * sum([carts]) - sum([purchases]) | sum([carts])'],
    ['100 * (a / b)', '100 * sum([a]) | sum([b])'],
    ['mean(score)', 'sum([score]) | count([score] + 0)'],
    ['a / b + c / d', null],
    ['max(a) / sum(b)', null],
    ['1 + sum(a)', null],
    ['weightedmean(a, b)', null],
  ])('%s: %s', (text, expected) => {
    expect(plan(text)).toBe(expected);
  });

  test('the quotient is the formula’s own value, and adds up', () => {
    const amount = fc.integer({ min: 1, max: 1000 });
    const texts = fc.constantFrom(
      'a / b',
      '1 - a / b',
      '100 * a / b',
      '-(a / b) * 3',
      'a / b - 2',
      'mean(a)',
      '(a - b) / b / 4',
    );
    fc.assert(
      fc.property(
        texts,
        fc.array(fc.record({ a: amount, b: amount }), { minLength: 1, maxLength: 8 }),
        (text, rows) => {
          const expression = parsed(text);
          const found = aggregationOf(expression);
          if (found.aggregation !== 'ratio' || !found.quotient) throw new Error('no quotient');
          const { numerator, denominator } = found.quotient;
          const whole = Number(outcome(evaluateGroup(expression, rowsOf(...rows))));
          const sums = rows.map((row) =>
            [numerator, denominator].map((each) => Number(outcome(evaluateGroup(each, rowsOf(row))))),
          );
          const total = (index: number) => sums.reduce((sum, pair) => sum + (pair[index] ?? 0), 0);
          expect(total(0) / total(1)).toBeCloseTo(whole, 9);
        },
      ),
    );
  });
});

describe('what is wrong, and where', () => {
  test.each([
    ['', 'empty', ''],
    ['   ', 'empty', ''],
    ['1 +', 'expected-value', ''],
    ['* 2', 'expected-value', '*'],
    ['sum([a]', 'expected-close', ''],
    ['unique visits', 'expected-operator', 'visits'],
    ['1 < 2 < 3', 'expected-operator', '<'],
    ['(1 + 2', 'expected-close', ''],
    ['1 + 2)', 'expected-operator', ')'],
    ['0,5 * sum(a)', 'decimal-comma', '0,5'],
    ['round(sum(a),2,3)', 'decimal-comma', '2,3'],
    ['max(1, 2; 3)', 'mixed-separators', ';'],
    ['1.234.567', 'bad-number', '1.234.567'],
    ['12abc', 'bad-number', '12abc'],
    ['1e999', 'bad-number', '1e999'],
    ['.', 'bad-number', '.'],
    ['sum([a)', 'unclosed-column', '[a)'],
    ["count(a = 'x)", 'unclosed-text', "'x)"],
    ['sum([ ])', 'empty-column', '[ ]'],
    ['a & b', 'unexpected-character', '&'],
    ['sum(a) 😀', 'unexpected-character', '😀'],
    ['suma_total(a)', 'unknown-function', 'suma_total'],
    ['sum()', 'argument-count', 'sum()'],
    ['round(1; 2; 3)', 'argument-count', 'round(1; 2; 3)'],
    ['sum(mean(a))', 'nested-aggregate', 'mean(a)'],
    ['sum(a) / b', 'column-beside-aggregate', 'b'],
    ["1 + 'a'", 'expected-number', "'a'"],
    ['1 > 2', 'expected-number', '1 > 2'],
    ['sum(a > 2)', 'expected-number', 'a > 2'],
    ['if(a, 1, 2)', 'expected-condition', 'a'],
    ["if(1 = 'a', 1, 2)", 'compares-text', "1 = 'a'"],
    ["if(1 > 0, 'a', 2) + 1", 'expected-number', '2'],
    [`1${' + 1'.repeat(600)}`, 'too-long', null],
    [`1${'+1'.repeat(300)}`, 'too-many-parts', null],
    [`${'('.repeat(50)}1${')'.repeat(50)}`, 'too-deep', null],
    [`${'-'.repeat(100)}1`, 'too-deep', null],
  ])('%j: %s', (text, code, place) => {
    const found = fault(text);
    expect(found[0]).toBe(code);
    if (place !== null) expect(found[1]).toBe(place);
  });

  test('is said in both languages, with the place', () => {
    const errors = ['1 +', '0,5', 'sum(a) / b', 'foo(1)', 'sum()'].map((text) => parseFormula(text));
    const texts = (language: 'en' | 'es') =>
      errors.flatMap((result) =>
        result.status === 'error' ? formulaErrorText(result.error, createTranslator(language)) : [],
      );
    expect(texts('en')).toEqual([
      'Character 4: a number, a column or a function has to stand here, not the end.',
      'Character 1: a comma between digits can mean two things. Write 0.5 for a decimal, or 0; 5 for two values.',
      'Character 10: [b] stands beside a function over all rows. Put it into one: sum([b]).',
      'Character 1: there is no function “foo”. Use sum, mean, min, max, median, count, distinct, if, abs or round.',
      'Character 1: sum has the wrong number of values: 0, where it takes 1.',
    ]);
    expect(texts('es')[0]).toBe('Carácter 4: aquí debe ir un número, una columna o una función, no el final.');
    expect(noFormulaValueText('division-by-zero', createTranslator('es'))).toBe('Se divide entre cero');
  });

  test('anything typed is read or refused, and what is read prints to itself', () => {
    const token = fc.constantFrom(
      ...[
        'sum',
        'if',
        'min',
        '(',
        ')',
        '(',
        ')',
        ',',
        ', ',
        ';',
        '+',
        '-',
        '*',
        '/',
        '<',
        '=',
        '1',
        '2.5',
        'a',
        '[b c]',
      ],
      ...['"d"', "'t'", ' ', '[', '"', '😀', 'count', 'mean(a)', 'sum(a)', '𝒜', '1,5'],
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 30 }), (tokens) => {
        const text = tokens.join('');
        const result = parseFormula(text);
        if (result.status === 'error') {
          expect(result.error.start).toBeLessThanOrEqual(result.error.end);
          expect(result.error.end).toBeLessThanOrEqual(Math.max(text.length, FORMULA_LIMITS.length));
          expect(formulaErrorText(result.error, createTranslator('en'))).not.toMatch(/\{\{|formulas\./);
          return;
        }
        const printed = formulaText(result.expression);
        expect(shown(printed)).toBe(printed);
        const rows = rowsOf({ a: 3, 'b c': 0, d: 2 }, { a: null, 'b c': 'x', d: 1.5 });
        expect(evaluateGroup(parsed(printed), rows)).toMatchObject(
          (({ status, ...rest }) =>
            'value' in rest ? { status, value: rest.value } : { status, reason: rest.reason })(
            evaluateGroup(result.expression, rows),
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe('columns of a file', () => {
  const header = ['Unique visits', 'Orders', 'orders', 'Año'];
  const found = (text: string) => {
    const result = findColumns(parsed(text), header);
    return result.status === 'ok' ? Object.fromEntries(result.columns) : result.error;
  };

  test('by their very name, or without case, accents and signs', () => {
    expect(found('sum(unique_visits) / sum([Orders]) + max(ano)')).toEqual({
      unique_visits: 'Unique visits',
      Orders: 'Orders',
      ano: 'Año',
    });
  });

  test('one that is not there is told with its place and the likest one', () => {
    expect(found('sum([unique visit])')).toEqual({
      code: 'unknown-column',
      start: 4,
      end: 18,
      values: { column: 'unique visit', suggestion: 'Unique visits' },
    });
    // Two columns are called so.
    expect(found('sum(ORDERS)')).toMatchObject({ code: 'unknown-column' });
    const result = findColumns(parsed('sum([unique visit])'), header);
    expect(result.status === 'error' && formulaErrorText(result.error, createTranslator('en'))).toBe(
      'Character 5: the file has no column [unique visit]. Did you mean [Unique visits]?',
    );
  });
});

describe('formulas of the catalogue', () => {
  const t = createTranslator('es');

  test('all of them can be worked out, from columns of any name', () => {
    for (const measure of CATALOGUE_MEASURES) {
      const parts = partsOf(measure);
      const columns = Object.fromEntries(parts.map((part) => [part, `${partTitle(part, t)} [%]`]));
      const formula = catalogueFormula(measure, columns);
      expect(formula === null, measure.id).toBe(parts.length === 0);
      if (formula === null) continue;
      expect(columnsOf(parsed(formula)).sort(), measure.id).toEqual(Object.values(columns).sort());
      const { aggregation } = aggregationOf(parsed(formula));
      expect(aggregation, measure.id).toBe('ratio');
    }
  });

  test('cart abandonment: (50 + 30 − 20 − 24) ÷ 80 = 45 %', () => {
    const formula = catalogueFormula(catalogueMeasure('cart-abandonment')!, { carts: 'C', purchases: 'P' });
    expect(formula).toBe('sum([C] - [P]) / sum([C])');
    expect(value(formula!, { C: 50, P: 20 }, { C: 30, P: 24 })).toBe(0.45);
  });

  test('a part without a column: no formula', () => {
    expect(catalogueFormula(catalogueMeasure('open-rate')!, { opened: 'O' })).toBeNull();
  });
});

test('a row by itself', () => {
  const expression = parsed('sum(a * 2)');
  const [argument] = expression.type === 'aggregate' ? expression.arguments : [];
  expect(evaluateRow(argument!, (column) => (column === 'a' ? 4 : null))).toEqual({ status: 'value', value: 8 });
  expect(evaluateRow(argument!, () => 'x')).toMatchObject({ reason: 'not-a-number', start: 4, end: 5 });
});
