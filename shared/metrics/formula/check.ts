import { type Expression, FormulaFault, partsWithin } from './syntax';

/** Aggregates do not nest, and where there is one, every column stands in one. Throws a fault. */
export function checkLevels(expression: Expression): void {
  const parts = [...partsWithin(expression)];
  const aggregates = parts.filter((part) => part.type === 'aggregate');
  const within = new Set<Expression>();
  for (const aggregate of aggregates)
    for (const part of aggregate.arguments.flatMap((argument) => [...partsWithin(argument)])) {
      if (part.type === 'aggregate') throw new FormulaFault('nested-aggregate', part, { name: part.name });
      within.add(part);
    }
  if (aggregates.length === 0) return;
  for (const part of parts)
    if (part.type === 'column' && !within.has(part))
      throw new FormulaFault('column-beside-aggregate', part, { column: part.name });
}

/** What an expression gives. A column may hold numbers or texts. */
type Kind = 'number' | 'text' | 'truth' | 'column';

/** Numbers are reckoned with, conditions decide, texts are only compared. Throws a fault. */
export function checkTypes(expression: Expression): void {
  needNumber(expression);
}

function needNumber(expression: Expression): void {
  const kind = kindOf(expression);
  if (kind === 'text' || kind === 'truth') throw new FormulaFault('expected-number', expression);
}

function needTruth(expression: Expression): void {
  if (kindOf(expression) !== 'truth') throw new FormulaFault('expected-condition', expression);
}

function kindOf(expression: Expression): Kind {
  switch (expression.type) {
    case 'number':
    case 'text':
    case 'column':
      return expression.type;
    case 'negate':
      needNumber(expression.operand);
      return 'number';
    case 'aggregate':
      if (expression.name === 'count' || expression.name === 'distinct') expression.arguments.forEach(kindOf);
      else expression.arguments.forEach(needNumber);
      return 'number';
    case 'binary':
      return kindOfOperation(expression);
    case 'call':
      return kindOfCall(expression);
  }
}

function kindOfOperation(expression: Extract<Expression, { type: 'binary' }>): Kind {
  const { operator, left, right } = expression;
  if (operator === '=' || operator === '<>') {
    const kinds = [kindOf(left), kindOf(right)];
    if (kinds.includes('truth') || (kinds.includes('text') && kinds.includes('number')))
      throw new FormulaFault('compares-text', expression);
    return 'truth';
  }
  needNumber(left);
  needNumber(right);
  return operator === '+' || operator === '-' || operator === '*' || operator === '/' ? 'number' : 'truth';
}

function kindOfCall({ name, arguments: values }: Extract<Expression, { type: 'call' }>): Kind {
  switch (name) {
    case 'and':
    case 'or':
    case 'not':
      values.forEach(needTruth);
      return 'truth';
    case 'if': {
      const [condition, ...results] = values;
      if (condition) needTruth(condition);
      return sameKind(results);
    }
    case 'ifmissing':
      return sameKind(values);
    default:
      values.forEach(needNumber);
      return 'number';
  }
}

function sameKind(values: readonly Expression[]): Kind {
  const kinds = values.map(kindOf);
  const [wanted = 'column'] = kinds.filter((kind) => kind !== 'column');
  const other = values.find((_, index) => kinds[index] !== 'column' && kinds[index] !== wanted);
  if (other) throw new FormulaFault(wanted === 'truth' ? 'expected-condition' : 'expected-number', other);
  return wanted;
}
