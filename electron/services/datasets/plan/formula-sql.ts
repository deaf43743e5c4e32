import type { FormulaPart } from '../../../../shared/metrics/formula/groups';
import { type AggregateCall, type Expression, partsWithin } from '../../../../shared/metrics/formula/syntax';
import { sqlText } from '../engine';

/** What stands for a column in SQL: its number (NULL: none) and its text. */
export interface FormulaColumn {
  number: string;
  text: string;
}
export type FormulaColumns = (name: string) => FormulaColumn;

/*
 * Every operand is printed once, or formulas of a few dozen parts would print SQL of megabytes: where a value is needed
 * twice, it goes into a list of one and is named in a lambda. NULLIF and CASE … WHEN copy their operand when they are
 * bound, so they stand for columns at most. What is too large becomes infinite and stays so through sums and products:
 * it is looked for only where something else is done with it.
 */

/** An aggregate of a formula as SQL, over the rows of a group: as `evaluateGroup` of shared/metrics/formula works it out. */
export function partSql({ call }: FormulaPart, columns: FormulaColumns): string {
  const [first, second] = call.arguments;
  if (!first) return 'count(*)';
  if (call.name === 'count') return `count(*) FILTER (${isThere(first, columns)})`;
  if (call.name === 'distinct') return `count(DISTINCT ${textSql(first, columns)}) FILTER (${isThere(first, columns)})`;
  const value = definiteSql(first, columns);
  if (call.name === 'weightedmean') return weighted(value, second ? definiteSql(second, columns) : '1');
  return aggregateSql(call.name, value);
}

function aggregateSql(
  name: Exclude<AggregateCall['name'], 'count' | 'distinct' | 'weightedmean'>,
  value: string,
): string {
  switch (name) {
    case 'sum':
      return `kahan_sum(${value})`;
    case 'mean':
      return `(kahan_sum(${value}) / count(${value}))`;
    case 'median':
      return `median(CAST(${value} AS DOUBLE))`;
    case 'min':
    case 'max':
      return `${name}(${value})`;
  }
}

function weighted(value: string, weight: string): string {
  const filter = `FILTER ((${value}) IS NOT NULL AND (${weight}) > 0)`;
  return `(kahan_sum((${value}) * (${weight})) ${filter} / kahan_sum(${weight}) ${filter})`;
}

/** A condition counts where it holds, anything else where it is there. */
function isThere(expression: Expression, columns: FormulaColumns): string {
  if (isTruth(expression)) return `(${truthSql(expression, columns)}) IS TRUE`;
  if (expression.type === 'column') return `${columns(expression.name).text} <> ''`;
  return isTextual(expression)
    ? `(${textSql(expression, columns)}) <> ''`
    : `(${definiteSql(expression, columns)}) IS NOT NULL`;
}

const isTruth = (expression: Expression): boolean =>
  (expression.type === 'binary' && /[<>=]/.test(expression.operator)) ||
  (expression.type === 'call' &&
    (expression.name === 'and' || expression.name === 'or' || expression.name === 'not')) ||
  (expression.type === 'call' && choices(expression).some(isTruth));

const isTextual = (expression: Expression): boolean =>
  expression.type === 'text' || (expression.type === 'call' && choices(expression).some(isTextual));

/** What `if` and `ifmissing` may give. */
function choices({ name, arguments: values }: Extract<Expression, { type: 'call' }>): readonly Expression[] {
  return name === 'if' ? values.slice(1) : name === 'ifmissing' ? values : [];
}

/** NULL where there is no number; infinite or NaN where it is too large. */
function numberSql(expression: Expression, columns: FormulaColumns): string {
  const of = (inner: Expression) => numberSql(inner, columns);
  switch (expression.type) {
    case 'number':
      return `CAST('${expression.value}' AS DOUBLE)`;
    case 'column':
      return columns(expression.name).number;
    case 'negate':
      return `(-${of(expression.operand)})`;
    case 'binary': {
      const { operator, left, right } = expression;
      return operator === '/'
        ? `(${of(left)} / ${only('isfinite(v) AND v <> 0', of(right))})`
        : `(${of(left)} ${operator} ${of(right)})`;
    }
    case 'call':
      return callSql(expression, columns);
    default:
      return 'NULL';
  }
}

/** The value where it keeps the condition on `v`, else NULL. */
const only = (condition: string, value: string) => `list_filter([CAST(${value} AS DOUBLE)], lambda v: ${condition})[1]`;

/** What becomes of `v`. */
const become = (result: string, value: string) => `list_transform([${value}], lambda v: ${result})[1]`;

/** NULL where there is no number, or it is too large. */
function definiteSql(expression: Expression, columns: FormulaColumns): string {
  const value = numberSql(expression, columns);
  const mayOverflow = [...partsWithin(expression)].some(({ type }) => type === 'binary');
  return mayOverflow ? only('isfinite(v)', value) : value;
}

function callSql({ name, arguments: values }: Extract<Expression, { type: 'call' }>, columns: FormulaColumns): string {
  const number = (value: Expression) => definiteSql(value, columns);
  const [first, second, third] = values;
  if (!first) return 'NULL';
  switch (name) {
    case 'if':
      return conditional(first, second, third, columns, numberSql);
    case 'ifmissing':
      return `coalesce(${values.map(number).join(', ')})`;
    case 'abs':
    case 'floor':
      return `${name}(${number(first)})`;
    case 'ceiling':
      return `ceil(${number(first)})`;
    case 'sqrt':
      return `sqrt(${only('v >= 0', number(first))})`;
    case 'round':
      return roundSql(number(first), second, second ? number(second) : '0');
    case 'least':
    case 'greatest':
      // In SQL both pass over NULL; here one that is missing makes the whole missing.
      return become(
        `CASE WHEN list_count(v) = ${values.length} THEN list_${name === 'least' ? 'min' : 'max'}(v) END`,
        `[${values.map((value) => `CAST(${number(value)} AS DOUBLE)`).join(', ')}]`,
      );
    default:
      return 'NULL';
  }
}

/** By way of the decimal text, as `rounded` of shared/metrics/formula does: 1.005 × 100 is 100.49999999999999. */
function roundSql(value: string, digits: Expression | undefined, places: string): string {
  const fixed = digits === undefined ? 0 : digits.type === 'number' ? digits.value : null;
  if (fixed === null) return `round(${value}, CAST(greatest(-15, least(15, trunc(${places}))) AS INTEGER))`;
  const decimal = 'TRY_CAST(CAST(v AS VARCHAR) AS DECIMAL(38, 18))';
  const constant = Math.min(15, Math.trunc(fixed));
  return become(
    `coalesce(CAST(round(${decimal}, ${constant}) AS DOUBLE), round(v, ${constant}))`,
    `CAST(${value} AS DOUBLE)`,
  );
}

function conditional(
  condition: Expression,
  then: Expression | undefined,
  otherwise: Expression | undefined,
  columns: FormulaColumns,
  sql: (expression: Expression, columns: FormulaColumns) => string,
): string {
  const [yes, no] = [then, otherwise].map((value) => (value ? sql(value, columns) : 'NULL'));
  return `list_extract([${no}, ${yes}], CAST((${truthSql(condition, columns)}) AS INTEGER) + 1)`;
}

/** TRUE, FALSE, or NULL where something is missing. */
function truthSql(expression: Expression, columns: FormulaColumns): string {
  if (expression.type === 'binary') {
    const { operator, left, right } = expression;
    if (operator === '=' || operator === '<>')
      return `(${textSql(left, columns)}) ${operator} (${textSql(right, columns)})`;
    return `(${definiteSql(left, columns)}) ${operator} (${definiteSql(right, columns)})`;
  }
  if (expression.type !== 'call') return 'NULL';
  const terms = expression.arguments.map((value) => `(${truthSql(value, columns)})`);
  switch (expression.name) {
    case 'and':
      return terms.join(' AND ');
    case 'or':
      return terms.join(' OR ');
    case 'not':
      return `NOT ${terms[0]}`;
    case 'if': {
      const [condition, then, otherwise] = expression.arguments;
      return condition ? conditional(condition, then, otherwise, columns, truthSql) : 'NULL';
    }
    case 'ifmissing':
      return `coalesce(${terms.join(', ')})`;
    default:
      return 'NULL';
  }
}

/** As a text that is equal for equal things: numbers as numbers, whatever they are written like. NULL: missing. */
function textSql(expression: Expression, columns: FormulaColumns): string {
  const asText = (number: string) => `CAST(CAST(${number} AS DOUBLE) + 0 AS VARCHAR)`;
  switch (expression.type) {
    case 'text':
      return canonical(expression.value);
    case 'column': {
      const { number, text } = columns(expression.name);
      return `(CASE WHEN ${text} = '' THEN NULL WHEN ${number} IS NOT NULL THEN ${asText(number)} ELSE ${text} END)`;
    }
    case 'call':
      if (isTextual(expression)) {
        const [first, second, third] = expression.arguments;
        if (expression.name === 'if' && first) return conditional(first, second, third, columns, textSql);
        if (expression.name === 'ifmissing')
          return `coalesce(${expression.arguments.map((value) => textSql(value, columns)).join(', ')})`;
      }
      return asText(definiteSql(expression, columns));
    default:
      return asText(definiteSql(expression, columns));
  }
}

/** A text that is a number as JavaScript writes it is equal to that number. */
function canonical(text: string): string {
  const value = Number(text);
  return Number.isFinite(value) && String(value) === text
    ? `CAST(CAST('${text}' AS DOUBLE) AS VARCHAR)`
    : sqlText(text);
}
