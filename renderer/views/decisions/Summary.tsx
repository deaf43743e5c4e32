import { titleOf } from '../../../shared/decisions/wording';
import { formatMoney, formatShare } from '../../../shared/language/format';
import { formatNumber } from '../../../shared/metrics/format';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { Section } from '../../panels/common/Section';
import { select } from '../../store/selection';
import { useLanguage, useTexts } from '../../store/texts';
import { useModel } from './model';
import { showInFlow } from './use-shown';

/** Where customers end, and what that is worth. */
export function Summary() {
  const t = useTexts();
  const language = useLanguage();
  const { solution } = useModel();
  const { outcomes, exits, value, customers, steps, graph } = solution;
  const rows = [
    ...outcomes.map((one) => ({ ...one, leaves: false })),
    ...exits.map((one) => ({ ...one, leaves: true })),
  ].sort((a, b) => b.customers - a.customers);
  const go = (id: string) => {
    select([id]);
    showInFlow(id);
  };
  return (
    <Section title={t('decisionView.ends')}>
      {customers > 0 ? (
        <table className="decision-table fork">
          <thead>
            <tr>
              <th scope="col">{t('decisionView.end')}</th>
              <th scope="col">{t('decisionView.share')}</th>
              <th scope="col">{t(`decisions.per.${graph.unit}`)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ element, customers: ending, share, leaves }) => (
              <tr key={element} className={leaves ? 'rest' : ''}>
                <th scope="row">
                  <button type="button" onClick={() => go(element)}>
                    {titleOf(graph.map, element, t)}
                    {leaves && `: ${t('decisions.leaves')}`}
                  </button>
                </th>
                <td>
                  <strong>{formatShare(share, language)}</strong>
                </td>
                <td>{formatCustomers(ending, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="fork-note">{t('decisionView.chooseHint')}</p>
      )}
      {customers > 0 &&
        value.map(({ currency, amount }) => (
          <p className="fork-note" key={currency}>
            {t('decisionView.worth', {
              amount: formatMoney(Math.round(amount), currency, language),
              per: t(`decisions.per.${graph.unit}`),
              steps: formatNumber(steps, 1, language),
            })}
          </p>
        ))}
    </Section>
  );
}
