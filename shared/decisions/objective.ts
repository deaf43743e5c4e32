import type { ElementOf } from '../document/schema';
import type { FlowGraph } from './flow-graph';

/** What somebody wants to know about: customers, or units of stock, of an outcome; or money from all outcomes together. */
export type Objective = { of: 'customers' | 'units'; outcome: string } | { of: 'value'; currency: string };

/** What a customer who ends at each node brings to the objective. */
export function gainsOf({ nodes, size, map }: FlowGraph, objective: Objective): Float64Array {
  const gains = new Float64Array(size);
  nodes.forEach(({ id, outcome }, node) => {
    if (!outcome) return;
    const { value, currency, units } = map.elements[id] as ElementOf<'outcome'>;
    if (objective.of === 'value') gains[node] = currency.trim() === objective.currency ? (value ?? 0) : 0;
    else if (id === objective.outcome) gains[node] = objective.of === 'units' ? (units ?? 0) : 1;
  });
  return gains;
}
