import { at } from './components';
import type { FlowGraph } from './flow-graph';
import { quantileOf, type Spread, spreadOf } from './guesses';
import type { Random } from './random';
import type { Samplers } from './samplers';

/** A fork of whose shares somebody is not sure. */
interface UncertainFork {
  node: number;
  ways: readonly number[];
  /** By way; null: it gives way to the others. */
  spreads: readonly (Spread | null)[];
  /** Shares of what gives way, and their sum with the rest. */
  others: number;
  /** Every way has been counted among the same customers: they are drawn together, as Dirichlet's distribution has it. */
  together: readonly number[] | null;
}

/** The ways that a draw may make larger than nothing, though they are nothing as things stand. */
export const mayBeDrawn = (graph: FlowGraph, way: number): boolean =>
  at(graph.shares, way) > 0 || graph.ways[way]?.guess !== null;

/**
 * Draws the uncertain shares of a graph into two lists that start as copies of the graph's own. Each guess is drawn by
 * itself (see `Spread`), and what is certain at its fork gives way in proportion; where nothing is left to give way, the
 * drawn shares are scaled to 1. Ways that were all counted among the same customers ("120 of 300" and "180 of 300") are
 * drawn together with Dirichlet(n + ½).
 */
export function shareDrawer(
  graph: FlowGraph,
  random: Random,
  { gamma, beta }: Samplers,
): { uncertain: number; draw(shares: Float64Array, rest: Float64Array): void } {
  const forks = graph.nodes.flatMap((_, node) => uncertainFork(graph, node));
  const drawn = new Float64Array(graph.ways.length + 1);
  const drawOne = (spread: Spread) =>
    spread.type === 'beta' ? beta(spread.a, spread.b) : quantileOf(spread, random());

  function together(
    { node, ways }: UncertainFork,
    weights: readonly number[],
    shares: Float64Array,
    rest: Float64Array,
  ) {
    let sum = 0;
    weights.forEach((weight, index) => {
      const value = gamma(weight);
      drawn[index] = value;
      sum += value;
    });
    if (!(sum > 0)) return;
    ways.forEach((way, index) => {
      shares[way] = at(drawn, index) / sum;
    });
    rest[node] = weights.length > ways.length ? at(drawn, ways.length) / sum : 0;
  }

  function apart({ node, ways, spreads, others }: UncertainFork, shares: Float64Array, rest: Float64Array) {
    let sum = 0;
    spreads.forEach((spread, index) => {
      if (!spread) return;
      const value = drawOne(spread);
      drawn[index] = value;
      sum += value;
    });
    const scale = sum > 1 || !(others > 0) ? 1 / sum : 1;
    if (!Number.isFinite(scale)) return;
    const factor = sum < 1 && others > 0 ? (1 - sum) / others : 0;
    spreads.forEach((spread, index) => {
      const way = ways[index] ?? 0;
      shares[way] = spread ? at(drawn, index) * scale : at(graph.shares, way) * factor;
    });
    rest[node] = at(graph.rest, node) * factor;
  }

  return {
    uncertain: forks.length,
    draw(shares, rest) {
      for (const fork of forks) {
        if (fork.together) together(fork, fork.together, shares, rest);
        else apart(fork, shares, rest);
      }
    },
  };
}

function uncertainFork(graph: FlowGraph, node: number): UncertainFork[] {
  const ways = graph.nodes[node]?.ways ?? [];
  const guesses = ways.map((way) => graph.ways[way]?.guess ?? null);
  if (guesses.every((guess) => guess === null)) return [];
  const spreads = guesses.map((guess, index) => guess && spreadOf(guess, at(graph.shares, ways[index] ?? 0)));
  const rest = at(graph.rest, node);
  const others = spreads.reduce(
    (sum, spread, index) => (spread ? sum : sum + at(graph.shares, ways[index] ?? 0)),
    rest,
  );
  return [{ node, ways, spreads, others, together: countedTogether(guesses, rest) }];
}

type Guesses = readonly FlowGraph['ways'][number]['guess'][];

function countedTogether(guesses: Guesses, rest: number): number[] | null {
  const of = guesses[0]?.type === 'counts' ? guesses[0].of : null;
  if (of === null || guesses.length < 2) return null;
  let hits = 0;
  const weights: number[] = [];
  for (const guess of guesses) {
    if (guess?.type !== 'counts' || guess.of !== of) return null;
    hits += guess.hits;
    weights.push(guess.hits + 0.5);
  }
  if (hits > of * (1 + 1e-9)) return null;
  return rest > 0 ? [...weights, of - hits + 0.5] : weights;
}
