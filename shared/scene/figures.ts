import type { JourneyMap, MapElement } from '../document/schema';
import { enlargeFigure } from '../figures/enlarge';
import { EVIDENCE_SIZE, evidenceSign } from '../figures/evidence-sign';
import type { Badge, Evidence, Figure, FigureContext, FigureFacts } from '../figures/figure';
import { drawElement } from '../kinds/registry';

export type Badges = ReadonlyMap<string, Badge>;

export interface Figures {
  context: FigureContext;
  /** The figure of an element; the same object as long as neither the element nor what it shows has changed. */
  of(element: MapElement): Figure;
}

interface Remembered {
  facts: FigureFacts;
  evidence: Evidence | null;
  figure: Figure;
}

export type FigureMemory = WeakMap<MapElement, Remembered>;

/**
 * Draws the elements of a map. Elements are immutable, so a figure is remembered by its element: an edit draws
 * one card anew. The memory holds for one context (theme, language) and one size of texts; give a new one with a new context.
 * `texts` enlarges what is on the cards; their width stays, so that they grow downwards and others make room.
 */
export function figuresOf(
  map: JourneyMap,
  context: FigureContext,
  badges: Badges,
  memory: FigureMemory = new WeakMap(),
  evidence: ReadonlyMap<string, Evidence> = NO_EVIDENCE,
  texts = 1,
): Figures {
  const answers = countAnswers(map);
  return {
    context,
    of(element) {
      const facts: FigureFacts = { badge: badges.get(element.id) ?? null, answers: answers.get(element.id) ?? 0 };
      const known = memory.get(element);
      const sign = evidence.get(element.id) ?? null;
      const isSame = known && known.facts.badge === facts.badge && known.facts.answers === facts.answers;
      if (isSame && known.evidence === sign) return known.figure;
      const drawn = texts === 1 ? drawElement(element, context, facts) : withLargeTexts(element, context, facts, texts);
      const figure = withEvidence(drawn, element.kind, sign, context);
      memory.set(element, { facts, evidence: sign, figure });
      return figure;
    },
  };
}

/** The card as wide as it is, with larger texts: what it has grown by counts as its strip, to which others give way. */
function withLargeTexts(element: MapElement, context: FigureContext, facts: FigureFacts, by: number): Figure {
  const usual = drawElement(element, context, facts);
  const height = element.height === null ? null : element.height / by;
  const narrow = { ...element, width: element.width / by, height } as MapElement;
  const large = enlargeFigure(drawElement(narrow, context, facts), by);
  const grown = large.height - (usual.height - (usual.strip ?? 0));
  return { ...large, strip: Math.max(0, grown) };
}

const NO_EVIDENCE: ReadonlyMap<string, Evidence> = new Map();

/** The sign sits on the upper right corner, so that it takes no room from the card. */
function withEvidence(
  figure: Figure,
  kind: MapElement['kind'],
  evidence: Evidence | null,
  { theme }: FigureContext,
): Figure {
  if (evidence === null) return figure;
  // Beside the edge of a diamond, away from its tips, where lines end.
  const isDiamond = kind === 'decision';
  const x = isDiamond ? figure.width * 0.82 - EVIDENCE_SIZE / 2 : figure.width - EVIDENCE_SIZE + 5;
  const y = isDiamond ? (figure.height - (figure.strip ?? 0)) * 0.2 - EVIDENCE_SIZE / 2 : -6;
  return { ...figure, primitives: [...figure.primitives, ...evidenceSign(evidence, x, y, theme)] };
}

/** How many pain points each answer resolves. */
function countAnswers(map: JourneyMap): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, from, to } of Object.values(map.connections)) {
    if (type === 'relation' && map.elements[from]?.kind === 'pain-point') counts.set(to, (counts.get(to) ?? 0) + 1);
  }
  return counts;
}
