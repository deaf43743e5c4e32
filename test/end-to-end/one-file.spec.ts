import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
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

test('desktop and browser on one file: the second is told where it is open, looks, and takes over', async ({
  start,
  path,
}, { project }) => {
  test.skip(project.name !== 'desktop-double', 'tells of both hosts at once: told where the desktop double runs');
  const desktop = await driverOf(await start({ open: path }));
  await desktop.rename('Web shop', 'On the desktop');
  const browser = await driverOf(await start({ open: path, host: 'browser-host' }));
  await expect(browser.dialog.getByText(browser.text('history.locks.where.desktop'))).toBeVisible();
  await browser.dialog.getByRole('button', { name: browser.text('history.locks.look') }).click();
  await expect(browser.card('Web shop')).toBeVisible();

  // What the desktop saves is shown to whoever looks on.
  await desktop.press('Mod+s');
  await expect(desktop.page.locator('.status-saved.saved')).toBeVisible();
  await browser.page.getByRole('button', { name: browser.text('history.locks.show') }).click();
  await expect(browser.card('On the desktop')).toBeVisible();

  await browser.page.getByRole('button', { name: browser.text('history.locks.chip') }).click();
  await browser.dialog.getByRole('button', { name: browser.text('history.locks.takeOver') }).click();
  await expect(desktop.dialog.getByText(desktop.text('history.locks.lostTitle'))).toBeVisible();
  await expect(desktop.dialog.getByText(desktop.text('history.locks.where.browser'))).toBeVisible();
  await desktop.dialog.getByRole('button', { name: desktop.text('history.locks.look') }).click();
  await browser.rename('On the desktop', 'In the browser');
  await browser.saved(path);
  expect(readMapFile(path).elements.shop?.title).toBe('In the browser');
  await desktop.page.getByRole('button', { name: desktop.text('history.locks.show') }).click();
  await expect(desktop.card('In the browser')).toBeVisible();
});

test.describe('in the browser', () => {
  onBrowserHostOnly();

  test('two contexts on one file: the second is told, looks, takes over; the first keeps its changes', async ({
    start,
    path,
  }) => {
    const first = await driverOf(await start({ open: path }));
    await first.rename('Web shop', 'First');
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

  test('two tabs of one server: the second may not write; with the first closed it may', async ({ start, path }) => {
    const host = await start({ open: path });
    const first = await driverOf(host);
    const page = await host.page.context().newPage();
    await page.goto(new URL('/', host.page.url()).href);
    const second = await driverOf({ ...host, page });
    await expect(second.dialog.getByText(second.text('history.locks.title'))).toBeVisible();
    await second.dialog.getByRole('button', { name: second.text('history.locks.look') }).click();
    await expect(second.page.getByRole('button', { name: second.text('history.locks.chip') })).toBeVisible();
    await second.press('Mod+s');
    await expect(second.dialog.getByText(second.text('history.locks.title'))).toBeVisible();
    await second.dialog.getByRole('button', { name: second.text('history.locks.look') }).click();
    await first.rename('Web shop', 'First');
    await first.saved(path);
    await host.page.close();
    await second.page.getByRole('button', { name: second.text('history.locks.show') }).click();
    await expect(second.card('First')).toBeVisible();
    await page.reload();
    await second.ready();
    await second.rename('First', 'Second');
    expect((await second.saved(path)).elements.shop?.title).toBe('Second');
  });

  test('a tab that is closed right after an edit leaves it as a draft', async ({ start, path, folder }) => {
    const host = await start({ open: path });
    const editor = await driverOf(host);
    await editor.rename('Web shop', 'Mine');
    // The user was warned, and closes all the same.
    host.page.once('dialog', (question) => question.accept());
    await Promise.all([host.page.waitForEvent('close'), host.pressClose()]);
    const drafts = join(folder, 'data', 'drafts');
    await expect.poll(() => existsSync(drafts) && readdirSync(drafts)).toHaveLength(1);
    await host.kill?.();
    const again = await driverOf(await start({ open: path }));
    await again.dialog.getByRole('button', { name: again.text('history.recovery.open') }).click();
    await expect(again.card('Mine')).toBeVisible();
  });
});
