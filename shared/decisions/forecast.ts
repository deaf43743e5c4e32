import type { ElementOf } from '../document/schema';
import type { Period } from '../metrics/periods';
import { chainOf } from './chain';
import { at } from './components';
import type { FlowGraph } from './flow-graph';
import { gainsOf } from './objective';
import { type Band, type Demand, type Simulation, type SimulationOptions, simulation } from './simulate';
import { customersIn } from './units-of-time';

/** A number of the forecast: what is expected exactly, and the band of the simulated runs (null: none were made). */
export interface ForecastValue {
  expected: number;
  band: Band | null;
}

/** A number for each period, and for all of them together. */
export interface ForecastLine {
  values: ForecastValue[];
  total: ForecastValue;
}

export interface OutcomeForecast {
  element: string;
  customers: ForecastLine;
  /** Stock or hours of service needed; null: the outcome needs none. */
  units: ForecastLine | null;
  unitName: string;
}

export interface Forecast {
  periods: readonly Period[];
  /** Customers who enter in each period. */
  entering: number[];
  outcomes: OutcomeForecast[];
  /** Money from all outcomes together, by currency. */
  value: { currency: string; line: ForecastLine }[];
  /** Customers who end as no outcome: they leave on the way, or circle for ever. */
  left: number[];
  runs: number;
}

export interface StartedForecast {
  /** Advance it in slices, as long as it lasts; the forecast may be read at any time. */
  simulation: Simulation;
  /** The forecast with the runs that are done; without any it holds what is expected only. */
  read(): Forecast;
}

/** Customers of these periods, which follow each other: the first is where growth starts. */
export function demandOf({ entries }: Pick<FlowGraph, 'entries'>, periods: readonly Period[]): Demand {
  const nodes = [...new Set(entries.map(({ node }) => node))];
  const [from = ''] = periods;
  const customers = periods.map((period) => {
    const found = new Float64Array(nodes.length);
    for (const { entry, node } of entries) {
      const index = nodes.indexOf(node);
      found[index] = at(found, index) + customersIn(entry, period, from);
    }
    return found;
  });
  return { periods, nodes, customers };
}

/** Starts the forecast of a graph for some periods (see `comingPeriods`). Nothing is simulated until it is advanced. */
export function startForecast(
  graph: FlowGraph,
  periods: readonly Period[],
  options: SimulationOptions = {},
): StartedForecast {
  const demand = demandOf(graph, periods);
  const outcomes = graph.outcomes.map((node) => graph.nodes[node]?.id ?? '');
  const currencies = currenciesOf(graph, outcomes);
  const weights = [
    ...outcomes.map((outcome) => gainsOf(graph, { of: 'customers', outcome })),
    ...currencies.map((currency) => gainsOf(graph, { of: 'value', currency })),
  ];
  const running = simulation(
    graph,
    demand,
    weights.map((one) => ({ weights: one })),
    options,
  );
  const expected = expectedOf(graph, demand, weights);
  return {
    simulation: running,
    read: () => {
      const bands = running.done > 0 ? running.bands() : null;
      const lines = expected.map((line, measure) => withBands(line, bands?.[measure] ?? null));
      const entering = demand.customers.map((customers) => customers.reduce((sum, one) => sum + one, 0));
      const own = lines.slice(0, outcomes.length);
      return {
        periods,
        entering,
        outcomes: outcomes.map((element, index) => outcomeForecast(graph, element, own[index] ?? emptyLine)),
        value: currencies.map((currency, index) => ({ currency, line: lines[outcomes.length + index] ?? emptyLine })),
        left: entering.map((all, period) =>
          own.reduce((sum, { values }) => Math.max(0, sum - (values[period]?.expected ?? 0)), all),
        ),
        runs: running.done,
      };
    },
  };
}

/** A forecast all at once: for a small map, or where nothing waits. */
export function forecastOf(graph: FlowGraph, periods: readonly Period[], options: SimulationOptions = {}): Forecast {
  const { simulation: running, read } = startForecast(graph, periods, options);
  running.advance(running.runs);
  return read();
}

const emptyLine: ForecastLine = { values: [], total: { expected: 0, band: null } };

function currenciesOf({ map }: FlowGraph, outcomes: readonly string[]): string[] {
  const found = outcomes.flatMap((id) => {
    const { value, currency } = map.elements[id] as ElementOf<'outcome'>;
    return value === null ? [] : [currency.trim()];
  });
  return [...new Set(found)];
}

/** By measure: what is expected in each period, exactly. */
function expectedOf(graph: FlowGraph, { nodes, customers }: Demand, weights: readonly Float64Array[]): number[][] {
  const chain = chainOf(graph, (way) => at(graph.shares, way) > 0);
  chain.fill(graph.shares, graph.rest);
  return weights.map((weight) => {
    const worth = chain.worth(weight.map((one, node) => (chain.isTrap(node) ? 0 : one * at(graph.rest, node))));
    return customers.map((own) => own.reduce((sum, number, entry) => sum + number * at(worth, nodes[entry] ?? 0), 0));
  });
}

function withBands(expected: readonly number[], bands: readonly Band[] | null): ForecastLine {
  return {
    values: expected.map((value, period) => ({ expected: value, band: bands?.[period] ?? null })),
    total: { expected: expected.reduce((sum, value) => sum + value, 0), band: bands?.[expected.length] ?? null },
  };
}

function outcomeForecast({ map }: FlowGraph, element: string, customers: ForecastLine): OutcomeForecast {
  const { units, unitName } = map.elements[element] as ElementOf<'outcome'>;
  const scaled = ({ expected, band }: ForecastValue, by: number): ForecastValue => ({
    expected: expected * by,
    band: band && scaledBand(band, by),
  });
  return {
    element,
    customers,
    units:
      units === null
        ? null
        : { values: customers.values.map((one) => scaled(one, units)), total: scaled(customers.total, units) },
    unitName: unitName.trim(),
  };
}

function scaledBand({ median, low, high }: Band, by: number): Band {
  const ends = [low * by, high * by] as const;
  return { median: median * by, low: Math.min(...ends), high: Math.max(...ends) };
}
