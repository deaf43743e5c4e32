import { editor } from './editor';
import type { EditorState } from './state';

/** Selects elements and connections; `add` keeps what is selected, and takes out what was selected already. */
export function select(ids: readonly string[], add = false): void {
  const { selection } = editor.getState();
  if (!add) {
    setSelection(ids);
    return;
  }
  const kept = selection.filter((id) => !ids.includes(id));
  setSelection([...kept, ...ids.filter((id) => !selection.includes(id))]);
}

function setSelection(ids: readonly string[]): void {
  const { selection } = editor.getState();
  if (selection.length === ids.length && selection.every((id, index) => id === ids[index])) return;
  editor.setState({ selection: [...ids] });
}

export const selectedElements = ({ map, selection }: EditorState) =>
  selection.map((id) => map.elements[id]).filter((element) => element !== undefined);

export const selectedCards = (state: EditorState) =>
  selectedElements(state).filter((element) => element.kind !== 'stage');

export const selectedConnections = ({ map, selection }: EditorState) =>
  selection.map((id) => map.connections[id]).filter((connection) => connection !== undefined);
