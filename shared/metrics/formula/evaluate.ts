import { medianOf, sumOf } from '../aggregate';
import { formulaParts, formulaText } from './groups';
import type { AggregateCall, Expression, Span } from './syntax';

/** What stands in a column; null or missing: nothing. */
export type Cell = number | string | null | undefined;
/** A row: what stands in its column of that name. */
export type FormulaRow = (column: string) => Cell;

/** Why there is no value. Texts: `formulas.reasons`. */
export type NoFormulaValue =
  | 'division-by-zero'
  | 'missing'
  | 'not-a-number'
  | 'no-values'
  | 'too-large'
  | 'negative-root';

export type FormulaResult =
  | { status: 'value'; value: number }
  /** The span is the part of the formula's text where it failed. */
  | ({ status: 'none'; reason: NoFormulaValue } & Span);

type None = Extract<FormulaResult, { status: 'none' }>;
type Value = number | string | boolean | None;

interface Scope {
  cell: FormulaRow;
  part: (call: AggregateCall) => number | null;
}

const none = (reason: NoFormulaValue, { start, end }: Span): None => ({ status: 'none', reason, start, end });
const isNone = (value: Value): value is None => typeof value === 'object';

/** A formula over a group of rows. */
export function evaluateGroup(expression: Expression, rows: readonly FormulaRow[]): FormulaResult {
  const parts = new Map(formulaParts(expression).map(({ key, call }) => [key, aggregate(call, rows)]));
  return finishFormula(expression, (key) => parts.get(key));
}

/** A formula whose aggregates somebody else worked out; null or missing: there were no values. */
export function finishFormula(
  expression: Expression,
  partOf: (key: string) => number | null | undefined,
): FormulaResult {
  return asResult(expression, { cell: () => null, part: (call) => partOf(formulaText(call)) ?? null });
}

/** An expression without aggregates, as an argument of one, on a single row. */
export function evaluateRow(expression: Expression, row: FormulaRow): FormulaResult {
  return asResult(expression, { cell: row, part: () => null });
}

function asResult(expression: Expression, scope: Scope): FormulaResult {
  const value = numeric(expression, scope);
  return typeof value === 'number' ? { status: 'value', value } : value;
}

function aggregate(call: AggregateCall, rows: readonly FormulaRow[]): number | null {
  const [first, second] = call.arguments;
  if (!first) return rows.length;
  const scopes = rows.map((cell): Scope => ({ cell, part: () => null }));
  if (call.name === 'count' || call.name === 'distinct') {
    const found = scopes
      .map((scope) => evaluate(first, scope))
      // A condition counts where it holds.
      .filter((value) => !isNone(value) && value !== false && value !== '');
    return call.name === 'count' ? found.length : new Set(found).size;
  }
  const numbers = scopes.flatMap((scope) => {
    const value = numeric(first, scope);
    if (typeof value !== 'number') return [];
    const weight = second ? numeric(second, scope) : 1;
    return typeof weight === 'number' && (weight > 0 || !second) ? { value, weight } : [];
  });
  if (numbers.length === 0) return null;
  const values = numbers.map(({ value }) => value);
  switch (call.name) {
    case 'sum':
      return sumOf(values);
    case 'mean':
      return sumOf(values) / values.length;
    case 'weightedmean':
      return sumOf(numbers.map(({ value, weight }) => value * weight)) / sumOf(numbers.map(({ weight }) => weight));
    case 'median':
      return medianOf(values);
    case 'min':
      return values.reduce((a, b) => Math.min(a, b));
    case 'max':
      return values.reduce((a, b) => Math.max(a, b));
  }
}

function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'number':
    case 'text':
      return expression.value;
    case 'column': {
      const cell = scope.cell(expression.name);
      if (cell === null || cell === undefined || cell === '') return none('missing', expression);
      return typeof cell === 'number' && !Number.isFinite(cell) ? none('too-large', expression) : cell;
    }
    case 'negate': {
      const value = numeric(expression.operand, scope);
      return typeof value === 'number' ? -value : value;
    }
    case 'aggregate':
      return finite(scope.part(expression) ?? none('no-values', expression), expression);
    case 'binary':
      return operation(expression, scope);
    case 'call':
      return call(expression, scope);
  }
}

function numeric(expression: Expression, scope: Scope): number | None {
  const value = evaluate(expression, scope);
  return typeof value === 'number' || isNone(value) ? value : none('not-a-number', expression);
}

const finite = (value: number | None, span: Span): number | None =>
  typeof value === 'number' && !Number.isFinite(value) ? none('too-large', span) : value;

function operation(expression: Extract<Expression, { type: 'binary' }>, scope: Scope): Value {
  const { operator } = expression;
  if (operator === '=' || operator === '<>') {
    const [left, right] = [evaluate(expression.left, scope), evaluate(expression.right, scope)];
    if (isNone(left)) return left;
    if (isNone(right)) return right;
    return (String(left) === String(right)) === (operator === '=');
  }
  const left = numeric(expression.left, scope);
  if (typeof left !== 'number') return left;
  const right = numeric(expression.right, scope);
  if (typeof right !== 'number') return right;
  switch (operator) {
    case '+':
      return finite(left + right, expression);
    case '-':
      return finite(left - right, expression);
    case '*':
      return finite(left * right, expression);
    case '/':
      return right === 0 ? none('division-by-zero', expression) : finite(left / right, expression);
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

function call(expression: Extract<Expression, { type: 'call' }>, scope: Scope): Value {
  const { name, arguments: values } = expression;
  const [first, second, third] = values;
  if (!first) return none('missing', expression);
  switch (name) {
    case 'if': {
      const condition = evaluate(first, scope);
      if (isNone(condition)) return condition;
      const chosen = condition === true ? second : third;
      return chosen ? evaluate(chosen, scope) : none('missing', expression);
    }
    case 'and':
    case 'or': {
      const found = values.map((value) => evaluate(value, scope));
      // One that decides does so whatever is missing beside it.
      if (found.includes(name === 'or')) return name === 'or';
      return found.find(isNone) ?? name === 'and';
    }
    case 'not': {
      const value = evaluate(first, scope);
      return isNone(value) ? value : value === false;
    }
    case 'ifmissing': {
      const value = evaluate(first, scope);
      return isNone(value) && second ? evaluate(second, scope) : value;
    }
    default:
      return calculate(expression, scope);
  }
}

function calculate(expression: Extract<Expression, { type: 'call' }>, scope: Scope): number | None {
  const numbers: number[] = [];
  for (const argument of expression.arguments) {
    const value = numeric(argument, scope);
    if (typeof value !== 'number') return value;
    numbers.push(value);
  }
  const [value = 0, digits = 0] = numbers;
  switch (expression.name) {
    case 'abs':
      return Math.abs(value);
    case 'floor':
      return Math.floor(value);
    case 'ceiling':
      return Math.ceil(value);
    case 'sqrt':
      return value < 0 ? none('negative-root', expression) : Math.sqrt(value);
    case 'least':
      return Math.min(...numbers);
    case 'greatest':
      return Math.max(...numbers);
    case 'round':
      return rounded(value, digits);
    default:
      return none('missing', expression);
  }
}

/** To so many digits after the point, −15 to 15; halves away from zero, as in spreadsheets. */
function rounded(value: number, digits: number): number {
  const places = Math.min(Math.max(Math.trunc(digits), -15), 15);
  // By way of the decimal text: 1.005 × 100 is 100.49999999999999.
  const [mantissa, exponent = '0'] = Math.abs(value).toString().split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + places}`));
  if (!Number.isFinite(shifted)) return value;
  const [digitsOf, power = '0'] = shifted.toString().split('e');
  return Math.sign(value) * Number(`${digitsOf}e${Number(power) - places}`);
}
