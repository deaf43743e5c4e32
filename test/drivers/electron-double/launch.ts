import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page, type Route } from '@playwright/test';
import { type Answers, type FromMain, type Line, type MenuEntry, openLine, type ToMain } from './messages';
import { fromPlace, preparePage, sendToPage, toPlace } from './page';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

export interface DesktopDoubleOptions {
  /** Where preferences and recent maps are kept. */
  dataFolder: string;
  /** What the program is started with. */
  args?: string[];
  /** Whose pages the windows are; default: a Chromium of its own. */
  browser?: Browser;
  /** Is shown the context of the windows before anything is loaded. */
  onContext?: (context: BrowserContext) => void;
  /** In which the windows open; default: a new one. */
  context?: BrowserContext;
  /** BCP 47 tag of the system's language. */
  locale?: string;
  dark?: boolean;
  /** The working folder of the program. */
  folder?: string;
}

/** The user and the system around the program: what they did, and what they will answer. */
export interface ScriptedElectron {
  /** Answers for the next dialogs, in order; without one, a dialog is cancelled. */
  readonly openDialogs: (string | null)[];
  readonly saveDialogs: (string | null)[];
  /** Which button of the next message boxes is pressed, from 0; without one, the last. */
  readonly messageBoxes: number[];
  /** Options of the file dialogs and words of the message boxes that were shown. */
  readonly shown: unknown[];
  readonly openedLinks: string[];
  readonly openedFiles: string[];
  /** Requests and pop-ups that would have left the app; none may get through. */
  readonly refused: string[];
  readonly title: string;
  /** What the program wrote to its standard output and error. */
  readonly output: string;
  readonly ended: Promise<number | null>;
  menu(): Promise<MenuEntry[]>;
  chooseMenu(id: string): Promise<void>;
  closeWindow(): Promise<void>;
  quit(): Promise<void>;
  openFile(path: string): Promise<void>;
  startAgain(argv: string[]): Promise<void>;
  setDark(dark: boolean): Promise<void>;
  /** Calls a channel as a page of another address would. */
  invokeFrom(url: string, channel: string, argument: unknown): Promise<unknown>;
}

export interface DesktopDouble {
  /** The program's window. */
  page: Page;
  electron: ScriptedElectron;
  close(): Promise<void>;
}

/**
 * Runs the real, built dist/desktop/main.js and preload.cjs against a double of Electron whose windows are pages of a
 * real Chromium. Resolves when the window has loaded its page.
 */
export async function launchDesktopDouble(options: DesktopDoubleOptions): Promise<DesktopDouble> {
  const browser = options.browser ?? (await launchChromium());
  const context = await browser.newContext({
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'en-GB',
    viewport: { width: 1440, height: 900 },
    acceptDownloads: true,
  });
  options.onContext?.(context);
  const child = fork(join(root, 'dist/desktop/main.js'), options.args ?? [], {
    execPath: existsSync(ownNode) ? ownNode : process.execPath,
    execArgv: ['--import', new URL('./register.ts', import.meta.url).href],
    cwd: options.folder ?? root,
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      PERIPLO_DATA: options.dataFolder,
      PERIPLO_DOUBLE_LOCALE: options.locale ?? 'en-GB',
      PERIPLO_DOUBLE_DOCUMENTS: options.folder ?? options.dataFolder,
    },
  });
  const double = new Double(child, context);
  try {
    const page = await double.firstPage;
    if (options.dark) await double.electron.setDark(true);
    return {
      page,
      electron: double.electron,
      close: async () => {
        await double.end();
        await context.close();
        if (!options.browser) await browser.close();
      },
    };
  } catch (error) {
    await double.end();
    await context.close();
    if (!options.browser) await browser.close();
    throw error;
  }
}

function launchChromium(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return chromium.launch({ executablePath: process.env.PERIPLO_CHROMIUM, args: [...asRoot, ...quiet] });
}

class Double {
  readonly electron: ScriptedElectron;
  readonly firstPage: Promise<Page>;
  private readonly line: Line<ToMain>;
  private readonly pages = new Map<number, Page>();
  private readonly refused: string[] = [];
  private title = '';
  private output = '';
  private readonly ended: Promise<number | null>;
  private loaded: (page: Page) => void = () => undefined;

  constructor(
    private readonly child: ChildProcess,
    private readonly context: BrowserContext,
  ) {
    child.stdout?.on('data', (part) => {
      this.output += part;
    });
    child.stderr?.on('data', (part) => {
      this.output += part;
    });
    this.ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
    this.firstPage = new Promise((resolve, reject) => {
      this.loaded = resolve;
      void this.ended.then((code) => reject(new Error(`The main process ended with ${code}:\n${this.output}`)));
    });
    // A program that ends as it should is no unhandled failure of its first page.
    this.firstPage.catch(() => undefined);
    const electron = this.script();
    this.electron = electron;
    this.line = openLine<FromMain, ToMain>(
      {
        send: (message) => {
          // The program may end between the question and the answer: then nobody waits for it.
          if (child.connected) child.send(message as object, () => undefined);
        },
        onMessage: (listener) => child.on('message', listener),
      },
      this.answers(electron),
    );
    void this.ended.then(() => this.line.cut());
  }

  async end(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGKILL');
    await this.ended;
  }

  private script(): ScriptedElectron {
    const double = this;
    const window = () => Math.max(0, ...double.pages.keys());
    // A program that ends in the middle of an answer has understood.
    const tell = async (work: Promise<unknown>) => void (await Promise.race([work.catch(() => null), double.ended]));
    return {
      openDialogs: [],
      saveDialogs: [],
      messageBoxes: [],
      shown: [],
      openedLinks: [],
      openedFiles: [],
      refused: double.refused,
      get title() {
        return double.title;
      },
      get output() {
        return double.output;
      },
      get ended() {
        return double.ended;
      },
      menu: () => double.line.ask('menu.read', {}),
      chooseMenu: async (id) => void (await double.line.ask('menu.click', { id })),
      closeWindow: () => tell(double.line.ask('user.closeWindow', { id: window() })),
      quit: () => tell(double.line.ask('user.quit', {})),
      openFile: async (path) => void (await double.line.ask('user.openFile', { path })),
      startAgain: async (argv) =>
        void (await double.line.ask('user.startAgain', { argv: ['periplo', ...argv], folder: root })),
      setDark: async (dark) => void (await double.line.ask('user.setDark', { dark })),
      invokeFrom: (url, channel, argument) =>
        double.line.ask('page.invoke', { id: window(), channel, args: [argument], url }),
    };
  }

  private answers(electron: ScriptedElectron): Answers<FromMain> {
    return {
      'window.open': async ({ id, width, height, preload, permissions }) => {
        const page = await this.context.newPage();
        this.pages.set(id, page);
        await page.setViewportSize({ width, height });
        if (permissions.includes('clipboard-sanitized-write')) await this.context.grantPermissions(['clipboard-write']);
        await preparePage(page, preload, {
          invoke: (channel, args) => this.line.ask('page.invoke', { id, channel, args, url: fromPlace(page.url()) }),
        });
        await this.confine(id, page);
        return null;
      },
      'window.load': async ({ id, url }) => {
        const page = this.page(id);
        await page.goto(toPlace(url));
        this.loaded(page);
        return null;
      },
      'window.send': async ({ id, channel, args }) => {
        await sendToPage(this.page(id), channel, args);
        return null;
      },
      'window.title': ({ title }) => {
        this.title = title;
        return null;
      },
      'window.edit': async ({ id, action }) => {
        await this.page(id).keyboard.press(`ControlOrMeta+${{ cut: 'X', copy: 'C', paste: 'V' }[action]}`);
        return null;
      },
      'window.destroy': async ({ id }) => {
        const page = this.pages.get(id);
        this.pages.delete(id);
        await page?.close();
        return null;
      },
      'dialog.open': ({ options }) => {
        electron.shown.push(options);
        return electron.openDialogs.shift() ?? null;
      },
      'dialog.save': ({ options }) => {
        electron.shown.push(options);
        return electron.saveDialogs.shift() ?? null;
      },
      'dialog.message': ({ message, buttons }) => {
        electron.shown.push(message);
        return electron.messageBoxes.shift() ?? buttons.length - 1;
      },
      'shell.openExternal': ({ url }) => {
        electron.openedLinks.push(url);
        return null;
      },
      'shell.openPath': ({ path }) => {
        electron.openedFiles.push(path);
        return null;
      },
    };
  }

  private page(id: number): Page {
    const page = this.pages.get(id);
    if (!page) throw new Error(`There is no window ${id}`);
    return page;
  }

  /** Every request goes to the handler of `app:`, or nowhere. */
  private async confine(id: number, page: Page): Promise<void> {
    const respond = async (route: Route): Promise<void> => {
      const request = route.request();
      const url = fromPlace(request.url());
      const isNavigation = request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (isNavigation && page.url() !== 'about:blank' && !(await this.line.ask('page.navigate', { id, url }))) {
        this.refused.push(url);
        return route.abort('aborted');
      }
      if (!url.startsWith('app:')) {
        this.refused.push(url);
        return route.abort('blockedbyclient');
      }
      if (isNavigation) await this.line.ask('page.loading', { id });
      const { status, headers, body } = await this.line.ask('page.request', { url, method: request.method() });
      return route.fulfill({ status, headers, body: Buffer.from(body) });
    };
    // A program that ends leaves requests unanswered.
    await page.route('**/*', (route) => respond(route).catch(() => route.abort().catch(() => undefined)));
    page.on('popup', async (popup) => {
      const url = fromPlace(popup.url());
      this.refused.push(url);
      if (!(await this.line.ask('page.popup', { id, url }))) await popup.close();
    });
    page.on('close', () => {
      if (this.pages.delete(id)) this.line.ask('page.gone', { id }).catch(() => undefined);
    });
  }
}
