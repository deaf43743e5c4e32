import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type Browser, type BrowserContext, test as base, expect } from '@playwright/test';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { createTranslator, type Language } from '../../shared/language/translator';
import { EditorDriver } from './editor';
import { launchDesktopDouble } from './electron-double/launch';
import { DOUBLE_ORIGIN } from './electron-double/page';
import type { RunningHost } from './running-host';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface HostOptions {
  folder: string;
  dataFolder: string;
  language: Language;
  browser: Browser;
  /** A map to open, or the sample. */
  open?: 'sample' | string;
}

/** Put before the program of a host, so that its own connections are seen as well as its page's. */
const LOOPBACK_ONLY = new URL('./loopback-only.mjs', import.meta.url).href;
const withWatch = (options = process.env.NODE_OPTIONS ?? '') => `${options} --import ${LOOPBACK_ONLY}`.trim();
/** Connections of a host's program to anywhere but this machine. */
const leftIn = (output: string) => output.match(/^LEFT THE MACHINE: .*$/gm) ?? [];

/** Notes errors of the page and requests that would leave the machine. */
function watch(context: BrowserContext, isOwn: (url: string) => boolean): string[] {
  const problems: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => problems.push(`not caught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    if (!isOwn(request.url()) && !/^(blob|data):/.test(request.url())) problems.push(`request to ${request.url()}`);
  });
  return problems;
}

type Launch = (options: HostOptions) => Promise<RunningHost>;

const localeOf = (language: Language) => (language === 'es' ? 'es-ES' : 'en-GB');

/** The browser edition: the real command line, serving to a page of the tests' Chromium. */
const browserHost: Launch = async ({ folder, dataFolder, language, browser, open }) => {
  const args = [
    'serve',
    open && open !== 'sample' ? open : folder,
    '--port',
    '0',
    '--no-open',
    ...(open === 'sample' ? ['--sample'] : []),
  ];
  const locale = localeOf(language);
  const child = spawn(process.execPath, [join(root, 'dist/command-line/periplo.js'), ...args], {
    env: {
      ...process.env,
      PERIPLO_DATA: dataFolder,
      LANG: `${locale.replace('-', '_')}.UTF-8`,
      LC_ALL: '',
      LC_MESSAGES: '',
      NODE_OPTIONS: withWatch(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { address, output } = await addressOf(child);
  const context = await browser.newContext({
    locale,
    viewport: { width: 1440, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { origin } = new URL(address);
  const problems = watch(context, (url) => url.startsWith(`${origin}/`));
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    kind: 'browser',
    get problems() {
      return [...problems, ...leftIn(output())];
    },
    pressClose: () => page.close({ runBeforeUnload: true }),
    folder,
    answerSave: () => {},
    answerOpen: () => {},
    output,
    close: async () => {
      await context.close();
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
    },
    kill: async () => {
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      await context.close();
      // That the page missed its server is no fault of the page.
      problems.length = 0;
    },
  };
};

function addressOf(child: ChildProcess): Promise<{ address: string; output: () => string }> {
  let text = '';
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)?.[0];
      if (address) resolve({ address, output: () => text });
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) => reject(new Error(`periplo serve ended with ${code}: ${text}`)));
  });
}

/** The real main code and preload, against the double of Electron. */
const desktopDouble: Launch = async ({ folder, dataFolder, language, browser, open }) => {
  const args = open === 'sample' ? ['--sample'] : open ? [open] : [];
  let problems: string[] = [];
  const { page, electron, close } = await launchDesktopDouble({
    folder,
    dataFolder,
    browser,
    args,
    locale: localeOf(language),
    onContext: (context) => {
      problems = watch(context, (url) => url.startsWith(`${DOUBLE_ORIGIN}/`));
    },
  });
  await page.setViewportSize({ width: 1440, height: 900 });
  return {
    page,
    kind: 'desktop',
    get problems() {
      return [...problems, ...electron.refused.map((url) => `refused: ${url}`)];
    },
    pressClose: () => electron.closeWindow(),
    folder,
    answerSave: (path) => electron.saveDialogs.push(path),
    answerOpen: (path) => electron.openDialogs.push(path),
    output: () => electron.output,
    close,
    kill: async () => {
      await close();
      // That the page missed its program is no fault of the page.
      problems.length = 0;
    },
  };
};

/** Electron itself, where its runtime is there. The system's dialogs are answered from here. */
const desktop: Launch = async ({ folder, dataFolder, language, open }) => {
  const app = await _electron.launch({
    executablePath: process.env.PERIPLO_ELECTRON,
    args: [
      join(root, 'dist/desktop/main.js'),
      `--lang=${localeOf(language)}`,
      ...(open === 'sample' ? ['--sample'] : open ? [open] : []),
    ],
    cwd: folder,
    env: { ...process.env, PERIPLO_DATA: dataFolder } as Record<string, string>,
  });
  const problems = watch(app.context(), (url) => url.startsWith('app://periplo/'));
  const page = await app.firstWindow();
  const script = (method: 'showSaveDialog' | 'showOpenDialog', path: string) =>
    void app.evaluate(
      ({ dialog }, given) => {
        Object.assign(dialog, {
          [given.method]: async () => ({ canceled: false, filePath: given.path, filePaths: [given.path] }),
        });
      },
      { method, path },
    );
  return {
    page,
    kind: 'desktop',
    problems,
    pressClose: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    folder,
    answerSave: (path) => script('showSaveDialog', path),
    answerOpen: (path) => script('showOpenDialog', path),
    output: () => '',
    close: () => app.close(),
  };
};

const LAUNCHERS: Record<string, Launch> = { 'browser-host': browserHost, 'desktop-double': desktopDouble, desktop };

type StartOptions = Pick<Partial<HostOptions>, 'open' | 'language'> & {
  /** Another host than the project's, on the same maps and data. */
  host?: 'browser-host' | 'desktop-double';
};

interface Fixtures {
  language: Language;
  /** What is opened at the start. */
  open: 'sample' | undefined;
  /** A map that lies in the folder of maps and is opened at the start. */
  map: JourneyMap | undefined;
  folder: string;
  /** The file of `map`. */
  path: string;
  /** Starts the program; again and again if need be, with the preferences and maps that are there. */
  start: (options?: StartOptions) => Promise<RunningHost>;
  host: RunningHost;
  editor: EditorDriver;
}

/** Scenarios get an editor that runs on the host of their project. */
export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  open: [undefined, { option: true }],
  map: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: playwright reads the names of fixtures from the pattern
  folder: async ({}, use) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-')));
    mkdirSync(join(folder, 'maps'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  path: async ({ folder, map }, use) => {
    const path = join(folder, 'maps', 'given.journey.json');
    if (map) writeFileSync(path, writeMap(map));
    await use(path);
  },
  start: async ({ folder, browser, language }, use, info) => {
    test.skip(
      info.project.name === 'desktop' && !process.env.PERIPLO_ELECTRON,
      process.env.PERIPLO_NO_ELECTRON ?? 'there is no runtime of Electron here',
    );
    const launch = LAUNCHERS[info.project.name];
    if (!launch) throw new Error(`No host for the project ${info.project.name}`);
    const running: RunningHost[] = [];
    await use(async ({ host: other, ...options } = {}) => {
      const folders = { folder: join(folder, 'maps'), dataFolder: join(folder, 'data') };
      const host = await ((other && LAUNCHERS[other]) ?? launch)({ ...folders, language, browser, ...options });
      running.push(host);
      return host;
    });
    for (const host of running) await host.close();
    expect(running.flatMap((host) => host.problems)).toEqual([]);
  },
  host: async ({ start, open, map, path }, use) => {
    const wanted = map ? path : open;
    await use(await start(wanted ? { open: wanted } : {}));
  },
  editor: async ({ host, language }, use) => {
    const editor = new EditorDriver(host, createTranslator(language));
    await editor.ready();
    await use(editor);
  },
});

/** Leaves a story to the browser edition: what it shows lies in the renderer, which is the same on every host. */
export function onBrowserHostOnly(): void {
  const reason = 'the same on every host: told on the browser host';
  test.beforeEach(({ browserName: _ }, info) => test.skip(info.project.name !== 'browser-host', reason));
}

export { expect };
