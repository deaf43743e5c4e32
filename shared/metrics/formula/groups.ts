import { type AggregateCall, type Expression, FormulaFault, partsWithin } from './syntax';

type Binary = Extract<Expression, { type: 'binary' }>;

const contains = (expression: Expression, type: Expression['type']): boolean =>
  [...partsWithin(expression)].some((part) => part.type === type);
const isConstant = (expression: Expression) => !contains(expression, 'column') && !contains(expression, 'aggregate');
const divides = (expression: Expression): boolean =>
  [...partsWithin(expression)].some(
    (part) => part.type === 'binary' && part.operator === '/' && !isConstant(part.right),
  );
const sum = (expression: Expression): AggregateCall => ({
  type: 'aggregate',
  name: 'sum',
  arguments: [expression],
  start: expression.start,
  end: expression.end,
});

/**
 * A formula over single rows as one over groups: quotients become quotients of sums, all else a sum. Where that could
 * mean several things (`1 + orders`, `price * (orders / visits)`) it throws a fault that asks for aggregates.
 */
export function overGroups(expression: Expression): Expression {
  if (contains(expression, 'aggregate') || !contains(expression, 'column')) return expression;
  if (!divides(expression)) return overSums(expression);
  if (expression.type === 'negate') return { ...expression, operand: overGroups(expression.operand) };
  if (expression.type === 'binary' && isClear(expression))
    return { ...expression, left: overGroups(expression.left), right: overGroups(expression.right) };
  throw new FormulaFault('needs-aggregate', expression);
}

/** Whether a quotient, and what is reckoned with it, can be of sums in one way only. */
function isClear({ operator, left, right }: Binary): boolean {
  if (isConstant(left) || isConstant(right)) return true;
  if (operator === '/') return !divides(left) && !divides(right);
  return (operator === '+' || operator === '-') && divides(left) && divides(right);
}

/** A formula without quotients: its sum, with constant factors outside. */
function overSums(expression: Expression): Expression {
  if (expression.type === 'negate') return { ...expression, operand: overGroups(expression.operand) };
  if (expression.type === 'binary') {
    const { operator, left, right } = expression;
    if (operator === '*' || operator === '/') {
      if (isConstant(left)) return { ...expression, right: overGroups(right) };
      if (isConstant(right)) return { ...expression, left: overGroups(left) };
    } else if (isConstant(left) || isConstant(right)) {
      // Whether the constant is added once or once a row, nobody said; nor what a comparison of sums would be.
      throw new FormulaFault('needs-aggregate', expression);
    }
  }
  if (expression.type === 'call' && expression.name === 'round') throw new FormulaFault('needs-aggregate', expression);
  return sum(expression);
}

/** A formula as text, all of it in its plainest form: two that print the same are the same. */
export function formulaText(expression: Expression): string {
  switch (expression.type) {
    case 'number':
      return String(expression.value);
    case 'text':
      return `'${expression.value.replaceAll("'", "''")}'`;
    case 'column':
      return `[${expression.name.replaceAll(']', ']]')}]`;
    case 'negate':
      return `-${bracketed(expression.operand, expression.operand.type === 'binary')}`;
    case 'binary': {
      const { operator, left, right } = expression;
      return `${bracketed(left, isWeaker(left, operator, false))} ${operator} ${bracketed(right, isWeaker(right, operator, true))}`;
    }
    case 'call':
    case 'aggregate':
      return `${expression.name}(${expression.arguments.map(formulaText).join('; ')})`;
  }
}

const bracketed = (expression: Expression, needed: boolean) =>
  needed ? `(${formulaText(expression)})` : formulaText(expression);

const strength = (operator: Binary['operator']) =>
  operator === '*' || operator === '/' ? 3 : operator === '+' || operator === '-' ? 2 : 1;

function isWeaker(operand: Expression, operator: Binary['operator'], onTheRight: boolean): boolean {
  // 1 - -2 reads badly, and -2 at the left of a product means the same either way.
  if (operand.type === 'negate') return onTheRight;
  if (operand.type !== 'binary') return false;
  const [inner, outer] = [strength(operand.operator), strength(operator)];
  return inner < outer || (inner === outer && (onTheRight || outer === 1));
}

/** One aggregate of a formula: what has to be worked out for each group of rows. */
export interface FormulaPart {
  /** Under which `finishFormula` asks for its value. */
  key: string;
  call: AggregateCall;
}

/** The aggregates of a formula, each once. */
export function formulaParts(expression: Expression): FormulaPart[] {
  const parts = new Map<string, FormulaPart>();
  for (const part of partsWithin(expression))
    if (part.type === 'aggregate') {
      const key = formulaText(part);
      if (!parts.has(key)) parts.set(key, { key, call: part });
    }
  return [...parts.values()];
}

/** Sums and counts, added up, and times constants: what can be added up over longer periods, too. */
function isAdditive(expression: Expression): boolean {
  switch (expression.type) {
    case 'aggregate':
      return expression.name === 'sum' || expression.name === 'count';
    case 'negate':
      return isAdditive(expression.operand);
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return isAdditive(left) && isAdditive(right);
      if (operator === '*') return (isConstant(left) && isAdditive(right)) || (isAdditive(left) && isConstant(right));
      return operator === '/' && isAdditive(left) && isConstant(right);
    }
    default:
      return false;
  }
}

interface Quotient {
  numerator: Expression;
  denominator: Expression;
}

/** A formula as one quotient of what can be added up: `1 - a / b` is `(1 * b - a) / b`; null: it is none. */
function quotientOf(expression: Expression): Quotient | null {
  const binary = (operator: Binary['operator'], left: Expression, right: Expression): Binary => ({
    type: 'binary',
    operator,
    left,
    right,
    start: expression.start,
    end: expression.end,
  });
  if (expression.type === 'aggregate' && expression.name === 'mean') {
    const [value] = expression.arguments;
    if (!value) return null;
    const { start, end } = expression;
    // Plus nothing: only numbers are counted, where the sum passes over texts.
    const numbers = binary('+', value, { type: 'number', value: 0, start, end });
    return { numerator: sum(value), denominator: { ...expression, name: 'count', arguments: [numbers] } };
  }
  if (expression.type === 'negate') {
    const inner = quotientOf(expression.operand);
    return inner && { ...inner, numerator: { ...expression, operand: inner.numerator } };
  }
  if (expression.type !== 'binary') return null;
  const { operator, left, right } = expression;
  if (operator === '/' && isAdditive(left) && isAdditive(right)) return { numerator: left, denominator: right };
  const inner = isConstant(left) ? quotientOf(right) : isConstant(right) ? quotientOf(left) : null;
  if (!inner || (operator === '/' && isConstant(left))) return null;
  const scaled = (constant: Expression) => binary('*', constant, inner.denominator);
  if (operator === '*') return { ...inner, numerator: binary('*', isConstant(left) ? left : right, inner.numerator) };
  if (operator === '/') return { ...inner, numerator: binary('/', inner.numerator, right) };
  if (operator !== '+' && operator !== '-') return null;
  return isConstant(left)
    ? { ...inner, numerator: binary(operator, scaled(left), inner.numerator) }
    : { ...inner, numerator: binary(operator, inner.numerator, scaled(right)) };
}

/** How the values of a formula are put together for longer periods. */
export type FormulaAggregation =
  | { aggregation: 'sum' | 'min' | 'max' | 'median' | 'distinct' }
  /** Keep both with each point. Null: it is no quotient of sums, and longer periods can't be worked out. */
  | { aggregation: 'ratio'; quotient: Quotient | null };

/** What the field `aggregation` of a metric with this formula has to be, and which two sums to keep with each point. */
export function aggregationOf(expression: Expression): FormulaAggregation {
  if (isAdditive(expression)) return { aggregation: 'sum' };
  if (expression.type === 'aggregate') {
    const { name } = expression;
    if (name === 'min' || name === 'max' || name === 'median' || name === 'distinct') return { aggregation: name };
  }
  return { aggregation: 'ratio', quotient: quotientOf(expression) };
}
