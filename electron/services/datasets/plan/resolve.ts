import { findColumns } from '../../../../shared/metrics/formula/columns';
import { aggregationOf, formulaParts } from '../../../../shared/metrics/formula/groups';
import { parseFormula } from '../../../../shared/metrics/formula/parse';
import { type Expression, partsWithin } from '../../../../shared/metrics/formula/syntax';
import type { PlanQuestion } from '../../../../shared/metrics/planned';
import { readPeriod } from '../../../../shared/metrics/read-periods';
import type { ColumnRole, Recipe, RecipeColumn, RecipeMetric } from '../../../../shared/metrics/recipe';

/** The name of the one field of values where every period has a column of its own. */
export const BY_PERIOD = -1;

/** A column of numbers by its index; `BY_PERIOD`: the values of all period columns. */
export type FieldIndex = number;

export interface ResolvedFormula {
  expression: Expression;
  /** The file's column for every name in it. */
  columns: ReadonlyMap<string, number>;
  /** Those that have to be numbers; others may hold texts. */
  numeric: ReadonlySet<number>;
}

export interface ResolvedMetric {
  metric: RecipeMetric;
  /** Its place among the recipe's metrics. */
  index: number;
  value: FieldIndex | null;
  numerator: FieldIndex | null;
  denominator: FieldIndex | null;
  n: FieldIndex | null;
  formula: ResolvedFormula | null;
}

type SingleRole = Extract<ColumnRole, 'card' | 'metric' | 'period' | 'segment' | 'persona'>;
const SINGLE_ROLES: readonly SingleRole[] = ['card', 'metric', 'period', 'segment', 'persona'];

/** A recipe as it holds for a file. */
export interface Resolved {
  /** For the columns of this file, in their order. */
  columns: RecipeColumn[];
  single: Record<SingleRole, number | null>;
  /** Layout `wide-by-period`: the columns of values. */
  periodColumns: { index: number; period: string }[];
  metrics: ResolvedMetric[];
  questions: PlanQuestion[];
}

/** Finds the columns that a recipe means in a file whose columns may stand in another order. */
export function resolveRecipe(recipe: Recipe, names: readonly string[]): Resolved {
  const questions: PlanQuestion[] = [];
  const columns = resolveColumns(recipe, names, questions);
  const single = Object.fromEntries(
    SINGLE_ROLES.map((role) => {
      const found = columns.filter((column) => column.role === role);
      if (found.length > 1) questions.push({ question: 'same-role', role });
      return [role, found[0]?.index ?? null];
    }),
  ) as Record<SingleRole, number | null>;
  if (single.card === null && recipe.fixedTarget === null) questions.push({ question: 'card-column' });
  const periodColumns =
    recipe.layout === 'wide-by-period'
      ? columns.flatMap(({ role, index, name, period }) => {
          const own = role === 'value' ? (period ?? periodIn(name)) : null;
          return own === null ? [] : [{ index, period: own }];
        })
      : [];
  if (recipe.metrics.length === 0 || (recipe.layout === 'wide-by-period' && periodColumns.length === 0))
    questions.push({ question: 'value-column' });
  const metrics = recipe.metrics.map((metric, index) =>
    resolveMetric(metric, index, { recipe, columns, names, questions }),
  );
  return { columns, single, periodColumns, metrics, questions };
}

const periodIn = (name: string): string | null => {
  const reading = readPeriod(name, 'day-first');
  return reading.type === 'period' ? reading.period : null;
};

/** One for each column of the file; what the recipe does not know is ignored, but for new periods. */
function resolveColumns(recipe: Recipe, names: readonly string[], questions: PlanQuestion[]): RecipeColumn[] {
  const taken = new Map<number, RecipeColumn>();
  for (const column of recipe.columns) {
    const index = placeOf(column, names, taken);
    if (index !== null) taken.set(index, { ...column, index, name: names[index] ?? '' });
    else if (column.role !== 'ignored' && !(recipe.layout === 'wide-by-period' && column.role === 'value'))
      questions.push({ question: 'column-gone', column: column.name || String(column.index + 1) });
  }
  return names.map((name, index) => {
    const known = taken.get(index);
    if (known) return known;
    const isNewPeriod = recipe.layout === 'wide-by-period' && periodIn(name) !== null;
    const role: ColumnRole = isNewPeriod ? 'value' : 'ignored';
    return { name, index, role, metric: null, period: null, decimal: null, dateOrder: null };
  });
}

function placeOf(column: RecipeColumn, names: readonly string[], taken: ReadonlyMap<number, unknown>): number | null {
  const isFree = (index: number) => index < names.length && !taken.has(index);
  if (names[column.index] === column.name && isFree(column.index)) return column.index;
  if (column.name === '') return null;
  const found = names.findIndex((name, index) => name === column.name && isFree(index));
  return found < 0 ? null : found;
}

interface Around {
  recipe: Recipe;
  columns: readonly RecipeColumn[];
  names: readonly string[];
  questions: PlanQuestion[];
}

function resolveMetric(metric: RecipeMetric, index: number, around: Around): ResolvedMetric {
  const { recipe, columns, questions } = around;
  const pick = (role: ColumnRole): FieldIndex | null => {
    if (recipe.layout === 'wide-by-period') return role === 'value' ? BY_PERIOD : null;
    const found = columns.filter((column) => column.role === role);
    const own = found.find((column) => column.metric === metric.key) ?? found.find((column) => column.metric === null);
    return own?.index ?? null;
  };
  const formula = metric.formula.trim() === '' ? null : resolveFormula(metric, around);
  const resolved: ResolvedMetric = {
    metric,
    index,
    value: formula ? null : pick('value'),
    numerator: formula ? null : pick('numerator'),
    denominator: formula ? null : pick('denominator'),
    n: pick('n'),
    formula,
  };
  if (formula) {
    const { aggregation } = aggregationOf(formula.expression);
    resolved.metric = { ...metric, aggregation };
  } else if (metric.formula.trim() === '' && !isComplete(resolved))
    questions.push({ question: 'metric-columns', metric: metric.key });
  return resolved;
}

function isComplete({ metric, value, numerator, denominator, n }: ResolvedMetric): boolean {
  switch (metric.aggregation) {
    case 'count':
      return true;
    case 'ratio':
      return numerator !== null && denominator !== null;
    case 'weighted-mean':
      return value !== null && n !== null;
    default:
      return value !== null;
  }
}

function resolveFormula(metric: RecipeMetric, { names, questions }: Around): ResolvedFormula | null {
  const parsed = parseFormula(metric.formula);
  const found = parsed.status === 'ok' ? findColumns(parsed.expression, names) : parsed;
  if (found.status === 'error' || parsed.status === 'error') {
    const error = found.status === 'error' ? found.error : null;
    if (error) questions.push({ question: 'formula', metric: metric.key, error });
    return null;
  }
  const columns = new Map([...found.columns].map(([name, column]) => [name, names.indexOf(column)]));
  const numeric = [...numericNames(parsed.expression)].flatMap((name) => columns.get(name) ?? []);
  return { expression: parsed.expression, columns, numeric: new Set(numeric) };
}

/** Columns that stand anywhere but in a comparison with = or <>, and in what is only counted. */
function numericNames(expression: Expression): Set<string> {
  const names = new Set<string>();
  const add = (part: Expression) => {
    if (part.type === 'column') names.add(part.name);
  };
  for (const part of partsWithin(expression)) {
    if (part.type === 'negate') add(part.operand);
    else if (part.type === 'binary' && part.operator !== '=' && part.operator !== '<>') {
      add(part.left);
      add(part.right);
    } else if (part.type === 'call') part.arguments.forEach(add);
    else if (part.type === 'aggregate' && part.name !== 'count' && part.name !== 'distinct')
      part.arguments.forEach(add);
  }
  return names;
}

/** Everything that has to be worked out over a group of rows: the formula's own parts, and those of its quotient. */
export function partsOf({ expression }: ResolvedFormula): ReturnType<typeof formulaParts> {
  const found = aggregationOf(expression);
  const quotient = found.aggregation === 'ratio' ? found.quotient : null;
  const all = [expression, ...(quotient ? [quotient.numerator, quotient.denominator] : [])].flatMap(formulaParts);
  return [...new Map(all.map((part) => [part.key, part])).values()];
}
