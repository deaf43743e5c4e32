import type { ElectronApi } from './electron-api';
import { isOwnAddress } from './origin';

/** What a page of ours may do to the machine by itself: nothing. All else goes through the preload's functions. */
export const webPreferences = (preload: string): Electron.WebPreferences => ({
  preload,
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
});

/** Holds for every page that ever comes to be: it stays where it is and opens nothing. */
export function confinePages({ app }: Pick<ElectronApi, 'app'>): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url: string; isMainFrame: boolean }) => {
      if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault();
    };
    contents.on('will-navigate', stay);
    contents.on('will-frame-navigate', stay);
    contents.on('will-redirect', stay);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** Once the app is ready: no page gets a camera, a place on earth, a device, or anything else that it asks for. */
export function denyPermissions({ session }: Pick<ElectronApi, 'session'>): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(isGranted(permission, details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler((_contents, permission, origin) => isGranted(permission, origin));
  session.defaultSession.setDevicePermissionHandler(() => false);
}

/** What a page has to ask for: to copy a picture, and to present over the whole screen, which then stays on. */
const GRANTED: ReadonlySet<string> = new Set([
  'clipboard-sanitized-write',
  'fullscreen',
  'keyboardLock',
  'screen-wake-lock',
]);
const isGranted = (permission: string, address: string) => GRANTED.has(permission) && isOwnAddress(address);
