import { branchName, observedText, titleOf } from '../../../shared/decisions/wording';
import { formatShare } from '../../../shared/language/format';
import { formatNumber } from '../../../shared/metrics/format';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { select } from '../../store/selection';
import { useLanguage, useTexts } from '../../store/texts';
import { useModel } from './model';

/** If … then: each branch with what is predicted and what was seen. A branch can be chosen. */
export function ForkTable({ id, branch }: { id: string; branch: string | null }) {
  const t = useTexts();
  const language = useLanguage();
  const { solution, observed } = useModel();
  const { graph } = solution;
  const index = graph.nodeOf.get(id) ?? -1;
  const node = graph.nodes[index];
  if (!node) return null;
  const rows = node.ways.flatMap((way) => {
    const connection = graph.map.connections[graph.ways[way]?.id ?? ''];
    return connection ? [{ connection, share: graph.shares[way] ?? 0, flow: solution.flows[way] ?? 0 }] : [];
  });
  const hasSeen = rows.some(({ connection }) => observed.has(connection.id));
  const rest = graph.rest[index] ?? 0;
  const share = (value: number) => formatShare(value, language);
  const told =
    rows.find(({ connection }) => connection.id === branch) ??
    rows.find(({ connection }) => observed.has(connection.id));
  const seenOfTold = told && observed.get(told.connection.id);
  return (
    <>
      <table className="decision-table fork">
        <thead>
          <tr>
            <th scope="col">{t('decisions.table.branch')}</th>
            <th scope="col">{t('decisions.table.predicted')}</th>
            {hasSeen ? (
              <>
                <th scope="col">{t('decisions.table.seen')}</th>
                <th scope="col">{t('decisions.table.n')}</th>
              </>
            ) : (
              <th scope="col">{t('decisionView.customers')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ connection, share: predicted, flow }) => {
            const seen = observed.get(connection.id);
            const name = branchName(graph.map, connection, t);
            const to = titleOf(graph.map, connection.to, t);
            return (
              <tr key={connection.id} className={connection.id === branch ? 'chosen' : ''}>
                <th scope="row">
                  <button type="button" onClick={() => select([connection.id])} title={t('decisionView.editBranch')}>
                    {name === to ? to : `${name} → ${to}`}
                  </button>
                </th>
                <td>
                  <strong>{share(predicted)}</strong>
                </td>
                {hasSeen ? (
                  <>
                    <td className={seen?.inside === false ? 'off' : ''}>{seen ? share(seen.share) : '–'}</td>
                    <td>{seen?.count == null ? '–' : formatNumber(seen.count, 0, language)}</td>
                  </>
                ) : (
                  <td>{formatCustomers(flow, language)}</td>
                )}
              </tr>
            );
          })}
          {rest > 1e-9 && !node.outcome && (
            <tr className="rest">
              <th scope="row">{t('decisions.leaves')}</th>
              <td>
                <strong>{share(rest)}</strong>
              </td>
              <td colSpan={hasSeen ? 2 : 1}>{formatCustomers(solution.ending[index] ?? 0, language)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {node.scaled && (
        <p className="fork-note danger" role="alert">
          {t('decisions.faults.over-one.advice')} ({share(node.stated)})
        </p>
      )}
      {told && seenOfTold && (
        <p className="fork-note">{observedText(branchName(graph.map, told.connection, t), seenOfTold, t, language)}</p>
      )}
    </>
  );
}
