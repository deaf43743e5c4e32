import type { Fault } from './inspect';
import type { JourneyMap } from './schema';

/** The first id in a map that names nothing, or a record that does not stand under its own id; null: all is well. */
export function findBrokenReference(map: JourneyMap): Fault | null {
  const collections = ['elements', 'lanes', 'connections', 'metrics', 'measurements', 'sources'] as const;
  for (const name of collections) {
    for (const [key, record] of Object.entries(map[name])) {
      if (record.id !== key) return { path: `${name}.${key}.id`, reason: 'key-is-not-id', detail: record.id };
    }
  }
  const dangling = (path: string, id: string): Fault => ({ path, reason: 'dangling', detail: id });
  const kindOf = (id: string) => (Object.hasOwn(map.elements, id) ? map.elements[id]?.kind : undefined);
  for (const element of Object.values(map.elements)) {
    const at = `elements.${element.id}`;
    if (element.stage !== null && kindOf(element.stage) !== 'stage') return dangling(`${at}.stage`, element.stage);
    if (element.lane !== null && !Object.hasOwn(map.lanes, element.lane)) return dangling(`${at}.lane`, element.lane);
    if (element.picture !== null && !Object.hasOwn(map.pictures, element.picture)) {
      return dangling(`${at}.picture`, element.picture);
    }
    const stranger = element.personas.find((id) => kindOf(id) !== 'persona');
    if (stranger !== undefined) return dangling(`${at}.personas`, stranger);
  }
  for (const connection of Object.values(map.connections)) {
    for (const end of ['from', 'to'] as const) {
      if (!kindOf(connection[end])) return dangling(`connections.${connection.id}.${end}`, connection[end]);
    }
  }
  for (const metric of Object.values(map.metrics)) {
    if (metric.source !== null && !Object.hasOwn(map.sources, metric.source)) {
      return dangling(`metrics.${metric.id}.source`, metric.source);
    }
  }
  for (const measurement of Object.values(map.measurements)) {
    const at = `measurements.${measurement.id}`;
    if (!Object.hasOwn(map.metrics, measurement.metric)) return dangling(`${at}.metric`, measurement.metric);
    if (!kindOf(measurement.element)) return dangling(`${at}.element`, measurement.element);
  }
  return null;
}
