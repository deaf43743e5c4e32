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
  /** How much of the height is numbers that lie over the map: cards below make room for it. */
  strip?: number;
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

/** The measured numbers on a card: a row for each metric. */
export interface Badge {
  rows: readonly BadgeRow[];
}

export interface BadgeRow {
  /** Names the metric above several values; null: its only value names itself. */
  title: string | null;
  /** Of all customers, or of parts of them side by side. */
  values: readonly BadgeValue[];
}

export interface BadgeValue {
  /** Short name of the metric, or of the part of the customers. */
  label: string;
  /** `–`: there is none yet. */
  value: string;
  /** With its sign, never colour alone: `▲0.6`. */
  change: string | null;
  changeIs: 'good' | 'bad' | 'neutral';
  /** Values of the latest periods, oldest first, for the sparkline. */
  series: readonly number[];
  /** What the sparkline is drawn within; null: its own least and most. */
  frame: { least: number; most: number; places: number } | null;
  tint: BadgeTint;
  /** It rests on few cases, or on a part of its period. */
  uncertain: boolean;
  /** It is of an earlier period than the one that is shown. */
  late: boolean;
}

/** How a number is coloured: against its target, or by its group among others, from 0 to `groups` − 1. */
export type BadgeTint =
  | { by: 'none' }
  | { by: 'target'; status: 'good' | 'near' | 'bad' }
  | { by: 'rank'; group: number; groups: number };

/** Whether what a card says is assumed or measured. */
export type Evidence = 'assumed' | 'partly' | 'measured';

export type DrawFigure<Element extends MapElement> = (
  element: Element,
  context: FigureContext,
  facts: FigureFacts,
) => Figure;
