import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { advanceInSlices } from '../../../shared/decisions/advance-in-slices';
import { type Forecast, startForecast } from '../../../shared/decisions/forecast';
import { graphAsSeen } from '../../../shared/decisions/observed';
import { RUNS } from '../../../shared/decisions/simulate';
import { comingPeriods } from '../../../shared/decisions/units-of-time';
import { useEditor } from '../../store/editor';
import { today } from '../../ui/today';
import { breathe } from './breathe';
import { personaOf, scenarioOf, useModel } from './model';

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
    let current = true;
    const breath = { ...breathe, goesOn: () => current };
    const timer = setTimeout(async () => {
      if (await advanceInSlices(started.simulation, breath)) setSimulated({ of: started, forecast: started.read() });
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [started, tried]);

  const observed = useMemo(() => {
    if (seen.size === 0) return null;
    return startForecast(graphAsSeen(map, { scenario, persona }), periods).read();
  }, [map, scenario, persona, periods, seen]);

  const isDone = simulated?.of === started;
  const forecast = useMemo(
    () => (isDone && simulated ? simulated.forecast : started.read()),
    [isDone, simulated, started],
  );
  return { forecast, observed, done: isDone ? RUNS : 0 };
}
