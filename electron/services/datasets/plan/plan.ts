import {
  comparePeriods,
  groupPeriod,
  type Period,
  type PeriodUnit,
  suggestUnit,
  unitOf,
} from '../../../../shared/metrics/periods';
import { type DataPlan, PLAN_LIMITS } from '../../../../shared/metrics/planned';
import type { Recipe } from '../../../../shared/metrics/recipe';
import type { Argument } from '../requests';
import type { Session, Work } from '../session';
import { bodyOf, columnNames, without } from './body';
import { type MetricSql, metricSql } from './metric-sql';
import {
  matchColumn,
  matchMetrics,
  matchPersonas,
  matchSegments,
  type NamedRows,
  type Names,
  type Segment,
  textsOf,
} from './names';
import { notesOn } from './notes';
import { type NumberField, prepareNumbers } from './numbers';
import { DATE_STATE, type PeriodField, preparePeriods } from './periods';
import { pointsOf } from './points';
import { previewRows } from './preview';
import { countRows } from './refusals';
import { BY_PERIOD, type FieldIndex, type Resolved, resolveRecipe } from './resolve';
import { createWorkingTable, valueSource } from './working-table';

const NO_NAMES: Names = {
  targets: [],
  totals: [],
  matched: [],
  matchedCount: 0,
  ambiguous: [],
  ambiguousCount: 0,
  unmatched: [],
  unmatchedCount: 0,
  rowsTotals: 0,
  hasLikely: 0,
};

/** Works out what an import by a recipe would do. Nothing is changed; while a question is open, there are no values. */
export async function planImport(
  { recipe, outline }: Argument<'plan'>,
  session: Session,
  work: Work,
): Promise<DataPlan> {
  const { engine } = session;
  const names = await columnNames(session, recipe.header);
  const resolved = resolveRecipe(recipe, names);
  const rows = bodyOf(session, recipe);
  const [[rowsRead] = []] = await engine.all(`SELECT count(*) FROM cells WHERE ${rows.isRow}`);
  const plan = emptyPlan(recipe, names, Number(rowsRead));
  plan.questions.push(...resolved.questions);
  if (resolved.questions.some(({ question }) => question !== 'metric-columns' && question !== 'formula')) return plan;

  let counted = rows.from;
  const listOf = async (role: 'card' | 'metric' | 'segment' | 'persona'): Promise<NamedRows[] | null> => {
    const index = resolved.single[role];
    if (index === null) return null;
    const most = role === 'card' ? PLAN_LIMITS.distinctNames : PLAN_LIMITS.segments;
    const texts = await textsOf(engine, counted, index, most);
    if (Array.isArray(texts)) return texts;
    const question = role === 'card' ? 'too-many-names' : 'too-many-segments';
    plan.questions.push({ question, column: index, count: texts.count, most });
    return [];
  };
  work.progress(0.05);
  const cards = await listOf('card');
  const found = cards ? await matchColumn(engine, work, cards, recipe, outline) : NO_NAMES;
  const targets = cards ? found.targets : recipe.fixedTarget ? [recipe.fixedTarget] : [];
  const { targets: _, totals, hasLikely, ...listed } = found;
  // What stands in rows that are left out says nothing about how to read the others.
  counted = without(counted, resolved.single.card ?? 0, totals);
  Object.assign(plan, listed);
  const metricTexts = await listOf('metric');
  if (metricTexts) plan.unknownMetrics = await matchMetrics(engine, work, metricTexts, recipe);
  const segmentTexts = await listOf('segment');
  const segments = segmentTexts && (await matchSegments(engine, work, segmentTexts));
  const personaTexts = await listOf('persona');
  const personas = personaTexts && (await matchPersonas(engine, work, personaTexts, recipe, outline));
  plan.personas = personas?.listed ?? [];
  work.progress(0.2);

  const dates = await datesOf(session, work, { recipe, resolved, body: counted, plan });
  const { fields, texts } = await fieldsOf(session, work, { resolved, body: counted, plan });
  plan.recipe = filledRecipe(recipe, resolved, session, { fields, dates });
  if (plan.questions.length > 0) return plan;
  work.progress(0.5);

  await createWorkingTable(session, work, { body: rows.from, resolved, fields, texts, ...dates });
  work.progress(0.7);
  const metrics: MetricSql[] = [];
  for (const metric of resolved.metrics)
    metrics.push(await metricSql(engine, metric, fields, resolved.single.metric !== null));
  const personaTitles = new Map(outline.elements.map(({ id, title }) => [id, title]));
  const segmentOf = (segment: number, persona: number): Segment | null => {
    const id = personas?.ids[persona] ?? null;
    const title = id === null ? '' : (personaTitles.get(id) ?? '');
    const name = [title, segments?.names[segment] ?? ''].filter((part) => part !== '').join(' · ');
    return { segment: name, persona: id };
  };
  const isParted = segments !== null || personas !== null;
  const addTotals = isParted && segments?.hasEverybody !== true && personas?.hasEverybody !== true;
  let merges = new Set<string>();
  let pointCount = 0;
  for (const metric of metrics) {
    work.check();
    const { periods } = dates;
    const points = await pointsOf(engine, metric, { targets, periods, segmentOf, addTotals });
    pointCount += points.values.reduce((sum, values) => sum + values.points.length, 0);
    if (points.tooMany || pointCount > PLAN_LIMITS.points) {
      const count = Math.max(pointCount, PLAN_LIMITS.points + 1);
      plan.questions.push({ question: 'too-many-points', count, most: PLAN_LIMITS.points });
      plan.values = [];
      return plan;
    }
    plan.values.push(...points.values);
    plan.withoutResultCount += points.withoutResultCount;
    plan.withoutResult.push(...points.withoutResult);
    if (points.merges) merges = merges.add(metric.resolved.metric.key);
  }
  plan.withoutResult = plan.withoutResult.slice(0, PLAN_LIMITS.refusals);
  work.progress(0.9);
  Object.assign(plan, await countRows({ session, resolved, metrics, body: rows }));
  plan.preview = await previewRows({ session, resolved, metrics, fields, targets, periods: dates.periods });
  plan.notes = notesOn({ plan, metrics, fields, merges, hasLikely });
  return plan;
}

function emptyPlan(recipe: Recipe, columns: string[], rowsRead: number): DataPlan {
  return {
    recipe,
    columns,
    questions: [],
    notes: [],
    periodUnit: null,
    values: [],
    matched: [],
    matchedCount: 0,
    ambiguous: [],
    ambiguousCount: 0,
    unmatched: [],
    unmatchedCount: 0,
    personas: [],
    unknownMetrics: [],
    refused: [],
    refusedCounts: [],
    withoutResult: [],
    withoutResultCount: 0,
    rowsRead,
    rowsUsed: 0,
    rowsTotals: 0,
    rowsWithoutValue: 0,
    rowsUnmatched: 0,
    rowsRefused: 0,
    preview: [],
  };
}

interface Parts {
  resolved: Resolved;
  body: string;
  plan: DataPlan;
}

interface Dates {
  period: PeriodField | null;
  columnPeriods: { index: number; pe: number; da: number; ps: number }[];
  /** By the numbers of the working table. */
  periods: Period[];
  unit: PeriodUnit | null;
}

/** Reads the dates: of a column, of the names of columns, or one for the whole file. Adds its questions to the plan. */
async function datesOf(
  { engine }: Session,
  work: Work,
  { recipe, resolved, body, plan }: Parts & { recipe: Recipe },
): Promise<Dates> {
  const index = resolved.single.period;
  if (resolved.periodColumns.length > 0) return datesOfColumns(recipe, resolved, plan);
  if (index === null)
    return { period: null, columnPeriods: [], periods: [recipe.fixedPeriod], unit: unitOf(recipe.fixedPeriod) };
  const order = resolved.columns[index]?.dateOrder ?? null;
  const period = await preparePeriods(engine, work, body, index, { order, unit: recipe.periodUnit });
  if (period === null) {
    const [[count] = []] = await engine.all(`SELECT count(DISTINCT c${index}) FROM ${body}`);
    const most = PLAN_LIMITS.distinctNames;
    plan.questions.push({ question: 'too-many-names', column: index, count: Number(count), most });
    return { period, columnPeriods: [], periods: [], unit: null };
  }
  if (period.order === null)
    plan.questions.push({ question: 'date-order', column: index, mixed: period.mixed, examples: period.examples });
  else if (period.unit === null && period.hasPeriods) plan.questions.push({ question: 'period-unit' });
  plan.periodUnit = period.unit;
  return { period, columnPeriods: [], periods: period.periods, unit: period.unit };
}

function datesOfColumns(recipe: Recipe, { periodColumns }: Resolved, plan: DataPlan): Dates {
  const days = [...new Set(periodColumns.map(({ period }) => period))].sort(comparePeriods);
  const unit = recipe.periodUnit ?? suggestUnit(days);
  if (unit === null) plan.questions.push({ question: 'period-unit' });
  plan.periodUnit = unit;
  const periods: Period[] = [];
  const columnPeriods = periodColumns.map(({ index, period }) => {
    const group = unit === null ? null : groupPeriod(period, unit);
    if (group === null) return { index, pe: -1, da: -1, ps: DATE_STATE['cut-week'] };
    const pe = periods.includes(group) ? periods.indexOf(group) : periods.push(group) - 1;
    return { index, pe, da: days.indexOf(period), ps: DATE_STATE.period };
  });
  return { period: null, columnPeriods, periods, unit };
}

/** Reads the columns of numbers. Where a decimal sign is open and matters, a question is added to the plan. */
async function fieldsOf(
  { engine, facts }: Session,
  work: Work,
  { resolved, body, plan }: Parts,
): Promise<{ fields: Map<FieldIndex, NumberField>; texts: Set<number> }> {
  const [numeric, loose, texts] = [new Set<FieldIndex>(), new Set<FieldIndex>(), new Set<number>()];
  for (const { metric, value, numerator, denominator, n, formula } of resolved.metrics) {
    const isText = metric.aggregation === 'count' || metric.aggregation === 'distinct';
    if (value !== null) (isText && !formula ? loose : numeric).add(value);
    if (isText && value !== null && value !== BY_PERIOD) texts.add(value);
    for (const column of [numerator, denominator, n]) if (column !== null) numeric.add(column);
    for (const column of formula?.columns.values() ?? []) {
      (formula?.numeric.has(column) ? numeric : loose).add(column);
      texts.add(column);
    }
  }
  const fields = new Map<FieldIndex, NumberField>();
  for (const index of new Set([...numeric, ...loose])) {
    work.check();
    const isByPeriod = index === BY_PERIOD;
    const columns = isByPeriod ? resolved.periodColumns.map((column) => column.index) : [index];
    const chosen = columns.flatMap((column) => resolved.columns[column]?.decimal ?? [])[0] ?? null;
    const field = await prepareNumbers({
      engine,
      work,
      key: fields.size,
      from: isByPeriod ? valueSource(body, resolved) : body,
      cell: isByPeriod ? 'v' : `c${index}`,
      typed: columns.every((column) => (facts.columns[column]?.cells?.number ?? 0) > 0),
      chosen: chosen ?? (numeric.has(index) ? null : '.'),
    });
    fields.set(index, field);
    if (field.decimal !== null) continue;
    const { mixed, examples } = field;
    plan.questions.push({ question: 'decimal', column: columns[0] ?? 0, mixed, examples });
  }
  return { fields, texts };
}

/** With all that the file has shown: a newer file then goes the same way. */
function filledRecipe(
  recipe: Recipe,
  resolved: Resolved,
  { facts }: Session,
  { fields, dates }: { fields: ReadonlyMap<FieldIndex, NumberField>; dates: Dates },
): Recipe {
  const byPeriod = fields.get(BY_PERIOD)?.decimal ?? null;
  return {
    ...recipe,
    encoding: facts.encoding,
    delimiter: facts.delimiter,
    sheet: facts.sheet,
    columns: resolved.columns.map((column) => ({
      ...column,
      decimal:
        fields.get(column.index)?.decimal ??
        (resolved.periodColumns.some(({ index }) => index === column.index) ? byPeriod : column.decimal),
      dateOrder: column.role === 'period' ? (dates.period?.order ?? column.dateOrder) : column.dateOrder,
    })),
    periodUnit: dates.unit,
    metrics: resolved.metrics.map(({ metric }) => metric),
  };
}
