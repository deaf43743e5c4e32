import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { NO_FILTER } from '../../shared/analysis/filter';
import { defaultPreferences } from '../../shared/api/preferences';
import { emptyMap } from '../../shared/document/create';
import { NO_IDEA_FILTER } from '../../shared/ideas/filter';
import { NO_ROW_FILTER } from '../../shared/metrics/metric-rows';
import { NO_OVERLAY } from '../../shared/metrics/overlay-settings';
import type { EditorState } from './state';

export const initialState: EditorState = {
  map: emptyMap(),
  past: [],
  future: [],
  savedStep: null,
  keptStep: null,
  file: null,
  base: null,
  readOnly: false,
  writer: null,
  preview: null,
  versions: null,
  saving: false,
  selection: [],
  editing: null,
  gesture: null,
  overlay: NO_OVERLAY,
  filter: NO_FILTER,
  filterOpen: false,
  findOpen: false,
  historyOpen: false,
  libraryOpen: false,
  ownTemplates: null,
  view: 'map',
  decisions: {
    scenario: null,
    persona: null,
    periods: 6,
    seed: 1,
    outcome: null,
    measure: 'customers',
    trial: null,
    route: null,
  },
  comparing: null,
  metricsView: { row: null, by: 'stage', descending: false, filter: NO_ROW_FILTER, unit: null },
  ideas: {
    tab: 'grid',
    filter: NO_IDEA_FILTER,
    order: 'stage',
    group: 'stage',
    coverage: 'stage-format',
    usual: false,
    month: null,
    prompts: false,
  },
  workshop: {
    panel: null,
    session: null,
    timer: { left: 0, endsAt: null },
    sound: true,
    voter: '',
    presenting: null,
  },
  dialog: null,
  toasts: [],
  zoom: 1,
  start: null,
  preferences: defaultPreferences(),
  recents: [],
  systemDark: false,
};

/** The state of this window. Parts read it through `useEditor`; changes go through the functions in this folder. */
export const editor = createStore<EditorState>(() => initialState);

export function useEditor<Value>(select: (state: EditorState) => Value): Value {
  return useStore(editor, select);
}
