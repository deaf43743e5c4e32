import { formatShare } from '../../../shared/language/format';
import type { Language } from '../../../shared/language/translator';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';

/** A difference with its sign: `+620`, `−39`, `±0`. */
export function differenceText(difference: number, language: Language): string {
  const size = formatCustomers(Math.abs(difference), language);
  if (Math.abs(difference) < 0.005) return '±0';
  return `${difference < 0 ? '−' : '+'}${size}`;
}

/** A relative change with its sign: `+12.5%`. */
export const signedShare = (share: number, language: Language): string =>
  `${share < 0 ? '−' : '+'}${formatShare(Math.abs(share), language)}`;
