import { amount, choice, line } from '../fields';

export const outcomeFields = {
  result: choice(['won', 'lost', 'neutral'], 'neutral'),
  /** Value per customer, in the currency named beside it. May be negative. */
  value: amount(),
  currency: line(),
  /** Units of stock, hours of service, … that a customer takes up. */
  units: amount(),
  unitName: line(),
} as const;
