import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallPng } from '../fixtures/pictures';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });
onBrowserHostOnly();

interface GivenFile {
  name: string;
  type: string;
  base64: string;
}

/** The clipboard of a browser without a screen holds no picture, and a page gets no file from outside: both events are made. */
function giveFile(page: Page, how: 'paste' | 'drop', file: GivenFile, at = { x: 0, y: 0 }): Promise<void> {
  return page.evaluate(
    ({ event, name, type, base64, x, y }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name, { type }));
      const given = { bubbles: true, cancelable: true };
      if (event === 'paste') document.dispatchEvent(new ClipboardEvent('paste', { ...given, clipboardData: data }));
      else {
        const target = document.elementFromPoint(x, y);
        target?.dispatchEvent(new DragEvent('drop', { ...given, dataTransfer: data, clientX: x, clientY: y }));
      }
    },
    { event: how, ...file, ...at },
  );
}

test('what a right click offers, for a card and for the empty canvas', async ({ editor, path }) => {
  const { page } = editor;
  await editor.contextMenu(editor.card('Web shop'), 'commands.duplicate');
  await expect(page.locator('.react-flow__node')).toHaveCount(6);
  await editor.contextMenu(editor.card('Unboxing'), 'commands.deleteSelection');
  await expect(page.locator('.react-flow__node')).toHaveCount(5);
  const head = await editor.centre(editor.stage('Learn'));
  const row = await editor.centre(editor.row('pains'));
  await editor.contextMenu({ x: head.x, y: row.y }, 'commands.tidy');
  await editor.contextMenu(editor.row('actions'), 'canvas.hideLane');
  await expect(editor.row('actions')).toHaveCount(0);
  expect((await editor.saved(path)).lanes.actions?.hidden).toBe(true);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('a list of lines becomes as many cards, and cards go to another window', async ({ editor, host, path }) => {
  const { page } = editor;
  await editor.card('Shipping cost').click();
  await page.evaluate(() => navigator.clipboard.writeText('- Slow site\n- Sold out\n\n3. No invoice\n'));
  await editor.press('Mod+v');
  for (const title of ['Slow site', 'Sold out', 'No invoice']) await expect(editor.card(title)).toBeVisible();
  const titles = Object.values((await editor.saved(path)).elements).flatMap((element) =>
    element.kind === 'pain-point' && element.stage === 'buy' ? element.title : [],
  );
  expect(titles.sort()).toEqual(['No invoice', 'Shipping cost', 'Slow site', 'Sold out']);

  await editor.clickEmptyCanvas();
  await editor.card('Search engine').click();
  await page.keyboard.down('Shift');
  await editor.card('Web shop').click();
  await page.keyboard.up('Shift');
  await editor.press('Mod+c');
  const other = await page.context().newPage();
  await other.goto(new URL('/', page.url()).href);
  const second = new EditorDriver({ ...host, page: other }, editor.t);
  await second.ready();
  // The first window holds the file: the second one is to draw another map.
  await second.dialog.getByRole('button', { name: second.text('ui.cancel') }).click();
  await expect(second.dialog).toHaveCount(0);
  await second.run('newMap');
  await second.press('Enter');
  await expect(other.locator('.stage-head')).toHaveCount(6);
  await second.press('Mod+v');
  await expect(other.locator('.react-flow__node')).toHaveCount(2);
  await expect.poll(() => second.selected()).toEqual(['Search engine', 'Web shop']);
});

test('a picture is pasted onto a card, dropped onto the canvas, and saved with the map', async ({ editor, path }) => {
  const { page } = editor;
  const picture = { name: 'photo.png', type: 'image/png', base64: smallPng };
  await editor.card('Web shop').click();
  await giveFile(page, 'paste', picture);
  await expect(editor.card('Web shop').locator('image')).toHaveCount(1);
  const at = await editor.centre(editor.card('Unboxing'));
  await giveFile(page, 'drop', picture, at);
  await expect(editor.card('Unboxing').locator('image')).toHaveCount(1);
  const map = await editor.saved(path);
  const [hash] = Object.keys(map.pictures);
  expect(Object.keys(map.pictures)).toHaveLength(1);
  expect([map.elements.shop?.picture, map.elements.unboxing?.picture]).toEqual([hash, hash]);
});

test('tables and maps that are dropped are taken for what they are', async ({ editor, host }) => {
  const { page } = editor;
  const at = await editor.centre(editor.row('pains'));
  const table = Buffer.from('Page,Visits\nWeb shop,120\nUnboxing,80\n').toString('base64');
  await giveFile(page, 'drop', { name: 'visits.csv', type: 'text/csv', base64: table }, at);
  await expect(editor.dialog.getByText('visits.csv')).toBeVisible();
  await editor.press('Escape');
  await expect(editor.dialog).toHaveCount(0);
  const other = { ...smallMap(), title: 'Another shop' };
  const base64 = Buffer.from(JSON.stringify(other)).toString('base64');
  await giveFile(page, 'drop', { name: 'other.journey.json', type: 'application/json', base64 }, at);
  await expect(page.getByRole('heading', { name: 'Another shop' })).toBeVisible();
  // It lies nowhere yet: saving asks where.
  await editor.saveAs('other');
  expect(readFileSync(join(host.folder, 'other.journey.json'), 'utf8')).toContain('Another shop');
});
