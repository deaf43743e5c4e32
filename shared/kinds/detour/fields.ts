import { line, paragraph } from '../fields';

export const detourFields = {
  /** Where the customer strays to: another channel, a competitor. */
  destination: line('channels'),
  reason: paragraph(),
  /** What waits there to bring them back: a guide, a download, help. */
  rescueResource: paragraph(),
} as const;
