import type { Version } from '../../shared/api/calls';
import type { JourneyMap } from '../../shared/document/schema';
import { editor } from './editor';
import { endMerge } from './history';
import type { EditorState } from './state';

/** The map that is edited and saved, also while a version lies over it. */
export const mapNow = (state: Pick<EditorState, 'map' | 'preview'>): JourneyMap => state.preview?.now ?? state.map;

/** Puts a version on the canvas, to look at only. History, file and drafts stay those of the map. */
export function showPreview(version: Version, map: JourneyMap): void {
  endMerge();
  const state = editor.getState();
  const { readOnly, selection } = state.preview ?? state;
  editor.setState({
    preview: { version, now: mapNow(state), readOnly, selection },
    map,
    readOnly: true,
    selection: [],
    editing: null,
    gesture: null,
  });
}

/** Brings the map back as it was; without a version on the canvas nothing happens. */
export function leavePreview(): void {
  const { preview } = editor.getState();
  if (!preview) return;
  const { now, readOnly, selection } = preview;
  editor.setState({ preview: null, map: now, readOnly, selection, editing: null, gesture: null });
}
