import type { JourneyMap } from '../../shared/document/schema';
import type { Language, Translate } from '../../shared/language/translator';
import { planDifference } from '../../shared/metrics/apply-plan';
import { formatNumber } from '../../shared/metrics/format';
import { periodLabel } from '../../shared/metrics/periods';
import { noteText, questionText } from '../../shared/metrics/plan-texts';
import type { DataPlan, PlanQuestion } from '../../shared/metrics/planned';
import { type Target, targetKey } from '../../shared/metrics/recipe';

/** Rows and names that a person reads; the rest is counted. */
const MOST_LINES = 20;

export interface ReportInput {
  plan: DataPlan;
  map: JourneyMap;
  /** The source that is refreshed; null: a new one. */
  source: string | null;
  t: Translate;
  language: Language;
}

/** What an import would do, for people. */
export function planText(input: ReportInput): string {
  const { plan, map, source, t } = input;
  if (plan.questions.length > 0) return `${questionLines(input).join('\n')}\n`;
  const difference = planDifference(map, plan, source);
  const lines = [
    t('importCommand.rows', {
      rows: plan.rowsRead,
      used: plan.rowsUsed,
      refused: plan.rowsRefused,
      without: plan.rowsWithoutValue,
      totals: plan.rowsTotals,
      unmatched: plan.rowsUnmatched,
    }),
    ...plan.notes.map((note) => noteText(note, plan, t)),
    ...nameLines(input),
    ...refusalLines(input),
  ];
  const points = pointCounts(plan, map);
  if (points.length > 0) lines.push(t('importCommand.points'));
  for (const { metric, title, points: count } of points.slice(0, MOST_LINES))
    lines.push(`  ${t('importCommand.pointsOf', { metric, target: title, count })}`);
  if (points.length > MOST_LINES) lines.push(`  ${t('importCommand.more', { count: points.length - MOST_LINES })}`);
  const { added, changed, gone, unchanged } = difference;
  lines.push(t('importCommand.changes', { added, changed, gone, unchanged }));
  return `${lines.join('\n')}\n`;
}

function questionLines({ plan, t, language }: ReportInput): string[] {
  return [
    t('importCommand.questions', { count: plan.questions.length }),
    ...plan.questions.flatMap((question) => [
      `  ${questionText(question, plan.columns, t)}`,
      ...readingsOf(question, t, language).map((line) => `    ${line}`),
    ]),
    t('importCommand.settle'),
  ];
}

/** Digits after the decimal sign. */
const digitsOf = (value: number) => String(value).split('.')[1]?.length ?? 0;

/** Both readings of rows that can be read in two ways. */
function readingsOf(question: PlanQuestion, t: Translate, language: Language): string[] {
  const nothing = t('importCommand.unreadable');
  if (question.question === 'decimal') {
    const number = (value: number | null) =>
      value === null ? nothing : formatNumber(value, digitsOf(value), language);
    return question.examples.map(({ line, cell, point, comma }) =>
      t('importCommand.readings', { line, cell, one: number(point), other: number(comma) }),
    );
  }
  if (question.question !== 'date-order') return [];
  const day = (period: string | null) => (period === null ? nothing : periodLabel(period, language, { year: true }));
  return question.examples.map(({ line, cell, dayFirst, monthFirst }) =>
    t('importCommand.readings', { line, cell, one: day(dayFirst), other: day(monthFirst) }),
  );
}

function nameLines({ plan, map, t }: ReportInput): string[] {
  const names = [
    ...plan.ambiguous.map(({ name, targets, rows }) =>
      t('importCommand.ambiguous', { name, count: rows, things: targets.length }),
    ),
    ...plan.unmatched
      .filter(({ leftOut }) => !leftOut)
      .map(({ name, rows, suggestion }) => {
        if (!suggestion) return t('importCommand.unknown', { name, count: rows });
        const percent = Math.round(suggestion.confidence * 100);
        return t('importCommand.likely', { name, count: rows, title: targetTitle(suggestion.target, map), percent });
      }),
  ];
  return listed(t('importCommand.unmatched'), names, plan.ambiguousCount + plan.unmatchedCount, t);
}

function refusalLines({ plan, t }: ReportInput): string[] {
  const rows = plan.refused.map(({ line, reason, cell }) => {
    const text = t(`dataPlan.refusals.${reason}`);
    const shown = cell.length > 60 ? `${cell.slice(0, 59)}…` : cell;
    return t(shown === '' ? 'importCommand.refusedRow' : 'importCommand.refusedLine', {
      line,
      reason: text,
      cell: shown,
    });
  });
  const count = plan.refusedCounts.reduce((sum, { rows: n }) => sum + n, 0);
  return listed(t('importCommand.refused'), rows, count, t);
}

function listed(title: string, lines: readonly string[], count: number, t: Translate): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES);
  const more = count - shown.length;
  return [
    title,
    ...shown.map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${t('importCommand.more', { count: more })}`] : []),
  ];
}

/** The name of what values are about, as the map has it. */
function targetTitle(target: Target, map: JourneyMap): string {
  if (target.type === 'map') return map.title;
  if (target.type === 'element') return map.elements[target.id]?.title || target.id;
  const connection = map.connections[target.id];
  const [from, to] = [connection?.from ?? '', connection?.to ?? ''].map((id) => map.elements[id]?.title || id);
  return connection?.label || `${from} → ${to}`;
}

interface PointCount {
  metric: string;
  target: Target;
  title: string;
  points: number;
}

/** How many points each metric gets on each thing. */
function pointCounts(plan: DataPlan, map: JourneyMap): PointCount[] {
  const counts = new Map<string, PointCount>();
  const titles = new Map(plan.recipe.metrics.map(({ key, title }) => [key, title]));
  for (const { metric, target, points } of plan.values) {
    const key = `${metric} ${targetKey(target)}`;
    const known = counts.get(key);
    if (known) known.points += points.length;
    else {
      const title = targetTitle(target, map);
      counts.set(key, { metric: titles.get(metric) || metric, target, title, points: points.length });
    }
  }
  return [...counts.values()];
}

/** What `--dry-run --json` prints; its keys are the same in every language. */
export function planJson({ plan, map, source, t, language }: ReportInput): unknown {
  const { added, changed, gone, unchanged } = planDifference(map, plan, source);
  return {
    rows: {
      read: plan.rowsRead,
      used: plan.rowsUsed,
      refused: plan.rowsRefused,
      withoutValue: plan.rowsWithoutValue,
      totals: plan.rowsTotals,
      unmatched: plan.rowsUnmatched,
    },
    questions: plan.questions.map((question) => ({
      ...question,
      text: questionText(question, plan.columns, t),
      readings: readingsOf(question, t, language),
    })),
    notes: plan.notes.map((note) => ({ ...note, text: noteText(note, plan, t) })),
    refusedCounts: plan.refusedCounts,
    refused: plan.refused.map((row) => ({ ...row, text: t(`dataPlan.refusals.${row.reason}`) })),
    matched: plan.matched,
    matchedCount: plan.matchedCount,
    ambiguous: plan.ambiguous,
    unmatched: plan.unmatched,
    unmatchedCount: plan.unmatchedCount,
    points: pointCounts(plan, map),
    values: plan.values,
    withoutResult: plan.withoutResult,
    changes: { added, changed, gone, unchanged },
    recipe: plan.recipe,
  };
}
