import type { JourneyMap, MapElement, Measurement } from '../document/schema';
import { freshnessOf } from './freshness';
import { feelingScaleOf } from './measured-emotion';

/** What a card says about customers. Texts: `metricRules.evidence.claims`. */
export type ClaimId = 'feeling' | 'severity' | 'probability' | 'value' | 'metric' | 'content';

export interface Claim {
  id: ClaimId;
  /** With `probability` the connection, with `metric` the metric; else null. */
  about: string | null;
  /** `fresh`: measured. `stale`: there are data, out of date. `none`: there are none. */
  data: 'fresh' | 'stale' | 'none';
}

export interface CardEvidence {
  /** `measured`: all claims have fresh data; `assumed`: none has; `partly`: some have. */
  level: 'assumed' | 'partly' | 'measured';
  claims: readonly Claim[];
}

/** Kinds that say something about customers even where they claim nothing in particular. */
const TELLING: ReadonlySet<MapElement['kind']> = new Set([
  'touchpoint',
  'action',
  'motivation',
  'question',
  'pain-point',
  'decision',
  'outcome',
  'milestone',
  'detour',
]);

/**
 * Whether what cards say is assumed or measured, by card. The claims of a card, and what measures them, if fresh:
 *
 * - a feeling: a value on the card of a metric that says how customers feel (CSAT, NPS, stars);
 * - a pain point's severity: any value on the card;
 * - an outcome's value: an amount of money on the card;
 * - the probability of each way out of it: customers counted on that connection, by hand or by a metric;
 * - each metric that has values on the card: its latest value.
 *
 * A card that claims none of these and says something about customers is assumed. Plans of the team (answers, content
 * ideas), personas, notes and stages have an entry only where they have values. `today` is a calendar day; null: all
 * data are fresh, as in a picture that must not change with the day it is drawn.
 */
export function evidenceOf(map: JourneyMap, today: string | null): Map<string, CardEvidence> {
  const byElement = measurementsBy(map, 'element');
  const byConnection = measurementsBy(map, 'connection');
  const dataOf = (measurements: readonly Measurement[]): Claim['data'] => {
    const found = measurements.filter(({ points }) => points.length > 0);
    if (found.length === 0) return 'none';
    return found.some((measurement) => isFresh(measurement, map, today)) ? 'fresh' : 'stale';
  };
  const branches = new Map<string, Claim[]>();
  for (const connection of Object.values(map.connections)) {
    if (connection.type !== 'flow' || connection.probability === null) continue;
    // What was counted by hand has no date: it stands until somebody counts again.
    const data = connection.observed ? 'fresh' : dataOf(byConnection.get(connection.id) ?? []);
    const claim: Claim = { id: 'probability', about: connection.id, data };
    branches.set(connection.from, [...(branches.get(connection.from) ?? []), claim]);
  }
  const evidence = new Map<string, CardEvidence>();
  for (const element of Object.values(map.elements)) {
    const own = byElement.get(element.id) ?? [];
    const claims = [
      ...ownClaims(element, own, map, dataOf),
      ...(branches.get(element.id) ?? []),
      ...metricClaims(own, dataOf),
    ];
    if (claims.length === 0 && TELLING.has(element.kind)) claims.push({ id: 'content', about: null, data: 'none' });
    if (claims.length > 0) evidence.set(element.id, { level: levelOf(claims), claims });
  }
  return evidence;
}

function levelOf(claims: readonly Claim[]): CardEvidence['level'] {
  const measured = claims.filter(({ data }) => data === 'fresh').length;
  return measured === 0 ? 'assumed' : measured === claims.length ? 'measured' : 'partly';
}

function ownClaims(
  element: MapElement,
  own: readonly Measurement[],
  map: JourneyMap,
  dataOf: (measurements: readonly Measurement[]) => Claim['data'],
): Claim[] {
  const claims: Claim[] = [];
  const claim = (id: ClaimId, measurements: readonly Measurement[]) =>
    claims.push({ id, about: null, data: dataOf(measurements) });
  if ('feeling' in element && element.feeling !== null)
    claim(
      'feeling',
      ofMetric(own, map, (metric) => feelingScaleOf(metric) !== null),
    );
  if (element.kind === 'pain-point' && element.severity !== null) claim('severity', own);
  if (element.kind === 'outcome' && element.value !== null)
    claim(
      'value',
      ofMetric(own, map, ({ unit }) => unit === 'currency'),
    );
  return claims;
}

function ofMetric(
  measurements: readonly Measurement[],
  map: JourneyMap,
  holds: (metric: JourneyMap['metrics'][string]) => boolean,
): Measurement[] {
  return measurements.filter((measurement) => {
    const metric = map.metrics[measurement.metric];
    return metric !== undefined && holds(metric);
  });
}

function metricClaims(
  own: readonly Measurement[],
  dataOf: (measurements: readonly Measurement[]) => Claim['data'],
): Claim[] {
  return [...new Set(own.map(({ metric }) => metric))].flatMap((metric): Claim[] => {
    const data = dataOf(own.filter((measurement) => measurement.metric === metric));
    // A target without values claims nothing yet.
    return data === 'none' ? [] : [{ id: 'metric', about: metric, data }];
  });
}

function isFresh(measurement: Measurement, map: JourneyMap, today: string | null): boolean {
  const latest = measurement.points.at(-1);
  if (!latest) return false;
  if (today === null) return true;
  const source = map.metrics[measurement.metric]?.source ?? null;
  const importedAt = source === null ? null : (map.sources[source]?.importedAt ?? null);
  return freshnessOf(latest.period, today, importedAt).fresh;
}

function measurementsBy(map: JourneyMap, key: 'element' | 'connection'): Map<string, Measurement[]> {
  const index = new Map<string, Measurement[]>();
  for (const measurement of Object.values(map.measurements)) {
    const id = measurement[key];
    if (id === null) continue;
    const found = index.get(id);
    if (found) found.push(measurement);
    else index.set(id, [measurement]);
  }
  return index;
}
