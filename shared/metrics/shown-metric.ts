import type { JourneyMap, Metric } from '../document/schema';
import type { Language } from '../language/translator';
import { type MetricOverlay, metricOverlay } from './overlay';
import { type CustomerGroup, type OverlaySettings, shownGroups } from './overlay-settings';
import { type StageValue, stageValues } from './overlay-stages';
import type { Period } from './periods';

/** A metric of one part of the customers. */
export interface ShownGroup {
  group: CustomerGroup;
  overlay: MetricOverlay;
  stages: ReadonlyMap<string, StageValue>;
}

/** A metric that lies over the map. */
export interface ShownMetric {
  metric: Metric;
  overlays: readonly ShownGroup[];
}

/** A chosen metric in a period; null: the map has no values of it for any of the customers chosen. */
export function shownMetric(
  map: JourneyMap,
  id: string,
  settings: OverlaySettings,
  period: Period,
  language: Language,
): ShownMetric | null {
  const { unit } = settings;
  const groups = shownGroups(settings);
  const overlays = groups.flatMap((group) => {
    const overlay = metricOverlay(map, id, language, { period, unit, group });
    if (!overlay) return [];
    return [{ group, overlay, stages: stageValues(map, overlay.metric, language, { period, unit, group }) }];
  });
  const [first] = overlays;
  if (!first) return null;
  return { metric: first.overlay.metric, overlays };
}
