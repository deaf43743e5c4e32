import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { createElement, orderAfter } from '../../shared/document/create';
import type { JourneyMap } from '../../shared/document/schema';
import type { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLES = { en: 'pet-food.en', es: 'clinica.es' };

type Format = 'pdf' | 'png' | 'svg';

async function openExport(editor: EditorDriver, format: Format): Promise<void> {
  await editor.press('Mod+e');
  await editor.dialog.getByRole('radio', { name: format.toUpperCase() }).click();
  await expect(editor.dialog.getByRole('figure').locator('svg').first()).toBeVisible();
}

let made = 0;

/** Presses the button of the open dialog and gives the file's bytes. */
async function finish(editor: EditorDriver, format: Format): Promise<Buffer> {
  const { host } = editor;
  // A name of its own: what was made before says nothing about this one.
  const name = `made-${++made}`;
  const path = join(host.folder, `${name}.${format}`);
  host.answerSave(path);
  const button = host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export';
  await editor.dialog.getByRole('button', { name: editor.text(button) }).click();
  if (host.kind === 'browser') {
    await editor.nameFile(name);
  }
  await expect(editor.page.getByText(editor.text('files.exported', { name: `${name}.${format}` })).first()).toBeVisible(
    { timeout: 20_000 },
  );
  return readFileSync(path);
}

function pdfFacts(pdf: Buffer): Record<string, string> {
  const lines = execFileSync('pdfinfo', ['-'], { encoding: 'utf8', input: pdf }).split('\n');
  return Object.fromEntries(lines.map((line) => line.split(/:\s+/, 2)));
}

/** The share of opacity, 0–255, of a PNG's first pixel. */
function cornerOpacity(page: Page, png: Buffer): Promise<number | undefined> {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    context?.drawImage(image, 0, 0);
    return context?.getImageData(0, 0, 1, 1).data[3];
  }, png.toString('base64'));
}

for (const language of ['en', 'es'] as const) {
  test.describe(`the sample in ${language}`, () => {
    test.use({ language, open: 'sample' });

    test('becomes the same file here and on the command line', async ({ editor, folder }) => {
      const sample = join(root, 'dist/samples', `${SAMPLES[language]}.journey.json`);
      const metric = Object.values((JSON.parse(readFileSync(sample, 'utf8')) as JourneyMap).metrics).sort((a, b) =>
        a.order < b.order ? -1 : 1,
      )[0]?.id;
      for (const format of ['pdf', 'png', 'svg'] as const) {
        await openExport(editor, format);
        const here = await finish(editor, format);
        const out = join(folder, `cli.${format}`);
        const args = ['export', sample, '--to', out, '--page', 'A3', '--language', language];
        execFileSync(process.execPath, [
          join(root, 'dist/command-line/periplo.js'),
          ...args,
          ...(metric ? ['--metric', metric] : []),
        ]);
        expect(here.equals(readFileSync(out)), `${format} is the same`).toBe(true);
      }
    });
  });
}

test.describe('a small map', () => {
  test.use({ map: smallMap() });

  test('on paper of the size that was chosen, and as a poster', async ({ editor }) => {
    const { dialog } = editor;
    await openExport(editor, 'pdf');
    expect(pdfFacts(await finish(editor, 'pdf'))).toMatchObject({
      Pages: '1',
      'Page size': expect.stringMatching(/^119\d.* x 84\d.* pts \(A3\)/),
    });

    await openExport(editor, 'pdf');
    await dialog.getByLabel(editor.text('dialogs.export.size')).selectOption('A4');
    await dialog.getByRole('radio', { name: editor.text('dialogs.export.portrait') }).click();
    await dialog.getByRole('switch', { name: editor.text('dialogs.export.poster') }).click();
    await dialog.getByLabel(editor.text('dialogs.export.across')).fill('3');
    await expect(dialog.getByText(editor.text('dialogs.export.marks'))).toBeVisible();
    await expect(dialog.getByRole('figure')).toHaveAttribute('data-stale', 'false');
    const said = await dialog.getByText(/^\d+ pages$/).textContent();
    const facts = pdfFacts(await finish(editor, 'pdf'));
    expect(`${facts.Pages} pages`).toBe(said);
    expect(Number(facts.Pages) % 3).toBe(0);
    expect(facts['Page size']).toMatch(/^595.* x 842.* pts \(A4\)/);
  });

  test.describe('in the browser edition', () => {
    onBrowserHostOnly();

    test('only the selection, and without a background', async ({ editor }) => {
      await editor.card('Web shop').click();
      await openExport(editor, 'svg');
      await editor.dialog.getByRole('radio', { name: editor.text('dialogs.export.selection', { count: 1 }) }).click();
      const svg = (await finish(editor, 'svg')).toString();
      expect(svg).toContain('Web shop');
      expect(svg).not.toContain('Unboxing');

      await openExport(editor, 'png');
      expect(await cornerOpacity(editor.page, await finish(editor, 'png'))).toBe(255);
      await openExport(editor, 'png');
      await editor.dialog.getByRole('switch', { name: editor.text('dialogs.export.background') }).click();
      expect(await cornerOpacity(editor.page, await finish(editor, 'png'))).toBe(0);
    });

    test('copied as a picture, for slides', async ({ editor }) => {
      const { page } = editor;
      await editor.card('Web shop').click();
      await editor.press('Mod+Shift+c');
      await expect(page.getByText(editor.text('canvas.pictureCopied'))).toBeVisible();
      const size = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        if (!item?.types.includes('image/png')) return null;
        const { width, height } = await createImageBitmap(await item.getType('image/png'));
        return { width, height };
      });
      expect(size?.width).toBeGreaterThan(400);
      expect(size?.height).toBeGreaterThan(80);
    });

    test('downloaded', async ({ editor }) => {
      await openExport(editor, 'pdf');
      const download = editor.page.waitForEvent('download');
      await editor.dialog.getByRole('button', { name: editor.text('dialogs.export.download') }).click();
      expect((await download).suggestedFilename()).toBe('Small shop.pdf');
    });
  });
});

function vastMap(): JourneyMap {
  const map = smallMap();
  const far = createElement('note', {
    title: 'Far \ue123 away',
    order: orderAfter(Object.values(map.elements)),
    stage: 'use',
    lane: 'pains',
    x: 20_000,
    y: 10_000,
  });
  map.elements.far = { ...far, id: 'far' };
  return map;
}

test.describe('a vast map', () => {
  test.use({ map: vastMap() });
  onBrowserHostOnly();

  test('is refused as too large a picture, with the largest scale that works; what can’t be shown is named', async ({
    editor,
  }) => {
    const { dialog } = editor;
    await openExport(editor, 'png');
    await dialog.getByLabel(editor.text('dialogs.export.size')).selectOption('fit');
    await dialog.getByLabel(editor.text('dialogs.export.scale')).selectOption('4');
    const alert = dialog.getByRole('alert');
    await expect(alert).toContainText(/The largest that works is 0\.\d×/);
    const save = dialog.getByRole('button', { name: editor.text('dialogs.export.saveTo') });
    await expect(save).toBeDisabled();
    await alert.getByRole('button').click();
    await expect(save).toBeEnabled();
    await dialog.getByRole('radio', { name: 'SVG' }).click();
    await finish(editor, 'svg');
    await expect(editor.page.getByRole('alert').filter({ hasText: '\ue123' })).toBeVisible();
  });
});
