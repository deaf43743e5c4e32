import type { Comparison } from '../../comparison/changes';
import type { JourneyMap, MapElement } from '../../document/schema';
import type { Figure, FigureContext } from '../../figures/figure';
import { overlaySettings } from '../../metrics/overlay-settings';
import { type FigureMemory, type Figures, figuresOf } from '../figures';
import { layoutMap, type MapLayout } from '../layout';
import { overlayScene } from '../overlay-scene';
import { bothMaps } from './both-maps';

export interface ComparisonOptions {
  context: FigureContext;
  /** The metric that lies over the cards; null: none. */
  metric: string | null;
  emotionCurve: 'stages' | 'points';
}

/** What of a comparison stays the same, whichever changes are shown. */
export interface ComparedPicture {
  comparison: Comparison;
  map: JourneyMap;
  formerly: ReadonlyMap<string, string>;
  layout: MapLayout;
  options: ComparisonOptions;
  figureOf: (element: MapElement) => Figure;
}

/** Lays out both maps as one. */
export function layOutComparison(
  comparison: Comparison,
  options: ComparisonOptions,
  memory: FigureMemory = new WeakMap(),
): ComparedPicture {
  const { before, after } = comparison;
  const { context, metric } = options;
  const { map, formerly } = bothMaps(comparison);
  const shown = overlaySettings({ metrics: metric === null ? [] : [metric] });
  const figures = (of: JourneyMap): Figures =>
    figuresOf(of, context, overlayScene(of, shown, context.language).badges, memory);
  const [then, now] = [figures(before), figures(after)];
  const figureOf = (element: MapElement) => (Object.hasOwn(after.elements, element.id) ? now : then).of(element);
  return { comparison, map, formerly, options, figureOf, layout: layoutMap(map, figureOf) };
}
