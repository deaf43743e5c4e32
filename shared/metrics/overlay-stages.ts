import { stagesOf } from '../document/create';
import type { JourneyMap, Metric } from '../document/schema';
import type { Language, Translate } from '../language/translator';
import { type AcrossRefusal, type AcrossRule, acrossCards } from './across-cards';
import type { CoarsePoint } from './coarsen';
import { metricOverlay, type OverlayChoice, type Series } from './overlay';
import { type OverlayValue, valueIn } from './overlay-value';
import { thresholdsOf } from './thresholds';

/** A metric on a stage: measured there, or put together from its cards. */
export type StageValue =
  | { status: 'shown'; value: OverlayValue; from: 'stage' | AcrossRule; cards: number }
  | { status: 'refused'; reason: AcrossRefusal; cards: number };

/**
 * The values of a metric for the stages. A measurement on the stage itself goes before what its cards make together;
 * stages without either have no entry. A target of the cards holds for what they make together only where they all have
 * the same one, and never for a sum.
 */
export function stageValues(
  map: JourneyMap,
  metric: Metric,
  language: Language,
  choice: OverlayChoice = {},
): Map<string, StageValue> {
  const overlay = metricOverlay(map, metric.id, language, choice);
  const values = new Map<string, StageValue>();
  if (!overlay) return values;
  const byStage = new Map<string, Series[]>();
  for (const one of overlay.series) {
    const card = one.measurement.element === null ? undefined : map.elements[one.measurement.element];
    if (!card || card.kind === 'stage' || card.kind === 'persona' || card.stage === null) continue;
    byStage.set(card.stage, [...(byStage.get(card.stage) ?? []), one]);
  }
  for (const stage of stagesOf(map)) {
    const own = overlay.elements.get(stage.id);
    const cards = byStage.get(stage.id) ?? [];
    if (own) values.set(stage.id, { status: 'shown', value: own, from: 'stage', cards: 0 });
    else if (cards.length > 0) {
      const together = fromCards(togetherOf(overlay.series, cards, metric), cards, metric, overlay.period, language);
      if (together) values.set(stage.id, together);
    }
  }
  return values;
}

type Together =
  | { status: 'ok'; rule: AcrossRule; points: CoarsePoint[] }
  | { status: 'refused'; reason: AcrossRefusal };

const known = new WeakMap<readonly Series[], Map<string, Together>>();

/** What cards make together in all periods; worked out once for a replay. */
function togetherOf(all: readonly Series[], cards: readonly Series[], metric: Metric): Together {
  let memory = known.get(all);
  if (!memory) {
    memory = new Map();
    known.set(all, memory);
  }
  const key = cards.map(({ measurement }) => measurement.id).join(' ');
  let together = memory.get(key);
  if (!together) {
    together = putTogether(cards, metric);
    memory.set(key, together);
  }
  return together;
}

function putTogether(cards: readonly Series[], metric: Metric): Together {
  const across = acrossCards(
    cards.map(({ points }) => points),
    metric,
  );
  if (across.status === 'refused') return across;
  const worst = new Map<string, Pick<CoarsePoint, 'periods' | 'of'>>();
  for (const { period, periods, of } of cards.flatMap(({ points }) => points)) {
    const other = worst.get(period);
    if (!other || periods * other.of < other.periods * of) worst.set(period, { periods, of });
  }
  // Of a longer period that lacks values on any card, the sum lacks them too.
  const points = across.points.map((point) => ({ ...point, ...(worst.get(point.period) ?? { periods: 1, of: 1 }) }));
  return { status: 'ok', rule: across.rule, points };
}

function fromCards(
  across: Together,
  cards: readonly Series[],
  metric: Metric,
  period: string,
  language: Language,
): StageValue | null {
  if (across.status === 'refused') return { ...across, cards: cards.length };
  const { points } = across;
  const targets = new Set(cards.map(({ measurement }) => thresholdsOf(metric, measurement).target));
  const [shared = null] = targets;
  const target = across.rule === 'sum' || targets.size > 1 ? null : shared;
  const value = valueIn(points, period, metric, { ...thresholdsOf(metric), target, warning: null }, language);
  return value && { status: 'shown', value, from: across.rule, cards: cards.length };
}

/** Where a stage's value comes from, in words; of one that can't be shown, why not. */
export function stageSourceText(value: StageValue, t: Translate): string {
  if (value.status === 'refused') return t(`overlay.stage.refused.${value.reason}`);
  if (value.from === 'stage') return t('overlay.stage.own');
  return t(`overlay.stage.${value.from}`, { count: value.cards });
}
