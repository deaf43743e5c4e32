/** The stages that the catalogue knows, in the order of a journey. */
export const CATALOGUE_STAGES = [
  'awareness',
  'acquisition',
  'onboarding',
  'engagement',
  'retention',
  'advocacy',
] as const;
export type CatalogueStage = (typeof CATALOGUE_STAGES)[number];

/**
 * How a ratio of a longer period follows from those of the shorter ones in it.
 * `sum`: Σ numerators ÷ Σ denominators.
 * `start`: Σ numerators ÷ the first denominator, which says how many there were when the period began.
 * `last`: the last ratio, since numerator and denominator are levels.
 * `never`: the same people are counted again in every period, so the shorter periods do not tell.
 */
export type RatioOverTime = 'sum' | 'start' | 'last' | 'never';

/** Σ numerator ÷ Σ denominator. Both are formulas over parts; names of parts: `catalogue.parts` in shared/language. */
export interface RatioData {
  readonly numerator: string;
  readonly denominator: string;
  readonly overTime: RatioOverTime;
}

/** One value that can be put on a map. Title: `catalogue.measures`, or that of its entry if it is the only one. */
export interface MeasureData {
  readonly id: string;
  /** `number` counts and scores; `percent` is stored as a fraction; `duration` is in seconds. */
  readonly unit: 'number' | 'percent' | 'currency' | 'duration';
  readonly direction: 'higher' | 'lower' | 'none';
  readonly aggregation: 'sum' | 'mean' | 'weighted-mean' | 'last' | 'ratio' | 'nps' | 'csat';
  /** Digits after the decimal sign; in percent points for `percent`. */
  readonly decimals: number;
  /** Set with aggregation `ratio`. */
  readonly ratio?: RatioData;
  /** How it is worked out where it is neither a plain count nor a ratio; over parts, as in `ratio`. */
  readonly formula?: string;
  /** The values it can take, as stored. */
  readonly range?: readonly [least: number, most: number];
  /** It says how customers feel: `range` then goes from very bad to very good. */
  readonly feeling?: true;
  /** The usual segments: `catalogue.segments`. */
  readonly segments?: readonly string[];
  /** Which calculator finds it from numbers typed in by hand. */
  readonly calculator?: 'clv' | 'cac' | 'churn' | 'list-growth' | 'nps' | 'csat' | 'conversion-rate';
  /** What files call its column, English and Spanish, normalised (no case, accents or signs), separated by |. */
  readonly words: string;
}

/** A metric of the domain page: one line there, and one or several values here. */
export interface EntryData {
  readonly id: string;
  readonly measures: readonly MeasureData[];
}
