import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { EditorDriver } from '../drivers/editor';
import { expect, test } from '../drivers/hosts';

/** What a PDF says, with its line breaks as spaces. */
const wordsOf = (pdf: Buffer) =>
  execFileSync('pdftotext', ['-layout', '-', '-'], { encoding: 'utf8', input: pdf }).replace(/[\s\u00a0]+/g, ' ');

async function exportPdf(editor: EditorDriver): Promise<Buffer> {
  const { host } = editor;
  const path = join(host.folder, 'numbers.pdf');
  host.answerSave(path);
  await editor.press('Mod+e');
  await editor.dialog.getByRole('radio', { name: 'PDF' }).click();
  const button = host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export';
  await editor.dialog.getByRole('button', { name: editor.text(button) }).click();
  if (host.kind === 'browser') await editor.nameFile('numbers');
  await expect(editor.page.getByText(editor.text('files.exported', { name: 'numbers.pdf' })).first()).toBeVisible({
    timeout: 20_000,
  });
  return readFileSync(path);
}

test.describe('numbers over the map', () => {
  test.use({ language: 'en', open: 'sample' });

  test('of several metrics, through the periods by mouse and keys, by rank, and all of it in the PDF', async ({
    editor,
  }) => {
    const { page } = editor;
    const left = page.locator('.app-left');
    const slider = page.getByRole('slider', { name: editor.text('overlay.slider.name') });
    const product = editor.card('Product page');
    await expect(product).toContainText('2.1%');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 16 Nov 2026');

    await left.getByRole('button', { name: 'Show Satisfaction together with the others' }).click();
    await expect(product).toContainText('3.2');
    await left.getByRole('button', { name: 'Show NPS together with the others' }).click();
    await expect(left.getByRole('button', { name: /^NPS/ })).toHaveAttribute('aria-pressed', 'true');

    // By the keys: back, to the beginning, on by one, and playing with the space bar.
    await slider.focus();
    await editor.press('ArrowLeft');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 9 Nov 2026');
    await expect(product).toContainText('2.5%');
    await editor.press('Home');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 31 Aug 2026');
    await expect(product).toContainText('3.1%');
    await editor.press(' ');
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 14 Sept 2026', { timeout: 10_000 });
    await editor.press(' ');
    await expect(page.getByRole('button', { name: editor.text('overlay.slider.play') })).toBeVisible();

    // By the mouse: along the track, and by the buttons.
    const track = await editor.box(slider);
    const at = (share: number) => ({ x: track.x + track.width * share, y: track.y + track.height / 2 });
    await editor.drag(at(0.2), at(0.998));
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 16 Nov 2026');
    await page.getByRole('button', { name: editor.text('overlay.slider.previous') }).click();
    await expect(slider).toHaveAttribute('aria-valuetext', 'Week of 9 Nov 2026');

    await left.getByRole('button', { name: editor.text('overlay.rows.options') }).click();
    await editor.dialog.getByRole('radio', { name: editor.text('overlay.options.tints.quantile') }).click();
    await editor.dialog.getByRole('switch', { name: editor.text('overlay.options.evidence') }).click();
    await editor.dialog.getByRole('switch', { name: editor.text('overlay.options.measuredEmotion') }).click();
    const { violations } = await new AxeBuilder({ page }).include('.overlay-options').include('.app-status').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    await editor.press('Escape');
    await expect(page.locator('.app-status').getByText(editor.text('overlay.legend.ranks.best'))).toBeVisible();

    const words = wordsOf(await exportPdf(editor));
    for (const text of [
      'Conversion rate',
      'Satisfaction',
      'Week of 9 Nov 2026',
      'best fifth',
      'targets differ by card',
      'warning thresholds differ by card',
      'Source: pet-food.en.csv, imported 20 Nov 2026',
      'entered by hand',
      'Below the stages: all cases of their cards together',
      'Feeling, measured (Rating)',
      'Partly measured',
    ]) {
      expect(words).toContain(text);
    }
    expect(words).not.toContain('Week of 16 Nov');
  });

  test('warn, and lead to the card', async ({ editor }) => {
    const left = editor.page.locator('.app-left');
    await left.getByRole('button', { name: editor.text('overlay.warnings.title') }).click();
    await editor.dialog.getByRole('button', { name: /^Checkout · Marcos, 58: Rating is/ }).click();
    await expect.poll(() => editor.selected()).toEqual(['Checkout']);
    await expect(left.getByRole('button', { name: /^Rating/ })).toHaveAttribute('aria-pressed', 'true');
  });
});
