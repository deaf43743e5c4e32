import type { CommandId } from '../../shared/commands/table';
import { connectHost } from '../host/connect';
import { editor } from '../store/editor';
import { giveUpDraft, keepDrafts } from './drafts';
import { openMap, openPath, openSample, settleUnsaved } from './files';
import { attempt, call, setMachine } from './machine';
import { runCommand } from './run';

const WEIGHTS = [400, 500, 600, 700];

/** Connects to the machine, loads the fonts, and fills the state with what the window should show first. */
export async function startUp(): Promise<void> {
  const host = await connectHost();
  setMachine(host);
  const [start] = await Promise.all([
    call('app.start', {}),
    // Figures are measured with Inter: it must be there before the first of them is made.
    ...WEIGHTS.map((weight) => document.fonts.load(`${weight} 16px Inter`)),
  ]);
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  editor.setState({ start, preferences: start.preferences, recents: start.recents, systemDark: dark.matches });
  dark.addEventListener('change', () => editor.setState({ systemDark: dark.matches }));

  host.on('menu.command', ({ id }) => void runCommand(id as CommandId));
  host.on('file.requested', ({ path }) => void openMap(path));
  host.on('theme.changed', (theme) => editor.setState({ systemDark: theme.dark }));
  host.on('window.closing', () => {
    void settleUnsaved().then(async (goOn) => {
      if (!goOn) return;
      await giveUpDraft();
      await attempt('app.close', {});
    });
  });
  keepDrafts();

  if (start.open.type === 'file') await openPath(start.open.path);
  else if (start.open.type === 'sample') await openSample();
  else editor.setState({ dialog: { name: 'newMap' } });
}
