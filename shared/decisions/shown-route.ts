import { happyPath, routeTo } from './happy-path';
import type { Solution } from './solve';

/** `outcome`: all ways that matter to it; `happy`: the likeliest one. */
export const ROUTES = ['outcome', 'happy'] as const;
export type RouteChoice = (typeof ROUTES)[number];

/** Ways that fewer than one in a hundred of those take who come to the outcome are no part of the route. */
const LEAST = 0.01;

/**
 * Ids of the elements and connections on the way to an outcome, to stand out among all others. Null: none does,
 * because nobody is on their way.
 */
export function shownRoute(solution: Solution, outcome: string, choice: RouteChoice): ReadonlySet<string> | null {
  if (solution.customers === 0) return null;
  return choice === 'happy' ? happiest(solution, outcome) : allTo(solution, outcome);
}

function happiest({ graph }: Solution, outcome: string): ReadonlySet<string> {
  const path = happyPath(graph, outcome);
  if (!path) return new Set([outcome]);
  return new Set([
    ...path.nodes.map((node) => graph.nodes[node]?.id ?? ''),
    ...path.ways.map((way) => graph.ways[way]?.id ?? ''),
  ]);
}

function allTo(solution: Solution, outcome: string): ReadonlySet<string> {
  const { graph } = solution;
  const { flows, visits, customers } = routeTo(solution, outcome);
  const least = customers * LEAST;
  return new Set([
    outcome,
    ...graph.nodes.flatMap(({ id }, node) => ((visits[node] ?? 0) > least ? [id] : [])),
    ...graph.ways.flatMap(({ id }, way) => ((flows[way] ?? 0) > least ? [id] : [])),
  ]);
}
