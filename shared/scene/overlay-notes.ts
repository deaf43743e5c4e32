import type { JourneyMap } from '../document/schema';
import { formatDay } from '../language/format';
import { createTranslator, type Language, type Translate } from '../language/translator';
import { formatValue } from '../metrics/format';
import { groupName } from '../metrics/overlay-settings';
import { type Period, periodLabel } from '../metrics/periods';
import type { ShownMetric } from '../metrics/shown-metric';
import { thresholdsOf } from '../metrics/thresholds';
import type { OverlayScene } from './overlay-scene';

/** What has to be known about a metric that lies over the map, in words. */
export interface MetricNotes {
  id: string;
  title: string;
  /** `All customers`, `New · Returning`; null: all, and nothing else is shown. */
  groups: string | null;
  /** Empty: the values have no date. */
  period: string;
  /** `target 3.0%`, `targets differ by card`; null: none. */
  target: string | null;
  warning: string | null;
  /** What ▲ and ▼ are measured against. */
  compare: string | null;
  /** `Source: shop.csv, imported 20 Nov 2026`, or that there is none. */
  source: string;
  /** Why some values can't be shown; how weeks were counted. */
  remarks: readonly string[];
}

/** The notes of all metrics that lie over the map, in their order. */
export function metricNotes(map: JourneyMap, scene: OverlayScene, language: Language): MetricNotes[] {
  const t = createTranslator(language);
  return scene.shown.map((one) => notesOf(map, one, scene, t, language));
}

function notesOf(
  map: JourneyMap,
  shown: ShownMetric,
  { settings, period }: OverlayScene,
  t: Translate,
  language: Language,
): MetricNotes {
  const { metric, overlays } = shown;
  const source = overlays[0]?.overlay.source ?? null;
  const { target, warning } = commonThresholds(map, shown);
  const show = (value: number) => formatValue(value, metric, language);
  const isChanging = overlays.some(({ overlay }) =>
    [...overlay.elements.values(), ...overlay.connections.values(), ...(overlay.whole ? [overlay.whole] : [])].some(
      ({ change }) => change !== null,
    ),
  );
  return {
    id: metric.id,
    title: metric.title || t('metrics.untitled'),
    groups: settings.groups.length === 0 ? null : overlays.map(({ group }) => groupName(group, map, t)).join(' · '),
    period: labelOf(periodShown(shown, period), language),
    target:
      target === 'several'
        ? t('overlay.legend.targets')
        : target === null
          ? null
          : t('overlay.legend.target', { value: show(target) }),
    warning:
      warning === 'several'
        ? t('overlay.legend.warnings')
        : warning === null
          ? null
          : t('overlay.legend.warning', { value: show(warning) }),
    compare: isChanging
      ? t(`overlay.legend.compare.${metric.compareWith}`, {
          value: metric.baseline === null ? '' : show(metric.baseline),
        })
      : null,
    source:
      source === null
        ? t('overlay.legend.byHand')
        : t('exported.sourceImported', {
            name: source.name,
            date: formatDay(source.importedAt.slice(0, 10), language),
          }),
    remarks: remarksOf(shown, settings.unit, t),
  };
}

/** A metric whose periods are longer than the one shown says its own: the month, where others show a week. */
function periodShown({ overlays }: ShownMetric, period: Period): Period {
  const own = new Set(
    overlays.flatMap(({ overlay }) =>
      [...overlay.elements.values(), ...overlay.connections.values(), ...(overlay.whole ? [overlay.whole] : [])]
        .filter(({ late }) => !late)
        .map((value) => value.period),
    ),
  );
  const [only] = own;
  return own.size === 1 && only !== undefined ? only : period;
}

const labelOf = (period: Period, language: Language) =>
  period === '' ? '' : periodLabel(period, language, { year: true });

function remarksOf({ metric, overlays }: ShownMetric, unit: OverlayScene['settings']['unit'], t: Translate): string[] {
  const refused = overlays.map(({ overlay }) => overlay.refused).find((reason) => reason !== null);
  const remarks: string[] = [];
  if (refused && unit) {
    remarks.push(
      t('overlay.legend.refused', {
        metric: metric.title || t('metrics.untitled'),
        unit: t(`overlay.legend.units.${unit}`),
        reason: t(`metricRules.coarsening.${refused}`),
      }),
    );
  }
  if (overlays.some(({ overlay }) => overlay.cutWeeks)) remarks.push(t('metricRules.coarsening.cutWeeks'));
  return remarks;
}

/** The targets and thresholds by which the values are judged, where it is the same for all. */
function commonThresholds(map: JourneyMap, { metric }: ShownMetric) {
  const all = Object.values(map.measurements)
    .filter((measurement) => measurement.metric === metric.id)
    .map((measurement) => thresholdsOf(metric, measurement));
  const common = (values: readonly (number | null)[]): number | null | 'several' => {
    const set = new Set(values);
    const [first = null] = set;
    return set.size > 1 ? 'several' : first;
  };
  return {
    target: common(all.map(({ target }) => target)),
    warning: metric.direction === 'none' ? null : common(all.map(({ warning }) => warning)),
  };
}
