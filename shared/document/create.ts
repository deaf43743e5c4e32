import { generateKeyBetween } from 'fractional-indexing';
import { FIELDS } from '../kinds/all-fields';
import { initialValues } from '../kinds/fields';
import { createId } from './ids';
import {
  type Connection,
  type ElementKind,
  type ElementOf,
  FORMAT_NAME,
  FORMAT_VERSION,
  type JourneyMap,
  type MapElement,
  type Measurement,
  type Metric,
} from './schema';

/** A map with nothing in it, not even lanes. */
export function emptyMap(
  values: Partial<Pick<JourneyMap, 'title' | 'language' | 'description' | 'perspective'>> = {},
): JourneyMap {
  return {
    format: FORMAT_NAME,
    formatVersion: FORMAT_VERSION,
    id: createId(),
    title: '',
    description: '',
    language: 'en',
    perspective: 'as-is',
    revision: 0,
    revisedOn: null,
    elements: {},
    lanes: {},
    connections: {},
    metrics: {},
    measurements: {},
    sources: {},
    entries: {},
    exits: {},
    scenarios: {},
    reviews: {},
    comments: {},
    sessions: {},
    votes: {},
    actions: {},
    viewpoints: {},
    pictures: {},
    ...values,
  };
}

/** The width of a new stage's column and of a new card, in map units. */
const STAGE_WIDTH = 204;
export const CARD_WIDTH = 172;

/** A new element of a kind, with the kind's initial values. `values` may set any field. */
export function createElement<Kind extends ElementKind>(
  kind: Kind,
  values: Partial<ElementOf<Kind>> & { order: string },
): ElementOf<Kind> {
  return {
    kind,
    id: createId(),
    title: '',
    text: '',
    tags: [],
    links: [],
    personas: [],
    owner: '',
    stage: null,
    lane: null,
    x: 0,
    y: 0,
    width: kind === 'stage' ? STAGE_WIDTH : kind === 'decision' ? 132 : CARD_WIDTH,
    height: null,
    picture: null,
    ...initialValues(FIELDS[kind]),
    ...values,
  } as unknown as ElementOf<Kind>;
}

/** A new connection. `values` may set any field. */
export function createConnection(values: Partial<Connection> & Pick<Connection, 'type' | 'from' | 'to'>): Connection {
  return {
    id: createId(),
    label: '',
    condition: '',
    rule: null,
    probability: null,
    guess: null,
    observed: null,
    observedMetric: null,
    fromSide: null,
    toSide: null,
    ...values,
  };
}

/** A new metric. `values` may set any field. */
export function createMetric(values: Partial<Metric> & Pick<Metric, 'order'>): Metric {
  return {
    id: createId(),
    title: '',
    catalogue: null,
    unit: 'number',
    currency: '',
    decimals: 1,
    direction: 'higher',
    aggregation: 'mean',
    formula: '',
    target: null,
    warning: null,
    compareWith: 'previous',
    baseline: null,
    source: null,
    ...values,
  };
}

/** New values of a metric: on what `values` names, or on the map as a whole. */
export function createMeasurement(values: Partial<Measurement> & Pick<Measurement, 'metric'>): Measurement {
  return {
    id: createId(),
    element: null,
    connection: null,
    segment: '',
    persona: null,
    target: null,
    warning: null,
    points: [],
    ...values,
  };
}

/** An order after every one in the list. */
export function orderAfter(records: Iterable<{ order: string }>): string {
  let last: string | null = null;
  for (const { order } of records) if (last === null || order > last) last = order;
  return generateKeyBetween(last, null);
}

/** An order before every one in the list. */
export function orderBefore(records: Iterable<{ order: string }>): string {
  let first: string | null = null;
  for (const { order } of records) if (first === null || order < first) first = order;
  return generateKeyBetween(null, first);
}

/** Sorts by order; records with the same one (two people added at once) fall back on their ids. */
export function byOrder<Item extends { order: string; id: string }>(records: Iterable<Item>): Item[] {
  return [...records].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1));
}

/** The stages of a map from first to last. */
export function stagesOf(map: JourneyMap): ElementOf<'stage'>[] {
  return byOrder(
    Object.values(map.elements).filter((element): element is ElementOf<'stage'> => element.kind === 'stage'),
  );
}

/** Everything on the canvas but the stages, from the bottom of the stack to the top. */
export function cardsOf(map: JourneyMap): Exclude<MapElement, { kind: 'stage' }>[] {
  return byOrder(
    Object.values(map.elements).filter(
      (element): element is Exclude<MapElement, { kind: 'stage' }> => element.kind !== 'stage',
    ),
  );
}

/** The lanes of a map from top to bottom, hidden ones included. */
export function lanesOf(map: JourneyMap) {
  return byOrder(Object.values(map.lanes));
}

/** The personas of a map, in their order. */
export function personasOf(map: JourneyMap): ElementOf<'persona'>[] {
  return byOrder(
    Object.values(map.elements).filter((element): element is ElementOf<'persona'> => element.kind === 'persona'),
  );
}
