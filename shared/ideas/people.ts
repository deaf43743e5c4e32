import type { JourneyMap, Measurement, Metric } from '../document/schema';
import { groupOf, measurementsBy } from './relations';

/** How many people meet a pain point, and what says so. */
export interface People {
  count: number;
  /** Id of the metric that counted them. */
  metric: string;
  /** The element on which it was measured: the card itself, a touchpoint joined to it, or its stage. */
  element: string;
}

/** Made of answers to a question. */
const ASKED: ReadonlySet<Metric['aggregation']> = new Set(['nps', 'csat']);
const COUNTING: ReadonlySet<Metric['aggregation']> = new Set(['sum', 'count', 'distinct']);

/**
 * How many people a card concerns, by the nearest count there is: one measured on the card itself; else the largest one
 * on a touchpoint joined to it by a line; else one on its stage; else null. A count is the latest value, for all
 * customers together, of a metric without a unit that is summed or counted; in want of one, what the latest value of a
 * share is a share of (visits behind a conversion rate). Answers to a survey count nobody but those who were asked. The largest of several stands: the same people are in
 * the others too, so that a sum would count them twice.
 */
export function peopleAt(map: JourneyMap): (card: string) => People | null {
  const measured = measurementsBy(map);
  const around = groupOf(
    Object.values(map.connections).flatMap(({ from, to }): [string, string][] => [
      [from, to],
      [to, from],
    ]),
  );
  const largest = (ids: readonly string[]): People | null => {
    const found = ids.flatMap((id) => (measured.get(id) ?? []).flatMap((one) => countIn(map, one, id)));
    const counts = found.some(({ counted }) => counted) ? found.filter(({ counted }) => counted) : found;
    const best = counts.toSorted((a, b) => b.people.count - a.people.count)[0];
    return best?.people ?? null;
  };
  return (id) => {
    const card = map.elements[id];
    if (!card) return null;
    const touchpoints = (around.get(id) ?? []).filter((other) => map.elements[other]?.kind === 'touchpoint');
    return largest([id]) ?? largest(touchpoints) ?? (card.stage === null ? null : largest([card.stage]));
  };
}

function countIn(map: JourneyMap, measurement: Measurement, element: string) {
  const metric = map.metrics[measurement.metric];
  const latest = measurement.points.at(-1);
  if (!metric || !latest || measurement.segment !== '' || measurement.persona !== null) return [];
  const counted = metric.unit === 'number' && COUNTING.has(metric.aggregation);
  const isShare = metric.unit === 'percent' && !ASKED.has(metric.aggregation);
  const count = counted ? latest.value : isShare ? (latest.denominator ?? latest.n ?? null) : null;
  if (count === null || !(count >= 0)) return [];
  return [{ counted, people: { count, metric: metric.id, element } }];
}

/**
 * How much a pain point matters: severity (1–5) × people. Null where one of the two is not known: an unknown is no zero.
 */
export const weightOf = (severity: number | null, people: People | null): number | null =>
  severity === null || people === null ? null : severity * people.count;
