import type { Forecast, ForecastLine } from './forecast';
import type { Objective } from './objective';

/** The line of a forecast that an objective asks for; null: it has none. */
export function lineOf(forecast: Forecast, objective: Objective): ForecastLine | null {
  if (objective.of === 'value') {
    return forecast.value.find(({ currency }) => currency === objective.currency)?.line ?? null;
  }
  const outcome = forecast.outcomes.find(({ element }) => element === objective.outcome);
  return (objective.of === 'units' ? outcome?.units : outcome?.customers) ?? null;
}
