import { editor } from './editor';
import type { EditorState, ViewId } from './state';

/** Views in which nothing shows what is selected on the map: commands on the selection wait. */
const WITHOUT_SELECTION: ReadonlySet<ViewId> = new Set(['compare', 'metrics']);

/** Fills the middle of the window with a view. What is being typed on the canvas must not go on unseen. */
export function showView(view: ViewId): void {
  if (editor.getState().view !== view) editor.setState({ view, editing: null, gesture: null });
}

export const showsSelection = ({ view }: Pick<EditorState, 'view'>): boolean => !WITHOUT_SELECTION.has(view);
