/**
 * A double of the parts of Electron that the desktop's main code uses. Its windows are pages of a real Chromium, held
 * by the process that runs the test; what Electron would ask the system or the user goes there too.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Answers, type FromMain, type MenuEntry, openLine, type ToMain } from './messages.ts';

type Handler = (
  event: { senderFrame: Pick<Electron.WebFrameMain, 'url' | 'parent'> | null },
  ...args: unknown[]
) => unknown;

const windows = new Map<number, BrowserWindow>();
const handlers = new Map<string, Handler>();
const schemes = new Map<string, (request: Request) => Response | Promise<Response>>();
let privileged: string[] = [];
let menu: Electron.MenuItemConstructorOptions[] = [];
let mayUse: (permission: string) => boolean = () => true;
let isReady = false;
let isQuitting = false;

/** An event that can be stopped, as Electron's are. */
class Stoppable {
  defaultPrevented = false;
  preventDefault = () => {
    this.defaultPrevented = true;
  };
}

const answers: Answers<ToMain> = {
  'page.request': async ({ url, method }) => {
    const handle = schemes.get(new URL(url).protocol.slice(0, -1));
    if (!handle) return { status: 404, headers: {}, body: new Uint8Array() };
    const response = await handle(new Request(url, { method }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  },
  'page.invoke': async ({ channel, args, url }) => {
    const handler = handlers.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    // What can't be cloned can't be answered, and a Buffer arrives as plain bytes, as in Electron.
    return structuredClone(await handler({ senderFrame: { url, parent: null } }, ...args));
  },
  'page.navigate': ({ id, url }) => {
    const event = Object.assign(new Stoppable(), { url, isMainFrame: true });
    windows.get(id)?.webContents.emit('will-navigate', event);
    return !event.defaultPrevented;
  },
  'page.loading': ({ id }) => {
    windows.get(id)?.webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false });
    return null;
  },
  'page.popup': ({ id, url }) => windows.get(id)?.webContents.mayOpen(url) ?? false,
  'page.gone': ({ id }) => {
    windows.get(id)?.destroy();
    return null;
  },
  'user.closeWindow': ({ id }) => {
    windows.get(id)?.close();
    return null;
  },
  'user.quit': () => {
    app.quit();
    return null;
  },
  'user.openFile': ({ path }) => {
    app.emit('open-file', new Stoppable(), path);
    return null;
  },
  'user.startAgain': ({ argv, folder }) => {
    app.emit('second-instance', {}, argv, folder);
    return null;
  },
  'user.setDark': ({ dark }) => {
    nativeTheme.shouldUseDarkColors = dark;
    nativeTheme.emit('updated');
    return null;
  },
  'menu.read': () => menu.map(menuEntry),
  'menu.click': ({ id }) => {
    const find = (items: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions | undefined =>
      items.flatMap((item) =>
        item.id === id ? [item] : Array.isArray(item.submenu) ? (find(item.submenu) ?? []) : [],
      )[0];
    const item = find(menu);
    if (!item?.click) throw new Error(`The menu has no entry "${id}"`);
    (item.click as () => void)();
    return null;
  },
};

const line = openLine<ToMain, FromMain>(
  {
    send: (message) => process.send?.(message as object),
    onMessage: (listener) => process.on('message', listener),
  },
  answers,
);
// Whoever started us is gone: so are our windows.
process.on('disconnect', () => process.exit(0));

/** Says something that needs no answer: a page that is gone, or on its way elsewhere, hears nothing. */
function tell<Name extends keyof FromMain>(name: Name, argument: FromMain[Name]['takes']): void {
  line.ask(name, argument).catch(() => undefined);
}

const menuEntry = (item: Electron.MenuItemConstructorOptions): MenuEntry => ({
  id: item.id ?? null,
  label: item.label ?? null,
  role: item.role ?? null,
  accelerator: item.accelerator?.toString() ?? null,
  entries: Array.isArray(item.submenu) ? item.submenu.map(menuEntry) : [],
});

class WebContents extends EventEmitter {
  private openHandler: (details: { url: string }) => { action: 'deny' | 'allow' } = () => ({ action: 'allow' });
  private readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
  send = (channel: string, ...args: unknown[]) => tell('window.send', { id: this.id, channel, args });
  cut = () => tell('window.edit', { id: this.id, action: 'cut' });
  copy = () => tell('window.edit', { id: this.id, action: 'copy' });
  paste = () => tell('window.edit', { id: this.id, action: 'paste' });
  setWindowOpenHandler = (handler: typeof this.openHandler) => {
    this.openHandler = handler;
  };
  mayOpen = (url: string) => this.openHandler({ url }).action === 'allow';
}

let lastWindow = 0;

export class BrowserWindow extends EventEmitter {
  private readonly id = ++lastWindow;
  readonly webContents = new WebContents(this.id);
  private bounds: Electron.Rectangle;
  private isGone = false;
  private readonly opened: Promise<unknown>;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.bounds = { x, y, width, height };
    if (!webPreferences?.contextIsolation || !webPreferences.sandbox || webPreferences.nodeIntegration) {
      throw new Error('The double opens windows with contextIsolation and sandbox, and without nodeIntegration, only');
    }
    windows.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    const permissions = ['clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'notifications'].filter(
      mayUse,
    );
    this.opened = line.ask('window.open', {
      id: this.id,
      width,
      height,
      preload: webPreferences.preload ?? '',
      permissions,
    });
  }

  async loadURL(url: string): Promise<void> {
    await this.opened;
    await line.ask('window.load', { id: this.id, url });
    this.emit('ready-to-show');
  }
  close(): void {
    const event = new Stoppable();
    this.emit('close', event);
    if (event.defaultPrevented) isQuitting = false;
    else this.destroy();
  }
  destroy(): void {
    if (this.isGone) return;
    this.isGone = true;
    windows.delete(this.id);
    tell('window.destroy', { id: this.id });
    this.emit('closed');
    if (windows.size > 0) return;
    if (isQuitting) leave();
    else if (!app.emit('window-all-closed')) app.quit();
  }
  isDestroyed = () => this.isGone;
  isMinimized = () => false;
  isMaximized = () => false;
  isFullScreen = () => false;
  getNormalBounds = () => this.bounds;
  /** As if the user had dragged the window's edge. */
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    this.emit('resize');
  }
  maximize = () => undefined;
  restore = () => undefined;
  focus = () => undefined;
  show = () => undefined;
  setTitle = (title: string) => tell('window.title', { id: this.id, title });
  setDocumentEdited = () => undefined;
  setRepresentedFilename = () => undefined;
}

function leave(): void {
  app.emit('will-quit', new Stoppable());
  process.exit(0);
}

class App extends EventEmitter {
  readonly isPackaged = false;
  private readonly paths = new Map<string, string>();
  requestSingleInstanceLock = () => true;
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    this.paths.set(name, path);
  }
  getPath = (name: string) => this.paths.get(name) ?? process.env.PERIPLO_DOUBLE_DOCUMENTS ?? tmpdir();
  getLocale = () => process.env.PERIPLO_DOUBLE_LOCALE ?? 'en-GB';
  getPreferredSystemLanguages = () => [this.getLocale()];
  async whenReady(): Promise<void> {
    if (isReady) return;
    await new Promise((resolve) => setImmediate(resolve));
    isReady = true;
    this.emit('ready');
  }
  quit(): void {
    if (!isQuitting) {
      isQuitting = true;
      this.emit('before-quit', new Stoppable());
    }
    const open = [...windows.values()];
    if (open.length === 0) leave();
    for (const window of open) window.close();
  }
  exit = (code = 0) => process.exit(code);
}

export const app = new App();

export const ipcMain = {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged(all: Electron.CustomScheme[]): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    privileged = all.filter((one) => one.privileges?.standard && one.privileges.secure).map((one) => one.scheme);
  },
  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (!isReady) throw new Error('protocol.handle can only be used after app is ready');
    if (!privileged.includes(scheme)) throw new Error(`${scheme}: is not a standard, secure scheme`);
    schemes.set(scheme, handler);
  },
};

const defaultSession = {
  setPermissionRequestHandler: () => undefined,
  setPermissionCheckHandler(check: (contents: null, permission: string, origin: string) => boolean): void {
    mayUse = (permission) => check(null, permission, 'app://periplo/');
  },
  setDevicePermissionHandler: () => undefined,
};

export const session = {
  get defaultSession() {
    if (!isReady) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
};

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu(template: Electron.MenuItemConstructorOptions[]): void {
    menu = template;
  },
};

export const dialog = {
  async showOpenDialog(
    _window: BrowserWindow,
    options: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> {
    const path = await line.ask('dialog.open', { options });
    return { canceled: path === null, filePaths: path === null ? [] : [path] };
  },
  async showSaveDialog(
    _window: BrowserWindow,
    options: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> {
    const path = await line.ask('dialog.save', { options });
    return { canceled: path === null, filePath: path ?? '' };
  },
  async showMessageBox(_window: BrowserWindow, { message, buttons = [] }: Electron.MessageBoxOptions) {
    return { response: await line.ask('dialog.message', { message, buttons }), checkboxChecked: false };
  },
  showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`),
};

export const shell = {
  async openExternal(url: string): Promise<void> {
    await line.ask('shell.openExternal', { url });
  },
  async openPath(path: string): Promise<string> {
    await line.ask('shell.openPath', { path });
    return '';
  },
};

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false });

export const screen = {
  getAllDisplays() {
    if (!isReady) throw new Error("The 'screen' module can't be used before the app 'ready' event");
    return [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }];
  },
};
