import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writeMap } from '../../shared/document/write';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { hostileMap } from '../fixtures/hostile-map';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { map } = hostileMap();

// That no page and no program asks another machine for anything, and that the content policy has nothing to complain of,
// every story asserts: see `problems` in the drivers.
test.describe('a map with something hostile in every field', () => {
  test.use({ map });

  test('runs nothing in any view', async ({ editor }) => {
    const { page } = editor;
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    const isUnharmed = async () => {
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      expect(await page.locator('.app script, .app iframe, .app object, .app embed').count()).toBe(0);
      expect(await page.locator('[href^="javascript:" i], [src*="evil.example"], [onerror], [onload]').count()).toBe(0);
      expect(alerts).toEqual([]);
    };
    for (const view of ['Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+1']) {
      await editor.press(view);
      // Whatever the view works out has come by the time that its next frames are drawn.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      await isUnharmed();
    }
  });
});

test.describe('its picture', () => {
  onBrowserHostOnly();

  test('runs nothing and asks for nothing where scripts are allowed', async ({ browser, folder }) => {
    const path = join(folder, 'maps', 'hostile.journey.json');
    writeFileSync(path, writeMap(map));
    const context = await browser.newContext({ javaScriptEnabled: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const alerts: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    for (const view of ['map', 'decisions']) {
      const out = join(folder, `${view}.svg`);
      const program = join(root, 'dist/command-line/periplo.js');
      execFileSync(process.execPath, [program, 'export', path, '--to', out, '--view', view]);
      const address = pathToFileURL(out).href;
      asked.length = 0;
      await page.goto(address, { waitUntil: 'networkidle' });
      for (const link of await page.locator('a, [onclick]').all()) await link.dispatchEvent('click');
      expect(await page.evaluate(() => [document.documentElement.localName, 'hacked' in window])).toEqual([
        'svg',
        false,
      ]);
      expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
      expect(alerts).toEqual([]);
    }
    await context.close();
  });
});
