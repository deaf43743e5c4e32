import type { JourneyMap, MapElement } from '../document/schema';
import type { Badge, Figure, FigureContext, FigureFacts } from '../figures/figure';
import { drawElement } from '../kinds/registry';

export type Badges = ReadonlyMap<string, Badge>;

export interface Figures {
  context: FigureContext;
  /** The figure of an element; the same object as long as neither the element nor what it shows has changed. */
  of(element: MapElement): Figure;
}

interface Remembered {
  facts: FigureFacts;
  figure: Figure;
}

export type FigureMemory = WeakMap<MapElement, Remembered>;

/**
 * Draws the elements of a map. Elements are immutable, so a figure is remembered by its element: an edit draws
 * one card anew. The memory holds for one context (theme, language); give a new one with a new context.
 */
export function figuresOf(
  map: JourneyMap,
  context: FigureContext,
  badges: Badges,
  memory: FigureMemory = new WeakMap(),
): Figures {
  const answers = countAnswers(map);
  return {
    context,
    of(element) {
      const facts: FigureFacts = { badge: badges.get(element.id) ?? null, answers: answers.get(element.id) ?? 0 };
      const known = memory.get(element);
      if (known && known.facts.badge === facts.badge && known.facts.answers === facts.answers) return known.figure;
      const figure = drawElement(element, context, facts);
      memory.set(element, { facts, figure });
      return figure;
    },
  };
}

/** How many pain points each answer resolves. */
function countAnswers(map: JourneyMap): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, from, to } of Object.values(map.connections)) {
    if (type === 'relation' && map.elements[from]?.kind === 'pain-point') counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}
