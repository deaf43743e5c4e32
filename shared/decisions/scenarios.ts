import type { JourneyMap, Scenario } from '../document/schema';
import { type FlowGraph, type FlowOptions, flowGraphOf } from './flow-graph';
import { tidyShare } from './shares';
import { type Money, type Solution, solveFlow } from './solve';

/** A number of a scenario beside that of the map as it is. */
export interface Compared {
  base: number;
  now: number;
  difference: number;
  /** Difference ÷ base; null where the base is 0. */
  relative: number | null;
}

export interface ScenarioResult {
  scenario: Scenario;
  solution: Solution;
  customers: Compared;
  outcomes: { element: string; customers: Compared; units: Compared | null; unitName: string }[];
  value: { currency: string; amount: Compared }[];
  /** Who leaves on the way or circles. */
  left: Compared;
  steps: Compared;
}

/** The map as it is, and what comes of it under each of some scenarios. */
export function compareScenarios(
  map: JourneyMap,
  scenarios: readonly Scenario[],
  options: Omit<FlowOptions, 'scenario'> = {},
): { base: Solution; scenarios: ScenarioResult[] } {
  const base = solveFlow(flowGraphOf(map, options));
  return {
    base,
    scenarios: scenarios.map((scenario) => {
      const solution = solveFlow(flowGraphOf(map, { ...options, scenario }));
      return {
        scenario,
        solution,
        customers: compared(base.customers, solution.customers),
        outcomes: solution.outcomes.map((outcome, index) => {
          const before = base.outcomes[index];
          return {
            element: outcome.element,
            customers: compared(before?.customers ?? 0, outcome.customers),
            units: outcome.units === null ? null : compared(before?.units ?? 0, outcome.units),
            unitName: outcome.unitName,
          };
        }),
        value: solution.value.map(({ currency, amount }) => ({
          currency,
          amount: compared(amountIn(base.value, currency), amount),
        })),
        left: compared(leftOf(base), leftOf(solution)),
        steps: compared(base.steps, solution.steps),
      };
    }),
  };
}

function compared(base: number, now: number): Compared {
  const difference = now - base;
  return { base, now, difference, relative: base === 0 ? null : difference / base };
}

const amountIn = (value: readonly Money[], currency: string) =>
  value.find((one) => one.currency === currency)?.amount ?? 0;

const leftOf = ({ outcomes, customers }: Solution) =>
  Math.max(
    0,
    outcomes.reduce((sum, outcome) => sum - outcome.customers, customers),
  );

/**
 * Makes a scenario the map's own numbers. A change of a draft: the probabilities of the forks that it changes, with how
 * sure they are, and the customers of its entries. The scenario itself stays.
 */
export function adoptScenario(draft: JourneyMap, scenario: Pick<Scenario, 'probabilities' | 'entries'>): void {
  const graph = flowGraphOf(draft, { scenario });
  for (const { ways } of graph.nodes) {
    const changes = ways.some((way) => Object.hasOwn(scenario.probabilities, graph.ways[way]?.id ?? ''));
    if (changes) for (const way of ways) adoptShare(draft, graph, way, scenario);
  }
  for (const { entry } of graph.entries) {
    const record = draft.entries[entry.id];
    if (!record || !Object.hasOwn(scenario.entries, entry.id)) continue;
    record.customers = entry.customers;
    record.series = entry.series.map((one) => ({ ...one }));
  }
}

function adoptShare(draft: JourneyMap, graph: FlowGraph, way: number, scenario: Pick<Scenario, 'probabilities'>): void {
  const { id, guess } = graph.ways[way] ?? { id: '', guess: null };
  const record = draft.connections[id];
  // A way without a number goes on sharing what is left.
  if (!record || (record.probability === null && record.guess === null && !Object.hasOwn(scenario.probabilities, id))) {
    return;
  }
  record.probability = tidyShare(graph.shares[way] ?? 0);
  record.guess = guess && { ...guess };
}
