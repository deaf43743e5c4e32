import { personasOf } from '../document/create';
import type { JourneyMap } from '../document/schema';
import type { BadgeValue, Evidence } from '../figures/figure';
import { createTranslator, type Language } from '../language/translator';
import { evidenceOf } from '../metrics/evidence';
import { measuredFeelings } from '../metrics/measured-emotion';
import { metricOverlay, overlayPeriods } from '../metrics/overlay';
import { groupName, type OverlaySettings, shownGroups } from '../metrics/overlay-settings';
import { stageSourceText } from '../metrics/overlay-stages';
import { lastDay } from '../metrics/period-steps';
import { type Period, periodOfDay } from '../metrics/periods';
import { type ShownMetric, shownMetric } from '../metrics/shown-metric';
import { badgesOf, badgeValue, tinter } from './badges';
import { type ConnectionValue, connectionValues } from './connection-values';
import type { Badges } from './figures';

/** What lies over a map in a period, ready to be drawn: on the canvas, in panels, in exports alike. */
export interface OverlayScene {
  settings: OverlaySettings;
  /** The period shown; empty: values without a date, or none at all. */
  period: Period;
  /** Every period of what is chosen, ascending. */
  periods: readonly Period[];
  /** The chosen metrics that have values, each with one overlay for each part of the customers. */
  shown: readonly ShownMetric[];
  badges: Badges;
  /** Below the heads of the stages. */
  heads: ReadonlyMap<string, HeadValues>;
  connections: ReadonlyMap<string, ConnectionValue>;
  /** On the map as a whole. */
  whole: readonly BadgeValue[];
  /** By persona: what was measured on the persona, or of the segment that it is on the whole map. */
  personas: ReadonlyMap<string, readonly BadgeValue[]>;
  /** What satisfaction metrics measured, of stages and of cards; null: not shown. */
  feelings: Feelings | null;
  evidence: ReadonlyMap<string, Evidence>;
}

export type Feelings = ReturnType<typeof measuredFeelings>;

export interface HeadValues {
  values: readonly BadgeValue[];
  /** Where each comes from, or why there is none; a line for each metric. */
  explanation: string;
}

/** Works out what lies over a map. Takes finished maps, not drafts. */
export function overlayScene(map: JourneyMap, settings: OverlaySettings, language: Language): OverlayScene {
  const periods = overlayPeriods(map, settings, language);
  const latest = periods.at(-1) ?? '';
  const period = settings.period ?? latest;
  const shown = settings.metrics.flatMap((id) => shownMetric(map, id, settings, period, language) ?? []);
  return {
    settings,
    period,
    periods,
    shown,
    badges: badgesOf(map, shown, settings, language),
    heads: settings.stages ? headValues(map, shown, settings, language) : new Map(),
    connections: settings.connections ? connectionValues(map, shown) : new Map(),
    whole: wholeValues(map, shown, settings, language),
    personas: personaValues(map, settings, period, language),
    feelings: settings.measuredEmotion ? feelingsOf(map, settings, period) : null,
    evidence: settings.evidence ? evidenceSigns(map) : new Map(),
  };
}

/**
 * Values of longer periods are put together for cards, not for feelings: of those the latest within the period counts.
 * Of several parts of the customers it is the first.
 */
function feelingsOf(map: JourneyMap, settings: OverlaySettings, period: Period): Feelings {
  const [group] = shownGroups(settings);
  const end = lastDay(period);
  return measuredFeelings(map, {
    period: end === null ? null : periodOfDay(end, 'day'),
    ...(group && { group }),
  });
}

/** As if all data were fresh: a picture must not change with the day on which it is drawn. */
const evidenceSigns = (map: JourneyMap): Map<string, Evidence> =>
  new Map(
    [...evidenceOf(map, null)]
      .filter(([id]) => map.elements[id]?.kind !== 'stage' && map.elements[id]?.kind !== 'persona')
      .map(([id, { level }]) => [id, level]),
  );

function headValues(
  map: JourneyMap,
  shown: readonly ShownMetric[],
  settings: OverlaySettings,
  language: Language,
): Map<string, HeadValues> {
  const t = createTranslator(language);
  const heads = new Map<string, { values: BadgeValue[]; lines: string[] }>();
  for (const one of shown) {
    const tint = tinter(one, settings);
    const several = settings.groups.length > 1;
    for (const [group, stage, value] of one.overlays.flatMap(({ group, stages }) =>
      [...stages].map(([stage, value]) => [group, stage, value] as const),
    )) {
      const head = heads.get(stage) ?? { values: [], lines: [] };
      heads.set(stage, head);
      const name = one.metric.title || t('metrics.untitled');
      // Beside others the customers tell values apart, and of one metric its name is in the legend.
      const title = !several ? name : [shown.length > 1 && name, groupName(group, map, t)].filter(Boolean).join(' · ');
      const source = stageSourceText(value, t);
      if (value.status === 'shown') {
        head.values.push(badgeValue(title, value.value, tint));
        head.lines.push(`${title}: ${[value.value.value, value.value.changeText, source].filter(Boolean).join(' · ')}`);
      } else head.lines.push(`${title}: ${source}`);
    }
  }
  return new Map([...heads].map(([id, { values, lines }]) => [id, { values, explanation: lines.join('\n') }]));
}

function wholeValues(
  map: JourneyMap,
  shown: readonly ShownMetric[],
  settings: OverlaySettings,
  language: Language,
): BadgeValue[] {
  const t = createTranslator(language);
  const several = shownGroups(settings).length > 1;
  return shown.flatMap((one) =>
    one.overlays.flatMap(({ group, overlay }) => {
      if (!overlay.whole) return [];
      const title = one.metric.title || t('metrics.untitled');
      const label = several ? `${title} · ${groupName(group, map, t)}` : title;
      return [badgeValue(label, overlay.whole, tinter(one, settings))];
    }),
  );
}

function personaValues(
  map: JourneyMap,
  settings: OverlaySettings,
  period: Period,
  language: Language,
): Map<string, BadgeValue[]> {
  const t = createTranslator(language);
  const { unit } = settings;
  const values = new Map<string, BadgeValue[]>();
  for (const persona of personasOf(map)) {
    const group = { segment: '', persona: persona.id };
    const found = settings.metrics.flatMap((id) => {
      const own = metricOverlay(map, id, language, { period, unit });
      const asGroup = metricOverlay(map, id, language, { period, unit, group });
      const value = own?.elements.get(persona.id) ?? asGroup?.elements.get(persona.id) ?? asGroup?.whole;
      const metric = own?.metric ?? asGroup?.metric;
      if (!value || !metric) return [];
      const overlay = own ?? asGroup;
      const shown = overlay ? { metric, overlays: [{ group, overlay, stages: new Map() }] } : null;
      return shown ? [badgeValue(metric.title || t('metrics.untitled'), value, tinter(shown, settings))] : [];
    });
    if (found.length > 0) values.set(persona.id, found);
  }
  return values;
}

/** A scene whose badges are the same objects as before where they show the same: only what changed is drawn anew. */
export function keepSame(scene: OverlayScene, before: OverlayScene | null): OverlayScene {
  if (!before) return scene;
  return {
    ...scene,
    badges: keepEqual(scene.badges, before.badges),
    heads: keepEqual(scene.heads, before.heads),
    connections: keepEqual(scene.connections, before.connections),
    personas: keepEqual(scene.personas, before.personas),
  };
}

function keepEqual<Value>(next: ReadonlyMap<string, Value>, before: ReadonlyMap<string, Value>) {
  return new Map(
    [...next].map(([id, value]) => {
      const known = before.get(id);
      return [id, known !== undefined && JSON.stringify(known) === JSON.stringify(value) ? known : value] as const;
    }),
  );
}
