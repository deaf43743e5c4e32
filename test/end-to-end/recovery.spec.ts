import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMap } from '../../shared/document/write';
import { createTranslator } from '../../shared/language/translator';
import { EditorDriver, readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import type { RunningHost } from '../drivers/running-host';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });
onBrowserHostOnly();

const driverOf = async (host: RunningHost) => {
  const editor = new EditorDriver(host, createTranslator('en'));
  await editor.ready();
  return editor;
};

const draftsIn = (folder: string) =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.draft')) : [];

async function rename(editor: EditorDriver, from: string, to: string): Promise<void> {
  await editor.card(from).click();
  await editor.press('F2');
  await editor.page.locator('.title-editor').waitFor();
  await editor.type(to);
  await editor.press('Enter');
  await expect(editor.card(to)).toBeVisible();
}

test('what was not saved when the server was killed comes back, also after a second crash', async ({
  start,
  path,
  folder,
}) => {
  let host = await start({ open: path });
  let editor = await driverOf(host);
  await rename(editor, 'Web shop', 'Mine');
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

test('two windows on one file: the second is told, looks, takes over; the first keeps its changes', async ({
  start,
  path,
}) => {
  const first = await driverOf(await start({ open: path }));
  await rename(first, 'Web shop', 'First');
  const second = await driverOf(await start({ open: path }));
  await expect(second.dialog.getByText(second.text('history.locks.title'))).toBeVisible();
  await second.dialog.getByRole('button', { name: second.text('history.locks.look') }).click();
  await expect(second.card('Web shop')).toBeVisible();
  await second.page.getByRole('button', { name: second.text('history.locks.chip') }).click();
  await second.dialog.getByRole('button', { name: second.text('history.locks.takeOver') }).click();
  await expect(second.page.locator('.status-saved.saved')).toBeVisible();

  await expect(first.dialog.getByText(first.text('history.locks.lostTitle'))).toBeVisible();
  await expect(first.dialog.getByText(first.text('history.locks.lostUnsaved'))).toBeVisible();
  await first.dialog.getByRole('button', { name: first.text('history.locks.saveAs') }).click();
  await first.nameFile('kept');
  await expect(first.page.locator('.status-saved.saved')).toBeVisible();
  expect(readMapFile(join(first.host.folder, 'kept.journey.json')).elements.shop?.title).toBe('First');
  expect(readMapFile(path).elements.shop?.title).toBe('Web shop');
});

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
  await rename(editor, 'Web shop', 'First shop');
  await editor.press('Mod+Alt+s');
  await editor.dialog
    .getByRole('textbox', { name: editor.text('history.versions.label'), exact: true })
    .fill('Workshop');
  await editor.dialog.getByRole('textbox', { name: editor.text('history.versions.author') }).fill('Ana');
  await editor.press('Enter');
  await expect.poll(() => readMapFile(path).elements.shop?.title).toBe('First shop');
  await rename(editor, 'First shop', 'Second shop');
  await editor.saved(path);
  await editor.press('Mod+Shift+h');
  await expect(page.locator('.history-row')).toHaveCount(3);
  await page.getByRole('button', { name: /^Workshop/ }).click();
  await expect(editor.card('First shop')).toBeVisible();
  await page.getByRole('button', { name: editor.text('history.versions.back') }).click();
  await expect(editor.card('Second shop')).toBeVisible();
  await page.getByRole('button', { name: /^Workshop/ }).click();
  await page.getByRole('button', { name: editor.text('history.versions.restore'), exact: true }).click();
  await expect(editor.card('First shop')).toBeVisible();
  await editor.undoButton.click();
  await expect(editor.card('Second shop')).toBeVisible();
  await expect(page.locator('.status-saved.saved')).toBeVisible();
});
