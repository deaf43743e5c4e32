import type { Comparison } from '../../shared/comparison/changes';
import { compareMaps, filterComparison } from '../../shared/comparison/difference';
import type { JourneyMap } from '../../shared/document/schema';
import type { FigureContext } from '../../shared/figures/figure';
import { type ComparedPicture, layOutComparison } from '../../shared/scene/comparison/compared-picture';
import { type ComparisonScene, comparisonScene } from '../../shared/scene/comparison/comparison-scene';
import type { FigureMemory } from '../../shared/scene/figures';
import { figureContextOf } from './picture';
import { mapNow } from './preview';
import type { ComparedSide, EditorState } from './state';

/** What follows from the two maps that are compared: worked out once for each pair, and for what of it is shown. */

/** The map of a side; null: there is none, because nothing is saved yet. */
export function mapOfSide(state: EditorState, side: ComparedSide): JourneyMap | null {
  switch (side.from) {
    case 'now':
      return mapNow(state);
    case 'saved':
      return state.base;
    case 'version':
    case 'file':
    case 'draft':
      return side.map;
  }
}

let compared: Comparison | null = null;
let given: { before: JourneyMap; after: JourneyMap } | null = null;

/** All differences between the two maps; null: one of them is not chosen. */
export function comparisonOf(state: EditorState): Comparison | null {
  const { comparing } = state;
  const before = comparing?.before ? mapOfSide(state, comparing.before) : null;
  const after = comparing?.after ? mapOfSide(state, comparing.after) : null;
  if (!before || !after) return null;
  if (!compared || given?.before !== before || given.after !== after) {
    compared = compareMaps(before, after);
    given = { before, after };
  }
  return compared;
}

let shown: { comparison: Comparison; types: unknown; minor: boolean; result: Comparison } | null = null;

/** The differences of the types that are to be seen. */
export function shownComparisonOf(state: EditorState): Comparison | null {
  const comparison = comparisonOf(state);
  if (!comparison || !state.comparing) return null;
  const { types, minor } = state.comparing;
  if (shown?.comparison !== comparison || shown.types !== types || shown.minor !== minor) {
    shown = { comparison, types, minor, result: filterComparison(comparison, { types, minor }) };
  }
  return shown.result;
}

const memories = new WeakMap<FigureContext, FigureMemory>();
let picture: ComparedPicture | null = null;
let scene: { picture: ComparedPicture; shown: Comparison; result: ComparisonScene } | null = null;

/** The picture of both maps; null: one of them is not chosen. */
export function comparisonSceneOf(state: EditorState): ComparisonScene | null {
  const comparison = comparisonOf(state);
  const visible = shownComparisonOf(state);
  if (!comparison || !visible) return null;
  const context = figureContextOf(state);
  const metric = metricOfComparison(state, comparison);
  const { emotionCurve } = state.preferences;
  const known = picture?.options;
  if (
    picture?.comparison !== comparison ||
    known?.context !== context ||
    known.metric !== metric ||
    known.emotionCurve !== emotionCurve
  ) {
    const memory: FigureMemory = memories.get(context) ?? new WeakMap();
    memories.set(context, memory);
    picture = layOutComparison(comparison, { context, metric, emotionCurve }, memory);
  }
  if (scene?.picture !== picture || scene.shown !== visible) {
    scene = { picture, shown: visible, result: comparisonScene(picture, visible) };
  }
  return scene.result;
}

/** The first of the metrics that lie over the map which the later map of the comparison has, too. */
export const metricOfComparison = ({ overlay }: Pick<EditorState, 'overlay'>, { after }: Comparison): string | null =>
  overlay.metrics.find((id) => Object.hasOwn(after.metrics, id)) ?? null;
