import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { writeMap } from '../../shared/document/write';
import { generatedMap } from '../fixtures/generated-map';
import { installBench } from './in-page';

/** The built browser edition over a folder of generated maps of some sizes, and a Chromium to look at it with. */
export interface BrowserEdition {
  /** A page that shows a generated map of this many cards, from the start of the program; null: none, a bare page. */
  show(cards: number | null): Promise<Page>;
  close(): Promise<void>;
}

/** Chromium's own sandbox refuses to run as root, as in most containers. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const QUIET = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function startBrowserEdition(sizes: readonly number[]): Promise<BrowserEdition> {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-bench-'));
  for (const cards of sizes) writeFileSync(join(folder, mapName(cards)), writeMap(generatedMap(cards)));
  const browser = await chromium.launch({ executablePath: process.env.PERIPLO_CHROMIUM, args: [...asRoot, ...QUIET] });
  const running: ChildProcess[] = [];
  return {
    async show(cards) {
      const page = await newPage(browser);
      if (cards === null) return page;
      const file = join(folder, mapName(cards));
      const child = spawn(
        process.execPath,
        ['dist/command-line/periplo.js', 'serve', file, '--port', '0', '--no-open'],
        {
          env: { ...process.env, PERIPLO_DATA: join(folder, `data-${running.length}`), LANG: 'en_GB.UTF-8' },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      running.push(child);
      await page.goto(await addressOf(child));
      return page;
    },
    async close() {
      await browser.close();
      for (const child of running) child.kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const mapName = (cards: number) => `generated-${cards}.journey.json`;

/** Each in a context of its own: nothing is cached from the one before. */
async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
  await context.addInitScript(installBench);
  return context.newPage();
}

function addressOf(child: ChildProcess): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(text)?.[0];
      if (address) resolve(address);
    });
    child.once('exit', (code) => reject(new Error(`The browser edition ended with ${code}: ${text}`)));
  });
}
