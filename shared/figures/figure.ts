import type { MapElement } from '../document/schema';
import type { Language, Translate } from '../language/translator';
import type { Box, Font, Primitive, Size } from './primitives';
import type { MeasureText } from './text';
import type { Theme } from './theme';

/** How one element looks, in its own coordinates from (0, 0) to (width, height). */
export interface Figure extends Size {
  primitives: readonly Primitive[];
  /** Where lines of connections end: on the box, or on the tips of a diamond. */
  outline: 'box' | 'diamond';
  /** Where the title stands, to be edited in place. */
  title: { box: Box; font: Font; align: 'start' | 'middle' };
}

/** What figures are drawn with; the same for all elements of a picture. */
export interface FigureContext {
  measure: MeasureText;
  theme: Theme;
  language: Language;
  t: Translate;
}

/** What a figure shows of the rest of the map. */
export interface FigureFacts {
  badge: Badge | null;
  /** How many pain points an answer resolves. */
  answers: number;
}

/** A measured number on a card. */
export interface Badge {
  /** Short name of the metric. */
  label: string;
  value: string;
  /** With its sign, never colour alone: `▲0.6`. */
  change: string | null;
  changeIs: 'good' | 'bad' | 'neutral';
  /** Values of the latest periods, oldest first, for the sparkline. */
  series: readonly number[];
  /** Against the target. */
  status: 'good' | 'near' | 'bad' | 'none';
}

export type DrawFigure<Element extends MapElement> = (
  element: Element,
  context: FigureContext,
  facts: FigureFacts,
) => Figure;
