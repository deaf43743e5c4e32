import type { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { inaccessible } from '../drivers/looking';

onBrowserHostOnly();

/** Looks for violations in what is on the screen now; in a part of it, where the rest was looked at before. */
async function check(editor: EditorDriver, what: string, part = 'body'): Promise<void> {
  expect.soft(await inaccessible(editor.page, what, part)).toEqual([]);
}

const DIALOGS = [
  'newMap',
  'openMap',
  'saveAs',
  'importNumbers',
  'exportMap',
  'mapProperties',
  'preferences',
  'manageLanes',
  'showKeys',
] as const;

/** The views beside the map, by their keys, and what shows that they are there. */
const VIEWS = [
  ['decisions', 'Alt+2', '.flow-canvas'],
  ['metrics', 'Alt+3', '.metrics-table'],
  ['ideas', 'Alt+4', '.ideas'],
  ['compare', 'Alt+5', '.compare'],
] as const;

for (const [language, theme] of [
  ['en', 'light'],
  ['es', 'dark'],
] as const) {
  test.describe(`${language}, ${theme}`, () => {
    test.use({ language, open: 'sample', colorScheme: theme });

    test('nothing is inaccessible', async ({ editor }) => {
      test.setTimeout(120_000);
      const { page } = editor;
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      await check(editor, 'editor');
      await page.locator('.react-flow__node').first().click();
      await check(editor, 'a card selected', '.app-right');
      await editor.press('Mod+a');
      await editor.press('Mod+Shift+f');
      await editor.press('Mod+f');
      await editor.type('a');
      await check(editor, 'all selected, filter and search open', '.app-main');
      await editor.press('Escape');
      await editor.press('Mod+Shift+f');
      for (const dialog of DIALOGS) {
        await editor.run(dialog);
        await expect(editor.dialog).toBeVisible();
        await check(editor, dialog, '[role=dialog]');
        await editor.press('Escape');
        await expect(editor.dialog).toHaveCount(0);
      }
      await editor.press('Mod+k');
      await check(editor, 'commands', '[role=dialog]');
      await editor.press('Escape');
      await page.locator('.main-menu-button').click();
      await page.getByRole('menuitem', { name: editor.text('menus.arrange') }).press('ArrowRight');
      await check(editor, 'main menu', '[role=menu]');
      await editor.press('Escape');
      await editor.press('Escape');
      await page.locator('.react-flow__node').nth(3).click({ button: 'right' });
      await page.getByRole('menu').waitFor();
      await check(editor, 'context menu', '[role=menu]');
      await editor.press('Escape');
      await page.locator('.status-hints').click();
      await check(editor, 'hints', '[role=dialog]');
    });

    test('nothing of any view is inaccessible', async ({ editor }) => {
      test.setTimeout(120_000);
      const { page } = editor;
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
      for (const [view, keys, part] of VIEWS) {
        await editor.press(keys);
        await expect(page.locator(part).first()).toBeVisible();
        await check(editor, view);
      }
    });
  });
}

test('nothing is inaccessible at the start, nor in the questions about unsaved changes', async ({ editor }) => {
  const { page } = editor;
  await check(editor, 'start');
  await editor.press('Enter');
  await expect(page.locator('.stage-head')).toHaveCount(6);
  await check(editor, 'empty map');
  await editor.press('t');
  await check(editor, 'a title being typed');
  await editor.type('A');
  await editor.press('Enter');
  await editor.press('Mod+o');
  await expect(editor.dialog.getByText(editor.text('dialogs.unsaved.title'))).toBeVisible();
  await check(editor, 'unsaved changes', '[role=dialog]');
});
