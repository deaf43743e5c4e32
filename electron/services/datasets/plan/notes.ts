import { currencyCode } from '../../../../shared/metrics/numbers';
import type { DataPlan, PlanNote } from '../../../../shared/metrics/planned';
import type { MetricSql } from './metric-sql';
import type { NumberField } from './numbers';
import type { FieldIndex } from './resolve';

interface NotesInput {
  plan: DataPlan;
  metrics: readonly MetricSql[];
  fields: ReadonlyMap<FieldIndex, NumberField>;
  /** Keys of metrics some of whose values are made of several rows. */
  merges: ReadonlySet<string>;
  /** Names without a match that have something like it. */
  hasLikely: number;
}

/** What is worth knowing about a plan that has no open questions. */
export function notesOn({ plan, metrics, fields, merges, hasLikely }: NotesInput): PlanNote[] {
  const notes: PlanNote[] = [];
  const add = (note: PlanNote['note'], metric: string | null = null, detail: string | number = '') =>
    notes.push({ note, metric, detail: String(detail) });
  for (const { resolved, signs } of metrics) {
    const { metric, value, formula } = resolved;
    if (formula || value === null) continue;
    const field = fields.get(value);
    const found = signs.get(value);
    if (merges.has(metric.key) && metric.unit === 'percent') {
      if (metric.aggregation === 'mean') add('mean-of-percentages', metric.key);
      if (metric.aggregation === 'sum') add('sum-of-percentages', metric.key);
    }
    if (metric.unit === 'percent' && found && !found.hasPercent && metric.aggregation !== 'csat')
      add('percent-scale', metric.key);
    const sign = field?.currencies[found?.currency ?? 0] ?? '';
    const isShared = sign !== '' && !/^[A-Z]{3}$/.test(currencyCode(sign));
    if (metric.unit === 'currency' && isShared && !/^[A-Z]{3}$/.test(metric.currency))
      add('shared-currency-sign', metric.key, sign);
  }
  for (const [index, field] of fields) if (field.doubtful) add('other-decimal', null, plan.columns[index] ?? '');
  if (plan.unknownMetrics.length > 0)
    add(
      'unknown-metrics',
      null,
      plan.unknownMetrics
        .map(({ name }) => name)
        .slice(0, 5)
        .join(', '),
    );
  if (plan.rowsTotals > 0) add('totals-skipped', null, plan.rowsTotals);
  if (hasLikely > 0) add('unconfirmed-names', null, hasLikely);
  if (plan.values.length === 0) add('nothing-matched');
  return notes;
}
