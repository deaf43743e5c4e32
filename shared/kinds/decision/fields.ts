import { paragraph, toggle } from '../fields';

export const decisionFields = {
  /** What the customer weighs up. */
  criteria: paragraph(),
  momentOfTruth: toggle(),
} as const;
