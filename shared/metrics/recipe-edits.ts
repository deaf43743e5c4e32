import type { ColumnDescription } from './described';
import type { ColumnRole, Recipe, RecipeColumn, RecipeMetric, Target } from './recipe';
import { metricFor } from './suggest-metrics';

/** Changes to a recipe, as somebody makes them in a dialog. Each gives a new one. */

/** Roles that one column has at a time. */
const SINGLE: ReadonlySet<ColumnRole> = new Set(['card', 'metric', 'period', 'segment', 'persona']);

/**
 * Gives a column a role. What only one column can be, the other one stops being; a second column of values makes a
 * metric of each; a column of metric names brings one metric for each of its texts.
 */
export function withRole(
  recipe: Recipe,
  columns: readonly ColumnDescription[],
  index: number,
  role: ColumnRole,
): Recipe {
  const changed = recipe.columns.map((column): RecipeColumn => {
    if (column.index === index) return { ...column, role, metric: null };
    return SINGLE.has(role) && column.role === role ? { ...column, role: 'ignored', metric: null } : column;
  });
  return withMetricsFor({ ...recipe, columns: changed }, columns);
}

/** Makes metrics and layout fit to the roles of the columns; what was settled of a metric that stays is kept. */
function withMetricsFor(recipe: Recipe, columns: readonly ColumnDescription[]): Recipe {
  const named = recipe.columns.find(({ role }) => role === 'metric');
  const values = recipe.columns.filter(({ role }) => role === 'value');
  const quotient = recipe.columns.filter(({ role }) => role === 'numerator' || role === 'denominator');
  const beside = {
    hasQuotient: quotient.length > 1,
    hasAnswers: recipe.columns.some(({ role }) => role === 'n'),
  };
  const described = (index: number) => columns.find((column) => column.index === index) ?? null;
  const known = (key: string, column: ColumnDescription | null) =>
    recipe.metrics.find((metric) => metric.key === key) ?? { ...metricFor(key, column, beside), key };
  const own = recipe.metrics.filter(({ formula }) => formula !== '');
  const withOwner = (owner: (column: RecipeColumn) => string | null) =>
    recipe.columns.map((column) => (column.role === 'value' ? { ...column, metric: owner(column) } : column));

  if (named) {
    const texts = described(named.index)?.texts ?? [];
    const first = values[0] ? described(values[0].index) : null;
    const layout = recipe.layout === 'wide-by-period' ? recipe.layout : 'long';
    return {
      ...recipe,
      layout,
      columns: withOwner(() => null),
      metrics: [...texts.map(({ text }) => known(text, first)), ...own],
    };
  }
  if (recipe.layout === 'wide-by-period') {
    const keep = recipe.metrics[0];
    return { ...recipe, columns: withOwner(() => null), metrics: keep ? [keep] : [known('', null)] };
  }
  if (beside.hasQuotient && values.length === 0) {
    const ratio = recipe.metrics.find(({ aggregation, formula }) => aggregation === 'ratio' && formula === '');
    const numerator = quotient.find(({ role }) => role === 'numerator');
    const made = ratio ?? { ...metricFor('', numerator ? described(numerator.index) : null, beside), key: '' };
    return { ...recipe, layout: 'long', metrics: [made, ...own] };
  }
  const keyOf = (column: RecipeColumn) => column.metric ?? uniqueKey(column, values);
  return {
    ...recipe,
    layout: values.length > 1 ? 'wide-by-metric' : 'long',
    columns: withOwner(keyOf),
    metrics: [...values.map((column) => known(keyOf(column), described(column.index))), ...own],
  };
}

const uniqueKey = ({ name, index }: RecipeColumn, values: readonly RecipeColumn[]) =>
  name !== '' && values.filter((other) => other.name === name).length === 1 ? name : `${name} ${index + 1}`.trim();

/** Reads the table in another layout: a column per metric, a column per period, or one value a row. */
export function withLayout(recipe: Recipe, columns: readonly ColumnDescription[], layout: Recipe['layout']): Recipe {
  if (layout !== 'wide-by-period') return withMetricsFor({ ...recipe, layout }, columns);
  const periods = new Set(columns.filter(({ period }) => period !== null).map(({ index }) => index));
  const changed = recipe.columns.map((column): RecipeColumn => {
    if (periods.has(column.index)) return { ...column, role: 'value', metric: null };
    return column.role === 'period' || column.role === 'value' ? { ...column, role: 'ignored', metric: null } : column;
  });
  return withMetricsFor({ ...recipe, layout, columns: changed }, columns);
}

export function withColumn(
  recipe: Recipe,
  index: number,
  values: Partial<Pick<RecipeColumn, 'decimal' | 'dateOrder' | 'period' | 'metric'>>,
): Recipe {
  const columns = recipe.columns.map((column) => (column.index === index ? { ...column, ...values } : column));
  return { ...recipe, columns };
}

export function withMetric(recipe: Recipe, key: string, values: Partial<Omit<RecipeMetric, 'key'>>): Recipe {
  const metrics = recipe.metrics.map((metric) => (metric.key === key ? { ...metric, ...values } : metric));
  return { ...recipe, metrics };
}

/** Adds a metric worked out by a formula over the columns of the file; it starts as the sum of one of them. */
export function withOwnMetric(recipe: Recipe, title: string, column: string): Recipe {
  const keys = new Set(recipe.metrics.map(({ key }) => key));
  let number = 1;
  while (keys.has(`formula ${number}`)) number++;
  const made = metricFor('', null, { hasQuotient: true, hasAnswers: false });
  return {
    ...recipe,
    metrics: [...recipe.metrics, { ...made, key: `formula ${number}`, title, formula: `sum([${column}])` }],
  };
}

/** Leaves a metric out: its columns are not read. */
export function withoutMetric(recipe: Recipe, key: string): Recipe {
  return {
    ...recipe,
    metrics: recipe.metrics.filter((metric) => metric.key !== key),
    columns: recipe.columns.map((column) =>
      column.metric === key ? { ...column, role: 'ignored', metric: null } : column,
    ),
  };
}

/** Settles what a name of the file stands for; null: it is left out; undefined: nobody has said. */
export function withMatch(recipe: Recipe, name: string, target: Target | null | undefined): Recipe {
  const others = recipe.matches.filter((match) => match.name !== name);
  return { ...recipe, matches: target === undefined ? others : [...others, { name, target }] };
}

/** The same for a persona. */
export function withPersona(recipe: Recipe, name: string, persona: string | null | undefined): Recipe {
  const others = recipe.personas.filter((match) => match.name !== name);
  return { ...recipe, personas: persona === undefined ? others : [...others, { name, persona }] };
}

/** Whether two columns of a table have the same names in the same order: a recipe of one then fits the other. */
export function fitsTable(recipe: Recipe, columns: readonly Pick<ColumnDescription, 'name'>[]): boolean {
  const names = new Set(columns.map(({ name }) => name));
  return recipe.columns.filter(({ role }) => role !== 'ignored').every(({ name }) => name === '' || names.has(name));
}
