import type { Metric } from '../document/schema';
import { createTranslator, type Language } from '../language/translator';
import type { Change } from './compare-periods';
import { formatNumber, formatValue } from './format';

/** A change in words: `▲ 0.6 pts`, `▼ 5%`, `no change`; null: there is nothing to compare with. */
export function changeText(
  change: Change | null,
  metric: Pick<Metric, 'unit' | 'currency' | 'decimals'>,
  language: Language,
): string | null {
  if (!change || change.difference === null) return null;
  const t = createTranslator(language);
  const size = sizeText(change, metric, language);
  // What shows as 0.0 is no change, whatever the hidden digits say.
  if (!/[1-9]/.test(size)) return t('metrics.noChange');
  return `${change.difference > 0 ? '▲' : '▼'} ${size}`;
}

function sizeText(change: Change, metric: Pick<Metric, 'unit' | 'currency' | 'decimals'>, language: Language): string {
  if (change.tellAs === 'points' && change.points !== null) {
    return createTranslator(language)('metrics.points', {
      value: formatNumber(Math.abs(change.points), metric.decimals, language),
    });
  }
  if (change.tellAs === 'relative' && change.relative !== null) {
    const share = Math.abs(change.relative);
    return formatValue(share, { unit: 'percent', currency: '', decimals: share < 0.1 ? 1 : 0 }, language);
  }
  // Not with all of the metric: the size of a change carries no sign, not even that of a Net Promoter Score.
  const { unit, currency, decimals } = metric;
  return formatValue(Math.abs(change.difference ?? 0), { unit, currency, decimals }, language);
}
