/**
 * Which way customers go: the exact solution and 10,000 simulated runs, by size of the map. The yardstick of both is one
 * walk over the map's connections; of the runs, 10,000 exact solutions of which each starts from nothing would be.
 */
import { flowGraphOf } from '../../shared/decisions/flow-graph';
import { startForecast } from '../../shared/decisions/forecast';
import { createRandom } from '../../shared/decisions/random';
import { sensitivityOf } from '../../shared/decisions/sensitivity';
import { solveFlow } from '../../shared/decisions/solve';
import { comingPeriods } from '../../shared/decisions/units-of-time';
import type { JourneyMap } from '../../shared/document/schema';
import { randomFlowMap } from '../fixtures/flow-maps';
import { inTurn, type Row, report, rowOf } from './measured';

const RUNS = 10_000;
const rows: Row[] = [];
const periods = comingPeriods('2026-11-22', 'month', 6);

/** Every third fork was guessed, in either way. */
function guessed(elements: number): JourneyMap {
  const map = randomFlowMap(elements, createRandom(7));
  Object.values(map.connections).forEach((connection, index) => {
    const { probability } = connection;
    if (probability === null || index % 3 !== 0) return;
    connection.guess =
      index % 2 === 0
        ? { type: 'range', low: probability * 0.8, high: Math.min(1, probability * 1.2) }
        : { type: 'counts', hits: Math.round(probability * 200), of: 200 };
  });
  return map;
}

for (const elements of [100, 1_000, 5_000]) {
  const map = guessed(elements);
  const graph = flowGraphOf(map);
  const about = `${elements.toLocaleString('en')} elements`;
  const walk = () => Object.values(map.connections).reduce((sum, { probability }) => sum + (probability ?? 0), 0);
  const yardstick = (samples: readonly number[]) => ({ name: 'a walk over the connections', samples });

  const solving = await inTurn(() => solveFlow(flowGraphOf(map)), walk);
  rows.push(rowOf(`map to exact solution, ${about}`, solving.subject, yardstick(solving.yardstick)));

  const outcome = graph.nodes[graph.outcomes[0] ?? 0]?.id ?? '';
  const moving = await inTurn(() => sensitivityOf(graph, { of: 'customers', outcome }), walk);
  rows.push(rowOf(`what moves an outcome, ${about}`, moving.subject, yardstick(moving.yardstick)));

  const running = await inTurn(
    () => {
      const { simulation, read } = startForecast(graph, periods, { runs: RUNS, seed: 7 });
      simulation.advance(RUNS);
      return read();
    },
    () => solveFlow(flowGraphOf(map)),
    { times: 5, least: 1, limit: 20_000 },
  );
  const exact = { name: 'one exact solution', samples: running.yardstick };
  rows.push(rowOf(`forecast of 6 months, 10,000 runs, ${about}`, running.subject, exact));

  const slice = startForecast(graph, periods, { runs: RUNS, seed: 7 }).simulation;
  const slices: number[] = [];
  for (let index = 0; index < 50; index++) {
    const since = performance.now();
    slice.advance(1);
    slices.push(performance.now() - since);
  }
  rows.push(rowOf(`the least slice of it: one run, ${about}`, slices, exact));
}
report(rows);
