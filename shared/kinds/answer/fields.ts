import { line, paragraph } from '../fields';

export const answerFields = {
  /** How the product or service resolves the pain point. */
  resolution: paragraph(),
  department: line('departments'),
} as const;
