import { mainOutcome, objectiveFor } from '../../../shared/decisions/chosen-objective';
import { flowGraphOf } from '../../../shared/decisions/flow-graph';
import type { Objective } from '../../../shared/decisions/objective';
import { type ObservedShare, observedShares } from '../../../shared/decisions/observed';
import { type Solution, solveFlow } from '../../../shared/decisions/solve';
import { byOrder } from '../../../shared/document/create';
import type { JourneyMap, Scenario } from '../../../shared/document/schema';
import { editor, useEditor } from '../../store/editor';
import type { DecisionsState, EditorState } from '../../store/state';

type Shown = Pick<EditorState, 'map' | 'decisions'>;

/** Everything that the view shows follows from this; worked out once for each map and each position of a slider. */
export interface DecisionModel {
  /** The scenario looked at; null: the map as it is. */
  scenario: Scenario | null;
  /** As it stands, without what is tried: the layout and the ends of sliders belong to this. */
  settled: Solution;
  /** With what is tried. */
  solution: Solution;
  observed: ReadonlyMap<string, ObservedShare>;
}

interface Settled extends Omit<DecisionModel, 'solution'> {
  map: JourneyMap;
  persona: string | null;
}

let settled: Settled | null = null;
let latest: { settled: Settled; trial: DecisionsState['trial']; model: DecisionModel } | null = null;

function settledOf({ map, decisions }: Shown): Settled {
  const scenario = scenarioOf({ map, decisions });
  const persona = personaOf({ map, decisions });
  if (settled?.map === map && settled.scenario === scenario && settled.persona === persona) return settled;
  const graph = flowGraphOf(map, { scenario, persona });
  settled = { map, scenario, persona, settled: solveFlow(graph), observed: observedShares(graph) };
  return settled;
}

export function modelOf(state: Shown): DecisionModel {
  const base = settledOf(state);
  const { trial } = state.decisions;
  if (latest?.settled === base && latest.trial === trial) return latest.model;
  const solution = trial
    ? solveFlow(flowGraphOf(base.map, { scenario: tried(base.scenario, trial), persona: base.persona }))
    : base.settled;
  const model = { scenario: base.scenario, settled: base.settled, solution, observed: base.observed };
  latest = { settled: base, trial, model };
  return model;
}

export const useModel = (): DecisionModel => useEditor(modelOf);

const tried = (scenario: Scenario | null, trial: Readonly<Record<string, number>>) => ({
  probabilities: { ...scenario?.probabilities, ...trial },
  entries: scenario?.entries ?? {},
});

export const scenarioOf = ({ map, decisions }: Shown): Scenario | null =>
  (decisions.scenario !== null && map.scenarios[decisions.scenario]) || null;

export const personaOf = ({ map, decisions }: Shown): string | null =>
  decisions.persona !== null && map.elements[decisions.persona]?.kind === 'persona' ? decisions.persona : null;

/** The outcome in question: the chosen one, or the one that matters most. */
export function outcomeOf({ map, decisions }: Shown): string | null {
  if (decisions.outcome !== null && map.elements[decisions.outcome]?.kind === 'outcome') return decisions.outcome;
  return mainOutcome(settledOf({ map, decisions }).settled);
}

/** What forecast and tornado count; null: there is no outcome. */
export const objectiveOf = (state: Shown): Objective | null =>
  objectiveFor(state.map, outcomeOf(state), state.decisions.measure);

export const scenariosOf = (map: JourneyMap): Scenario[] => byOrder(Object.values(map.scenarios));

export function look(values: Partial<DecisionsState>): void {
  editor.setState(({ decisions }) => ({ decisions: { ...decisions, ...values } }));
}
