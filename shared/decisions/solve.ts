import type { ElementOf } from '../document/schema';
import { type Chain, chainOf } from './chain';
import { at } from './components';
import { FLOW_FAULTS, type FlowFault } from './faults';
import { arrivalsOf, type FlowGraph } from './flow-graph';

/** Customers who end as an outcome, per period. */
export interface OutcomeResult {
  element: string;
  node: number;
  customers: number;
  /** Of all who enter, 0–1; 0 where nobody does. */
  share: number;
  /** In `currency`: customers × value per customer; null: the outcome names no value. */
  value: number | null;
  currency: string;
  /** Stock or hours of service needed; null: the outcome needs none. */
  units: number | null;
  unitName: string;
}

/** Customers who leave at an element, per period. */
export interface ExitResult {
  element: string;
  node: number;
  customers: number;
  share: number;
  /** The record with reason, recovery and rescue; null: nobody has said why. */
  exit: string | null;
}

export interface Money {
  currency: string;
  amount: number;
}

/** What follows from a flow graph. Lists by node or way run like those of the graph; customers are per period. */
export interface Solution {
  graph: FlowGraph;
  chain: Chain;
  /** Customers who enter. */
  customers: number;
  /** How often each node is visited: in loops, by the same customer more than once. */
  visits: Float64Array;
  /** How many customers ever come to each node: visits without those of customers who come again. */
  reached: Float64Array;
  /** Customers along each way, with repeats. */
  flows: Float64Array;
  /** Customers who leave at each node, or end as the outcome that it is. */
  ending: Float64Array;
  /** Customers who enter a loop without a way out, at the node by which they do. */
  circling: Float64Array;
  /** In the order of the graph's. Together with the exits and who circles they are all who entered. */
  outcomes: OutcomeResult[];
  /** Where anybody leaves, the most first. */
  exits: ExitResult[];
  /** Sum of the outcomes' values by currency. */
  value: Money[];
  /** Moves along a way that a customer makes before the end, on average. */
  steps: number;
  faults: FlowFault[];
}

/** Solves a flow graph exactly, loops included. */
export function solveFlow(graph: FlowGraph): Solution {
  const chain = chainOf(graph, (way) => at(graph.shares, way) > 0);
  chain.fill(graph.shares, graph.rest);
  const arrivals = arrivalsOf(graph);
  const visits = chain.visits(arrivals);
  const customers = arrivals.reduce((sum, value) => sum + value, 0);
  const returns = chain.returns();
  const trapped = (node: number) => chain.isTrap(node);
  const ending = visits.map((value, node) => (trapped(node) ? 0 : value * at(graph.rest, node)));
  const flows = graph.shares.map((share, way) => {
    const from = graph.ways[way]?.from ?? 0;
    return trapped(from) ? 0 : share * at(visits, from);
  });
  const solution = {
    graph,
    chain,
    customers,
    visits,
    reached: visits.map((value, node) => value / at(returns, node)),
    flows,
    ending,
    circling: visits.map((value, node) => (trapped(node) ? value : 0)),
    steps: customers > 0 ? flows.reduce((sum, value) => sum + value, 0) / customers : 0,
  };
  const outcomes = graph.outcomes.map((node) =>
    outcomeResult(graph, graph.nodes[node]?.id ?? '', node, at(ending, node), customers),
  );
  return { ...solution, outcomes, exits: exitsOf(solution), value: moneyOf(outcomes), faults: faultsOf(solution) };
}

function outcomeResult(graph: FlowGraph, id: string, node: number, customers: number, all: number): OutcomeResult {
  const { value, currency, units, unitName } = graph.map.elements[id] as ElementOf<'outcome'>;
  return {
    element: id,
    node,
    customers,
    share: all > 0 ? customers / all : 0,
    value: value === null ? null : customers * value,
    currency: currency.trim(),
    units: units === null ? null : customers * units,
    unitName: unitName.trim(),
  };
}

/** The outcomes' values, by currency; none where no outcome names a value. */
function moneyOf(outcomes: readonly Pick<OutcomeResult, 'value' | 'currency'>[]): Money[] {
  const sums = new Map<string, number>();
  for (const { value, currency } of outcomes) {
    if (value !== null) sums.set(currency, (sums.get(currency) ?? 0) + value);
  }
  return [...sums].map(([currency, amount]) => ({ currency, amount }));
}

function exitsOf({ graph, ending, customers }: Pick<Solution, 'graph' | 'ending' | 'customers'>): ExitResult[] {
  const records = new Map(Object.values(graph.map.exits).map(({ id, element }) => [element, id]));
  const found = graph.nodes.flatMap(({ id, outcome }, node): ExitResult[] => {
    const leaving = at(ending, node);
    if (outcome || leaving === 0) return [];
    const share = customers > 0 ? leaving / customers : 0;
    return [{ element: id, node, customers: leaving, share, exit: records.get(id) ?? null }];
  });
  return found.sort((a, b) => b.customers - a.customers);
}

function faultsOf({ graph, chain, visits }: Pick<Solution, 'graph' | 'chain' | 'visits'>): FlowFault[] {
  const faults: FlowFault[] = [...graph.faults];
  const idOf = (node: number) => graph.nodes[node]?.id ?? '';
  const loop = (id: 'loop-without-exit' | 'too-tangled', members: readonly number[]) => {
    const elements = [...members].sort((a, b) => a - b).map(idOf);
    faults.push({ id, element: elements[0] ?? null, connection: null, elements, values: { count: elements.length } });
  };
  for (const members of chain.traps()) loop('loop-without-exit', members);
  for (const members of chain.tangled) loop('too-tangled', members);
  if (graph.entries.length === 0) faults.push({ id: 'no-entries', element: null, connection: null });
  const explained = new Set(Object.values(graph.map.exits).map(({ element }) => element));
  const reachable = reachableFrom(graph);
  graph.nodes.forEach(({ id, outcome, ways }, node) => {
    if (graph.entries.length > 0 && !reachable.has(node))
      faults.push({ id: 'unreachable', element: id, connection: null });
    else if (!outcome && ways.length === 0 && at(visits, node) > 0 && !explained.has(id)) {
      faults.push({ id: 'dead-end', element: id, connection: null });
    }
    if (!outcome) return;
    for (const way of ways) {
      const { id: connection, stated } = graph.ways[way] ?? { id: null, stated: 1 };
      if (stated === null) faults.push({ id: 'way-from-outcome', element: id, connection });
    }
  });
  const rank = new Map(FLOW_FAULTS.map((id, index) => [id, index]));
  return faults.sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
}

/** The nodes that customers could come to, from any entry, by ways that carry anybody. */
function reachableFrom({ entries, nodes, ways, shares }: FlowGraph): Set<number> {
  const found = new Set(entries.map(({ node }) => node));
  for (const node of found) {
    for (const way of nodes[node]?.ways ?? []) if (at(shares, way) > 0) found.add(ways[way]?.to ?? node);
  }
  return found;
}
