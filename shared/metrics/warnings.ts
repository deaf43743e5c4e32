import type { JourneyMap, Measurement, Metric } from '../document/schema';
import { createTranslator, type Language, type Translate } from '../language/translator';
import { isUncertain } from './compare-periods';
import { formatValue } from './format';
import { freshnessOf } from './freshness';
import { type Period, periodLabel } from './periods';
import { suddenChange } from './sudden-change';
import { isBroken, thresholdsOf } from './thresholds';

/** What may be wrong, the gravest first. Texts: `metricRules.warnings`. */
export type WarningId = 'threshold' | 'drop' | 'spike' | 'stale';

/** A warning sign of one measurement; it leads to its element or connection, or stands for the whole map. */
export interface WarningSign {
  id: WarningId;
  measurement: string;
  metric: string;
  element: string | null;
  connection: string | null;
  segment: string;
  /** The period of the latest value. */
  period: Period;
  value: number;
  /** The threshold, or what was to be expected; null: with `stale` there is none. */
  reference: number | null;
  /** Good news, bad news, or neither can tell: a spike in sales is no reason to worry. */
  changeIs: 'good' | 'bad' | 'neutral';
  /** The value rests on few cases. */
  uncertain: boolean;
  /** 0 to 400; the more, the earlier in the list. */
  weight: number;
}

/**
 * The warning signs of a map's latest values, the gravest first: broken thresholds (further beyond first), sudden
 * changes for the worse, other sudden changes, values that are out of date (the oldest first). A value on few cases
 * weighs a class less. Sudden changes are told of fresh data only. `today` is a calendar day; null: nothing is out of
 * date.
 */
export function findWarnings(
  map: Pick<JourneyMap, 'metrics' | 'measurements' | 'sources'>,
  today: string | null = null,
): WarningSign[] {
  return Object.values(map.measurements)
    .flatMap((measurement) => {
      const metric = map.metrics[measurement.metric];
      return metric ? signsOf(measurement, metric, map, today) : [];
    })
    .sort((a, b) => b.weight - a.weight || (a.measurement < b.measurement ? -1 : 1));
}

/** Weights of the classes; within a class 0 to 99 come on top. */
const WEIGHTS = { threshold: 300, worse: 200, other: 100, stale: 0 };
const within = (amount: number) => Math.min(Math.max(amount, 0), 99);

function signsOf(
  measurement: Measurement,
  metric: Metric,
  map: Pick<JourneyMap, 'sources'>,
  today: string | null,
): WarningSign[] {
  const latest = measurement.points.at(-1);
  if (!latest) return [];
  const uncertain = isUncertain(latest);
  const sign = (
    id: WarningId,
    reference: number | null,
    changeIs: WarningSign['changeIs'],
    weight: number,
  ): WarningSign => ({
    id,
    measurement: measurement.id,
    metric: metric.id,
    element: measurement.element,
    connection: measurement.connection,
    segment: measurement.segment,
    period: latest.period,
    value: latest.value,
    reference,
    changeIs,
    uncertain,
    weight: Math.max(weight - (uncertain && id !== 'stale' ? 100 : 0), 0),
  });

  const signs: WarningSign[] = [];
  const thresholds = thresholdsOf(metric, measurement);
  const { warning } = thresholds;
  if (warning !== null && isBroken(latest.value, thresholds)) {
    const beyond = Math.abs(latest.value - warning) / (Math.abs(warning) || 1);
    signs.push(sign('threshold', warning, 'bad', WEIGHTS.threshold + within(beyond * 100)));
  }
  const importedAt = metric.source === null ? null : (map.sources[metric.source]?.importedAt ?? null);
  const freshness = today === null ? { fresh: true, age: null } : freshnessOf(latest.period, today, importedAt);
  if (!freshness.fresh && freshness.age !== null)
    signs.push(sign('stale', null, 'neutral', WEIGHTS.stale + within(freshness.age / 30)));
  const change = freshness.fresh ? suddenChange(measurement.points) : null;
  if (change) {
    const up = change.score > 0;
    const changeIs = metric.direction === 'none' ? 'neutral' : up === (metric.direction === 'higher') ? 'good' : 'bad';
    const base = changeIs === 'bad' ? WEIGHTS.worse : WEIGHTS.other;
    signs.push(sign(up ? 'spike' : 'drop', change.expected, changeIs, base + within(Math.abs(change.score))));
  }
  return signs;
}

/** What a warning sign says, and what to do next. */
export function warningText(
  sign: WarningSign,
  map: Pick<JourneyMap, 'metrics' | 'elements' | 'connections'>,
  language: Language,
): { message: string; advice: string } {
  const t = createTranslator(language);
  const metric = map.metrics[sign.metric];
  const show = (value: number | null) => (metric && value !== null ? formatValue(value, metric, language) : '');
  const values = {
    place: placeOf(sign, map, t),
    metric: metric?.title || t('metrics.untitled'),
    value: show(sign.value),
    reference: show(sign.reference),
    period: periodLabel(sign.period, language, { year: true }),
  };
  const advice = t(`metricRules.warnings.${sign.id}.advice`);
  return {
    message: t(`metricRules.warnings.${sign.id}.message`, values),
    advice: sign.uncertain ? `${advice} ${t('metricRules.uncertain')}` : advice,
  };
}

function placeOf(sign: WarningSign, map: Pick<JourneyMap, 'elements' | 'connections'>, t: Translate): string {
  const titleOf = (id: string | null | undefined) =>
    (id ? map.elements[id]?.title.trim() : '') || t('metricRules.untitledCard');
  const connection = sign.connection === null ? undefined : map.connections[sign.connection];
  const place = connection
    ? connection.label.trim() || `${titleOf(connection.from)} → ${titleOf(connection.to)}`
    : sign.element === null
      ? t('metricRules.wholeMap')
      : titleOf(sign.element);
  return sign.segment ? `${place} · ${sign.segment}` : place;
}
