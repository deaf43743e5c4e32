import { basename, join } from 'node:path';
import type { FilePurpose } from '../../shared/api/calls';
import type { Translate } from '../../shared/language/translator';
import { DATA_EXTENSIONS } from '../../shared/metrics/dataset';
import type { FileSystem } from '../services/files/file-system';
import type { AppWindow, ElectronApi } from './electron-api';

const EXTENSIONS: Record<FilePurpose, string[]> = {
  map: ['json'],
  data: [...DATA_EXTENSIONS],
  picture: ['png', 'jpg', 'jpeg', 'webp'],
  pdf: ['pdf'],
  png: ['png'],
  svg: ['svg'],
  md: ['md'],
  csv: ['csv'],
  ics: ['ics'],
};

interface DialogParts {
  dialog: ElectronApi['dialog'];
  fs: FileSystem;
  t: Translate;
  window: AppWindow;
  /** Where a dialog starts. */
  folder: string;
}

/** The system's dialog for a file that is there; null: cancelled. */
export async function chooseFile({ dialog, t, window }: DialogParts, purpose: FilePurpose): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('desktopMenu.openTitle'),
    properties: ['openFile'],
    filters: [filterFor(t, purpose), { name: t('desktopMenu.all'), extensions: ['*'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The system's dialog for where to write; null: cancelled. The ending is added where the user left it out. */
export async function chooseTarget(
  parts: DialogParts,
  purpose: FilePurpose,
  suggestedName: string,
): Promise<string | null> {
  const { dialog, fs, t, window, folder } = parts;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('desktopMenu.saveTitle'),
    defaultPath: join(folder, basename(suggestedName)),
    filters: [filterFor(t, purpose)],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  const path = withEnding(filePath, purpose);
  if (path === filePath) return path;
  // The system has asked about the name without the ending, which is another file.
  const exists = await fs.status(path).catch(() => null);
  return !exists || (await mayReplace(parts, basename(path))) ? path : null;
}

async function mayReplace({ dialog, t, window }: DialogParts, name: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('desktopMenu.replace', { name }),
    buttons: [t('desktopMenu.replaceYes'), t('desktopMenu.cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** The path with the ending that its purpose asks for. */
export function withEnding(path: string, purpose: FilePurpose): string {
  const lower = path.toLowerCase();
  if (EXTENSIONS[purpose].some((extension) => lower.endsWith(`.${extension}`))) {
    // Some systems add the last part only: `map.json` for a map that was named `map`.
    return purpose === 'map' && !lower.endsWith('.journey.json')
      ? `${path.slice(0, -'.json'.length)}.journey.json`
      : path;
  }
  return `${path}.${purpose === 'map' ? 'journey.json' : EXTENSIONS[purpose][0]}`;
}

const filterFor = (t: Translate, purpose: FilePurpose): Electron.FileFilter => ({
  name: t(`desktopMenu.${purpose}`),
  extensions: EXTENSIONS[purpose],
});
