import { line, severity, toggle } from '../fields';

export const painPointFields = {
  severity: severity(),
  blocksPurchase: toggle(),
  warningSign: toggle(),
  department: line('departments'),
} as const;
