import type { Connection } from '../document/schema';
import { formatShare } from '../language/format';
import type { Language, Translate } from '../language/translator';
import { formatNumber } from '../metrics/format';
import type { FlowGraph } from './flow-graph';
import type { ObservedShare } from './observed';
import { branchName, titleOf } from './wording';

export interface DecisionTable {
  title: string;
  head: string[];
  /** As many cells as the head. */
  rows: string[][];
}

type Rule = NonNullable<Connection['rule']>;
type Term = Rule['terms'][number];

/**
 * The branches of an element as an if/then table: a column for whatever the rules look at, a row for each branch, and
 * where any one of several terms is enough, a row for each of them. Null for an element that is not in the graph.
 */
export function decisionTable(
  graph: FlowGraph,
  element: string,
  observed: ReadonlyMap<string, ObservedShare>,
  t: Translate,
  language: Language,
): DecisionTable | null {
  const node = graph.nodes[graph.nodeOf.get(element) ?? -1];
  if (!node) return null;
  const { map } = graph;
  const branches = node.ways.flatMap((way) => {
    const connection = map.connections[graph.ways[way]?.id ?? ''];
    return connection ? [{ connection, share: graph.shares[way] ?? 0 }] : [];
  });
  const columns = [...new Set(branches.flatMap(({ connection }) => (connection.rule?.terms ?? []).map(subjectOf(t))))];
  const hasWords = branches.some(({ connection }) => connection.condition.trim() !== '');
  const hasSeen = branches.some(({ connection }) => observed.has(connection.id));
  const text = (key: 'branch' | 'when' | 'leadsTo' | 'predicted' | 'seen' | 'n') => t(`decisions.table.${key}`);
  const head = [
    text('branch'),
    ...columns,
    ...(hasWords ? [text('when')] : []),
    text('leadsTo'),
    text('predicted'),
    ...(hasSeen ? [text('seen'), text('n')] : []),
  ];
  const anything = t('decisions.table.anything');
  const row = (
    name: string,
    terms: readonly Term[],
    condition: string,
    to: string,
    share: number,
    seen?: ObservedShare,
  ) => [
    name,
    ...columns.map(
      (column) =>
        termsText(
          terms.filter((term) => subjectOf(t)(term) === column),
          t,
        ) || anything,
    ),
    ...(hasWords ? [condition.trim() || anything] : []),
    to,
    formatShare(share, language),
    ...(hasSeen ? [seen ? formatShare(seen.share, language) : anything, countText(seen, language) || anything] : []),
  ];
  const rows = branches.flatMap(({ connection, share }) =>
    alternatives(connection.rule).map((terms) =>
      row(
        branchName(map, connection, t),
        terms,
        connection.condition,
        titleOf(map, connection.to, t),
        share,
        observed.get(connection.id),
      ),
    ),
  );
  const rest = graph.rest[graph.nodeOf.get(element) ?? -1] ?? 0;
  if (rest > 0 && !node.outcome) rows.push(row(t('decisions.table.rest'), [], '', t('decisions.leaves'), rest));
  return { title: t('decisions.table.title', { title: titleOf(map, element, t) }), head, rows };
}

/** Each is enough for the branch, and all of its terms have to hold. */
function alternatives(rule: Connection['rule']): readonly (readonly Term[])[] {
  if (!rule || rule.terms.length === 0) return [[]];
  return rule.join === 'or' ? rule.terms.map((term) => [term]) : [rule.terms];
}

const subjectOf =
  (t: Translate) =>
  ({ about, subject }: Term): string =>
    [t(`decisions.table.about.${about}`), subject.trim()].filter(Boolean).join(': ');

const termsText = (terms: readonly Term[], t: Translate) =>
  terms.map(({ is, value }) => t(`decisions.table.is.${is}`, { value: value.trim() })).join(', ');

const countText = (seen: ObservedShare | undefined, language: Language) =>
  seen?.of == null ? '' : formatNumber(seen.of, 0, language);

/** A table as Markdown (GitHub's flavour), under a heading. Nothing of a map's text is taken for Markdown or HTML. */
export function decisionTableMarkdown({ title, head, rows }: DecisionTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`;
  return `### ${plain(title)}\n\n${[line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`;
}

/** All decisions and other forks of a graph, one table after the other. */
export function allDecisionTables(
  graph: FlowGraph,
  observed: ReadonlyMap<string, ObservedShare>,
  t: Translate,
  language: Language,
): string {
  return graph.nodes
    .flatMap(({ id, fork }) => (fork ? (decisionTable(graph, id, observed, t, language) ?? []) : []))
    .map(decisionTableMarkdown)
    .join('\n');
}

const plain = (text: string) =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, ' ');
