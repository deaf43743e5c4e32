import type { MapElement } from '../../document/schema';
import type { FigureContext } from '../../figures/figure';
import type { Font, Size } from '../../figures/primitives';
import { lineHeight, wrapText } from '../../figures/text';

export const TITLE: Font = { size: 12.5, weight: 600 };
export const QUESTION: Font = { size: 12, weight: 600 };
export const NUMBERS: Font = { size: 11.5, weight: 400 };
export const PILL: Font = { size: 11.5, weight: 700 };
export const SEEN: Font = { size: 11.5, weight: 500 };

const CARD_WIDTH = 172;
export const CARD_LEFT = 14;
const CARD_RIGHT = 10;
const DIAMOND_WIDTH = 152;
/** Below a node where customers leave. */
export const EXIT_HEIGHT = 38;
export const PILL_HEIGHT = 24;
/** Of a branch's name on its pill. */
export const NAME_WIDTH = 120;

/** A node of the flow graph, before any number is written on it: its size must not change with the numbers. */
export interface NodeShape extends Size {
  shape: 'card' | 'diamond';
  /** Its title in lines. */
  lines: string[];
  isNamed: boolean;
}

const known = new WeakMap<MapElement, { measure: unknown; language: string; shape: NodeShape }>();

/** Elements are immutable: each is measured once. */
export function nodeShape(element: MapElement, context: FigureContext): NodeShape {
  const kept = known.get(element);
  if (kept?.measure === context.measure && kept.language === context.language) return kept.shape;
  const shape = measured(element, context);
  known.set(element, { measure: context.measure, language: context.language, shape });
  return shape;
}

function measured(element: MapElement, { measure, t }: FigureContext): NodeShape {
  const title = element.title.trim();
  const text = title || t(`kinds.${element.kind}.one`);
  const isNamed = title !== '';
  if (element.kind === 'decision') {
    const lines = wrapText(text, QUESTION, DIAMOND_WIDTH * 0.6, measure, 3);
    const height = Math.max(84, Math.round((lines.length * lineHeight(QUESTION)) / 0.5) + 12);
    return { shape: 'diamond', width: DIAMOND_WIDTH, height, lines, isNamed };
  }
  const lines = wrapText(text, TITLE, CARD_WIDTH - CARD_LEFT - CARD_RIGHT, measure, 2);
  return { shape: 'card', width: CARD_WIDTH, height: 33 + lines.length * lineHeight(TITLE), lines, isNamed };
}

/** Room for a branch's pill: its name, and numbers of any length. Null: it has nothing to say. */
export function pillRoom(
  label: string,
  numbers: { predicted: boolean; seen: boolean },
  { measure, t }: FigureContext,
): Size | null {
  const name = label.trim();
  if (!name && !numbers.predicted) return null;
  const predicted = numbers.predicted ? measure(' 99.9%', PILL) : 0;
  const seen = numbers.seen ? measure(t('decisionView.seen', { share: '99.9%' }), SEEN) + 5 : 0;
  return { width: Math.ceil(Math.min(measure(name, PILL), NAME_WIDTH) + predicted + seen + 28), height: PILL_HEIGHT };
}
