import { happyPath, routeTo } from '../../../shared/decisions/happy-path';
import type { Solution } from '../../../shared/decisions/solve';
import type { EditorState } from '../../store/state';
import { modelOf, outcomeOf } from './model';

type Shown = Pick<EditorState, 'map' | 'decisions'>;

/** Ways that fewer than one in a hundred of those take who come to the outcome are no part of the route. */
const LEAST = 0.01;

let last: { solution: Solution; outcome: string; route: 'outcome' | 'happy'; ids: ReadonlySet<string> } | null = null;

/** Elements and connections of the way that is to stand out; null: none is. The same set until it changes. */
export function routeOf(state: Shown): ReadonlySet<string> | null {
  const { route } = state.decisions;
  const outcome = route && outcomeOf(state);
  if (!route || !outcome) return null;
  const { solution } = modelOf(state);
  // Where nobody is on their way, no way stands out.
  if (solution.customers === 0) return null;
  if (last?.solution === solution && last.outcome === outcome && last.route === route) return last.ids;
  const ids = route === 'happy' ? happiest(solution, outcome) : allTo(solution, outcome);
  last = { solution, outcome, route, ids };
  return ids;
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
