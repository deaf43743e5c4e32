import { type Chain, chainOf } from './chain';
import { at, whole } from './components';
import { arrivalsOf, type FlowGraph, type FlowNode, setShares } from './flow-graph';
import { quantileOf, spreadOf } from './guesses';
import { gainsOf, type Objective } from './objective';

/** How the objective moves with the share of one branch. */
export interface BranchEffect {
  connection: string;
  /** The element that is the fork. */
  element: string;
  way: number;
  /** 0–1, as it stands. */
  share: number;
  /** What one percentage point more changes, per period: the derivative ÷ 100. */
  perPoint: number;
  /** The objective at the ends of what is thought likely; null: not asked for, being further down (see `swings`). */
  swing: Swing | null;
}

export interface Swing {
  /** The shares: of a range its ends, of "n of m" the middle 80 %; without a guess ten points to both sides. */
  low: number;
  high: number;
  /** The objective at them. */
  atLow: number;
  atHigh: number;
  /** Nobody said how sure the share is. */
  assumed: boolean;
}

export interface Sensitivity {
  objective: Objective;
  /** The objective as things stand, per period. */
  base: number;
  /** Every branch that could be otherwise; what moves the objective most comes first. */
  branches: BranchEffect[];
  /** Of each fork the branch that moves it most, and of two that move it alike the one that raises it. */
  forks: BranchEffect[];
}

/** Ten percentage points, where nobody said how sure a share is. */
const ASSUMED = 0.1;

/**
 * The derivative of an objective by the share p of each branch, where the other ways s_j of that fork (and what leaves
 * there) give way in proportion: dJ/dp = v (g − Σ s_j g_j ÷ Σ s_j), with v the visits of the fork and g what a customer
 * brings who has come to the end of the way. Where there is nothing else at the fork, the rest gives way: who does not
 * take the branch leaves. `swings`: for how many branches the ends of what is likely are worked out.
 */
export function sensitivityOf(graph: FlowGraph, objective: Objective, { swings = 12 } = {}): Sensitivity {
  const gains = gainsOf(graph, objective);
  const chain = chainOf(graph, (way) => at(graph.shares, way) > 0);
  chain.fill(graph.shares, graph.rest);
  const visits = chain.visits(arrivalsOf(graph));
  const worth = worthIn(chain, graph.rest, gains);
  const branches: BranchEffect[] = [];
  graph.nodes.forEach((node, index) => {
    if (!isUncertain(graph, node)) return;
    // Customers who circle before the fork never come to it.
    const here = chain.isTrap(index) ? 0 : at(visits, index);
    for (const way of node.ways) {
      const slope = here * (at(worth, whole(graph.to, way)) - worthOfOthers(graph, node, index, way, worth, gains));
      branches.push({
        connection: graph.ways[way]?.id ?? '',
        element: node.id,
        way,
        share: at(graph.shares, way),
        perPoint: slope / 100,
        swing: null,
      });
    }
  });
  branches.sort((a, b) => Math.abs(b.perPoint) - Math.abs(a.perPoint) || b.perPoint - a.perPoint || a.way - b.way);
  const forks = onePerFork(branches);
  for (const effect of forks.slice(0, swings)) effect.swing = swingOf(graph, effect, gains, chain);
  return { objective, base: totalOf(graph, worth), branches, forks };
}

/** A way that all customers take because it is the only one is no guess. */
function isUncertain(graph: FlowGraph, { ways }: FlowNode): boolean {
  return ways.length > 1 || ways.some((way) => graph.ways[way]?.stated !== null);
}

function worthOfOthers(
  graph: FlowGraph,
  { ways }: FlowNode,
  node: number,
  except: number,
  worth: Float64Array,
  gains: Float64Array,
): number {
  const rest = at(graph.rest, node);
  let [sum, value] = [rest, rest * at(gains, node)];
  for (const way of ways) {
    if (way === except) continue;
    const share = at(graph.shares, way);
    sum += share;
    value += share * at(worth, whole(graph.to, way));
  }
  return sum > 1e-15 ? value / sum : at(gains, node);
}

/** Two branches of a fork move in opposite ways by as much; rounding must not choose between them. */
function onePerFork(branches: readonly BranchEffect[]): BranchEffect[] {
  const chosen = new Map<string, BranchEffect>();
  for (const effect of branches) {
    const other = chosen.get(effect.element);
    const alike = other && Math.abs(effect.perPoint) > Math.abs(other.perPoint) * (1 - 1e-9);
    if (!other || (alike && effect.perPoint > other.perPoint)) chosen.set(effect.element, effect);
  }
  return [...chosen.values()].sort((a, b) => Math.abs(b.perPoint) - Math.abs(a.perPoint) || a.way - b.way);
}

function swingOf(graph: FlowGraph, { way, share }: BranchEffect, gains: Float64Array, base: Chain): Swing {
  const guess = graph.ways[way]?.guess ?? null;
  const [low, high] = guess === null ? [share - ASSUMED, share + ASSUMED] : likely(guess, share);
  const ends = [Math.max(0, low), Math.min(1, high)] as const;
  const objectiveAt = (value: number) => {
    const shares = graph.shares.slice();
    const rest = graph.rest.slice();
    const node = graph.ways[way]?.from ?? 0;
    setShares(graph, node, new Map([[way, value]]), shares, rest);
    // Where a way closes or opens, the loops are others.
    const sameWays = value > 0 && value < 1 && share > 0 && share < 1;
    const chain = sameWays ? base : chainOf(graph, (one) => at(shares, one) > 0);
    chain.fill(shares, rest);
    return totalOf(graph, worthIn(chain, rest, gains));
  };
  return {
    low: ends[0],
    high: ends[1],
    atLow: objectiveAt(ends[0]),
    atHigh: objectiveAt(ends[1]),
    assumed: guess === null,
  };
}

function likely(guess: Parameters<typeof spreadOf>[0], share: number): [low: number, high: number] {
  if (guess.type === 'range') return [guess.low, guess.high];
  const spread = spreadOf(guess, share);
  return [quantileOf(spread, 0.1), quantileOf(spread, 0.9)];
}

const worthIn = (chain: Chain, rest: Float64Array, gains: Float64Array) =>
  chain.worth(rest.map((share, node) => share * at(gains, node)));

const totalOf = ({ entries }: FlowGraph, worth: Float64Array) =>
  entries.reduce((sum, { node, customers }) => sum + customers * at(worth, node), 0);
