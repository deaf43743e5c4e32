/** A place in a formula's text, in UTF-16 units; the end is not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Over all rows of a group: `sum([orders])`. `min` and `max` of one value; of several they compare within a row. */
export const AGGREGATE_NAMES = ['sum', 'mean', 'weightedmean', 'median', 'min', 'max', 'count', 'distinct'] as const;
export type AggregateName = (typeof AGGREGATE_NAMES)[number];

const ROW_NAMES = [
  'if',
  'and',
  'or',
  'not',
  'ifmissing',
  'abs',
  'round',
  'floor',
  'ceiling',
  'sqrt',
  'least',
  'greatest',
] as const;
export type RowFunctionName = (typeof ROW_NAMES)[number];

export type Operator = '+' | '-' | '*' | '/' | '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A formula, read. */
export type Expression =
  | (Span & { readonly type: 'number'; readonly value: number })
  | (Span & { readonly type: 'text'; readonly value: string })
  | (Span & { readonly type: 'column'; readonly name: string })
  | (Span & { readonly type: 'negate'; readonly operand: Expression })
  | (Span & {
      readonly type: 'binary';
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (Span & { readonly type: 'call'; readonly name: RowFunctionName; readonly arguments: readonly Expression[] })
  | AggregateCall;

/** Its arguments are expressions over one row; `count` may have none: all rows. */
export type AggregateCall = Span & {
  readonly type: 'aggregate';
  readonly name: AggregateName;
  readonly arguments: readonly Expression[];
};

/** What functions may be called: their own names and those that spreadsheets and Spanish have. */
export const FUNCTION_NAMES: Readonly<Record<string, AggregateName | RowFunctionName>> = Object.assign(
  Object.create(null),
  Object.fromEntries([...AGGREGATE_NAMES, ...ROW_NAMES].map((name) => [name, name])),
  {
    suma: 'sum',
    avg: 'mean',
    average: 'mean',
    media: 'mean',
    promedio: 'mean',
    weightedaverage: 'weightedmean',
    mediaponderada: 'weightedmean',
    mediana: 'median',
    minimo: 'min',
    maximo: 'max',
    contar: 'count',
    cuenta: 'count',
    distintos: 'distinct',
    unicos: 'distinct',
    si: 'if',
    y: 'and',
    o: 'or',
    no: 'not',
    sifalta: 'ifmissing',
    coalesce: 'ifmissing',
    redondear: 'round',
    ceil: 'ceiling',
    raiz: 'sqrt',
  },
);

/** How many arguments each takes. */
export const ARGUMENT_COUNTS: Readonly<
  Record<AggregateName | RowFunctionName, readonly [least: number, most: number]>
> = {
  sum: [1, 1],
  mean: [1, 1],
  weightedmean: [2, 2],
  median: [1, 1],
  min: [1, 20],
  max: [1, 20],
  count: [0, 1],
  distinct: [1, 1],
  if: [2, 3],
  and: [2, 20],
  or: [2, 20],
  not: [1, 1],
  ifmissing: [2, 2],
  abs: [1, 1],
  round: [1, 2],
  floor: [1, 1],
  ceiling: [1, 1],
  sqrt: [1, 1],
  least: [2, 20],
  greatest: [2, 20],
};

/** Formulas are typed by people: what is larger is an accident or an attack. */
export const FORMULA_LIMITS = { length: 2_000, depth: 40, nodes: 500 } as const;

/** What is the matter with a formula. Texts: `formulas.errors`. */
export type FormulaErrorCode =
  | 'empty'
  | 'too-long'
  | 'too-deep'
  | 'too-many-parts'
  | 'unexpected-character'
  | 'bad-number'
  | 'decimal-comma'
  | 'mixed-separators'
  | 'unclosed-column'
  | 'unclosed-text'
  | 'empty-column'
  | 'expected-value'
  | 'expected-operator'
  | 'expected-close'
  | 'unknown-function'
  | 'argument-count'
  | 'nested-aggregate'
  | 'column-beside-aggregate'
  | 'needs-aggregate'
  | 'expected-number'
  | 'expected-condition'
  | 'compares-text'
  | 'unknown-column';

export interface FormulaError extends Span {
  readonly code: FormulaErrorCode;
  /** What the text of the error needs. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** Thrown within the room only; what leaves it is a result. */
export class FormulaFault extends Error {
  readonly fault: FormulaError;
  constructor(code: FormulaErrorCode, span: Span, values: FormulaError['values'] = {}) {
    super(code);
    this.fault = { code, start: span.start, end: span.end, values };
  }
}

/** Every expression below one, itself first. */
export function* partsWithin(expression: Expression): Generator<Expression> {
  const waiting: Expression[] = [expression];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    if (next.type === 'negate') waiting.push(next.operand);
    else if (next.type === 'binary') waiting.push(next.right, next.left);
    else if (next.type === 'call' || next.type === 'aggregate') waiting.push(...[...next.arguments].reverse());
  }
}

/** The columns that a formula reads, each once, in the order in which they stand in it. */
export function columnsOf(expression: Expression): string[] {
  return [...new Set([...partsWithin(expression)].flatMap((part) => (part.type === 'column' ? part.name : [])))];
}
