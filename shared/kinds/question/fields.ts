import { paragraph, toggle } from '../fields';

export const questionFields = {
  /** What the customer has to hear before going on. */
  reply: paragraph(),
  answered: toggle(),
} as const;
