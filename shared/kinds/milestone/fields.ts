import { line, paragraph } from '../fields';

export const milestoneFields = {
  /** How the team can tell that it was reached. */
  evidence: paragraph(),
  funnelStep: line(),
} as const;
