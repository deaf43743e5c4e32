import type { Calls, StartInfo } from '../../shared/api/calls';
import { COMMANDS } from '../../shared/commands/table';
import { createTranslator, languageFor, type Translate } from '../../shared/language/translator';
import { createStore } from '../services/data-folder';
import { isMapName } from '../services/files/names';
import { createHandlers, type Log } from '../services/handlers';
import type { HostPort } from '../services/host-port';
import { ONLY_WINDOW } from '../services/locks/pages';
import type { Services } from '../services/services';
import { chooseFile, chooseTarget } from './dialogs';
import type { AppWindow, ElectronApi } from './electron-api';
import { type MainWindow, openMainWindow } from './main-window';
import { menuTemplate } from './menu';
import { receiveCalls, sendEvent } from './messages';
import { registerScheme, servePage } from './page-protocol';
import { createPrinter } from './printing';
import { openFromArguments } from './start-arguments';
import { readPlace } from './window-place';
import { confinePages, denyPermissions } from './window-policy';

export interface DesktopOptions {
  services: Services;
  /** Where preferences and the window's place are kept. */
  dataFolder: string;
  version: string;
  pageFolder: string;
  /** The preload's built file. */
  preload: string;
  /** Without the program and its script. */
  argv: readonly string[];
  folder: string;
  log: Log;
}

/** Runs the desktop edition. Resolves when its window is there, or at once where another instance takes over. */
export async function startDesktop(electron: ElectronApi, options: DesktopOptions): Promise<void> {
  const { app, ipcMain, nativeTheme, protocol } = electron;
  const { services, log } = options;
  if (!app.requestSingleInstanceLock()) return app.quit();
  registerScheme(protocol);
  confinePages(electron);

  let main: MainWindow | null = null;
  let isQuitting = false;
  let open: StartInfo['open'] = openFromArguments(options.argv, options.folder);

  /** A map from outside: into the open window, or what the next one shows first. */
  const request = async (path: string) => {
    await grant(services, path);
    if (!main) open = { type: 'file', path };
    else {
      focus(main.window);
      sendEvent(main.window, 'file.requested', { path });
    }
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isMapName(path)) request(path).catch((error: unknown) => log('open-file', error));
  });
  app.on('second-instance', (_event, argv, folder) => {
    const wanted = openFromArguments(argv.slice(1), folder);
    if (wanted.type === 'file') request(wanted.path).catch((error: unknown) => log('second-instance', error));
    else if (main) focus(main.window);
  });
  app.on('before-quit', () => {
    isQuitting = true;
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' || isQuitting) app.quit();
  });

  await app.whenReady();
  denyPermissions(electron);
  if (open.type === 'file') await grant(services, open.path);
  servePage(protocol, services.fs, options.pageFolder);
  const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
  let t = translatorFor((await services.preferences.read()).language, locale);
  const showMenu = () =>
    electron.Menu.setApplicationMenu(
      electron.Menu.buildFromTemplate(
        menuTemplate({
          commands: COMMANDS,
          t,
          platform: process.platform,
          developer: !app.isPackaged,
          choose: (id) => choose(main?.window ?? null, id),
        }),
      ),
    );
  const preferences: Services['preferences'] = {
    ...services.preferences,
    write: async (values) => {
      await services.preferences.write(values);
      t = translatorFor(values.language, locale);
      showMenu();
    },
  };
  // What is on this list was chosen in a dialog of ours before.
  for (const { path } of await services.recents.list()) await grant(services, path);

  const port = desktopPort(electron, {
    services,
    info: {
      host: 'desktop',
      version: options.version,
      platform: process.platform,
      locale,
      nativeDialogs: true,
      canPrint: true,
    },
    open: () => open,
    t: () => t,
    main: () => main,
  });
  receiveCalls(ipcMain, createHandlers({ ...services, preferences }, port), log, (name) => {
    if (name === 'app.start') main?.pageIsReady();
  });
  nativeTheme.on('updated', () =>
    sendEvent(main?.window ?? null, 'theme.changed', { dark: nativeTheme.shouldUseDarkColors }),
  );
  showMenu();

  const places = createStore(services.fs, options.dataFolder, 'window.json', readPlace);
  const show = async () => {
    const place = await places.read();
    main ??= openMainWindow({
      electron,
      preload: options.preload,
      place,
      places,
      t: () => t,
      onClosed: () => {
        main = null;
        services.pages.disconnected(ONLY_WINDOW);
      },
    });
  };
  app.on('activate', () => {
    if (!main) show().catch((error: unknown) => log('activate', error));
  });
  await show();
}

const translatorFor = (language: 'system' | 'en' | 'es', locale: string): Translate =>
  createTranslator(language === 'system' ? languageFor(locale) : language);

/** A path that is named but can't be reached: opening it will say so. */
const grant = (services: Services, path: string) => services.grants.grantFile(path).catch(() => path);

function focus(window: AppWindow): void {
  if (window.isMinimized()) window.restore();
  window.focus();
}

/**
 * A menu entry was chosen. The clipboard goes the system's way: a menu is no gesture in the page, so that the page could
 * neither copy nor paste by itself.
 */
function choose(window: AppWindow | null, id: string): void {
  if (id === 'cut') window?.webContents.cut();
  else if (id === 'copy') window?.webContents.copy();
  else if (id === 'paste') window?.webContents.paste();
  else sendEvent(window, 'menu.command', { id });
}

interface PortParts {
  services: Services;
  info: HostPort['info'];
  open(): StartInfo['open'];
  t(): Translate;
  main(): MainWindow | null;
}

function desktopPort(electron: ElectronApi, parts: PortParts): HostPort {
  const dialogParts = () => {
    const window = parts.main()?.window;
    if (!window) throw new Error('The window is gone');
    const folder = electron.app.getPath('documents');
    return { dialog: electron.dialog, fs: parts.services.fs, t: parts.t(), window, folder };
  };
  return {
    info: parts.info,
    get open() {
      return parts.open();
    },
    // There is one window, whose name need not be looked at.
    send: (_window, event, value) => sendEvent(parts.main()?.window ?? null, event, value),
    setTitle: (title) => showTitle(parts.main()?.window, title),
    close: () => parts.main()?.closeForGood(),
    chooseFile: async (purpose) => chooseFile(dialogParts(), purpose),
    chooseTarget: async (purpose, suggestedName) => chooseTarget(dialogParts(), purpose, suggestedName),
    print: createPrinter(electron),
    openLink: (url) => electron.shell.openExternal(url),
  };
}

function showTitle(window: AppWindow | undefined, { title, unsaved, path }: Calls['app.setTitle']['takes']): void {
  if (!window || window.isDestroyed()) return;
  window.setTitle([`${unsaved ? '• ' : ''}${title}`, 'Periplo'].filter(Boolean).join(' – '));
  window.setDocumentEdited(unsaved);
  window.setRepresentedFilename(path ?? '');
}
