import { keyLabel } from '../../../shared/commands/keys';
import { type CommandEntry, type CommandId, commandById } from '../../../shared/commands/table';
import { isMac } from '../../app/keyboard';
import { useEditor } from '../../store/editor';
import type { EditorState } from '../../store/state';

/** How a command's key is written here; a browser keeps some keys for itself, so there the last one counts. */
function keyOf(command: CommandEntry, host: 'desktop' | 'browser'): string {
  const keys = host === 'browser' ? command.keys.at(-1) : command.keys[0];
  return keys ? keyLabel(keys, isMac()) : '';
}

const hostOf = (state: EditorState) => state.start?.host ?? 'browser';

/** Gives the label of a command's key; empty where it has none. */
export function useKeyOf(): (command: CommandEntry) => string {
  const host = useEditor(hostOf);
  return (command) => keyOf(command, host);
}

export function useKeyLabel(id: CommandId): string {
  return useKeyOf()(commandById(id));
}
