import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMap } from '../../shared/document/write';
import { createTranslator } from '../../shared/language/translator';
import { EditorDriver, readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import type { RunningHost } from '../drivers/running-host';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });

const driverOf = async (host: RunningHost) => {
  const editor = new EditorDriver(host, createTranslator('en'));
  await editor.ready();
  return editor;
};

const draftsIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.draft')) : [];

test('what was not saved when the program was killed comes back, also after a second crash', async ({
  start,
  path,
  folder,
}) => {
  let host = await start({ open: path });
  let editor = await driverOf(host);
  await editor.rename('Web shop', 'Mine');
  const drafts = () => draftsIn(join(folder, 'data', 'drafts'));
  await expect.poll(drafts, { timeout: 5000 }).toHaveLength(1);

  for (let crash = 1; crash <= 2; crash++) {
    await host.kill?.();
    expect(readMapFile(path).elements.shop?.title).toBe('Web shop');
    host = await start({ open: path });
    editor = await driverOf(host);
    await expect(editor.dialog.getByText('given.journey.json')).toBeVisible();
    await expect(editor.dialog.getByText(editor.text('history.recovery.file.unchanged'))).toBeVisible();
    // The saved state lies behind the question.
    await expect(editor.page.locator('[aria-label$="Web shop"]').first()).toBeVisible();
    await editor.dialog.getByRole('button', { name: editor.text('history.recovery.open') }).click();
    await expect(editor.card('Mine')).toBeVisible();
    await expect(editor.page.locator('.status-saved.unsaved')).toBeVisible();
  }

  expect((await editor.saved(path)).elements.shop?.title).toBe('Mine');
  await expect.poll(drafts).toEqual([]);
  await host.kill?.();
  editor = await driverOf(await start({ open: path }));
  await expect(editor.card('Mine')).toBeVisible();
  await expect(editor.dialog).toHaveCount(0);
});

test.describe('in the browser', () => {
  onBrowserHostOnly();

  test('a file that somebody else changes while it is open is shown with one click', async ({ start, path }) => {
    const editor = await driverOf(await start({ open: path }));
    await expect(editor.card('Web shop')).toBeVisible();
    const theirs = smallMap();
    if (theirs.elements.shop) theirs.elements.shop.title = 'Theirs';
    writeFileSync(path, writeMap(theirs));
    await editor.page.getByRole('button', { name: editor.text('history.locks.show') }).click();
    await expect(editor.card('Theirs')).toBeVisible();
    await expect(editor.page.locator('.status-saved.saved')).toBeVisible();
  });

  test('versions: kept by saving, looked at, restored in one step, taken back', async ({ start, path }) => {
    const editor = await driverOf(await start({ open: path }));
    const { page } = editor;
    await editor.rename('Web shop', 'First shop');
    await editor.press('Mod+Alt+s');
    await editor.dialog
      .getByRole('textbox', { name: editor.text('history.versions.label'), exact: true })
      .fill('Workshop');
    await editor.dialog.getByRole('textbox', { name: editor.text('history.versions.author') }).fill('Ana');
    await editor.press('Enter');
    await expect.poll(() => readMapFile(path).elements.shop?.title).toBe('First shop');
    await editor.rename('First shop', 'Second shop');
    await editor.saved(path);
    await editor.press('Mod+Shift+h');
    await expect(page.locator('.history-row')).toHaveCount(4);
    await page.getByRole('button', { name: /^Workshop/ }).click();
    await expect(editor.card('First shop')).toBeVisible();
    // The state before the first save is there as well.
    await page.getByRole('button', { name: new RegExp(`^${editor.text('history.versions.beforeFirst')}`) }).click();
    await expect(editor.card('Web shop')).toBeVisible();
    await page.getByRole('button', { name: editor.text('history.versions.back') }).click();
    await expect(editor.card('Second shop')).toBeVisible();
    await page.getByRole('button', { name: /^Workshop/ }).click();
    await page.getByRole('button', { name: editor.text('history.versions.restore'), exact: true }).click();
    await expect(editor.card('First shop')).toBeVisible();
    await editor.undoButton.click();
    await expect(editor.card('Second shop')).toBeVisible();
    await expect(page.locator('.status-saved.saved')).toBeVisible();
  });
});
