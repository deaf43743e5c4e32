import { emotionPoints } from '../analysis/emotion';
import { cardsOf, stagesOf } from '../document/create';
import type { JourneyMap, Metric } from '../document/schema';
import { type Point, sumOf } from './aggregate';
import { catalogueMeasure } from './catalogue/catalogue';
import { recogniseMeasure } from './catalogue/recognise';
import { isUncertain } from './compare-periods';
import { comparePeriods, type Period } from './periods';

/** The values of a metric between which feelings lie, as stored. */
export interface FeelingScale {
  /** The customer is very unhappy: −2. */
  worst: number;
  /** Very happy: +2. */
  best: number;
}

/** From here on measured and guessed feelings are far apart, in steps of the scale from −2 to +2. */
const WIDE_GAP = 1;
/** Keeps a value of exactly 100 % on its scale whatever its last bits. */
const EPSILON = 1e-9;

/**
 * The scale of a metric that says how customers feel; null: it does not say. CSAT 0 to 1, NPS −100 to 100, stars and
 * ratings 1 to 5, by the catalogue. A metric of the team's own counts if it is aggregated as NPS or CSAT, or named so
 * and has the unit: other ratings could be out of 5, of 10 or of 100, and a guess would be silently wrong.
 */
export function feelingScaleOf(
  metric: Pick<Metric, 'catalogue' | 'aggregation' | 'title' | 'unit'>,
): FeelingScale | null {
  const measure =
    catalogueMeasure(metric.catalogue) ??
    catalogueMeasure(
      metric.aggregation === 'nps' ? 'promoter-score' : metric.aggregation === 'csat' ? 'satisfaction' : null,
    ) ??
    namedMeasure(metric);
  if (!measure?.feeling || !measure.range || measure.unit !== metric.unit) return null;
  const [worst, best] = measure.range;
  return { worst, best };
}

function namedMeasure(metric: Pick<Metric, 'title'>) {
  const named = recogniseMeasure(metric.title);
  return named?.aggregation === 'nps' || named?.aggregation === 'csat' ? named : null;
}

/**
 * A value as a feeling from −2 to +2, in a straight line: the worst value −2, the middle 0, the best +2. So an NPS of 0
 * is 0 and one of 50 is +1; a CSAT of 75 % is +1; 4 of 5 stars are +1. Null where the value lies off the scale.
 */
export function feelingFrom(value: number, { worst, best }: FeelingScale): number | null {
  const share = (value - worst) / (best - worst);
  if (!(share >= -EPSILON && share <= 1 + EPSILON)) return null;
  return 4 * Math.min(Math.max(share, 0), 1) - 2;
}

/** What was measured beside what the team guessed. */
export interface MeasuredFeeling {
  /** −2 to +2. */
  value: number;
  /** Answers behind it; null: not known for all of them. */
  n: number | null;
  uncertain: boolean;
  /** The team's guess: of a stage, the mean of its cards; null: none. */
  guess: number | null;
  /** Measured less guessed; null: nothing was guessed. */
  gap: number | null;
  /** The gap is a step of the scale or more. */
  wide: boolean;
  /** Ids of the metrics that it was measured by. */
  metrics: readonly string[];
}

export interface FeelingChoice {
  /** The latest value up to that period counts; null: the latest one. */
  period?: Period | null;
  /** Which customers; without: all of them. */
  group?: { segment: string; persona: string | null };
}

interface Reading {
  element: string;
  metric: string;
  value: number;
  n: number | null;
  uncertain: boolean;
}

/**
 * The feelings that satisfaction metrics measure, for stages and for cards, by id. For one metric a measurement on the
 * stage itself goes before those of its cards, which are weighted by answers where all of them tell theirs, else count
 * alike. Several metrics count alike.
 */
export function measuredFeelings(
  map: JourneyMap,
  choice: FeelingChoice = {},
): { stages: Map<string, MeasuredFeeling>; cards: Map<string, MeasuredFeeling> } {
  const readings = readingsOf(map, choice);
  const byElement = groupBy(readings);
  const cards = new Map<string, MeasuredFeeling>();
  const ofStages = new Map<string, Reading[]>();
  for (const card of cardsOf(map)) {
    const own = byElement.get(card.id);
    if (!own) continue;
    cards.set(card.id, feeling(own, 'feeling' in card ? card.feeling : null));
    if (card.stage !== null && card.kind !== 'persona')
      ofStages.set(card.stage, [...(ofStages.get(card.stage) ?? []), ...own]);
  }
  const columns = stagesOf(map).map(({ id }) => ({ id, x: 0, width: 0 }));
  const guesses = new Map(
    emotionPoints(map, { columns, cards: new Map() }, 'stages').map(({ stage, value }) => [stage, value]),
  );
  const stages = new Map<string, MeasuredFeeling>();
  for (const { id } of columns) {
    const own = byElement.get(id) ?? [];
    const measured = new Set(own.map(({ metric }) => metric));
    const all = [...own, ...(ofStages.get(id) ?? []).filter(({ metric }) => !measured.has(metric))];
    if (all.length > 0) stages.set(id, feeling(all, guesses.get(id) ?? null));
  }
  return { stages, cards };
}

function readingsOf(map: JourneyMap, { period = null, group }: FeelingChoice): Reading[] {
  const { segment, persona } = group ?? { segment: '', persona: null };
  return Object.values(map.measurements).flatMap((measurement) => {
    const metric = map.metrics[measurement.metric];
    const scale = metric ? feelingScaleOf(metric) : null;
    const isOther = persona === null ? measurement.segment !== segment : false;
    if (!scale || measurement.element === null || measurement.persona !== persona || isOther) return [];
    const point = latestUpTo(measurement.points, period);
    const value = point ? feelingFrom(point.value, scale) : null;
    if (!point || value === null) return [];
    const { element, metric: id } = measurement;
    return { element, metric: id, value, n: point.n ?? null, uncertain: isUncertain(point) };
  });
}

function latestUpTo(points: readonly Point[], period: Period | null): Point | undefined {
  return period === null ? points.at(-1) : points.findLast((point) => comparePeriods(point.period, period) <= 0);
}

function groupBy(readings: readonly Reading[], key: 'element' | 'metric' = 'element'): Map<string, Reading[]> {
  const groups = new Map<string, Reading[]>();
  for (const reading of readings) {
    const group = groups.get(reading[key]);
    if (group) group.push(reading);
    else groups.set(reading[key], [reading]);
  }
  return groups;
}

function feeling(readings: readonly Reading[], guess: number | null): MeasuredFeeling {
  const byMetric = [...groupBy(readings, 'metric')];
  const value = sumOf(byMetric.map(([, group]) => meanOf(group))) / byMetric.length;
  const gap = guess === null ? null : value - guess;
  return {
    value,
    n: readings.every(({ n }) => n !== null) ? sumOf(readings.map(({ n }) => n ?? 0)) : null,
    uncertain: readings.some(({ uncertain }) => uncertain),
    guess,
    gap,
    wide: gap !== null && Math.abs(gap) >= WIDE_GAP - EPSILON,
    metrics: byMetric.map(([metric]) => metric),
  };
}

function meanOf(readings: readonly Reading[]): number {
  const counted = readings.every(({ n }) => n !== null && n > 0);
  const weights = readings.map(({ n }) => (counted ? (n ?? 1) : 1));
  return sumOf(readings.map(({ value }, index) => value * (weights[index] ?? 1))) / sumOf(weights);
}
