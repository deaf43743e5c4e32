import type { Connection, JourneyMap, Measurement, Point } from '../document/schema';
import { comparePeriods, type Period } from '../metrics/periods';
import { type FlowGraph, type FlowNode, type FlowOptions, flowGraphOf, type Guess } from './flow-graph';
import { giveWay, tidyShare } from './shares';
import { type Interval, wilsonInterval } from './wilson';

/** What customers did at a branch, against what was predicted. */
export interface ObservedShare {
  connection: string;
  /** Of the customers at the fork, 0–1. */
  share: number;
  /** Customers who took the branch, and who stood at the fork; null: only the share is known. */
  count: number | null;
  of: number | null;
  /** Typed in by hand, or values of a metric; of which period, if of one. */
  source: 'typed' | 'metric';
  period: Period | null;
  /** What the graph reckons with, 0–1. */
  predicted: number;
  /** Wilson's 95 % interval of the share; null: nobody knows of how many. */
  interval: Interval | null;
  /** Whether the prediction lies in the interval; null without one. */
  inside: boolean | null;
}

/** What is known about one way before its fork's total is. */
interface Seen {
  count: number | null;
  of: number | null;
  share: number | null;
  source: ObservedShare['source'];
  period: Period | null;
}

/**
 * Observed against predicted, for every branch that holds observations, by connection. Counts typed in come before
 * those of a metric. Where nobody said how many stood at a fork, they are as many as took any of its ways.
 * `period`: which values of a metric count; without it the latest.
 */
export function observedShares(graph: FlowGraph, period: Period | null = null): Map<string, ObservedShare> {
  const { map } = graph;
  const measured = measurementsByConnection(map);
  const found = new Map<string, ObservedShare>();
  for (const { ways } of graph.nodes) {
    const seen = ways.map((way) => {
      const connection = map.connections[graph.ways[way]?.id ?? ''];
      return connection ? seenAt(connection, map, measured.get(connection.id) ?? [], period) : null;
    });
    const total = seen.reduce((sum, one) => sum + (one?.count ?? 0), 0);
    seen.forEach((one, index) => {
      const way = ways[index];
      const id = way === undefined ? undefined : graph.ways[way]?.id;
      if (!one || way === undefined || id === undefined) return;
      const observed = judged(id, one, total, graph.shares[way] ?? 0);
      if (observed) found.set(id, observed);
    });
  }
  return found;
}

function judged(connection: string, seen: Seen, total: number, predicted: number): ObservedShare | null {
  const { count, source, period } = seen;
  const of = seen.of ?? (count === null ? null : total);
  const share = seen.share ?? (count !== null && of !== null && of > 0 ? count / of : null);
  if (share === null || !(share >= 0 && share <= 1)) return null;
  const interval = count === null || of === null ? null : wilsonInterval(count, of);
  const inside = interval && predicted >= interval.low && predicted <= interval.high;
  return { connection, share, count, of, source, period, predicted, interval, inside };
}

function seenAt(
  { observed, observedMetric }: Connection,
  map: JourneyMap,
  measurements: readonly Measurement[],
  period: Period | null,
): Seen | null {
  if (observed) return { count: observed.count, of: observed.of, share: null, source: 'typed', period: null };
  const metric = observedMetric === null ? undefined : map.metrics[observedMetric];
  const values = measurements.find((one) => one.metric === observedMetric && one.segment.trim() === '');
  const point = values && pointAt(values.points, period);
  if (!metric || !point) return null;
  const about = { source: 'metric', period: point.period } as const;
  if (metric.unit !== 'percent') return { count: point.value, of: point.denominator ?? null, share: null, ...about };
  const of = point.denominator ?? point.n ?? null;
  return { count: of === null ? null : (point.numerator ?? point.value * of), of, share: point.value, ...about };
}

function pointAt(points: readonly Point[], period: Period | null): Point | undefined {
  if (period !== null) return points.find((point) => point.period === period);
  return points.reduce<Point | undefined>(
    (latest, point) => (!latest || comparePeriods(point.period, latest.period) > 0 ? point : latest),
    undefined,
  );
}

function measurementsByConnection(map: JourneyMap): Map<string, Measurement[]> {
  const found = new Map<string, Measurement[]>();
  for (const measurement of Object.values(map.measurements)) {
    if (measurement.connection === null) continue;
    const list = found.get(measurement.connection);
    if (list) list.push(measurement);
    else found.set(measurement.connection, [measurement]);
  }
  return found;
}

/** The graph as it would be if customers went on as they were seen. A scenario gives its entries only. */
export function graphAsSeen(map: JourneyMap, { scenario, ...options }: FlowOptions): FlowGraph {
  const connections = Object.entries(map.connections).map(([id, connection]) => [id, { ...connection }] as const);
  const asSeen = { ...map, connections: Object.fromEntries(connections) };
  adoptObserved(asSeen);
  // A scenario's own shares would hide what was seen.
  return flowGraphOf(asSeen, {
    ...options,
    scenario: scenario ? { probabilities: {}, entries: scenario.entries } : null,
  });
}

/**
 * Takes what was seen for the prediction: the probabilities of these connections (without any: of all that have
 * observations) become their observed shares, as sure as the counts make them; the other ways of those forks give way
 * in proportion. A change of a draft. Gives how many branches it changed.
 */
export function adoptObserved(draft: JourneyMap, connections: readonly string[] | null = null): number {
  const graph = flowGraphOf(draft);
  const observed = observedShares(graph);
  const chosen = connections && new Set(connections);
  let changed = 0;
  for (const node of graph.nodes) {
    const set = new Map<number, ObservedShare>();
    node.ways.forEach((way, index) => {
      const found = observed.get(graph.ways[way]?.id ?? '');
      if (found && (!chosen || chosen.has(found.connection))) set.set(index, found);
    });
    if (set.size > 0) changed += takeOver(draft, graph, node, set);
  }
  return changed;
}

function takeOver(draft: JourneyMap, graph: FlowGraph, node: FlowNode, set: Map<number, ObservedShare>): number {
  const ways = node.ways.map((way) => graph.shares[way] ?? 0);
  const rest = graph.rest[graph.nodeOf.get(node.id) ?? -1] ?? 0;
  const found = giveWay({ ways, rest }, new Map([...set].map(([index, { share }]) => [index, share])));
  let changed = 0;
  node.ways.forEach((way, index) => {
    const record = draft.connections[graph.ways[way]?.id ?? ''];
    const share = tidyShare(found.ways[index] ?? 0);
    const observed = set.get(index);
    // A way without a number goes on sharing what is left.
    if (!record || (!observed && record.probability === null && record.guess === null)) return;
    if (record.probability !== share || observed) {
      record.probability = share;
      record.guess = observed ? seenAsGuess(observed) : keptGuess(record.guess, share);
    }
    if (observed) changed += 1;
  });
  return changed;
}

const seenAsGuess = ({ count, of }: ObservedShare): Guess | null =>
  count === null || of === null ? null : { type: 'counts', hits: count, of };

/** A way that gave way is as sure as it was; a range that no longer holds its share is no use. */
function keptGuess(guess: Connection['guess'], share: number): Connection['guess'] {
  if (guess?.type === 'counts') return { ...guess, hits: share * guess.of };
  return guess && share >= guess.low && share <= guess.high ? guess : null;
}

/** The observed shares as a scenario takes them: what would come of the map if all went on as it was seen. */
export const observedProbabilities = (observed: ReadonlyMap<string, ObservedShare>): Record<string, number> =>
  Object.fromEntries([...observed.values()].map(({ connection, share }) => [connection, share]));
