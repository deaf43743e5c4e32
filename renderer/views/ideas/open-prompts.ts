import { setPreferences } from '../../app/preferences';
import { editor } from '../../store/editor';
import { setIdeas } from './model';

/** Shows the questions in the inspector's place, which may be closed. */
export function openPrompts(): void {
  if (!editor.getState().preferences.rightPanel) setPreferences(() => ({ rightPanel: true }));
  editor.setState({ historyOpen: false });
  setIdeas({ prompts: true });
}
