import type { Translate } from '../../shared/language/translator';
import type { Store } from '../services/data-folder';
import type { AppWindow, ElectronApi } from './electron-api';
import { sendEvent } from './messages';
import { PAGE_ADDRESS } from './origin';
import { onScreens, type WindowPlace } from './window-place';
import { webPreferences } from './window-policy';

const SETTLING = 400;

export interface MainWindow {
  readonly window: AppWindow;
  /** The page has called: from now on it is asked before the window closes. */
  pageIsReady(): void;
  /** Closes without asking. */
  closeForGood(): void;
}

interface Parts {
  electron: ElectronApi;
  preload: string;
  place: WindowPlace;
  places: Store<WindowPlace>;
  t: () => Translate;
  onClosed(): void;
}

export function openMainWindow({ electron, preload, place, places, t, onClosed }: Parts): MainWindow {
  const areas = electron.screen.getAllDisplays().map((display) => display.workArea);
  const { maximised, ...bounds } = onScreens(place, areas);
  const window = new electron.BrowserWindow({
    ...bounds,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: 'Periplo',
    backgroundColor: electron.nativeTheme.shouldUseDarkColors ? '#14181f' : '#f6f7f9',
    webPreferences: webPreferences(preload),
  });
  if (maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  rememberPlace(window, places);

  let mayClose = false;
  let isReady = false;
  let isHanging = false;
  const closeForGood = () => {
    mayClose = true;
    window.close();
  };
  window.webContents.on('did-start-navigation', (details) => {
    // Until the new page has called, nobody is there to answer.
    if (details.isMainFrame && !details.isSameDocument) isReady = false;
  });
  window.webContents.on('render-process-gone', () => {
    isReady = false;
  });
  window.on('unresponsive', () => {
    isHanging = true;
  });
  window.on('responsive', () => {
    isHanging = false;
  });
  window.on('close', (event) => {
    if (mayClose || !isReady) return;
    event.preventDefault();
    if (!isHanging) return sendEvent(window, 'window.closing', {});
    askAboutHanging(electron, window, t()).then((close) => close && closeForGood(), closeForGood);
  });
  window.on('closed', onClosed);
  // A page that can't be loaded leaves an empty window that closes like any other.
  window.loadURL(PAGE_ADDRESS).catch(() => window.show());
  return {
    window,
    closeForGood,
    pageIsReady: () => {
      isReady = true;
    },
  };
}

async function askAboutHanging({ dialog }: ElectronApi, window: AppWindow, t: Translate): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('desktopMenu.unanswered'),
    buttons: [t('desktopMenu.wait'), t('desktopMenu.closeAnyway')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return response === 1;
}

function rememberPlace(window: AppWindow, places: Store<WindowPlace>): void {
  let timer: NodeJS.Timeout | undefined;
  const remember = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed() || window.isMinimized() || window.isFullScreen()) return;
      const { x, y, width, height } = window.getNormalBounds();
      // Where the window stood is not worth a message.
      places.write({ x, y, width, height, maximised: window.isMaximized() }).catch(() => undefined);
    }, SETTLING);
  };
  window.on('resize', remember);
  window.on('move', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('closed', () => clearTimeout(timer));
}
