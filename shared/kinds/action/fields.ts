import { choice, paragraph } from '../fields';

export const actionFields = {
  actor: choice(['customer', 'brand'], 'customer'),
  /** Why some do not move on from here, and what brings them back. */
  dropReason: paragraph(),
  recovery: paragraph(),
} as const;
