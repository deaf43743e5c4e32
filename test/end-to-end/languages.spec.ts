import type { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { clipped } from '../drivers/looking';

onBrowserHostOnly();

async function look(editor: EditorDriver, name: string, part: string): Promise<void> {
  const { page } = editor;
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.screenshot({ path: `test-results/looks/${editor.text('ui.close')}-${width}-${name}.png` });
  expect.soft(await clipped(page, part), name).toEqual([]);
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

for (const language of ['en', 'es'] as const) {
  test.describe(language, () => {
    test.use({ language, open: 'sample' });

    test('everything has room for its text', async ({ editor }) => {
      test.setTimeout(90_000);
      const { page } = editor;
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await look(editor, 'editor', '.app-top, .app-left, .app-status');
      for (const dialog of DIALOGS) {
        await editor.run(dialog);
        await expect(editor.dialog).toBeVisible();
        await look(editor, dialog, '[role=dialog]');
        await editor.press('Escape');
        await expect(editor.dialog).toHaveCount(0);
      }
      await page.locator('.react-flow__node').nth(3).click();
      await editor.press('Mod+Shift+f');
      await look(editor, 'selection', '.app-right, .filter-bar');
      await page.locator('.main-menu-button').click();
      await page.getByRole('menuitem', { name: editor.text('menus.arrange') }).press('ArrowRight');
      await look(editor, 'menu', '[role=menu]');
      await editor.press('Escape');
      await editor.press('Escape');
      await page.setViewportSize({ width: 1920, height: 1080 });
      await editor.run('toggleTheme');
      await editor.press('1');
      await look(editor, 'editor', '.app-top, .app-left, .app-status');
      await editor.run('exportMap');
      await look(editor, 'export', '[role=dialog]');
      await editor.press('Escape');
      await page.setViewportSize({ width: 1280, height: 720 });
      await look(editor, 'editor', '.app-top, .app-left, .app-status');
    });

    test('every view has room for its text', async ({ editor }) => {
      test.setTimeout(90_000);
      const { page } = editor;
      for (const [width, height] of [
        [1280, 720],
        [1440, 900],
      ] as const) {
        await page.setViewportSize({ width, height });
        for (const [view, keys, part] of VIEWS) {
          await editor.press(keys);
          await expect(page.locator(part).first()).toBeVisible();
          await look(editor, view, '.app-top, .app-main, .app-right, .app-status');
        }
      }
    });
  });
}
