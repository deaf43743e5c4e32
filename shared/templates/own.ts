import { createId } from '../document/ids';
import type { JourneyMap } from '../document/schema';

/**
 * A map as others start from it: without the numbers that were imported into it, without what was said and agreed in
 * meetings, and without its past, which belong to this one map. Metrics stay as they are defined; guesses, entries and scenarios stay.
 */
export function asTemplate(map: JourneyMap): JourneyMap {
  return {
    ...map,
    revision: 0,
    revisedOn: null,
    measurements: {},
    sources: {},
    reviews: {},
    comments: {},
    sessions: {},
    votes: {},
    actions: {},
    metrics: Object.fromEntries(Object.entries(map.metrics).map(([id, metric]) => [id, { ...metric, source: null }])),
    connections: Object.fromEntries(
      Object.entries(map.connections).map(([id, connection]) => [
        id,
        { ...connection, observed: null, observedMetric: null },
      ]),
    ),
  };
}

/** A new map from a template that a user kept; without a title of its own it has the template's. */
export function startFromOwn(template: JourneyMap, title = ''): JourneyMap {
  return { ...asTemplate(template), id: createId(), title: title || template.title };
}
