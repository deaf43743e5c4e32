/**
 * `node build/readme/picture.mjs`: takes the picture of the README anew. It opens the English sample in Chromium at 1440 × 900
 * and chooses a card that is measured, so that its chart is to be seen.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBuild } from '../bootstrap/bundle.mjs';
import { ensureChromium } from '../bootstrap/chromium.mjs';
import { inRoot } from '../bootstrap/run.mjs';
import { main, step } from '../bootstrap/say.mjs';

const SIZE = { width: 1440, height: 900 };
const CARD = 'Checkout';

await main(async () => {
  await ensureBuild();
  const executablePath = await ensureChromium();
  await step('Taking the picture', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'periplo-picture-'));
    const app = serve(folder);
    const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
    try {
      await take(
        await browser.newPage({ locale: 'en-GB', viewport: SIZE, colorScheme: 'light' }),
        await addressOf(app),
      );
    } finally {
      await browser.close();
      app.kill();
      if (app.exitCode === null) await once(app, 'exit');
      rmSync(folder, { recursive: true, force: true });
    }
    return 'build/readme/editor.png';
  });
  return 0;
});

function serve(folder) {
  const args = ['serve', folder, '--port', '0', '--no-open', '--sample'];
  return spawn(process.execPath, [inRoot('dist/command-line/periplo.js'), ...args], {
    env: { ...process.env, PERIPLO_DATA: join(folder, 'data'), LC_ALL: 'en_GB.UTF-8' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function addressOf(app) {
  let said = '';
  for await (const chunk of app.stdout.setEncoding('utf8')) {
    said += chunk;
    const [address] = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said) ?? [];
    if (address) return address;
  }
  throw new Error(`The browser edition ended: ${said}`);
}

async function take(page, address) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(address);
  const card = page.locator(`.react-flow__node[aria-label$=": ${CARD}"]`);
  await card.click();
  // Closer, so that cards can be read; the chosen card stays in the middle.
  for (let closer = 0; closer < 4; closer++) await page.keyboard.press('Control+=');
  await page.locator('.app-right .metric-chart').first().scrollIntoViewIfNeeded();
  await page.mouse.move(SIZE.width / 2, 30);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(500);
  await page.screenshot({ path: inRoot('build/readme/editor.png') });
}
