import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { deleteElements, setFields } from '../../shared/commands/cards';
import { writeMap } from '../../shared/document/write';
import { createTranslator } from '../../shared/language/translator';
import { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });

const isPoppler = spawnSync('pdftotext', ['-v']).error === undefined;

const row = ({ page }: EditorDriver, change: string): Locator => page.locator(`[data-change="${change}"]`);
const currentRow = ({ page }: EditorDriver): Locator => page.locator('.compare-row[aria-current="true"]');

/** Chooses from the list behind a side. */
async function chooseSide(editor: EditorDriver, side: 'before' | 'after', entry: string | RegExp): Promise<void> {
  await editor.page.getByRole('button', { name: new RegExp(`^${editor.text(`compare.${side}`)} `) }).click();
  await editor.page.getByRole('menuitem', { name: entry }).click();
}

async function saveVersion(editor: EditorDriver, label: string): Promise<void> {
  await editor.press('Mod+Alt+s');
  await editor.dialog.getByRole('textbox', { name: editor.text('history.versions.label'), exact: true }).fill(label);
  await editor.press('Enter');
  await expect(editor.dialog).toHaveCount(0);
  await expect(editor.page.locator('.status-saved.saved')).toBeVisible();
}

async function exported(editor: EditorDriver, format: 'pdf' | 'md', name: string): Promise<Buffer> {
  const { host } = editor;
  const path = join(host.folder, `${name}.${format}`);
  host.answerSave(path);
  await editor.press('Mod+e');
  await editor.dialog.getByRole('radio', { name: format === 'md' ? 'Markdown' : 'PDF' }).click();
  const button = host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export';
  await editor.dialog.getByRole('button', { name: editor.text(button) }).click();
  if (host.kind === 'browser') await editor.nameFile(name);
  const told = editor.page.getByText(editor.text('files.exported', { name: `${name}.${format}` }));
  await expect(told.first()).toBeVisible({ timeout: 20_000 });
  return readFileSync(path);
}

test('two versions: stepped through, filtered, and taken along as PDF and Markdown', async ({ editor }) => {
  test.setTimeout(120_000);
  const { page } = editor;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await saveVersion(editor, 'Before the workshop');
  await editor.rename('Web shop', 'Shop of the future');
  await editor.card('Pays').click();
  await editor.press('Delete');
  await editor.card('Unboxing').click();
  await editor.press('t');
  await editor.type('Thank-you card');
  await editor.press('Enter');
  await saveVersion(editor, 'After the workshop');
  await editor.rename('Shipping cost', 'Cost told too late');

  await editor.press('Alt+5');
  // It begins with what is on disk.
  await expect(page.locator('.compare-row')).toHaveCount(1);
  await chooseSide(editor, 'before', /Before the workshop/);
  await chooseSide(editor, 'after', /After the workshop/);
  await expect(page.locator('.compare-row')).toHaveCount(3);
  await expect(row(editor, 'elements/shop')).toContainText('“Web shop” → “Shop of the future”');

  // Step by step, with the keys; each lands in sight.
  await editor.press('j');
  await expect(currentRow(editor)).toContainText('Pays');
  await editor.press('j');
  await expect(currentRow(editor)).toContainText('Shop of the future');
  await editor.press('k');
  await expect(currentRow(editor)).toContainText('Pays');
  await expect(page.getByText(editor.text('compare.place', { current: 1, total: 3 }))).toBeVisible();

  // A click on the picture finds the change in the list: a mark's place is where the list leads.
  await row(editor, 'elements/shop').click();
  const picture = await editor.box(page.locator('.compare-picture'));
  const found = await clickMark(editor, picture);
  expect(found).toBe(true);

  // Only what was removed.
  for (const type of ['added', 'changed'] as const) {
    await page
      .getByRole('group', { name: editor.text('compare.filter') })
      .getByRole('button', { name: new RegExp(`^${editor.text(`comparison.types.${type}`)}`) })
      .click();
  }
  await expect(page.locator('.compare-row')).toHaveCount(1);
  const report = (await exported(editor, 'md', 'removed')).toString('utf8');
  expect(report).toContain('**− Action “Pays”**');
  expect(report).not.toContain('Shop of the future');
  for (const type of ['added', 'changed'] as const) {
    await page
      .getByRole('group', { name: editor.text('compare.filter') })
      .getByRole('button', { name: new RegExp(`^${editor.text(`comparison.types.${type}`)}`) })
      .click();
  }

  const pdf = await exported(editor, 'pdf', 'workshop');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  test.info().annotations.push({ type: 'pdftotext', description: isPoppler ? 'used' : 'not installed' });
  if (isPoppler) {
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf });
    for (const words of [
      'What has changed',
      'Before the workshop',
      'After the workshop',
      'Shop of the future',
      '1 removed',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(words);
    }
  }

  // Back on the map, nothing of it has changed.
  await editor.press('Alt+1');
  await expect(editor.card('Cost told too late')).toBeVisible();
  await expect(page.locator('.status-saved.unsaved')).toBeVisible();
});

/** Clicks around the middle of the picture until a change is marked; that it was none before is made sure of. */
async function clickMark(
  editor: EditorDriver,
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
) {
  const { page } = editor;
  await page.mouse.click(x + width - 8, y + height - 8);
  await expect(currentRow(editor)).toHaveCount(0);
  for (let dy = -0.3; dy <= 0.3; dy += 0.05) {
    for (let dx = -0.3; dx <= 0.3; dx += 0.05) {
      await page.mouse.click(x + width * (0.5 + dx), y + height * (0.5 + dy));
      if ((await currentRow(editor).count()) > 0) return true;
    }
  }
  return false;
}

test('another file, from the history, and swapped', async ({ editor }) => {
  const { page, host } = editor;
  const other = smallMap();
  setFields(other, ['cost'], { severity: 5 });
  deleteElements(other, ['unboxing']);
  const path = join(host.folder, 'colleague.journey.json');
  writeFileSync(path, writeMap(other));

  await editor.press('Alt+5');
  await expect(page.getByRole('heading', { name: editor.text('compare.nothingYet') })).toBeVisible();
  host.answerOpen(path);
  await page.getByRole('button', { name: editor.text('compare.chooseFile') }).click();
  if (host.kind === 'browser') await editor.dialog.getByText('colleague.journey.json').first().dblclick();
  await expect(row(editor, 'elements/cost')).toContainText('5 →');
  await expect(row(editor, 'elements/unboxing')).toContainText(editor.text('comparison.lines.added'));
  await page.getByRole('button', { name: editor.text('compare.swap') }).click();
  await expect(row(editor, 'elements/unboxing')).toContainText(editor.text('comparison.lines.removed'));

  // A version of the history against now.
  await editor.press('Alt+1');
  await editor.rename('Web shop', 'Corner shop');
  await saveVersion(editor, 'Corner');
  await editor.rename('Corner shop', 'Market stall');
  await editor.press('Mod+Shift+h');
  await page.getByRole('button', { name: /^Corner/ }).click();
  await page.getByRole('button', { name: editor.text('compare.withNow'), exact: true }).click();
  await expect(row(editor, 'elements/shop')).toContainText('“Corner shop” → “Market stall”');
});

test.describe('in the browser', () => {
  onBrowserHostOnly();

  test('what was lost is looked at beside what is saved before it is opened', async ({ start, path, folder }) => {
    const first = await start({ open: path });
    let editor = new EditorDriver(first, createTranslator('en'));
    await editor.ready();
    await editor.rename('Web shop', 'Not yet saved');
    const drafts = join(folder, 'data', 'drafts');
    await expect
      .poll(() => existsSync(drafts) && readdirSync(drafts).some((name) => name.endsWith('.draft')))
      .toBe(true);
    await first.kill?.();
    editor = new EditorDriver(await start({ open: path }), createTranslator('en'));
    await editor.ready();
    await editor.dialog.getByRole('button', { name: editor.text('compare.compareLost'), exact: true }).click();
    await expect(row(editor, 'elements/shop')).toContainText('“Web shop” → “Not yet saved”');
    await editor.page.getByRole('button', { name: editor.text('compare.openLost') }).click();
    await expect(editor.card('Not yet saved')).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`nothing is inaccessible: ${colorScheme}`, async ({ editor }) => {
      const { page } = editor;
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const check = async (what: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target }) => `${what}: ${id} ${target.join(' ')}`),
        );
        expect.soft(found).toEqual([]);
      };
      await editor.press('Alt+5');
      await expect(page.getByRole('heading', { name: editor.text('compare.nothingYet') })).toBeVisible();
      await check('empty');
      await editor.press('Alt+1');
      await saveVersion(editor, 'First');
      await editor.rename('Web shop', 'Corner shop');
      await editor.press('Alt+5');
      await expect(page.locator('.compare-row')).toHaveCount(1);
      await editor.press('j');
      await expect(currentRow(editor)).toHaveCount(1);
      await check('compared');
      await page.getByRole('button', { name: new RegExp(`^${editor.text('compare.before')} `) }).click();
      await check('choosing');
      await editor.press('Escape');
      await editor.press('Mod+e');
      await expect(editor.dialog.getByRole('figure')).toBeVisible();
      await check('export');
    });
  }
});
