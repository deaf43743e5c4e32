import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Browser, _electron, type Page } from '@playwright/test';
import { createTranslator, type Language } from '../../shared/language/translator';
import { launchDesktopDouble } from './electron-double/launch';
import { EditorDriver } from './editor';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A running Periplo, whatever host it stands on. */
export interface RunningHost {
  page: Page;
  kind: 'browser' | 'desktop';
  /** The folder of the user's maps. */
  folder: string;
  /** Says which file the next dialog of the system will answer with, where the host uses the system's. */
  answerSave(path: string): void;
  answerOpen(path: string): void;
  /** What the program printed. */
  output(): string;
  close(): Promise<void>;
}

export interface HostOptions {
  folder: string;
  dataFolder: string;
  language: Language;
  browser: Browser;
  /** A map to open, or the sample. */
  open?: 'sample' | string;
}

type Launch = (options: HostOptions) => Promise<RunningHost>;

const localeOf = (language: Language) => (language === 'es' ? 'es-ES' : 'en-GB');

/** The browser edition: the real command line, serving to a page of the tests' Chromium. */
const browserHost: Launch = async ({ folder, dataFolder, language, browser, open }) => {
  const args = ['serve', open && open !== 'sample' ? open : folder, '--port', '0', '--no-open', ...(open === 'sample' ? ['--sample'] : [])];
  const locale = localeOf(language);
  const child = spawn(process.execPath, [join(root, 'dist/command-line/periplo.js'), ...args], {
    env: { ...process.env, PERIPLO_DATA: dataFolder, LANG: `${locale.replace('-', '_')}.UTF-8`, LC_ALL: '', LC_MESSAGES: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { address, output } = await addressOf(child);
  const context = await browser.newContext({ locale, viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    kind: 'browser',
    folder,
    answerSave: () => {},
    answerOpen: () => {},
    output,
    close: async () => {
      await context.close();
      child.kill('SIGTERM');
      await new Promise((resolve) => child.once('exit', resolve));
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
  const { page, electron, close } = await launchDesktopDouble({ folder, dataFolder, browser, args, locale: localeOf(language) });
  await page.setViewportSize({ width: 1440, height: 900 });
  return {
    page,
    kind: 'desktop',
    folder,
    answerSave: (path) => electron.saveDialogs.push(path),
    answerOpen: (path) => electron.openDialogs.push(path),
    output: () => electron.output,
    close,
  };
};

/** Electron itself, where its runtime is there. The system's dialogs are answered from here. */
const desktop: Launch = async ({ folder, dataFolder, language, open }) => {
  const app = await _electron.launch({
    executablePath: process.env.PERIPLO_ELECTRON,
    args: [join(root, 'dist/desktop/main.js'), `--lang=${localeOf(language)}`, ...(open === 'sample' ? ['--sample'] : open ? [open] : [])],
    cwd: folder,
    env: { ...process.env, PERIPLO_DATA: dataFolder } as Record<string, string>,
  });
  const page = await app.firstWindow();
  const script = (method: 'showSaveDialog' | 'showOpenDialog', path: string) =>
    void app.evaluate(
      ({ dialog }, given) => {
        Object.assign(dialog, { [given.method]: async () => ({ canceled: false, filePath: given.path, filePaths: [given.path] }) });
      },
      { method, path },
    );
  return {
    page,
    kind: 'desktop',
    folder,
    answerSave: (path) => script('showSaveDialog', path),
    answerOpen: (path) => script('showOpenDialog', path),
    output: () => '',
    close: () => app.close(),
  };
};

const LAUNCHERS: Record<string, Launch> = { 'browser-host': browserHost, 'desktop-double': desktopDouble, desktop };

interface Fixtures {
  language: Language;
  /** What is opened at the start. */
  open: 'sample' | string | undefined;
  folder: string;
  host: RunningHost;
  editor: EditorDriver;
}

/** Scenarios get an editor that runs on the host of their project. */
export const test = base.extend<Fixtures>({
  language: ['en', { option: true }],
  open: [undefined, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: playwright reads the names of fixtures from the pattern
  folder: async ({}, use) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-')));
    mkdirSync(join(folder, 'maps'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  host: async ({ folder, browser, language, open }, use, info) => {
    test.skip(
      info.project.name === 'desktop' && !process.env.PERIPLO_ELECTRON,
      process.env.PERIPLO_NO_ELECTRON ?? 'there is no runtime of Electron here',
    );
    const launch = LAUNCHERS[info.project.name];
    if (!launch) throw new Error(`No host for the project ${info.project.name}`);
    const host = await launch({ folder: join(folder, 'maps'), dataFolder: join(folder, 'data'), language, browser, open });
    await use(host);
    await host.close();
  },
  editor: async ({ host, language }, use) => {
    const editor = new EditorDriver(host, createTranslator(language));
    await editor.ready();
    await use(editor);
  },
});

export { expect } from '@playwright/test';
