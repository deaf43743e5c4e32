import { flowGraphOf } from '../decisions/flow-graph';
import { type ObservedShare, observedShares } from '../decisions/observed';
import { solveFlow } from '../decisions/solve';
import type { JourneyMap } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { Box, Font, Primitive } from '../figures/primitives';
import { formatShare } from '../language/format';

/** What the map shows of a way that customers take. */
export interface FlowFact {
  observed: ObservedShare | null;
  /** Its fork makes more than 100 %. */
  wrong: boolean;
  /** Of the line, by its customers; null: nobody enters, or it is not wanted. */
  width: number | null;
  /** Hardly anybody takes it. */
  unlikely: boolean;
}

export interface FlowFacts {
  ways: ReadonlyMap<string, FlowFact>;
  /** Share of all customers who leave at an element, 0–1, where it is worth a word. */
  exits: ReadonlyMap<string, number>;
}

const NARROWEST = 1.2;
const WIDER = 8;
const UNLIKELY = 0.02;
const WORTH_SAYING = 0.001;
const NONE: FlowFacts = { ways: new Map(), exits: new Map() };

type Needed = 'connections' | 'entries' | 'measurements' | 'metrics';
let last: { from: Pick<JourneyMap, Needed>; elements: number; facts: FlowFacts } | null = null;

/**
 * What is known of the ways of a map. Kept until something changes on which it depends: typing into a card, or moving it,
 * computes nothing.
 */
export function flowFactsOf(map: JourneyMap): FlowFacts {
  const { connections, entries, measurements, metrics } = map;
  const elements = Object.keys(map.elements).length;
  const same =
    last?.elements === elements &&
    last.from.connections === connections &&
    last.from.entries === entries &&
    last.from.measurements === measurements &&
    last.from.metrics === metrics;
  if (last && same) return last.facts;
  const facts = worked(map);
  last = { from: { connections, entries, measurements, metrics }, elements, facts };
  return facts;
}

function worked(map: JourneyMap): FlowFacts {
  const flows = Object.values(map.connections).filter(({ type }) => type === 'flow');
  const says = flows.some(
    ({ probability, observed, observedMetric }) => probability !== null || observed || observedMetric,
  );
  if (!says && Object.keys(map.entries).length === 0) return NONE;
  const solution = solveFlow(flowGraphOf(map));
  const { graph, customers } = solution;
  const observed = observedShares(graph);
  const most = solution.visits.reduce((sum, value) => Math.max(sum, value), 0);
  const ways = new Map(
    graph.ways.map(({ id, from }, way): [string, FlowFact] => {
      const flow = solution.flows[way] ?? 0;
      return [
        id,
        {
          observed: observed.get(id) ?? null,
          wrong: graph.nodes[from]?.scaled ?? false,
          width: most > 0 ? NARROWEST + (flow / most) * WIDER : null,
          unlikely: customers > 0 && flow < customers * UNLIKELY,
        },
      ];
    }),
  );
  const exits = new Map(
    solution.exits.flatMap(({ element, share }) => (share > WORTH_SAYING ? [[element, share] as const] : [])),
  );
  return { ways, exits };
}

const FONT: Font = { size: 10.5, weight: 600 };

/** On the lower edge of a card: how many leave there. In map units. */
export function exitPill(
  card: Box,
  share: number,
  { measure, theme, language }: FigureContext,
): { box: Box; primitives: Primitive[] } {
  const text = `↓ ${formatShare(share, language)}`;
  const width = measure(text, FONT) + 14;
  const box = { x: card.x + card.width - width - 10, y: card.y + card.height - 7, width, height: 18 };
  return {
    box,
    primitives: [
      { type: 'rect', ...box, radius: 9, fill: theme.dangerSoft, stroke: theme.danger, strokeWidth: 0.8 },
      { type: 'text', text, x: box.x + width / 2, y: box.y + 12.6, anchor: 'middle', font: FONT, fill: theme.danger },
    ],
  };
}
