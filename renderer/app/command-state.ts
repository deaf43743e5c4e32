import { useShallow } from 'zustand/react/shallow';
import type { CommandState } from '../../shared/commands/table';
import { useEditor } from '../store/editor';
import { isUnsaved } from '../store/history';
import type { EditorState } from '../store/state';
import { showsSelection } from '../store/view';

/** What decides which commands can be used now. */
export function commandStateOf(state: EditorState): CommandState {
  let cards = 0;
  let stages = 0;
  let connections = 0;
  for (const id of showsSelection(state) ? state.selection : []) {
    const element = state.map.elements[id];
    if (element?.kind === 'stage') stages++;
    else if (element) cards++;
    else if (state.map.connections[id]) connections++;
  }
  return {
    elements: cards + stages,
    cards,
    stages,
    connections,
    total: Object.keys(state.map.elements).length,
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    unsaved: isUnsaved(state),
    readOnly: state.readOnly,
  };
}

export const useCommandState = (): CommandState => useEditor(useShallow(commandStateOf));
