import { dimmedElements } from '../../shared/analysis/filter';
import type { JourneyMap } from '../../shared/document/schema';
import type { FigureContext } from '../../shared/figures/figure';
import { THEMES, type Theme } from '../../shared/figures/theme';
import { createTranslator, type Language, languageFor } from '../../shared/language/translator';
import type { OverlaySettings } from '../../shared/metrics/overlay-settings';
import { type FigureMemory, type Figures, figuresOf } from '../../shared/scene/figures';
import { layoutMap, type MapLayout } from '../../shared/scene/layout';
import { keepSame, type OverlayScene, overlayScene } from '../../shared/scene/overlay-scene';
import { editor, useEditor } from './editor';
import { measureText } from './measure';
import type { EditorState } from './state';

/** What follows from the state and is drawn: worked out once for each map, appearance, language and overlay. */
export interface Picture {
  map: JourneyMap;
  context: FigureContext;
  figures: Figures;
  /** What lies over the map. */
  overlay: OverlayScene;
  layout: MapLayout;
}

const contexts = new Map<string, { context: FigureContext; memory: FigureMemory }>();

/** What figures are drawn with in an appearance, a language and a size of texts: one for each. */
function contextFor(theme: Theme['name'], language: Language, large = false) {
  const key = `${theme} ${language} ${large}`;
  let known = contexts.get(key);
  if (!known) {
    known = {
      context: { measure: measureText(), theme: THEMES[theme], language, t: createTranslator(language) },
      memory: new WeakMap(),
    };
    contexts.set(key, known);
  }
  return known;
}

/** How much larger the texts on cards are for the back of the room. */
const LARGE_TEXTS = 1.4;

export function languageOf(state: Pick<EditorState, 'preferences' | 'start'>): Language {
  const { language } = state.preferences;
  return language === 'system' ? languageFor(state.start?.locale ?? 'en') : language;
}

export function themeOf(state: Pick<EditorState, 'preferences' | 'systemDark'>): Theme['name'] {
  const { theme } = state.preferences;
  return theme === 'system' ? (state.systemDark ? 'dark' : 'light') : theme;
}

let last: { map: JourneyMap; overlay: OverlaySettings; context: FigureContext; picture: Picture } | null = null;

/** What figures of a state are drawn with; the same object until appearance or language change. */
export const figureContextOf = (state: Pick<EditorState, 'preferences' | 'start' | 'systemDark'>): FigureContext =>
  contextFor(themeOf(state), languageOf(state)).context;

/** The picture of a state; the same object until something that it shows has changed. */
export function pictureOf(state: EditorState): Picture {
  const large = state.workshop.presenting?.large ?? false;
  const { context, memory } = contextFor(themeOf(state), languageOf(state), large);
  const { map, overlay: settings } = state;
  if (last && last.map === map && last.overlay === settings && last.context === context) return last.picture;
  const overlay = keepSame(overlayScene(map, settings, context.language), last?.picture.overlay ?? null);
  const figures = figuresOf(map, context, overlay.badges, memory, overlay.evidence, large ? LARGE_TEXTS : 1);
  const picture = { map, context, figures, overlay, layout: layoutMap(map, figures.of) };
  last = { map, overlay: settings, context, picture };
  return picture;
}

export const currentPicture = (): Picture => pictureOf(editor.getState());

export function usePicture(): Picture {
  return useEditor(pictureOf);
}

let lastDimmed: {
  map: JourneyMap;
  filter: EditorState['filter'];
  stage: string | null;
  ids: ReadonlySet<string>;
} | null = null;

/** Ids of the elements that recede: by the filter, and while a stage is presented those of the others. */
export function dimmedOf({ map, filter, workshop }: EditorState): ReadonlySet<string> {
  const stage = workshop.presenting?.stage ?? null;
  if (lastDimmed?.map !== map || lastDimmed.filter !== filter || lastDimmed.stage !== stage) {
    const ids = dimmedElements(map, filter);
    for (const card of Object.values(map.elements)) {
      if (stage !== null && card.kind !== 'stage' && card.stage !== stage) ids.add(card.id);
    }
    lastDimmed = { map, filter, stage, ids };
  }
  return lastDimmed.ids;
}
