import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeMap } from '../../shared/document/write';
import { EditorDriver, readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });

async function rename(editor: EditorDriver, from: string, to: string): Promise<void> {
  await editor.card(from).click();
  await editor.press('F2');
  await editor.page.locator('.title-editor').waitFor();
  await editor.type(to);
  await editor.press('Enter');
  await expect(editor.card(to)).toBeVisible();
}

test('a map that can’t be saved stays open and unsaved, and goes elsewhere', async ({ editor, host, path }) => {
  const { page } = editor;
  await rename(editor, 'Web shop', 'New shop');
  rmSync(path);
  mkdirSync(path);
  await editor.press('Mod+s');
  const alert = page.getByRole('alert').filter({ hasText: editor.text('files.saveFailed') });
  await expect(alert).toBeVisible();
  await expect(editor.card('New shop')).toBeVisible();
  await expect(page.locator('.status-saved.unsaved')).toBeVisible();

  host.answerSave(join(host.folder, 'rescued.journey.json'));
  await alert.getByRole('button', { name: editor.text('files.saveElsewhere') }).click();
  if (host.kind === 'browser') await editor.nameFile('rescued');
  await expect(page.locator('.status-saved.saved')).toBeVisible();
  expect(readMapFile(join(host.folder, 'rescued.journey.json')).elements.shop?.title).toBe('New shop');
});

test('a file that somebody else has changed is not overwritten without a word', async ({ editor, host, path }) => {
  const { page } = editor;
  await rename(editor, 'Web shop', 'Mine');
  const theirs = smallMap();
  theirs.title = 'Theirs';
  writeFileSync(path, writeMap(theirs));
  await editor.press('Mod+s');
  await expect(editor.dialog.getByText(editor.text('dialogs.changedOutside.title'))).toBeVisible();
  expect(readMapFile(path).title).toBe('Theirs');

  host.answerSave(join(host.folder, 'mine.journey.json'));
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.changedOutside.saveAs') }).click();
  if (host.kind === 'browser') await editor.nameFile('mine');
  await expect(page.locator('.status-saved.saved')).toBeVisible();
  expect(readMapFile(path).title).toBe('Theirs');
  expect(readMapFile(join(host.folder, 'mine.journey.json')).elements.shop?.title).toBe('Mine');

  await rename(editor, 'Unboxing', 'Mine, too');
  writeFileSync(join(host.folder, 'mine.journey.json'), writeMap(theirs));
  await editor.press('Mod+s');
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.changedOutside.overwrite') }).click();
  await expect(page.locator('.status-saved.saved')).toBeVisible();
  expect(readMapFile(join(host.folder, 'mine.journey.json')).elements.unboxing?.title).toBe('Mine, too');
});

test('what is no map is refused in one sentence, and the map that is open stays', async ({ editor, host, path }) => {
  const { page } = editor;
  const good = readFileSync(path, 'utf8');
  const files = {
    'damaged.journey.json': [good.replace('"order": "b01"', '"order": ""'), 'files.damaged'],
    'text.journey.json': ['A journey of a thousand miles', 'files.notJson'],
    'other.journey.json': ['{"name":"something else"}', 'files.notAMap'],
    'future.journey.json': [
      good
        .replace('"formatVersion": 1', '"formatVersion": 99')
        .replace('"elements": {', '"elements": [{')
        .replace(/\}\s*$/, ''),
      'files.notJson',
    ],
  } as const;
  for (const [name, [content, key]] of Object.entries(files)) {
    writeFileSync(join(host.folder, name), content);
    await editor.open(join(host.folder, name));
    const said = editor.text(key, { name, path: '§', detail: '§' }).split('§')[0] ?? '';
    await expect(page.getByRole('alert').filter({ hasText: said })).toBeVisible();
    await expect(editor.dialog).toHaveCount(0);
    await expect(editor.card('Web shop')).toBeVisible();
  }

  // What a newer program wrote can be looked at, and nothing else.
  const newer = join(host.folder, 'newer.journey.json');
  writeFileSync(newer, good.replace('"formatVersion": 1', '"formatVersion": 2').replace('Small shop', 'From tomorrow'));
  const bytes = readFileSync(newer);
  await editor.open(newer);
  await expect(page.getByRole('heading', { name: 'From tomorrow' })).toBeVisible();
  await expect(page.getByText(editor.text('panels.topBar.readOnly'), { exact: true })).toBeVisible();
  await editor.card('Web shop').click();
  await editor.press('Delete');
  await editor.press('Mod+s');
  await expect(page.getByText(editor.text('files.readOnly')).first()).toBeVisible();
  await expect(editor.card('Web shop')).toBeVisible();
  expect(readFileSync(newer)).toEqual(bytes);
});

test('closing with unsaved changes asks first', async ({ editor, host, path }) => {
  const { page } = editor;
  await rename(editor, 'Web shop', 'Kept');
  if (host.kind === 'browser') {
    const asked = page.waitForEvent('dialog');
    await host.pressClose();
    const question = await asked;
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await expect(editor.card('Kept')).toBeVisible();
    await editor.saved(path);
    const closed = page.waitForEvent('close');
    await host.pressClose();
    await closed;
  } else {
    await host.pressClose();
    await expect(editor.dialog.getByText(editor.text('dialogs.unsaved.title'))).toBeVisible();
    await editor.dialog.getByRole('button', { name: editor.text('ui.cancel') }).click();
    await expect(editor.card('Kept')).toBeVisible();
    await host.pressClose();
    const closed = page.waitForEvent('close');
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.unsaved.save'), exact: true }).click();
    await closed;
  }
  expect(readMapFile(path).elements.shop?.title).toBe('Kept');
});

test('another map waits until unsaved changes are settled', async ({ editor, host, path }) => {
  const second = join(host.folder, 'second.journey.json');
  writeFileSync(second, writeMap({ ...smallMap(), title: 'Second' }));
  await rename(editor, 'Web shop', 'Given up');
  await editor.press('Mod+o');
  await editor.dialog.getByRole('button', { name: editor.text('ui.cancel') }).click();
  await expect(editor.card('Given up')).toBeVisible();
  host.answerOpen(second);
  await editor.press('Mod+o');
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.unsaved.discard') }).click();
  if (host.kind === 'browser') await editor.dialog.getByRole('option', { name: 'second.journey.json' }).dblclick();
  await expect(editor.page.getByRole('heading', { name: 'Second' })).toBeVisible();
  expect(readMapFile(path).elements.shop?.title).toBe('Web shop');
});

test('recent maps, language, colours and the last map are there after a restart', async ({ editor, host, start }) => {
  const { page } = editor;
  await editor.run('preferences');
  const { dialog } = editor;
  await dialog.getByRole('radio', { name: 'Español' }).click();
  const spanish = new EditorDriver(host, editor.translateTo('es'));
  await expect(dialog.getByText(spanish.text('dialogs.preferences.appearance'))).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await dialog.getByRole('radio', { name: spanish.text('dialogs.themes.dark') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await spanish.press('Escape');
  await expect(dialog).toHaveCount(0);
  const preferences = join(host.folder, '..', 'data', 'preferences.json');
  await expect.poll(() => existsSync(preferences) && readFileSync(preferences, 'utf8')).toContain('"theme": "dark"');
  await host.close();

  const again = new EditorDriver(await start(), spanish.t);
  await again.ready();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(again.card('Web shop')).toBeVisible();
  await again.page.locator('.main-menu-button').click();
  await again.page.getByRole('menuitem', { name: again.text('menus.file') }).press('ArrowRight');
  await again.page.getByRole('menuitem', { name: again.text('panels.topBar.recents') }).press('ArrowRight');
  await expect(again.page.getByRole('menuitem', { name: 'Small shop' })).toBeVisible();
});

test.describe('in the app’s own file dialog', () => {
  onBrowserHostOnly();

  test('an existing file is replaced only after a question', async ({ editor, host, path }) => {
    writeFileSync(join(host.folder, 'taken.journey.json'), writeMap({ ...smallMap(), title: 'Taken' }));
    await editor.press('Mod+Shift+s');
    await editor.nameFile('taken');
    await expect(
      editor.dialog.getByText(editor.text('dialogs.files.exists', { name: 'taken.journey.json' })),
    ).toBeVisible();
    expect(readMapFile(join(host.folder, 'taken.journey.json')).title).toBe('Taken');
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.files.replace') }).click();
    await expect(editor.dialog).toHaveCount(0);
    await expect.poll(() => readMapFile(join(host.folder, 'taken.journey.json')).title).toBe('Small shop');
    expect(readMapFile(path).title).toBe('Small shop');
  });
});
