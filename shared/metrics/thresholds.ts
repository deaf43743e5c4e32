import type { Measurement, Metric } from '../document/schema';

/** What a value is judged by, in the metric's unit. */
export interface Thresholds {
  target: number | null;
  /** Beyond it, against the direction, a value is a warning sign. */
  warning: number | null;
  direction: Metric['direction'];
}

export type ThresholdStatus = 'good' | 'near' | 'bad' | 'none';

/** How far off its target a value still counts as near where no warning threshold says so, as a share of the target. */
const NEAR = 0.1;
/** Keeps 0.9 × 3 % from missing 2.7 % by the last bit. */
const EPSILON = 1e-9;

/** Targets and thresholds of a measurement; where it names none, those of its metric hold. */
export function thresholdsOf(
  metric: Pick<Metric, 'target' | 'warning' | 'direction'>,
  measurement: Pick<Measurement, 'target' | 'warning'> | null = null,
): Thresholds {
  return {
    target: measurement?.target ?? metric.target,
    warning: measurement?.warning ?? metric.warning,
    direction: metric.direction,
  };
}

/**
 * How a value stands. `good` from the target on; `bad` beyond the warning threshold; `near` between the two. Without a
 * warning threshold `near` reaches to 10 % of the target off it (a target of 0: nothing is near). Without a target a
 * value is `bad` beyond the threshold, else `none`: nobody said what is good. Without a direction always `none`.
 */
export function thresholdStatus(value: number, thresholds: Thresholds): ThresholdStatus {
  const { target, warning, direction } = thresholds;
  if (direction === 'none') return 'none';
  if (isBroken(value, thresholds)) return 'bad';
  if (target === null) return 'none';
  const short = direction === 'higher' ? target - value : value - target;
  const slack = Math.abs(target) * EPSILON;
  if (short <= slack) return 'good';
  if (warning !== null && !isThresholdBeyondTarget(thresholds)) return 'near';
  return short <= Math.abs(target) * NEAR + slack ? 'near' : 'bad';
}

/** Whether a value lies beyond the warning threshold: below it where higher is better, above it where lower is. */
export function isBroken(value: number, { warning, direction }: Thresholds): boolean {
  if (warning === null || direction === 'none') return false;
  const beyond = direction === 'higher' ? warning - value : value - warning;
  return beyond > Math.abs(warning) * EPSILON;
}

/** Whether the warning threshold is stricter than the target, so that a value that is good warns: most likely a slip. */
export function isThresholdBeyondTarget({ target, warning, direction }: Thresholds): boolean {
  if (target === null || warning === null || direction === 'none') return false;
  return direction === 'higher' ? warning > target : warning < target;
}
