import type { JourneyMap } from '../document/schema';
import type { Objective } from './objective';
import type { Solution } from './solve';

export const MEASURES = ['customers', 'units', 'value'] as const;
export type MeasureChoice = (typeof MEASURES)[number];

/** The outcome in question unless one is chosen: the one that is won and to which most customers come; null: none. */
export function mainOutcome({ outcomes, graph: { map } }: Solution): string | null {
  const rank = (id: string) => {
    const element = map.elements[id];
    return element?.kind === 'outcome' && element.result === 'won' ? 1 : 0;
  };
  const [best] = [...outcomes].sort((a, b) => rank(b.element) - rank(a.element) || b.customers - a.customers);
  return best?.element ?? null;
}

/** What is counted of an outcome; null: it is no outcome. Units that an outcome has not become customers. */
export function objectiveFor(map: JourneyMap, outcome: string | null, measure: MeasureChoice): Objective | null {
  const element = outcome === null ? undefined : map.elements[outcome];
  if (outcome === null || element?.kind !== 'outcome') return null;
  if (measure === 'value') return { of: 'value', currency: currencyOf(map) };
  return { of: measure === 'units' && element.units !== null ? 'units' : 'customers', outcome };
}

/** Money is counted in the currency of the first outcome that names a value. */
export function currencyOf(map: JourneyMap): string {
  for (const element of Object.values(map.elements)) {
    if (element.kind === 'outcome' && element.value !== null) return element.currency.trim();
  }
  return '';
}
