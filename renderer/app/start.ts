import type { StartInfo } from '../../shared/api/calls';
import type { CommandId } from '../../shared/commands/table';
import { connectHost } from '../host/connect';
import { editor } from '../store/editor';
import { giveUpDraft, keepDrafts } from './drafts';
import { openMap, openPath, openSample, settleUnsaved } from './files';
import { followFile } from './locks';
import { listenForOthers } from './locks-events';
import { attempt, call, setMachine } from './machine';
import { lostWork } from './recovery';
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
  listenForOthers(host);
  followFile();
  keepDrafts();

  // What is asked now can be answered only once the window is there.
  await Promise.race([showFirst(start), dialogOpened()]);
}

/** Opens what the window should show first, and offers what an earlier one has lost. */
async function showFirst({ open }: StartInfo): Promise<void> {
  const lost = await lostWork();
  let opened = true;
  if (open.type === 'file') opened = await openPath(open.path);
  else if (open.type === 'sample') await openSample();
  else opened = false;
  const next = opened || open.type === 'file' ? null : { name: 'newMap' as const };
  if (lost) editor.setState({ dialog: { name: 'recovery', lost, next: next ?? editor.getState().dialog } });
  else if (next) editor.setState({ dialog: next });
}

function dialogOpened(): Promise<void> {
  return new Promise((resolve) => {
    const stop = editor.subscribe(({ dialog }) => {
      if (!dialog) return;
      stop();
      resolve();
    });
  });
}
