/*
 * What a map says about which way customers go, as a graph that can be computed. How the parts belong together:
 *
 *   const graph = flowGraphOf(map, { scenario });   // forks, shares, entries, faults of what is written
 *   const solution = solveFlow(graph);              // solve.ts: customers, outcomes, exits, value, all faults
 *   solution.visits[graph.nodeOf.get(elementId)]    // arrays run by node or by way (graph.nodes, graph.ways)
 *   solution.flows[graph.wayOf.get(connectionId)]   // customers a period along a connection: the line's width
 *   solution.outcomes, solution.exits               // lists, with share, value, units
 *   sensitivityOf(graph, objective)                 // sensitivity.ts: what moves an outcome, for a tornado chart
 *   comingPeriods(today, graph.unit, 6)             // units-of-time.ts: '2026-12', '2027-01' …
 *   const started = startForecast(graph, periods, { seed })   // forecast.ts: exact numbers at once, bands as runs are made
 *   started.simulation.advance(50); started.read()  // in slices, so that a window stays alive; forecastCsv() exports
 *   observedShares(graph)                           // observed.ts: seen shares, Wilson interval, inside or outside
 *   adoptObserved(draft)                            // the change behind “use observed” (no hook, so not named use…)
 *   compareScenarios(map, scenarios), adoptScenario(draft, scenario)                 // scenarios.ts
 *   happyPath(graph, outcomeId, fromId), routeTo(solution, outcomeId, fromId)        // happy-path.ts
 *   reviewOf(graph, observed, { date }, t), calibrationOf(map)                       // calibration.ts: Brier scores
 *   decisionTable, decisionTableMarkdown, allDecisionTables                          // decision-table.ts
 *   readProbability('120 of 300')                                                    // typed-probability.ts
 *   flowFaultText, effectText, effectShortText, observedText, branchName, titleOf    // wording.ts
 *
 * Rules, the same everywhere:
 * - Ways without a probability share what the others leave, equally; a single way out without one is taken by all.
 * - What is missing to 100 % leaves here (or, at an outcome, ends as it). More than 100 % is a fault; the fork is scaled.
 * - Where one way is set to another probability (a slider, a scenario, a simulated guess, a derivative), the other ways
 *   and the rest of that fork give way in proportion to what they were.
 * - An outcome is an end: only a way out of it that states a probability leads on from it.
 * - Customers are counted per period in which they enter, however long they take.
 * - Numbers are customers per `graph.unit` (a month, unless the entries say otherwise), shares are 0–1.
 * Nothing here throws on what a map may hold; faults name their element or connection, and the rest computes.
 */
import { byOrder } from '../document/create';
import type { Connection, ElementOf, Entry, JourneyMap, MapElement, Scenario } from '../document/schema';
import { at, type Digraph } from './components';
import type { FlowFault } from './faults';
import { giveWay, type Shares, sharesOf } from './shares';
import { DAYS, type EntryUnit } from './units-of-time';

export interface FlowNode {
  /** The element's id. */
  id: string;
  /** An outcome: what takes no way ends as it, instead of leaving. */
  outcome: boolean;
  /** Its ways, by index into the graph's ways. */
  ways: readonly number[];
  /** Two ways out or more. */
  fork: boolean;
  /** What its ways state in all; more than 1 is a fault. */
  stated: number;
  scaled: boolean;
}

export type Guess = NonNullable<Connection['guess']>;

export interface FlowWay {
  /** The connection's id. */
  id: string;
  from: number;
  to: number;
  /** 0–1, null: none, and the share is what is left to it. Of a scenario: its own. */
  stated: number | null;
  /** How sure the team is; null: it takes the number as it is. */
  guess: Guess | null;
}

export interface FlowEntry {
  /** The record, with the scenario's number. */
  entry: Entry;
  node: number;
  /** Customers a period of the graph's unit of time, by the number that holds without a series. */
  customers: number;
}

export interface FlowGraph extends Digraph {
  readonly nodes: readonly FlowNode[];
  /** The nodes that are outcomes, as one tells of them: won, then neutral, then lost. */
  readonly outcomes: readonly number[];
  readonly ways: readonly FlowWay[];
  /** Share of the customers at its start who take each way, 0–1. */
  readonly shares: Float64Array;
  /** Share of those at each node who leave there, or end as the outcome that it is. */
  readonly rest: Float64Array;
  readonly entries: readonly FlowEntry[];
  readonly unit: EntryUnit;
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly wayOf: ReadonlyMap<string, number>;
  /** What is wrong with the numbers as they stand; `solveFlow` gives these and what follows from the ways. */
  readonly faults: readonly FlowFault[];
  readonly map: JourneyMap;
}

export interface FlowOptions {
  /** Changes to the map's numbers; null: the map as it is. */
  scenario?: Pick<Scenario, 'probabilities' | 'entries'> | null;
  /** Only customers of this persona, and those who are all personas together. */
  persona?: string | null;
  /** The unit of time that numbers are given in; without it that of the first entry, or a month. */
  unit?: EntryUnit;
}

/** The flow graph of a map: its flows, whatever they join, and all its decisions and outcomes. */
export function flowGraphOf(map: JourneyMap, options: FlowOptions = {}): FlowGraph {
  const faults: FlowFault[] = [];
  const flows = Object.values(map.connections).filter(({ type }) => type === 'flow');
  const whole = flows.filter((flow) => {
    const lost = [flow.from, flow.to].find((id) => !Object.hasOwn(map.elements, id));
    if (lost !== undefined)
      faults.push({ id: 'way-nowhere', element: null, connection: flow.id, values: { id: lost } });
    return lost === undefined;
  });
  const used = new Set(whole.flatMap(({ from, to }) => [from, to]));
  for (const { element } of Object.values(map.entries)) used.add(element);
  const elements = Object.values(map.elements).filter(
    ({ id, kind }) => used.has(id) || kind === 'decision' || kind === 'outcome',
  );
  const nodeOf = new Map(elements.map(({ id }, index) => [id, index]));
  const leaving: Connection[][] = elements.map(() => []);
  for (const flow of whole) leaving[nodeOf.get(flow.from) ?? 0]?.push(flow);

  const ways: FlowWay[] = [];
  const shares: number[] = [];
  const first = new Int32Array(elements.length + 1);
  const rest = new Float64Array(elements.length);
  const nodes = elements.map(({ id, kind }, node): FlowNode => {
    const own = leaving[node] ?? [];
    const fork = shareOut(own, kind === 'outcome', options.scenario?.probabilities);
    first[node + 1] = ways.length + own.length;
    rest[node] = fork.rest;
    for (const { way, fault } of fork.faults) {
      faults.push({ id: fault, element: id, connection: own[way]?.id ?? null });
    }
    if (fork.scaled) {
      faults.push({ id: 'over-one', element: id, connection: null, values: { percent: percentOf(fork.stated) } });
    }
    const indexes = own.map(({ id: connection, to }, way) => {
      const stated = fork.set[way] ?? null;
      ways.push({ id: connection, from: node, to: nodeOf.get(to) ?? 0, stated, guess: fork.guesses[way] ?? null });
      shares.push(fork.ways[way] ?? 0);
      return ways.length - 1;
    });
    return {
      id,
      outcome: kind === 'outcome',
      ways: indexes,
      fork: own.length > 1,
      stated: fork.stated,
      scaled: fork.scaled,
    };
  });
  const unit = options.unit ?? unitOf(map);
  return {
    size: nodes.length,
    first,
    to: Int32Array.from(ways, (way) => way.to),
    nodes,
    outcomes: outcomesIn(elements),
    ways,
    shares: Float64Array.from(shares),
    rest,
    entries: entriesOf(map, options, unit, nodeOf, faults),
    unit,
    nodeOf,
    wayOf: new Map(ways.map(({ id }, index) => [id, index])),
    faults,
    map,
  };
}

/** Customers who enter at each node, per period. */
export function arrivalsOf({ entries, size }: FlowGraph): Float64Array {
  const arrivals = new Float64Array(size);
  for (const { node, customers } of entries) arrivals[node] = at(arrivals, node) + customers;
  return arrivals;
}

/** The same graph with other shares and rests. */
export function withShares(graph: FlowGraph, shares: Float64Array, rest: Float64Array): FlowGraph {
  return { ...graph, shares, rest };
}

/** Sets the shares of some ways of a node; the others give way. What it changed is in the two lists given. */
export function setShares(
  graph: FlowGraph,
  node: number,
  set: ReadonlyMap<number, number>,
  shares: Float64Array,
  rest: Float64Array,
): void {
  const own = graph.nodes[node]?.ways ?? [];
  const base = { ways: own.map((way) => graph.shares[way] ?? 0), rest: graph.rest[node] ?? 0 };
  const inside = new Map([...set].map(([way, value]) => [own.indexOf(way), value]));
  const found = giveWay(base, inside);
  own.forEach((way, index) => {
    shares[way] = found.ways[index] ?? 0;
  });
  rest[node] = found.rest;
}

interface Fork extends Shares {
  /** What each way states, the scenario's number before the map's. */
  set: (number | null)[];
  guesses: (Guess | null)[];
}

function shareOut(own: readonly Connection[], outcome: boolean, changed: Scenario['probabilities'] = {}): Fork {
  const base = sharesOf(own.map(statedBy), outcome);
  const set = new Map<number, number>();
  const faults = [...base.faults];
  own.forEach(({ id }, way) => {
    const value = Object.hasOwn(changed, id) ? changed[id] : undefined;
    if (value === undefined) return;
    if (Number.isFinite(value) && value >= 0) set.set(way, value);
    else faults.push({ way, fault: value < 0 ? 'negative' : 'not-a-number' });
  });
  const guesses = own.map((flow) => guessOf(flow.guess));
  if (set.size === 0) return { ...base, faults, set: own.map(statedBy), guesses };
  const found = giveWay(base, set);
  const stated = [...set.values()].reduce((sum, value) => sum + value, 0);
  return {
    ...found,
    faults,
    stated: found.scaled ? stated : Math.min(1, 1 - found.rest),
    set: own.map((_, way) => found.ways[way] ?? null),
    guesses: guesses.map((guess, way) => movedGuess(guess, base.ways[way] ?? 0, found.ways[way] ?? 0)),
  };
}

const RESULTS = ['won', 'neutral', null, 'lost'];

function outcomesIn(elements: readonly MapElement[]): number[] {
  const nodeOf = new Map(elements.map(({ id }, node) => [id, node]));
  const outcomes = elements.filter((element) => element.kind === 'outcome');
  const rankOf = (outcome: ElementOf<'outcome'>) => RESULTS.indexOf(outcome.result);
  return byOrder(outcomes)
    .sort((a, b) => rankOf(a) - rankOf(b))
    .map(({ id }) => nodeOf.get(id) ?? 0);
}

/** What a way states: its probability, else the middle of the guess. */
function statedBy({ probability, guess }: Connection): number | null {
  if (probability !== null) return probability;
  const known = guessOf(guess);
  if (!known) return null;
  return known.type === 'range' ? (known.low + known.high) / 2 : known.hits / known.of;
}

/** A guess that can be drawn from; null for one that says nothing, or nonsense. */
function guessOf(guess: Connection['guess']): Guess | null {
  if (!guess) return null;
  if (guess.type === 'range') {
    const inRange = guess.low >= 0 && guess.high <= 1 && guess.low < guess.high;
    return inRange ? guess : null;
  }
  return guess.of > 0 && guess.hits >= 0 && guess.hits <= guess.of && Number.isFinite(guess.of) ? guess : null;
}

/** What if: another share, of which one is as sure as before. */
function movedGuess(guess: Guess | null, before: number, now: number): Guess | null {
  if (!guess || before === now) return guess;
  if (guess.type === 'counts') return { ...guess, hits: now * guess.of };
  const shift = now - before;
  return guessOf({ ...guess, low: Math.max(0, guess.low + shift), high: Math.min(1, guess.high + shift) });
}

/** The unit that the map counts in: that of its first entry. */
function unitOf(map: JourneyMap): EntryUnit {
  return byOrder(Object.values(map.entries))[0]?.unit ?? 'month';
}

function entriesOf(
  map: JourneyMap,
  { scenario, persona }: FlowOptions,
  unit: EntryUnit,
  nodeOf: ReadonlyMap<string, number>,
  faults: FlowFault[],
): FlowEntry[] {
  const found: FlowEntry[] = [];
  for (const record of byOrder(Object.values(map.entries))) {
    if (persona && record.persona !== null && record.persona !== persona) continue;
    const entry = changedEntry(record, scenario?.entries ?? {});
    const node = nodeOf.get(entry.element);
    const about = { element: entry.element, connection: null, entry: entry.id };
    if (node === undefined)
      faults.push({ id: 'entry-nowhere', ...about, element: null, values: { id: entry.element } });
    else if (!Number.isFinite(entry.customers) || entry.customers < 0)
      faults.push({ id: 'entry-not-a-number', ...about });
    else found.push({ entry, node, customers: entry.customers * (DAYS[unit] / DAYS[entry.unit]) });
  }
  return found;
}

/** A scenario's number takes the place of an entry's own; its series grows or shrinks in proportion. */
function changedEntry(entry: Entry, changed: Scenario['entries']): Entry {
  const customers = Object.hasOwn(changed, entry.id) ? changed[entry.id] : undefined;
  if (customers === undefined) return entry;
  const factor = entry.customers > 0 ? customers / entry.customers : null;
  const series = entry.series.map((one) => ({
    ...one,
    customers: factor === null ? customers : one.customers * factor,
  }));
  return { ...entry, customers, series };
}

/** In percent with one decimal. */
const percentOf = (share: number) => Math.round(share * 1000) / 10;
