import type { Language } from '../../language/translator';
import { formatNumber } from '../../metrics/format';

/** A number of customers as it is shown: whole from ten on, with one decimal below, two below one. */
export function formatCustomers(customers: number, language: Language): string {
  const size = Math.abs(customers);
  const decimals = size >= 9.95 || Number.isInteger(customers) ? 0 : size >= 0.95 ? 1 : 2;
  return formatNumber(customers, decimals, language);
}
