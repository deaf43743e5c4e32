import { produce } from 'immer';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { flowGraphOf } from '../../../shared/decisions/flow-graph';
import { type Forecast, startForecast } from '../../../shared/decisions/forecast';
import { adoptObserved as takeObserved } from '../../../shared/decisions/observed';
import { comingPeriods } from '../../../shared/decisions/units-of-time';
import { useEditor } from '../../store/editor';
import { today } from '../../ui/today';
import { personaOf, scenarioOf, useModel } from './model';

export const RUNS = 10_000;
/** Milliseconds that a slice may take: a frame has sixteen. */
const SLICE = 7;
/** Nothing is simulated while somebody is still typing or dragging. */
const REST = 220;

export interface ForecastShown {
  forecast: Forecast;
  /** What would come if customers went on as they were seen; null: nobody has looked. */
  observed: Forecast | null;
  /** Runs made so far. */
  done: number;
}

/** The forecast of what is looked at: expected values at once, bands as soon as the runs are made, in slices. */
export function useForecast(seed: number): ForecastShown {
  const { solution, observed: seen } = useModel();
  const map = useEditor((state) => state.map);
  const scenario = useEditor(scenarioOf);
  const persona = useEditor(personaOf);
  const count = useEditor((state) => state.decisions.periods);
  const tried = useEditor((state) => state.decisions.trial !== null);
  // While a slider moves, the picture comes first and the lines below follow.
  const graph = useDeferredValue(solution.graph);
  const periods = useMemo(() => comingPeriods(today(), graph.unit, count), [graph.unit, count]);
  // What is only tried is not simulated: no room for ten thousand runs at every step of a slider.
  const runs = tried ? 1 : RUNS;
  const started = useMemo(() => startForecast(graph, periods, { runs, seed }), [graph, periods, runs, seed]);
  const [simulated, setSimulated] = useState<{ of: typeof started; forecast: Forecast } | null>(null);

  useEffect(() => {
    if (tried) return;
    const { simulation } = started;
    let batch = 20;
    const slice = () => {
      const since = performance.now();
      const isDone = simulation.advance(batch);
      const took = performance.now() - since;
      batch = Math.max(1, Math.round(batch * Math.min(4, SLICE / Math.max(took, 0.1))));
      if (isDone) setSimulated({ of: started, forecast: started.read() });
      else timer = setTimeout(slice);
    };
    let timer = setTimeout(slice, REST);
    return () => clearTimeout(timer);
  }, [started, tried]);

  const observed = useMemo(() => {
    if (seen.size === 0) return null;
    const asSeen = produce(map, (draft) => {
      takeObserved(draft);
    });
    // A scenario's own numbers would hide what was seen.
    const entries = scenario ? { probabilities: {}, entries: scenario.entries } : null;
    return startForecast(flowGraphOf(asSeen, { scenario: entries, persona }), periods).read();
  }, [map, scenario, persona, periods, seen]);

  const isDone = simulated?.of === started;
  const forecast = useMemo(
    () => (isDone && simulated ? simulated.forecast : started.read()),
    [isDone, simulated, started],
  );
  return { forecast, observed, done: isDone ? RUNS : 0 };
}
