import { medianOf, type Point, sumOf } from './aggregate';
import { firstDay, type Period, type PeriodUnit, unitOf } from './periods';

/** A latest value that is not what the values before it led to expect. */
export interface SuddenChange {
  period: Period;
  value: number;
  /** What was to be expected, in the metric's unit. */
  expected: number;
  /** The modified z-score of the deviation, at least 3.5 on either side of 0. */
  score: number;
}

/** How far back a value is looked at: that many periods, of which so many must have a value. */
const WINDOW = 5;
const LEAST_BEFORE = 3;
/** Days are compared with the same day of the four weeks before: shops that rest on Sundays do not drop every week. */
const SAME_DAYS = 4;
const LAGS = Array.from({ length: WINDOW }, (_, index) => index + 1);
const DAY_LAGS = Array.from({ length: SAME_DAYS }, (_, index) => 7 * (index + 1));
/** Fewer deviations do not tell what is usual; more than a year of weeks is history. */
const LEAST_DEVIATIONS = 7;
const MOST_DEVIATIONS = 52;
const CUTOFF = 3.5;
/** Less than that share of what was expected is nothing to worry about, however steady a series is. */
const LEAST_SHARE = 0.05;

/**
 * Whether the latest value of a series is a sudden drop or spike; null: no, or there is too little to tell.
 *
 * The deviation of a value is its difference from the median of the (up to 5, at least 3) periods before it; of a day,
 * from the median of the same weekday in the 4 weeks before. So a spike that ends is no drop, and a steady trend is
 * usual. The latest deviation is judged among all (the last 52; at least 7) by the modified z-score
 * M = 0.6745 × (deviation − median) ÷ MAD with |M| > 3.5 (Iglewicz and Hoaglin, How to Detect and Handle Outliers, ASQC
 * 1993). Where more than half of the deviations are the same, MAD is 0; then M = (deviation − median) ÷ (1.253314 × the
 * mean absolute deviation from the median), as SPSS has it. What lies less than 5 % off the expected value is never
 * sudden. Yearly seasons are not known to the rule.
 *
 * Takes points of finished maps, not of drafts: what it found is remembered with them.
 */
export function suddenChange(points: readonly Point[]): SuddenChange | null {
  let change = found.get(points);
  if (change === undefined) {
    change = findChange(points);
    found.set(points, change);
  }
  return change;
}

const found = new WeakMap<readonly Point[], SuddenChange | null>();

function findChange(points: readonly Point[]): SuddenChange | null {
  const latest = points.at(-1);
  if (!latest) return null;
  const unit = unitOf(latest.period);
  if (unit === null) return null;
  const recent = points.slice(-(MOST_DEVIATIONS + 7 * SAME_DAYS)).flatMap((point) => {
    const place = placeOf(point.period, unit);
    return place === null ? [] : { ...point, place };
  });
  const values = new Map(recent.map(({ place, value }) => [place, value]));
  const lags = unit === 'day' ? DAY_LAGS : LAGS;
  const deviations = recent
    .flatMap(({ period, place, value }) => {
      const before = lags.flatMap((lag) => values.get(place - lag) ?? []);
      const level = before.length < LEAST_BEFORE ? null : medianOf(before);
      return level === null ? [] : { period, level, deviation: value - level };
    })
    .slice(-MOST_DEVIATIONS);
  const own = deviations.at(-1);
  if (own?.period !== latest.period || deviations.length < LEAST_DEVIATIONS) return null;
  const usual = medianOf(deviations.map(({ deviation }) => deviation)) ?? 0;
  const off = deviations.map(({ deviation }) => Math.abs(deviation - usual));
  const score = scoreOf(own.deviation - usual, off);
  const expected = own.level + usual;
  if (Math.abs(score) <= CUTOFF || Math.abs(latest.value - expected) < LEAST_SHARE * Math.abs(expected)) return null;
  return { period: latest.period, value: latest.value, expected, score };
}

/** The number of a period in the row of all of its unit; null: it is of another one. */
function placeOf(period: Period, unit: PeriodUnit): number | null {
  if (unitOf(period) !== unit) return null;
  const year = Number(period.slice(0, 4));
  switch (unit) {
    case 'year':
      return year;
    case 'quarter':
      return year * 4 + Number(period.slice(6));
    case 'month':
      return year * 12 + Number(period.slice(5));
    case 'week':
    case 'day': {
      const first = firstDay(period);
      return first === null ? null : unit === 'day' ? first : Math.floor((first + 3) / 7);
    }
  }
}

/** The modified z-score of a distance, given all absolute distances. */
function scoreOf(distance: number, off: readonly number[]): number {
  const mad = medianOf(off) ?? 0;
  if (mad > 0) return (0.6745 * distance) / mad;
  const mean = sumOf(off) / off.length;
  return mean > 0 ? distance / (1.253314 * mean) : 0;
}
