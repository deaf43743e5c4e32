import type { Solution } from '../../decisions/solve';
import type { JourneyMap } from '../../document/schema';
import type { Point } from '../../figures/primitives';
import type { Theme } from '../../figures/theme';
import type { DecisionLayout } from './layout';

/** What a way or a node means for the business. */
export type Meaning = 'good' | 'loss' | 'neutral';

const WIDEST = 34;
const NARROWEST = 1.6;

/** Of an element: outcomes say it, detours are losses until their customers come back. */
export function meaningOf(map: JourneyMap, id: string): Meaning {
  const element = map.elements[id];
  if (element?.kind === 'outcome')
    return element.result === 'won' ? 'good' : element.result === 'lost' ? 'loss' : 'neutral';
  return element?.kind === 'detour' ? 'loss' : 'neutral';
}

export const bandColour = (meaning: Meaning, { tones }: Theme): string =>
  meaning === 'good' ? tones.green.strong : meaning === 'loss' ? tones.red.strong : tones.blue.strong;

export interface Band {
  id: string;
  start: Point;
  end: Point;
  width: number;
  customers: number;
}

/** Customers of the busiest node: the widest band. */
export const busiest = ({ visits }: Solution): number => visits.reduce((most, value) => Math.max(most, value), 0);

export const bandWidth = (customers: number, most: number): number =>
  most > 0 ? Math.max(NARROWEST, (customers / most) * WIDEST) : NARROWEST;

/**
 * The bands of all ways: stacked side by side where they leave and where they arrive, in the order in which the layout
 * has them, so that none lies over another.
 */
export function bandsOf({ graph, flows, visits }: Solution, layout: DecisionLayout): Band[] {
  const most = visits.reduce((sum, value) => Math.max(sum, value), 0);
  const bands = graph.ways.flatMap(({ id, from, to }, way) => {
    const [source, target] = [graph.nodes[from]?.id ?? '', graph.nodes[to]?.id ?? ''];
    const [leaves, arrives, placed] = [layout.nodes.get(source), layout.nodes.get(target), layout.ways.get(id)];
    if (!leaves || !arrives || !placed) return [];
    const customers = flows[way] ?? 0;
    return [{ id, source, target, leaves, arrives, placed, customers, width: bandWidth(customers, most) }];
  });
  const starts = stacked(bands, 'source', ({ placed }) => placed.corners[0]?.y ?? 0);
  const ends = stacked(bands, 'target', ({ placed }) => placed.corners.at(-1)?.y ?? 0);
  return bands.map(({ id, source, target, leaves, arrives, customers, width }) => {
    const inset = (element: string) => (graph.map.elements[element]?.kind === 'decision' ? 30 : 4);
    return {
      id,
      customers,
      width,
      // Under the card or the diamond, which is drawn above it.
      start: { x: leaves.x + leaves.width - inset(source), y: leaves.y + leaves.height / 2 + (starts.get(id) ?? 0) },
      end: { x: arrives.x + inset(target), y: arrives.y + arrives.height / 2 + (ends.get(id) ?? 0) },
    };
  });
}

interface Stackable {
  id: string;
  source: string;
  target: string;
  width: number;
}

/** How far from the middle of its side each band lies. */
function stacked<One extends Stackable>(
  bands: readonly One[],
  side: 'source' | 'target',
  placeOf: (band: One) => number,
): Map<string, number> {
  const sides = new Map<string, One[]>();
  for (const band of bands) {
    const list = sides.get(band[side]);
    if (list) list.push(band);
    else sides.set(band[side], [band]);
  }
  const found = new Map<string, number>();
  for (const list of sides.values()) {
    list.sort((a, b) => placeOf(a) - placeOf(b));
    // Thin lines keep a little distance, so that each can be seen and grasped.
    const gap = list.length > 1 ? 3 : 0;
    let at = -(list.reduce((sum, { width }) => sum + width, 0) + gap * (list.length - 1)) / 2;
    for (const { id, width } of list) {
      found.set(id, at + width / 2);
      at += width + gap;
    }
  }
  return found;
}
