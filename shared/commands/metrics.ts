import { createMeasurement, createMetric, orderAfter } from '../document/create';
import { dropDangling } from '../document/references';
import type { JourneyMap, Measurement, Metric, Point } from '../document/schema';
import { comparePeriods } from '../metrics/periods';

/** Changes to metrics and their values. Each takes a draft of the map and changes it; ids that name nothing are passed over. */

/** Adds a metric after all others and gives its id. */
export function addMetric(draft: JourneyMap, values: Partial<Metric>): string {
  const metric = createMetric({ order: orderAfter(Object.values(draft.metrics)), ...values });
  draft.metrics[metric.id] = metric;
  return metric.id;
}

/** What a metric can be measured on, and of whom. */
export type Measured = Pick<Measurement, 'element' | 'connection' | 'segment' | 'persona'>;

/** Starts values of a metric on something, and gives the measurement's id; where there are some already, gives those. */
export function addMeasurement(draft: JourneyMap, metric: string, on: Partial<Measured>): string | null {
  if (!draft.metrics[metric]) return null;
  const { element = null, connection = null, segment = '', persona = null } = on;
  const known = Object.values(draft.measurements).find(
    (one) =>
      one.metric === metric &&
      one.element === element &&
      one.connection === connection &&
      one.segment === segment &&
      one.persona === persona,
  );
  if (known) return known.id;
  const measurement = createMeasurement({ metric, element, connection, segment, persona });
  draft.measurements[measurement.id] = measurement;
  return measurement.id;
}

export function setMetric(draft: JourneyMap, id: string, values: Partial<Omit<Metric, 'id' | 'order'>>): void {
  const metric = draft.metrics[id];
  if (metric) Object.assign(metric, values);
}

export function setMeasurement(
  draft: JourneyMap,
  id: string,
  values: Partial<Pick<Measurement, 'target' | 'warning'>>,
): void {
  const measurement = draft.measurements[id];
  if (measurement) Object.assign(measurement, values);
}

/** Puts a value into a period, in place of the one that is there. */
export function setPoint(draft: JourneyMap, measurement: string, point: Point): void {
  const found = draft.measurements[measurement];
  if (!found) return;
  found.points = [...found.points.filter(({ period }) => period !== point.period), point].sort((a, b) =>
    comparePeriods(a.period, b.period),
  );
}

export function removePoint(draft: JourneyMap, measurement: string, period: string): void {
  const found = draft.measurements[measurement];
  if (found) found.points = found.points.filter((point) => point.period !== period);
}

/** Deletes values; a metric that nothing is measured by any more goes with its last ones. */
export function deleteMeasurement(draft: JourneyMap, id: string): void {
  const metric = draft.measurements[id]?.metric;
  delete draft.measurements[id];
  if (metric && !Object.values(draft.measurements).some((one) => one.metric === metric)) deleteMetric(draft, metric);
}

/** Deletes a metric with all its values, and its source where no other metric comes from it. */
function deleteMetric(draft: JourneyMap, id: string): void {
  const source = draft.metrics[id]?.source ?? null;
  delete draft.metrics[id];
  dropDangling(draft);
  if (source !== null && !Object.values(draft.metrics).some((metric) => metric.source === source)) {
    delete draft.sources[source];
  }
}
