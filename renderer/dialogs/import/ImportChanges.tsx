import type { JourneyMap, Metric } from '../../../shared/document/schema';
import type { PlanDifference } from '../../../shared/metrics/apply-plan';
import { formatNumber, formatValue } from '../../../shared/metrics/format';
import { periodLabel } from '../../../shared/metrics/periods';
import { useLanguage, useTexts } from '../../store/texts';
import { ImportSection } from './ImportSection';
import { targetText } from './target-text';

const MOST_LISTED = 100;

/** What a refresh will change on the map: values that are new, others, and gone. */
export function ImportChanges({ difference, map }: { difference: PlanDifference; map: JourneyMap }) {
  const t = useTexts();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, 0, language);
  const { added, changed, gone, unchanged, changes } = difference;
  const sum = [
    ['added', added, '+'],
    ['changed', changed, '≠'],
    ['gone', gone, '−'],
    ['unchanged', unchanged, '='],
  ] as const;
  return (
    <ImportSection open={changed + gone > 0} title={t('importer.changes')}>
      <p className="import-change-sum">
        {sum.map(([name, count, sign]) => (
          <span key={name} className={`import-change ${name}`}>
            <b aria-hidden="true">{sign}</b> {t(`importer.change.${name}`, { count, number: number(count) })}
          </span>
        ))}
      </p>
      <ul className="import-lines">
        {changes.slice(0, MOST_LISTED).map((change) => {
          const { metric, title, target, segment } = change;
          const of = [title, targetText(target, map, t), segment].filter(Boolean).join(' · ');
          return (
            <li key={of}>
              {of}
              {change.added > 0 && (
                <code>{t('importer.change.added', { count: change.added, number: number(change.added) })}</code>
              )}
              {[...change.changed, ...change.gone.map((one) => ({ ...one, after: null }))]
                .slice(0, 6)
                .map(({ period, before, after }) => (
                  <code key={period}>
                    {periodLabel(period, language)}: {value(before, metric, language)} →{' '}
                    {after === null ? t('importer.change.nothing') : value(after, metric, language)}
                  </code>
                ))}
            </li>
          );
        })}
        {changes.length > MOST_LISTED && (
          <li className="import-more">{t('dialogs.import.more', { count: changes.length - MOST_LISTED })}</li>
        )}
      </ul>
    </ImportSection>
  );
}

const value = (amount: number, metric: Metric | null, language: Parameters<typeof formatValue>[2]) =>
  metric ? formatValue(amount, metric, language) : formatNumber(amount, 2, language);
