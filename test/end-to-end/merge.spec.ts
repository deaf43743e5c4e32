import { writeFileSync } from 'node:fs';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { createTranslator } from '../../shared/language/translator';
import { EditorDriver, readMapFile } from '../drivers/editor';
import { expect, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });

/** Somebody else saves the file. */
function theyWrite(path: string, edit: (map: JourneyMap) => void): void {
  const map = readMapFile(path);
  edit(map);
  writeFileSync(path, writeMap({ ...map, revision: map.revision + 1 }));
}

const title = (map: JourneyMap, id: string, text: string) => Object.assign(map.elements[id] ?? {}, { title: text });

async function pressMerge(editor: EditorDriver): Promise<void> {
  await expect(editor.dialog.getByText(editor.text('dialogs.changedOutside.title'))).toBeVisible();
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.changedOutside.merge'), exact: true }).click();
}

test('what others write while one edits is merged with one press, and taken back in one step', async ({
  editor,
  path,
}) => {
  await editor.rename('Web shop', 'Mine');
  theyWrite(path, (map) => {
    title(map, 'pays', 'Pays by card');
    delete map.elements.unboxing;
  });
  await pressMerge(editor);
  await expect(editor.card('Pays by card')).toBeVisible();
  await expect(editor.card('Mine')).toBeVisible();
  await expect(editor.card('Unboxing')).toHaveCount(0);
  await editor.press('Mod+z');
  await expect(editor.card('Pays')).toBeVisible();
  await expect(editor.card('Unboxing')).toBeVisible();
  await expect(editor.card('Mine')).toBeVisible();
  await editor.press('Mod+Shift+z');
  const saved = await editor.saved(path);
  expect(saved.elements).toMatchObject({ shop: { title: 'Mine' }, pays: { title: 'Pays by card' } });
  expect(saved.elements.unboxing).toBeUndefined();
});

test('a real conflict is settled with a click, and taken back in one step with the rest', async ({ editor, path }) => {
  const { page } = editor;
  await editor.rename('Web shop', 'Mine');
  await editor.rename('Shipping cost', 'Dear shipping');
  theyWrite(path, (map) => {
    title(map, 'shop', 'Theirs');
    title(map, 'cost', 'Shipping is dear');
    title(map, 'pays', 'Pays by card');
  });
  await pressMerge(editor);
  const merge = editor.dialog.getByRole('button', { name: editor.text('dialogs.merge.apply'), exact: true });
  await expect(merge).toBeDisabled();
  await expect(editor.dialog.getByText('“Theirs”')).toBeVisible();
  await editor.dialog
    .getByRole('radiogroup', { name: /“Mine”/ })
    .getByRole('radio', { name: editor.text('dialogs.merge.theirs') })
    .click();
  await editor.dialog
    .getByRole('radiogroup', { name: /“Dear shipping”/ })
    .getByRole('radio', { name: editor.text('dialogs.merge.mine') })
    .click();
  await merge.click();
  await expect(editor.card('Theirs')).toBeVisible();
  await expect(editor.card('Dear shipping')).toBeVisible();
  await expect(editor.card('Pays by card')).toBeVisible();
  await editor.press('Mod+z');
  await expect(editor.card('Mine')).toBeVisible();
  await expect(editor.card('Pays')).toBeVisible();
  // Without theirs, a save must ask again.
  await editor.press('Mod+s');
  await expect(editor.dialog.getByText(editor.text('dialogs.changedOutside.title'))).toBeVisible();
  await editor.press('Escape');
  await editor.press('Mod+Shift+z');
  expect((await editor.saved(path)).elements).toMatchObject({
    shop: { title: 'Theirs' },
    cost: { title: 'Dear shipping' },
    pays: { title: 'Pays by card' },
  });
  await expect(page.locator('.status-saved.saved')).toBeVisible();
});

test.describe('a file that git could not merge', () => {
  /** What git leaves with diff3: both renamed the shop, they alone the paying. */
  const conflict = writeMap(smallMap())
    .split('\n')
    .map((line) =>
      line.trim() === '"title": "Web shop",'
        ? `<<<<<<< HEAD\n      "title": "Our shop",\n||||||| 1a2b3c4\n${line}\n=======\n      "title": "Their shop",\n>>>>>>> feature`
        : line.replace('"Pays"', '"Pays by card"'),
    )
    .join('\n');

  test('says what it is, is merged with a click per conflict, and a save settles it', async ({ start, path }) => {
    writeFileSync(path, conflict);
    const editor = new EditorDriver(await start({ open: path }), createTranslator('en'));
    await editor.ready();
    await expect(editor.dialog.getByText(editor.text('gitConflict.title'))).toBeVisible();
    await editor.dialog.getByRole('button', { name: editor.text('gitConflict.merge') }).click();
    await editor.dialog
      .getByRole('radiogroup', { name: /“Our shop”/ })
      .getByRole('radio', { name: 'feature' })
      .click();
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.merge.apply'), exact: true }).click();
    await expect(editor.card('Their shop')).toBeVisible();
    await expect(editor.card('Pays by card')).toBeVisible();
    await editor.press('Mod+s');
    await expect(editor.page.locator('.status-saved.saved')).toBeVisible();
    expect(readMapFile(path).elements).toMatchObject({ shop: { title: 'Their shop' } });
  });
});
