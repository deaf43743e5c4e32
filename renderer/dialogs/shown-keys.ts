import type { StartInfo } from '../../shared/api/calls';
import { keyLabel } from '../../shared/commands/keys';
import type { CommandEntry } from '../../shared/commands/table';
import { isMac } from '../app/keyboard';

/** The keys of a command as this host shows them: a browser keeps some for itself, so there it is the last. */
export function shownKeys(command: CommandEntry, host: StartInfo['host'] | undefined): string | null {
  const keys = host === 'desktop' ? command.keys[0] : command.keys.at(-1);
  return keys === undefined ? null : keyLabel(keys, isMac());
}
