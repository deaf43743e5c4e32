import type { JourneyMap } from '../document/schema';
import { NO_VALUE } from '../figures/badge-strip';
import type { Badge, BadgeRow, BadgeTint, BadgeValue } from '../figures/figure';
import { createTranslator, type Language } from '../language/translator';
import { groupName, type OverlaySettings } from '../metrics/overlay-settings';
import type { OverlayValue } from '../metrics/overlay-value';
import type { ShownMetric } from '../metrics/shown-metric';
import { type TintScale, tintOf, tintScale } from '../metrics/tint';

/** How a value of a metric is coloured. */
export type Tinter = (value: OverlayValue) => BadgeTint;

/** The numbers on the cards: a row for each metric that the card has values of, in whatever period. */
export function badgesOf(
  map: JourneyMap,
  shown: readonly ShownMetric[],
  settings: OverlaySettings,
  language: Language,
): Map<string, Badge> {
  const t = createTranslator(language);
  const rows = new Map<string, BadgeRow[]>();
  for (const one of shown) {
    const title = one.metric.title || t('metrics.untitled');
    const tint = tinter(one, settings);
    const several = settings.groups.length > 1;
    const isAlone = one.overlays.length === 1;
    const measured = new Set(one.overlays.flatMap(({ overlay }) => [...overlay.measured]));
    for (const id of measured) {
      const element = map.elements[id];
      if (!element || element.kind === 'stage' || element.kind === 'persona') continue;
      const values = one.overlays.map(({ group, overlay }) => {
        const whose = groupName(group, map, t);
        const label = !several ? title : isAlone ? `${title} · ${whose}` : whose;
        const value = overlay.elements.get(id);
        return value ? badgeValue(label, value, tint) : withoutValue(label);
      });
      const row = { title: several && settings.metrics.length > 1 ? title : null, values };
      const known = rows.get(id);
      if (known) known.push(row);
      else rows.set(id, [row]);
    }
  }
  return new Map([...rows].map(([id, all]) => [id, { rows: all }]));
}

/** A value as a figure shows it. */
export const badgeValue = (label: string, value: OverlayValue, tint: Tinter): BadgeValue => ({
  label,
  value: value.shortValue,
  change: value.change,
  changeIs: value.changeIs,
  series: value.series,
  frame: value.frame,
  tint: tint(value),
  uncertain: value.uncertain || value.incomplete !== null,
  late: value.late,
});

const withoutValue = (label: string): BadgeValue => ({
  label,
  value: NO_VALUE,
  change: null,
  changeIs: 'neutral',
  series: [],
  frame: null,
  tint: { by: 'none' },
  uncertain: false,
  late: false,
});

/** How the values of a metric are coloured: the same in all periods. */
export function tinter(shown: ShownMetric, settings: OverlaySettings): Tinter {
  if (settings.tint === 'target')
    return ({ status }) => (status === 'none' ? { by: 'none' } : { by: 'target', status });
  if (settings.tint === 'quantile') {
    const scale = scaleOf(shown);
    return ({ amount }) => tintOf(amount, scale) ?? { by: 'none' };
  }
  return () => ({ by: 'none' });
}

const scales = new WeakMap<readonly number[], { groups: number; scale: TintScale }>();

/** What the values of a metric are ranked among; worked out once for all periods. */
function scaleOf({ metric, overlays }: ShownMetric): TintScale {
  const lists = overlays.map(({ overlay }) => overlay.values);
  const [first] = lists;
  const known = first && scales.get(first);
  if (known && known.groups === lists.length && known.scale.direction === metric.direction) return known.scale;
  const scale = tintScale(lists.flat(), metric.direction);
  if (first) scales.set(first, { groups: lists.length, scale });
  return scale;
}
