import { paragraph } from '../fields';

export const motivationFields = {
  /** The problem the customer wants solved. */
  problem: paragraph(),
} as const;
