import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { hasPackage, installPackages, isDebianRoot } from './debian.mjs';
import { projectNode, run, tool } from './run.mjs';
import { step, Trouble } from './say.mjs';

const help = 'Install Chrome or Chromium, or set PERIPLO_CHROMIUM to its path, then try again.';

/** The path of a Chromium for the end-to-end tests: one that is there, else Playwright's, else Debian's. */
export async function ensureChromium() {
  const chosen = process.env.PERIPLO_CHROMIUM;
  if (chosen) {
    if (await works(chosen)) return chosen;
    throw new Trouble(`PERIPLO_CHROMIUM names ${chosen}, which does not start. ${help}`);
  }
  let found = await present();
  if (found) return found;
  await step("Fetching Playwright's Chromium", async () => {
    await tool('playwright', ['install', 'chromium'], { quiet: true, limit: 300_000 });
    found = await present();
    return found ? '' : 'not available';
  });
  if (!found && isDebianRoot()) {
    await step("Installing Debian's Chromium", async () => {
      await installPackages(['chromium']);
      found = await present();
      return found ? '' : 'not available';
    });
  }
  if (!found) throw new Trouble(`No Chromium for the end-to-end tests. ${help}`);
  return found;
}

/** What some tests read or draw with. Without it they skip themselves, so its absence is only a note. */
export async function ensureTestTools() {
  const wanted = {
    'poppler-utils': () => onPath('pdftotext'),
    'fonts-noto-cjk': undefined,
    'fonts-noto-color-emoji': undefined,
  };
  if (!isDebianRoot()) {
    return onPath('pdftotext')
      ? undefined
      : 'pdftotext (poppler-utils) is missing: tests that read a PDF back will be skipped';
  }
  const missing = Object.keys(wanted).filter((name) => !wanted[name]?.() && !hasPackage(name));
  if (missing.length === 0) return undefined;
  let failed = false;
  await step(`Installing ${missing.join(', ')}`, async () => {
    failed = !(await installPackages(missing));
    return failed ? 'not available' : '';
  });
  return failed ? `Without ${missing.join(', ')} some tests will be skipped` : undefined;
}

async function present() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const places = [
    ...names.map(onPath),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    `${process.env.ProgramFiles}\\Google\\Chrome\\Application\\chrome.exe`,
    await playwrights(),
  ];
  for (const path of places) if (path && (await works(path))) return path;
  return undefined;
}

async function playwrights() {
  const ask = "import('@playwright/test').then((it) => console.log(it.chromium.executablePath()))";
  const { output } = await run(projectNode(), ['-e', ask], { quiet: true });
  return output.trim();
}

async function works(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  const { code, output } = await run(path, ['--version'], { quiet: true, limit: 20_000 });
  return code === 0 && /chrom/i.test(output);
}

const onPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
