import { at, whole } from './components';
import { arrivalsOf, type FlowGraph } from './flow-graph';
import type { Solution } from './solve';

/** One way through the map. */
export interface HappyPath {
  /** By index into the graph, from the entry to the outcome; one node more than ways. */
  nodes: number[];
  ways: number[];
  /** How many of 1 customers who start there go exactly this way to the end. */
  probability: number;
}

/**
 * The most probable way from an element to an outcome: Dijkstra's shortest path with −ln share for a length. Without an
 * element, from any entry, which counts by its share of the customers. Null where no way leads there.
 */
export function happyPath(graph: FlowGraph, outcome: string, from: string | null = null): HappyPath | null {
  const goal = graph.nodeOf.get(outcome);
  const end = goal === undefined ? 0 : at(graph.rest, goal);
  if (goal === undefined || !(end > 0)) return null;
  const length = new Float64Array(graph.size).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(graph.size).fill(-1);
  const heap = createHeap();
  const reach = (node: number, far: number, way: number) => {
    if (!(far < at(length, node))) return;
    length[node] = far;
    by[node] = way;
    heap.push(far, node);
  };
  for (const [node, share] of startsOf(graph, from)) reach(node, -Math.log(share), -1);
  for (let next = heap.pop(); next !== null; next = heap.pop()) {
    const { key, node } = next;
    if (node === goal) break;
    if (key > at(length, node)) continue;
    for (const way of graph.nodes[node]?.ways ?? []) {
      const share = at(graph.shares, way);
      if (share > 0) reach(whole(graph.to, way), key - Math.log(share), way);
    }
  }
  return Number.isFinite(at(length, goal)) ? traced(graph, by, goal, end) : null;
}

function startsOf(graph: FlowGraph, from: string | null): [node: number, share: number][] {
  if (from !== null) {
    const node = graph.nodeOf.get(from);
    return node === undefined ? [] : [[node, 1]];
  }
  const arrivals = arrivalsOf(graph);
  const all = arrivals.reduce((sum, value) => sum + value, 0);
  return [...arrivals].flatMap((value, node): [number, number][] => (value > 0 ? [[node, value / all]] : []));
}

function traced(graph: FlowGraph, by: Int32Array, goal: number, end: number): HappyPath {
  const nodes = [goal];
  const ways: number[] = [];
  let probability = end;
  for (let way = whole(by, goal); way >= 0; way = whole(by, nodes[0] ?? goal)) {
    ways.unshift(way);
    nodes.unshift(graph.ways[way]?.from ?? goal);
    probability *= at(graph.shares, way);
  }
  return { nodes, ways, probability };
}

/** All ways by which customers come from an entry to an outcome. */
export interface Route {
  /** By way: customers a period along it who will end as the outcome, with repeats; 0: it is no part of the route. */
  flows: Float64Array;
  /** By node: visits of customers who will. */
  visits: Float64Array;
  /** Customers a period who start there and end as the outcome. */
  customers: number;
}

/**
 * The customers who end as an outcome, and where they pass: on each way v_i s h_j, the visits of its start times its
 * share times the chance to end as the outcome from where it leads. Without an element, from all entries.
 */
export function routeTo({ graph, chain, visits }: Solution, outcome: string, from: string | null = null): Route {
  const goal = graph.nodeOf.get(outcome);
  const own = new Float64Array(graph.size);
  if (goal !== undefined && !chain.isTrap(goal)) own[goal] = at(graph.rest, goal);
  const chance = chain.worth(own);
  const arrivals = arrivalsOf(graph);
  const start = from === null ? null : (graph.nodeOf.get(from) ?? -1);
  if (start !== null) {
    for (let node = 0; node < graph.size; node++) if (node !== start) arrivals[node] = 0;
  }
  const passing = start === null ? visits : chain.visits(arrivals);
  return {
    flows: graph.shares.map((share, way) => {
      const node = graph.ways[way]?.from ?? 0;
      return chain.isTrap(node) ? 0 : at(passing, node) * share * at(chance, whole(graph.to, way));
    }),
    visits: passing.map((value, node) => value * at(chance, node)),
    customers: arrivals.reduce((sum, value, node) => sum + value * at(chance, node), 0),
  };
}

/** A binary heap: the smallest key first. */
function createHeap() {
  const item = (list: readonly number[], index: number) => list[index] as number;
  const keys: number[] = [];
  const nodes: number[] = [];
  const swap = (a: number, b: number) => {
    [keys[a], keys[b]] = [item(keys, b), item(keys, a)];
    [nodes[a], nodes[b]] = [item(nodes, b), item(nodes, a)];
  };
  return {
    push(key: number, node: number): void {
      keys.push(key);
      nodes.push(node);
      let place = keys.length - 1;
      while (place > 0) {
        const parent = (place - 1) >> 1;
        if (item(keys, parent) <= item(keys, place)) break;
        swap(place, parent);
        place = parent;
      }
    },
    pop(): { key: number; node: number } | null {
      const last = keys.length - 1;
      if (last < 0) return null;
      swap(0, last);
      const found = { key: keys.pop() ?? 0, node: nodes.pop() ?? 0 };
      for (let place = 0; ; ) {
        const child = 2 * place + 1;
        if (child >= last) break;
        const smaller = child + 1 < last && item(keys, child + 1) < item(keys, child) ? child + 1 : child;
        if (item(keys, place) <= item(keys, smaller)) break;
        swap(place, smaller);
        place = smaller;
      }
      return found;
    },
  };
}
