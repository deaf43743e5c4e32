import { branchName, titleOf } from '../../../shared/decisions/wording';
import type { FigureContext } from '../../../shared/figures/figure';
import { formatShare } from '../../../shared/language/format';
import type { Translate } from '../../../shared/language/translator';
import type { DecisionItem } from '../../../shared/scene/decisions/decision-scene';
import { numbersOf } from '../../../shared/scene/decisions/node-figure';
import type { DecisionModel } from './model';

/** What a screen reader says of a card or a branch. */
export function itemName(
  { what, id }: DecisionItem,
  model: DecisionModel,
  t: Translate,
  context: FigureContext,
): string {
  const { solution, observed } = model;
  const { graph } = solution;
  const { language } = context;
  if (what === 'node') {
    const node = graph.nodeOf.get(id);
    const kind = graph.map.elements[id]?.kind;
    if (node === undefined || !kind) return '';
    const numbers = numbersOf(solution, node, context);
    return `${titleOf(graph.map, id, t)}, ${t(`kinds.${kind}.one`)}, ${numbers}`;
  }
  const connection = graph.map.connections[id];
  const way = graph.wayOf.get(id);
  if (!connection || way === undefined) return '';
  const seen = observed.get(id);
  return t(seen ? 'decisionView.branchSeen' : 'decisionView.branch', {
    name: branchName(graph.map, connection, t),
    fork: titleOf(graph.map, connection.from, t),
    to: titleOf(graph.map, connection.to, t),
    share: formatShare(graph.shares[way] ?? 0, language),
    seen: seen ? formatShare(seen.share, language) : '',
  });
}
