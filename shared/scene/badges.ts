import type { JourneyMap } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import { metricOverlay } from '../metrics/overlay';
import type { Badges } from './figures';

const NONE: Badges = new Map();

/** The numbers that a metric puts on the cards; null: no metric lies over the map. */
export function badgesOf(map: JourneyMap, metric: string | null, context: Pick<FigureContext, 'language'>): Badges {
  return metric === null ? NONE : (metricOverlay(map, metric, context.language)?.elements ?? NONE);
}
