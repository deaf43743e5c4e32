import * as v from 'valibot';
import { byOrder, personasOf } from '../document/create';
import { idSchema } from '../document/record-parts';
import { type JourneyMap, type Measurement, periodSchema } from '../document/schema';
import type { Translate } from '../language/translator';
import { PERIOD_UNITS } from './periods';

/** More would leave no room for anything else on a card. */
export const MOST_METRICS = 8;
export const MOST_GROUPS = 4;

/** Part of the customers: a segment, or the persona that it is; `segment` empty and no persona: all of them. */
const groupSchema = v.object({
  segment: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  persona: v.optional(v.nullable(idSchema), null),
});

/** What lies over a map. Ids that the map lacks, and segments without values, show nothing. */
export const overlaySettingsSchema = v.object({
  /** Ids of the metrics, in the order in which a card shows them; none: no numbers. */
  metrics: v.optional(v.pipe(v.array(idSchema), v.maxLength(MOST_METRICS)), () => []),
  /** Null: the latest for which there is a value. */
  period: v.optional(v.nullable(periodSchema), null),
  /** Values of shorter periods are put together to these; null: as they are stored. */
  unit: v.optional(v.nullable(v.picklist(PERIOD_UNITS)), null),
  /** Side by side, in this order; none: all customers. */
  groups: v.optional(v.pipe(v.array(groupSchema), v.maxLength(MOST_GROUPS)), () => []),
  /** What colours the numbers: how they stand to their target, or to each other. */
  tint: v.optional(v.picklist(['none', 'target', 'quantile']), 'target'),
  /** Values below the heads of the stages. */
  stages: v.optional(v.boolean(), true),
  /** Counts on connections, and the width of their lines. */
  connections: v.optional(v.boolean(), true),
  /** The curve of measured satisfaction beside the team's. */
  measuredEmotion: v.optional(v.boolean(), false),
  /** Whether what a card says is assumed or measured. */
  evidence: v.optional(v.boolean(), false),
});

export type OverlaySettings = v.InferOutput<typeof overlaySettingsSchema>;
export type CustomerGroup = OverlaySettings['groups'][number];

export const ALL_CUSTOMERS: CustomerGroup = { segment: '', persona: null };

/** Settings with the initial value for all that is not named. */
export const overlaySettings = (values: Partial<OverlaySettings> = {}): OverlaySettings =>
  v.parse(overlaySettingsSchema, values);

/** Nothing lies over the map. */
export const NO_OVERLAY: OverlaySettings = overlaySettings();

/** What a map that is opened shows: its first metric. */
export function initialOverlay(map: Pick<JourneyMap, 'metrics'>): OverlaySettings {
  const [first] = byOrder(Object.values(map.metrics));
  return first ? { ...NO_OVERLAY, metrics: [first.id] } : NO_OVERLAY;
}

/** Whether anything lies over the map at all. */
export const showsAnything = ({ metrics, measuredEmotion, evidence }: OverlaySettings): boolean =>
  metrics.length > 0 || measuredEmotion || evidence;

/** The parts of the customers that are shown side by side: all of them together where none is named. */
export const shownGroups = ({ groups }: Pick<OverlaySettings, 'groups'>): readonly CustomerGroup[] =>
  groups.length === 0 ? [ALL_CUSTOMERS] : groups;

/** Tells parts of the customers apart. A persona is the same one whatever its segment is called. */
export const groupKey = ({ segment, persona }: CustomerGroup): string =>
  persona === null ? `segment:${segment}` : `persona:${persona}`;

export const groupOf = ({ segment, persona }: Pick<Measurement, 'segment' | 'persona'>): CustomerGroup => ({
  segment: persona === null ? segment : '',
  persona,
});

/** The parts of the customers of whom a map has values: all first, then personas, then segments by name. */
export function customerGroups(map: JourneyMap): CustomerGroup[] {
  const found = new Map(
    Object.values(map.measurements).map((measurement) => {
      const group = groupOf(measurement);
      return [groupKey(group), group] as const;
    }),
  );
  const all = found.get(groupKey(ALL_CUSTOMERS));
  const personas = personasOf(map).flatMap(({ id }) => found.get(groupKey({ segment: '', persona: id })) ?? []);
  const segments = [...found.values()]
    .filter(({ segment, persona }) => persona === null && segment !== '')
    .sort((a, b) => (a.segment < b.segment ? -1 : 1));
  return [...(all ? [all] : []), ...personas, ...segments];
}

/** What a part of the customers is called. */
export function groupName(group: CustomerGroup, map: Pick<JourneyMap, 'elements'>, t: Translate): string {
  if (group.persona !== null) return map.elements[group.persona]?.title.trim() || t('kinds.persona.one');
  return group.segment || t('overlay.allCustomers');
}
