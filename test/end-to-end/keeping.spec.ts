import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { createTranslator } from '../../shared/language/translator';
import { EditorDriver, readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { clipped, inaccessible } from '../drivers/looking';
import { smallMap } from '../fixtures/small-map';

onBrowserHostOnly();

const NOTE =
  'After the workshop with sales and support: prices are shown before the basket, and the second fork is gone.';
const LONG =
  'Everybody who buys here for the first time is asked for a telephone number, which the delivery needs, and';

/** Somebody else saves the file. */
function theyWrite(path: string, edit: (map: JourneyMap) => void): void {
  const map = readMapFile(path);
  edit(map);
  writeFileSync(path, writeMap({ ...map, revision: map.revision + 1 }));
}

const set = (map: JourneyMap, id: string, values: object) => Object.assign(map.elements[id] ?? {}, values);

for (const [language, theme] of [
  ['en', 'light'],
  ['es', 'dark'],
] as const) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, map: smallMap() });

    test('whatever keeps work from getting lost has room for its text, and is for everybody', async ({
      start,
      path,
      folder,
    }) => {
      test.setTimeout(180_000);
      const open = async (file = path) => {
        const editor = new EditorDriver(await start({ open: file }), createTranslator(language));
        await editor.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
        await editor.ready();
        return editor;
      };
      const look = async ({ page }: EditorDriver, name: string, part = '[role=dialog]') => {
        await page.locator(part).first().waitFor();
        for (const [width, height] of [
          [1920, 1080],
          [1440, 900],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.screenshot({ path: `test-results/looks/${language}-${width}-keeping-${name}.png` });
          expect.soft(await clipped(page, part), `${name} at ${width}`).toEqual([]);
        }
        expect.soft(await inaccessible(page, name, part)).toEqual([]);
      };

      const first = await open();
      await first.rename('Web shop', 'Shop');
      await first.press('Mod+Alt+s');
      const box = (key: 'label' | 'note' | 'author') =>
        first.dialog.getByRole('textbox', { name: first.text(`history.versions.${key}`), exact: true });
      await box('label').fill('Workshop of 12 May, approved by sales');
      await box('note').fill(NOTE);
      await box('author').fill('Ana Martín');
      await look(first, 'save-version');
      await box('label').press('Enter');
      await expect.poll(() => readMapFile(path).revision).toBe(1);
      await first.rename('Shop', 'Web shop');
      await first.saved(path);
      await first.rename('Pays', 'Pays by card');
      await first.saved(path);
      const versions = join(folder, 'maps', 'given.journey.versions');
      const [damaged = ''] = readdirSync(versions).filter((name) => /^0002.*\.journey\.json$/.test(name));
      truncateSync(join(versions, damaged), 20);
      await first.press('Mod+Shift+h');
      await expect(first.page.locator('.history-damaged')).toBeVisible();
      await look(first, 'history', '.app-right');
      await first.page.getByRole('button', { name: /^Workshop/ }).click();
      await look(first, 'preview', '.app-main');
      await first.page.getByRole('button', { name: first.text('history.versions.back') }).click();
      await first.press('Mod+Shift+h');

      await first.rename('Web shop', `${LONG} that puts people off`);
      await first.rename('Shipping cost', 'Dear shipping');
      theyWrite(path, (map) => {
        set(map, 'shop', { title: `${LONG} that nobody minds` });
        set(map, 'cost', { title: 'Shipping is dear', x: 60 });
        delete map.elements.unboxing;
      });
      await look(first, 'changed-outside');
      await first.dialog.getByRole('button', { name: first.text('dialogs.changedOutside.merge'), exact: true }).click();
      await first.dialog
        .getByRole('radio', { name: first.text('dialogs.merge.theirs') })
        .last()
        .click();
      await look(first, 'merge');
      await first.dialog.getByRole('button', { name: first.text('dialogs.merge.allTheirs') }).click();
      await first.dialog.getByRole('button', { name: first.text('dialogs.merge.apply'), exact: true }).click();
      await expect(first.dialog).toHaveCount(0);
      await look(first, 'merged', '.toasts');

      const second = await open();
      await look(second, 'in-use');
      await second.dialog.getByRole('button', { name: second.text('history.locks.takeOver') }).click();
      await first.dialog.getByText(first.text('history.locks.lostTitle')).waitFor();
      await look(first, 'taken-over');
      await second.rename('Search engine', 'Search');
      const drafts = join(folder, 'data', 'drafts');
      await expect.poll(() => existsSync(drafts) && readdirSync(drafts).length, { timeout: 10_000 }).toBeGreaterThan(0);
      await second.host.kill?.();
      await first.host.kill?.();

      const third = await open();
      await third.dialog
        .getByRole('button', { name: third.text('history.recovery.discard') })
        .first()
        .click();
      await look(third, 'recovery');
      await third.press('Escape');

      const conflict = join(folder, 'maps', 'conflict.journey.json');
      const lines = writeMap(smallMap()).split('\n');
      const block = (line: string) =>
        `<<<<<<< HEAD\n${line.replace('Web', 'Our')}\n=======\n${line.replace('Web', 'Their')}\n>>>>>>> 3f9c2ab (Prices before the basket)`;
      writeFileSync(conflict, lines.map((line) => (line.includes('"Web shop"') ? block(line) : line)).join('\n'));
      const fourth = await open(conflict);
      // What was lost is offered first; put off, the file's own question follows.
      await fourth.dialog.getByRole('button', { name: fourth.text('history.recovery.later') }).click();
      await fourth.dialog.getByText(fourth.text('gitConflict.title')).waitFor();
      await look(fourth, 'git-conflict');
      await fourth.dialog.getByRole('button', { name: fourth.text('gitConflict.merge') }).click();
      await look(fourth, 'git-merge');
    });
  });
}
