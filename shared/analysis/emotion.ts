import { cardsOf } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';

/** A point of the emotion curve. */
export interface EmotionPoint {
  /** In map units: the middle of the stage's column, or of the card. */
  x: number;
  /** The feeling, −2 (very bad) to +2 (very good); of a stage: the mean of its cards. */
  value: number;
  /** Of a stage: one of its cards, or one of its decisions, is a moment of truth. */
  momentOfTruth: boolean;
  stage: string | null;
  /** The cards whose feelings the point shows. */
  elements: readonly string[];
}

/** Where things stand on the map: what the layout knows. */
export interface EmotionPlaces {
  columns: readonly { id: string; x: number; width: number }[];
  /** Boxes of the cards that are shown, by id. */
  cards: ReadonlyMap<string, { x: number; width: number }>;
}

/** The feeling that a card states, −2 to +2; null: none stated, or its kind has none. */
function feelingOf(element: MapElement): number | null {
  return 'feeling' in element ? element.feeling : null;
}

export function isMomentOfTruth(element: MapElement): boolean {
  return 'momentOfTruth' in element && element.momentOfTruth;
}

/**
 * The points of the emotion curve from left to right: the mean of each stage, or every card that states a feeling.
 * Where nothing was said there is no point, and the curve goes on to the next one. Cards on hidden rows still count
 * for the mean of their stage, but have no point of their own.
 */
export function emotionPoints(map: JourneyMap, places: EmotionPlaces, curve: 'stages' | 'points'): EmotionPoint[] {
  return curve === 'stages' ? stagePoints(map, places) : cardPoints(map, places);
}

function stagePoints(map: JourneyMap, places: EmotionPlaces): EmotionPoint[] {
  const byStage = new Map<string, { feelings: { id: string; value: number }[]; momentOfTruth: boolean }>();
  for (const card of cardsOf(map)) {
    if (card.stage === null) continue;
    const entry = byStage.get(card.stage) ?? { feelings: [], momentOfTruth: false };
    byStage.set(card.stage, entry);
    const value = feelingOf(card);
    if (value !== null) entry.feelings.push({ id: card.id, value });
    entry.momentOfTruth ||= isMomentOfTruth(card);
  }
  return places.columns.flatMap((column) => {
    const entry = byStage.get(column.id);
    if (!entry || entry.feelings.length === 0) return [];
    return {
      x: column.x + column.width / 2,
      value: entry.feelings.reduce((sum, { value }) => sum + value, 0) / entry.feelings.length,
      momentOfTruth: entry.momentOfTruth,
      stage: column.id,
      elements: entry.feelings.map(({ id }) => id),
    };
  });
}

function cardPoints(map: JourneyMap, places: EmotionPlaces): EmotionPoint[] {
  const points: EmotionPoint[] = [];
  for (const card of cardsOf(map)) {
    const value = feelingOf(card);
    const box = places.cards.get(card.id);
    if (value === null || !box) continue;
    points.push({
      x: box.x + box.width / 2,
      value,
      momentOfTruth: isMomentOfTruth(card),
      stage: card.stage,
      elements: [card.id],
    });
  }
  return points.sort((a, b) => a.x - b.x);
}
