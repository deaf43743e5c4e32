import { type RouteChoice, shownRoute } from '../../../shared/decisions/shown-route';
import type { Solution } from '../../../shared/decisions/solve';
import type { EditorState } from '../../store/state';
import { modelOf, outcomeOf } from './model';

type Shown = Pick<EditorState, 'map' | 'decisions'>;

let last: { solution: Solution; outcome: string; route: RouteChoice; ids: ReadonlySet<string> | null } | null = null;

/** Elements and connections of the way that is to stand out; null: none is. The same set until it changes. */
export function routeOf(state: Shown): ReadonlySet<string> | null {
  const { route } = state.decisions;
  const outcome = route && outcomeOf(state);
  if (!route || !outcome) return null;
  const { solution } = modelOf(state);
  if (last?.solution === solution && last.outcome === outcome && last.route === route) return last.ids;
  last = { solution, outcome, route, ids: shownRoute(solution, outcome, route) };
  return last.ids;
}
