import { choice, feeling, line, toggle } from '../fields';

export const touchpointFields = {
  channel: line('channels'),
  phase: choice(['before', 'during', 'after', 'service']),
  /** Proactive: planned by the brand. Reactive: follows what the customer does. */
  initiative: choice(['proactive', 'reactive']),
  interaction: choice(['positive', 'negative', 'decision']),
  /** Here the customer goes on or gives up. */
  momentOfTruth: toggle(),
  feeling: feeling(),
  department: line('departments'),
} as const;
