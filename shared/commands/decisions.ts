import { reviewOf } from '../decisions/calibration';
import { flowGraphOf } from '../decisions/flow-graph';
import { observedShares } from '../decisions/observed';
import { giveWay } from '../decisions/shares';
import { orderAfter } from '../document/create';
import { createId } from '../document/ids';
import type { Entry, Exit, JourneyMap, Scenario } from '../document/schema';
import type { Translate } from '../language/translator';

/** Without the last bits, which would only make the file hard to read. */
const tidy = (share: number) => Math.round(share * 1e6) / 1e6;

/**
 * What becomes of a fork where one of its branches is set to a share (0–1): the shares of all of its branches, by
 * connection. The others, and what leaves there, give way in proportion. In a scenario where one is named.
 */
export function sharesWith(
  map: JourneyMap,
  connection: string,
  share: number,
  scenario: Pick<Scenario, 'probabilities' | 'entries'> | null = null,
): Record<string, number> {
  const graph = flowGraphOf(map, { scenario });
  const way = graph.wayOf.get(connection);
  const from = way === undefined ? undefined : graph.ways[way]?.from;
  const node = from === undefined ? undefined : graph.nodes[from];
  if (way === undefined || from === undefined || !node) return {};
  const shares = { ways: node.ways.map((one) => graph.shares[one] ?? 0), rest: graph.rest[from] ?? 0 };
  const found = giveWay(shares, new Map([[node.ways.indexOf(way), share]]));
  return Object.fromEntries(node.ways.map((one, index) => [graph.ways[one]?.id ?? '', tidy(found.ways[index] ?? 0)]));
}

/** Sets the shares of branches, by connection; a guess that no longer holds its share goes. */
export function setShares(draft: JourneyMap, shares: Readonly<Record<string, number>>): void {
  for (const [id, share] of Object.entries(shares)) {
    const connection = draft.connections[id];
    if (!connection || connection.probability === share) continue;
    connection.probability = share;
    const { guess } = connection;
    if (guess?.type === 'range' && (share < guess.low || share > guess.high)) connection.guess = null;
    if (guess?.type === 'counts') connection.guess = { ...guess, hits: share * guess.of };
  }
}

/** Customers who start at a card; gives the entry's id, or null where there is no such card. */
export function addEntry(draft: JourneyMap, element: string, values: Partial<Omit<Entry, 'id'>> = {}): string | null {
  if (!Object.hasOwn(draft.elements, element)) return null;
  const id = createId();
  draft.entries[id] = {
    id,
    element,
    persona: null,
    customers: 0,
    unit: Object.values(draft.entries)[0]?.unit ?? 'month',
    series: [],
    growth: 0,
    season: [],
    order: orderAfter(Object.values(draft.entries)),
    ...values,
  };
  return id;
}

export function setEntry(draft: JourneyMap, id: string, values: Partial<Omit<Entry, 'id' | 'order'>>): void {
  const entry = draft.entries[id];
  if (entry) Object.assign(entry, values);
}

/** Deletes an entry, and what scenarios say about it. */
export function removeEntry(draft: JourneyMap, id: string): void {
  delete draft.entries[id];
  for (const scenario of Object.values(draft.scenarios)) delete scenario.entries[id];
}

/** Why customers leave at a card. Where nothing is said any more, the record goes. */
export function setExit(draft: JourneyMap, element: string, values: Partial<Omit<Exit, 'id' | 'element'>>): void {
  if (!Object.hasOwn(draft.elements, element)) return;
  const known = Object.values(draft.exits).find((exit) => exit.element === element);
  const exit = { ...(known ?? { id: createId(), element, reason: '', recovery: '', rescue: '' }), ...values };
  if (exit.reason || exit.recovery || exit.rescue) draft.exits[exit.id] = exit;
  else delete draft.exits[exit.id];
}

/** A new scenario, like the map as it is or like another scenario. Gives its id. */
export function addScenario(draft: JourneyMap, title: string, like: string | null = null): string {
  const id = createId();
  const from = like === null ? undefined : draft.scenarios[like];
  draft.scenarios[id] = {
    id,
    title,
    note: '',
    probabilities: { ...from?.probabilities },
    entries: { ...from?.entries },
    order: orderAfter(Object.values(draft.scenarios)),
  };
  return id;
}

export function setScenario(draft: JourneyMap, id: string, values: Partial<Pick<Scenario, 'title' | 'note'>>): void {
  const scenario = draft.scenarios[id];
  if (scenario) Object.assign(scenario, values);
}

/** Sets shares (0–1, by connection) and customers (by entry) of a scenario; null takes one back to the map's own. */
export function setInScenario(
  draft: JourneyMap,
  id: string,
  { probabilities = {}, entries = {} }: Partial<Record<'probabilities' | 'entries', Record<string, number | null>>>,
): void {
  const scenario = draft.scenarios[id];
  if (!scenario) return;
  put(scenario.probabilities, probabilities);
  put(scenario.entries, entries);
}

function put(into: Record<string, number>, values: Record<string, number | null>): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === null) delete into[key];
    else into[key] = value;
  }
}

export function removeScenario(draft: JourneyMap, id: string): void {
  delete draft.scenarios[id];
}

/**
 * Keeps what was predicted and what was seen on a day (`YYYY-MM-DD`): every branch whose customers were counted. A second
 * record of a day takes the place of the first. Gives how many branches it holds; without any, nothing is kept.
 */
export function recordReview(draft: JourneyMap, date: string, t: Translate): number {
  const graph = flowGraphOf(draft);
  const review = reviewOf(graph, observedShares(graph), { date }, t);
  if (review.branches.length === 0) return 0;
  const same = Object.values(draft.reviews).find((one) => one.date === date);
  const { id, note } = same ?? review;
  draft.reviews[id] = { ...review, id, note };
  return review.branches.length;
}
