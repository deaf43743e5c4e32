import { advanceInSlices, type Breath } from '../../decisions/advance-in-slices';
import type { FlowGraph } from '../../decisions/flow-graph';
import { type Forecast, startForecast } from '../../decisions/forecast';
import { graphAsSeen, observedShares } from '../../decisions/observed';
import { RUNS } from '../../decisions/simulate';
import { comingPeriods } from '../../decisions/units-of-time';
import type { JourneyMap, Scenario } from '../../document/schema';
import type { WaysRequest } from './ways-request';

interface Forecasts {
  forecast: Forecast;
  /** If customers went on as they were seen; null: nobody has looked. */
  observed: Forecast | null;
}

/** Of each map the last one: another paper or theme needs no new runs. */
const known = new WeakMap<JourneyMap, { key: string; made: Forecasts }>();

/** The forecast that an export shows, with all its runs unless `breath` calls it off. */
export async function exportedForecast(
  map: JourneyMap,
  graph: FlowGraph,
  who: { scenario: Scenario | null; persona: string | null },
  { today, periods: count, seed }: NonNullable<WaysRequest['forecast']>,
  breath: Breath,
): Promise<Forecasts> {
  const key = JSON.stringify([who.scenario, who.persona, today, count, seed]);
  const before = known.get(map);
  if (before?.key === key) return before.made;
  const periods = comingPeriods(today, graph.unit, count);
  const started = startForecast(graph, periods, { runs: RUNS, seed });
  const isWhole = await advanceInSlices(started.simulation, breath);
  const isSeen = observedShares(graph).size > 0;
  const observed = isSeen ? startForecast(graphAsSeen(map, who), periods).read() : null;
  const made = { forecast: started.read(), observed };
  if (isWhole) known.set(map, { key, made });
  return made;
}
