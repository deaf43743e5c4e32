import { normaliseName } from '../../analysis/normalise-name';
import { checkLevels, checkTypes } from './check';
import { overGroups } from './groups';
import {
  AGGREGATE_NAMES,
  type AggregateName,
  ARGUMENT_COUNTS,
  type Expression,
  FORMULA_LIMITS,
  type FormulaError,
  FormulaFault,
  FUNCTION_NAMES,
  type Operator,
  type Span,
} from './syntax';
import { type Token, tokensOf } from './tokens';

export type ParsedFormula =
  | {
      status: 'ok';
      /** Over groups of rows: columns stand in aggregates only. */
      expression: Expression;
    }
  | { status: 'error'; error: FormulaError };

const COMPARISONS: readonly Operator[] = ['=', '<>', '<', '<=', '>', '>='];

/**
 * Reads the formula of a metric: numbers with a decimal point, + − × ÷ (also * /), parentheses, comparisons, functions,
 * 'texts' in single quotation marks, and columns by name, plain or in [brackets] or "quotation marks". Arguments are
 * separated by ; or by a comma and a space.
 *
 * A formula without aggregates gets them where there is one right way: `orders / visits` is `sum(orders) / sum(visits)`,
 * `price * quantity` is `sum(price * quantity)`. Nothing is ever executed: the result is a tree for `evaluateGroup`.
 */
export function parseFormula(text: string): ParsedFormula {
  try {
    const expression = new Parser(tokensOf(text)).formula();
    checkLevels(expression);
    checkTypes(expression);
    return { status: 'ok', expression: overGroups(expression) };
  } catch (error) {
    if (error instanceof FormulaFault) return { status: 'error', error: error.fault };
    throw error;
  }
}

const isAggregateName = (name: string): name is AggregateName => (AGGREGATE_NAMES as readonly string[]).includes(name);

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private nodes = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  formula(): Expression {
    if (this.peek().type === 'end') throw new FormulaFault('empty', this.peek());
    const expression = this.comparison();
    if (this.peek().type !== 'end') throw this.unexpected('expected-operator');
    return expression;
  }

  private peek(): Token {
    const token = this.tokens[Math.min(this.at, this.tokens.length - 1)];
    if (!token) throw new FormulaFault('empty', { start: 0, end: 0 });
    return token;
  }

  private unexpected(code: 'expected-value' | 'expected-operator' | 'expected-close'): FormulaFault {
    return new FormulaFault(code, this.peek(), { found: describe(this.peek()) });
  }

  private made<Made extends Expression>(expression: Made): Made {
    if (++this.nodes > FORMULA_LIMITS.nodes)
      throw new FormulaFault('too-many-parts', expression, { most: FORMULA_LIMITS.nodes });
    return expression;
  }

  private operator(wanted: readonly Operator[]): Operator | null {
    const token = this.peek();
    if (token.type !== 'operator' || !wanted.includes(token.operator)) return null;
    this.at++;
    return token.operator;
  }

  private comparison(): Expression {
    const left = this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.signed()));
    const operator = this.operator(COMPARISONS);
    if (operator === null) return left;
    const right = this.chain(['+', '-'], () => this.chain(['*', '/'], () => this.signed()));
    return this.made({ type: 'binary', operator, left, right, start: left.start, end: right.end });
  }

  private chain(operators: readonly Operator[], operand: () => Expression): Expression {
    let left = operand();
    for (let operator = this.operator(operators); operator !== null; operator = this.operator(operators)) {
      const right = operand();
      left = this.made({ type: 'binary', operator, left, right, start: left.start, end: right.end });
    }
    return left;
  }

  private signed(): Expression {
    const { start } = this.peek();
    const sign = this.operator(['-', '+']);
    if (sign === null) return this.value();
    const operand = this.deeper(() => this.signed());
    return sign === '+' ? operand : this.made({ type: 'negate', operand, start, end: operand.end });
  }

  private deeper<Result>(read: () => Result): Result {
    if (++this.depth > FORMULA_LIMITS.depth)
      throw new FormulaFault('too-deep', this.peek(), { most: FORMULA_LIMITS.depth });
    const result = read();
    this.depth--;
    return result;
  }

  private value(): Expression {
    const token = this.peek();
    const { start, end } = token;
    switch (token.type) {
      case 'number':
      case 'text':
        this.at++;
        return this.made({ ...token });
      case 'column':
        this.at++;
        if (token.plain && this.peek().type === '(') return this.call(token.name, token);
        return this.made({ type: 'column', name: token.name, start, end });
      case '(': {
        this.at++;
        const inner = this.deeper(() => this.comparison());
        const close = this.close();
        return { ...inner, start, end: close.end };
      }
      default:
        throw this.unexpected('expected-value');
    }
  }

  private close(): Span {
    const token = this.peek();
    if (token.type !== ')') throw this.unexpected('expected-close');
    this.at++;
    return token;
  }

  private call(written: string, place: Span): Expression {
    const name = FUNCTION_NAMES[normaliseName(written).replaceAll(' ', '')];
    if (name === undefined) throw new FormulaFault('unknown-function', place, { found: written });
    this.at++;
    const values = this.peek().type === ')' ? [] : this.deeper(() => this.values());
    const span = { start: place.start, end: this.close().end };
    const [least, most] = ARGUMENT_COUNTS[name];
    if (values.length < least || values.length > most)
      throw new FormulaFault('argument-count', span, {
        name: written,
        expected: least === most ? least : `${least}–${most}`,
        found: values.length,
      });
    if ((name === 'min' || name === 'max') && values.length > 1)
      return this.made({ type: 'call', name: name === 'min' ? 'least' : 'greatest', arguments: values, ...span });
    return isAggregateName(name)
      ? this.made({ type: 'aggregate', name, arguments: values, ...span })
      : this.made({ type: 'call', name, arguments: values, ...span });
  }

  private values(): Expression[] {
    const found = [this.comparison()];
    let separator: ',' | ';' | null = null;
    for (let token = this.peek(); token.type === ',' || token.type === ';'; token = this.peek()) {
      separator ??= token.type;
      if (separator !== token.type) throw new FormulaFault('mixed-separators', token);
      this.at++;
      found.push(this.comparison());
    }
    return found;
  }
}

function describe(token: Token): string {
  switch (token.type) {
    case 'end':
      return '';
    case 'number':
      return String(token.value);
    case 'text':
      return `'${token.value}'`;
    case 'column':
      return token.name;
    case 'operator':
      return token.operator;
    default:
      return token.type;
  }
}
