import { deleteElements } from '../../shared/commands/cards';
import { deleteConnections } from '../../shared/commands/connections';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { selectedConnections, selectedElements } from '../store/selection';
import { texts } from '../store/texts';

/** Deletes what is selected, as one step. */
export function deleteSelected(): void {
  const state = editor.getState();
  const elements = selectedElements(state).map((element) => element.id);
  const connections = selectedConnections(state).map((connection) => connection.id);
  change(texts()('commands.deleteSelection'), (draft) => {
    deleteConnections(draft, connections);
    deleteElements(draft, elements);
  });
}
