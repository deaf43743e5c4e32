import type { Translate } from '../language/translator';
import { recogniseMeasure } from './catalogue/recognise';
import type { DatasetFacts } from './dataset';
import type { ColumnDescription } from './described';
import type { ColumnRole, Recipe, RecipeColumn } from './recipe';
import { metricFor, ratiosIn } from './suggest-metrics';
import { speaksOf } from './words';

/** Where a table is to be understood: its columns, and what has been found out about the file. */
export interface SuggestionInput {
  columns: readonly ColumnDescription[];
  header: Recipe['header'];
  facts: Pick<DatasetFacts, 'encoding' | 'delimiter' | 'sheet'>;
  /** Of the map's language, for the names of metrics that no column gives. */
  t: Translate;
}

/** More metrics than this are not read out of a column of their names: it is something else. */
const MOST_METRICS = 100;

/** A recipe that suits a table, by the names and contents of its columns. What is open in it, the plan will ask. */
export function suggestRecipe({ columns, header, facts, t }: SuggestionInput): Recipe {
  const roles = new Map<number, ColumnRole>();
  const free = () => columns.filter(({ index }) => !roles.has(index));
  const take = (role: ColumnRole, column: ColumnDescription | null) => {
    if (column) roles.set(column.index, role);
    return column;
  };
  const byPeriod = columns.filter((column) => column.period !== null && numeric(column) >= 0.5);
  const isByPeriod = byPeriod.length >= 2;
  if (isByPeriod) for (const column of byPeriod) take('value', column);
  else take('period', best(free(), periodScore));
  take('card', best(free(), cardScore));
  take(
    'persona',
    best(free(), (column) => (textual(column) ? column.personas + said(column, 'persona', 0.4) : 0), 0.3),
  );
  take(
    'segment',
    best(free(), (column) => (textual(column) && named(column, 'segment') ? 1 : 0)),
  );
  const metricColumn = take('metric', best(free(), metricScore));
  if (!isByPeriod) {
    take(
      'numerator',
      best(free(), (column) => (numeric(column) >= 0.5 ? said(column, 'numerator', 1) : 0)),
    );
    take(
      'denominator',
      best(free(), (column) => (numeric(column) >= 0.5 ? said(column, 'denominator', 1) : 0)),
    );
  }
  const hasQuotient = ['numerator', 'denominator'].every((role) => [...roles.values()].includes(role as ColumnRole));
  const numbers = free().filter((column) => !hasQuotient && numeric(column) >= 0.5 && !isId(column));
  const answers = numbers.length > 1 ? best(numbers, (column) => said(column, 'answers', 1)) : null;
  if (!isByPeriod) take('n', answers);
  const values = isByPeriod ? [] : numbers.filter((column) => column !== answers);
  const hasAnswers = roles.size > 0 && [...roles.values()].includes('n');
  const common = { hasQuotient, hasAnswers };

  const metrics: Recipe['metrics'] = [];
  const owners = new Map<number, string>();
  if (metricColumn) {
    const value = isByPeriod ? byPeriod[0] : best(values, valueScore);
    if (!isByPeriod) take('value', value ?? null);
    // Where only some of the numbers are percentages, each metric has to be judged by its name.
    const { percent = 0 } = value?.number ?? {};
    const judged = value && (percent === 0 || percent === value.numbers) ? value : null;
    for (const { text } of metricColumn.texts ?? []) metrics.push(metricFor(text, judged, common));
  } else if (isByPeriod) {
    const [first] = byPeriod;
    metrics.push(metricFor(facts.sheet ?? '', first ?? null, common));
  } else if (hasQuotient) {
    metrics.push(metricFor('', columns.find(({ index }) => roles.get(index) === 'numerator') ?? null, common));
  } else {
    const ratios = ratiosIn(
      columns.map(({ name }) => name),
      t,
    );
    for (const column of values) {
      const ratio = ratios.find(({ catalogue }) => catalogue === recogniseMeasure(column.name)?.id);
      // Out of its parts, a ratio stays right for any number of rows.
      if (ratio) continue;
      take('value', column);
      const key = uniqueKey(column.name, column.index, metrics);
      owners.set(column.index, key);
      metrics.push({ ...metricFor(column.name, column, common), key });
    }
    metrics.push(...ratios);
  }
  const layout = isByPeriod ? 'wide-by-period' : metricColumn || owners.size <= 1 ? 'long' : 'wide-by-metric';
  return {
    version: 1,
    ...facts,
    header,
    skippedLines: [],
    skipTotals: true,
    layout,
    columns: columns.map((column) => columnOf(column, roles.get(column.index) ?? 'ignored', owners)),
    periodUnit: null,
    fixedPeriod: '',
    fixedTarget: null,
    metrics,
    matches: [],
    personas: [],
  };
}

const columnOf = ({ index, name }: ColumnDescription, role: ColumnRole, owners: Map<number, string>): RecipeColumn => ({
  name,
  index,
  role,
  metric: owners.get(index) ?? null,
  period: null,
  decimal: null,
  dateOrder: null,
});

function best(
  columns: readonly ColumnDescription[],
  score: (column: ColumnDescription) => number,
  least = 0,
): ColumnDescription | null {
  let found: ColumnDescription | null = null;
  let most = least;
  for (const column of columns) {
    const points = score(column);
    if (points <= most) continue;
    found = column;
    most = points;
  }
  return found;
}

const filledRows = (column: ColumnDescription) => column.filled - column.missing;
const numeric = (column: ColumnDescription) => shareOf(column.numbers, filledRows(column));
const dated = (column: ColumnDescription) => shareOf(column.dates, filledRows(column));
const textual = (column: ColumnDescription) => column.filled > 0 && numeric(column) < 0.2 && dated(column) < 0.5;
const shareOf = (count: number, of: number) => (of <= 0 ? 0 : Math.min(count / of, 1));
const named = (column: ColumnDescription, list: Parameters<typeof speaksOf>[1]) => speaksOf(column.name, list);
const said = (column: ColumnDescription, list: Parameters<typeof speaksOf>[1], points: number) =>
  named(column, list) ? points : 0;

function periodScore(column: ColumnDescription): number {
  const share = dated(column);
  if (named(column, 'period') && share >= 0.3) return 2 + share;
  if (share < 0.8) return 0;
  // Plain numbers between 1900 and 2199 are years only where the name says so.
  return column.date?.plainYears ? 0 : share;
}

const cardScore = (column: ColumnDescription) =>
  column.onMap * 10 + (textual(column) ? 1 + said(column, 'card', 2) - said(column, 'segment', 0.5) : 0);

function metricScore(column: ColumnDescription): number {
  if (!textual(column) || !column.texts || column.texts.length > MOST_METRICS) return 0;
  const known = column.texts.filter(({ measure }) => measure !== null).length / Math.max(column.texts.length, 1);
  return (known >= 0.5 ? known : 0) + said(column, 'metric', 1);
}

const valueScore = (column: ColumnDescription) =>
  numeric(column) + said(column, 'value', 1) + ((column.number?.percent ?? 0) > 0 ? 0.5 : 0) - (isId(column) ? 1.4 : 0);

/** Beyond 2^53, or called so: a number that nobody adds up. */
const isId = (column: ColumnDescription) =>
  (column.number?.tooLarge ?? 0) > 0 || (named(column, 'id') && !named(column, 'value') && column.measure === null);

function uniqueKey(name: string, index: number, metrics: Recipe['metrics']): string {
  return name !== '' && !metrics.some(({ key }) => key === name) ? name : `${name} ${index + 1}`.trim();
}
