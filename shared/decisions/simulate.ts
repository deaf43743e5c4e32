import { type Chain, chainOf } from './chain';
import { at } from './components';
import { mayBeDrawn, shareDrawer } from './drawn-shares';
import type { FlowGraph } from './flow-graph';
import { createRandom } from './random';
import { type Samplers, samplersOf } from './samplers';

/** Customers who enter, per period and place. */
export interface Demand {
  periods: readonly string[];
  /** The places where anybody enters, each once. */
  nodes: readonly number[];
  /** By period, then by the places above. */
  customers: readonly Float64Array[];
}

/** What a simulation looks at: sums over outcomes, each outcome with a weight. */
export interface Measure {
  /** By node of the graph; 0 counts for nothing. */
  weights: Float64Array;
}

/** The middle of what simulated runs gave, and the range in which four of five lie. */
export interface Band {
  median: number;
  /** The 10th and the 90th percentile. */
  low: number;
  high: number;
}

export interface Simulation {
  readonly runs: number;
  /** How many runs are done. */
  readonly done: number;
  /** Forks with a guess that is not certain. */
  readonly uncertain: number;
  /** Makes up to so many runs more; true once all are done. Call it in slices, so that a window stays alive. */
  advance(runs: number): boolean;
  /** Of each measure: a band for each period, and last one for all periods together. Of the runs that are done. */
  bands(): Band[][];
}

export interface SimulationOptions {
  /** 10,000 unless said otherwise. */
  runs?: number;
  /** The same seed gives the same numbers, on every machine, however the runs are sliced. */
  seed?: number;
}

/** How many runs a forecast has unless said otherwise. */
export const RUNS = 10_000;

/** Beyond so many draws a run, customers of all entries are drawn as one crowd: their spread is then a little too wide. */
const MOST_DRAWS = 4_000;

/**
 * Monte Carlo: each run draws the uncertain shares (see `shareDrawer`), solves the chain exactly with them, and then
 * draws how the customers of each period and entry fall to the outcomes (multinomial): the bands hold both what nobody
 * knows and mere chance. Measures are given by their weights.
 */
export function simulation(
  graph: FlowGraph,
  demand: Demand,
  measures: readonly Measure[],
  { runs = RUNS, seed = 1 }: SimulationOptions = {},
): Simulation {
  const random = createRandom(seed);
  const samplers = samplersOf(random);
  const drawer = shareDrawer(graph, random, samplers);
  const chain = chainOf(graph, (way) => mayBeDrawn(graph, way));
  const shares = graph.shares.slice();
  const rest = graph.rest.slice();
  const { outcomes } = graph;
  const ended = endedShares(graph, chain, demand.nodes, outcomes);
  const count = demand.periods.length;
  const columns = measures.map(() => Array.from({ length: count + 1 }, () => new Float32Array(runs)));
  const weights = measures.map((measure) => Float64Array.from(outcomes, (node) => at(measure.weights, node)));
  const arrived = new Float64Array(outcomes.length);
  const crowd = demand.nodes.length * count * outcomes.length > MOST_DRAWS;
  let done = 0;

  function run(index: number): void {
    drawer.draw(shares, rest);
    chain.fill(shares, rest);
    const ends = ended(rest);
    const totals = new Float64Array(measures.length);
    demand.customers.forEach((customers, period) => {
      arrived.fill(0);
      if (crowd) fallAsOne(customers, ends, arrived, samplers);
      else
        for (let entry = 0; entry < ends.length; entry++)
          fall(at(customers, entry), ends[entry] ?? arrived, arrived, samplers);
      weights.forEach((weight, measure) => {
        let sum = 0;
        for (let outcome = 0; outcome < arrived.length; outcome++) sum += at(weight, outcome) * at(arrived, outcome);
        store(measure, period, index, sum);
        totals[measure] = at(totals, measure) + sum;
      });
    });
    for (let measure = 0; measure < totals.length; measure++) store(measure, count, index, at(totals, measure));
  }

  const store = (measure: number, column: number, index: number, value: number) => {
    const values = columns[measure]?.[column];
    if (values) values[index] = value;
  };

  return {
    runs,
    get done() {
      return done;
    },
    uncertain: drawer.uncertain,
    advance(more) {
      const end = Math.min(runs, done + more);
      while (done < end) run(done++);
      return done >= runs;
    },
    bands: () => columns.map((one) => one.map((values) => bandOf(values.slice(0, done)))),
  };
}

/** For each entry the share of its customers who end as each outcome: one solve for each of the fewer. */
function endedShares(
  graph: FlowGraph,
  chain: Chain,
  entries: readonly number[],
  outcomes: readonly number[],
): (rest: Float64Array) => Float64Array[] {
  const ends = entries.map(() => new Float64Array(outcomes.length));
  const start = new Float64Array(graph.size);
  return (rest) => {
    if (entries.length <= outcomes.length) {
      entries.forEach((entry, index) => {
        start.fill(0);
        start[entry] = 1;
        const visits = chain.visits(start);
        outcomes.forEach((node, outcome) => {
          const own = ends[index];
          if (own) own[outcome] = chain.isTrap(node) ? 0 : at(visits, node) * at(rest, node);
        });
      });
    } else {
      outcomes.forEach((node, outcome) => {
        start.fill(0);
        start[node] = chain.isTrap(node) ? 0 : at(rest, node);
        const worth = chain.worth(start);
        entries.forEach((entry, index) => {
          const own = ends[index];
          if (own) own[outcome] = at(worth, entry);
        });
      });
    }
    return ends;
  };
}

/** Lets customers fall to the outcomes by their shares; who falls to none has left. */
function fall(customers: number, ends: Float64Array, arrived: Float64Array, { binomial, whole }: Samplers): void {
  let left = whole(customers);
  let open = 1;
  for (let outcome = 0; outcome < ends.length && left > 0; outcome++) {
    const share = at(ends, outcome);
    if (share <= 0) continue;
    const hits = binomial(left, open > share ? share / open : 1);
    arrived[outcome] = at(arrived, outcome) + hits;
    left -= hits;
    open -= share;
  }
}

function fallAsOne(
  customers: Float64Array,
  ends: readonly Float64Array[],
  arrived: Float64Array,
  samplers: Samplers,
): void {
  const all = customers.reduce((sum, number) => sum + number, 0);
  if (!(all > 0)) return;
  const mean = new Float64Array(arrived.length);
  ends.forEach((own, entry) => {
    own.forEach((share, outcome) => {
      mean[outcome] = at(mean, outcome) + (share * at(customers, entry)) / all;
    });
  });
  fall(all, mean, arrived, samplers);
}

function bandOf(values: Float32Array): Band {
  values.sort();
  return { median: quantile(values, 0.5), low: quantile(values, 0.1), high: quantile(values, 0.9) };
}

/** Between the two values nearest to the rank, as R's type 7. */
function quantile(sorted: Float32Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (high - low) * (rank - below);
}
