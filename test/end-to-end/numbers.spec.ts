import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { JourneyMap } from '../../shared/document/schema';
import { readMapFile } from '../drivers/editor';
import { test } from '../drivers/hosts';
import { workbookFile } from '../fixtures/workbook';

test.use({ language: 'es' });

/** An export as Spanish spreadsheets write it: titles above, `;`, Windows-1252, decimal commas, a total below. */
const FIRST = [
  'Embudo de la tienda',
  'Del 26 de octubre al 15 de noviembre',
  'Semana;Página;Visitas;Tasa de conversión',
  '26/10/2026;Buscador;1.310;3,9 %',
  '02/11/2026;Buscador;1.250;4,2 %',
  '09/11/2026;Buscador;1.234;4,8 %',
  '26/10/2026;página de la CASA;2.500;2,9 %',
  '02/11/2026;página de la CASA;2.410;2,5 %',
  '09/11/2026;página de la CASA;2.300;n/d',
  '09/11/2026;Escaparate;1.100;mucho',
  'Total;;11.104;',
];

/** The week after: one more week, one number put right. */
const SECOND = [
  ...FIRST.slice(0, 4),
  '02/11/2026;Buscador;1.250;4,3 %',
  ...FIRST.slice(5, 8),
  '09/11/2026;página de la CASA;2.300;2,3 %',
  '16/11/2026;Buscador;1.400;5,1 %',
  '16/11/2026;página de la CASA;2.200;2,1 %',
];

const windows1252 = (rows: readonly string[]) => Buffer.from(rows.join('\r\n'), 'latin1');

/** Drops a file onto the middle of the canvas, as from the system's file manager. */
async function dropOnCanvas(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    ([file, data]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(data)], file));
      const target = document.querySelector('.react-flow__pane') ?? document.body;
      const at = target.getBoundingClientRect();
      const place = { clientX: at.x + at.width / 2, clientY: at.y + at.height / 2 };
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const options = { dataTransfer: transfer, bubbles: true, cancelable: true, ...place };
        target.dispatchEvent(new DragEvent(type, options));
      }
    },
    [name, [...bytes]] as const,
  );
}

const valuesOf = (map: JourneyMap, metric: string, card: string) => {
  const { id } = Object.values(map.metrics).find(({ title }) => title === metric) ?? { id: '' };
  const on = Object.values(map.elements).find(({ title }) => title === card)?.id;
  const found = Object.values(map.measurements).find((one) => one.metric === id && one.element === on);
  return found?.points.map(({ period, value }) => [period, value]);
};

test('a Spanish export becomes numbers on the map, is refreshed, and stands in the PDF', async ({ editor, host }) => {
  test.setTimeout(120_000);
  const { page } = editor;
  const importButton = (key: 'dialogs.import.import' | 'importer.refresh') =>
    editor.dialog.getByRole('button', { name: editor.text(key), exact: true });

  await test.step('a map with two touchpoints', async () => {
    await editor.dialog.getByRole('textbox').fill('Casa rural');
    await editor.dialog.getByText(editor.text('stageModels.six-stages.title')).click();
    await editor.press('Enter');
    await page.keyboard.press('Escape');
    await editor.dragNew('touchpoint', 'Buscador', await editor.cell('Conocimiento', 'touchpoints', 0.35));
    await editor.dragNew('touchpoint', 'Página de la casa', await editor.cell('Adquisición', 'touchpoints', 0.35));
  });
  const path = await editor.saveAs('casa');

  await test.step('the file is dropped; what can be read in two ways is asked', async () => {
    await dropOnCanvas(page, 'embudo.csv', windows1252(FIRST));
    const question = editor.dialog.getByRole('group', {
      name: editor.text('importer.decimalOf', { column: 'Visitas' }),
    });
    await expect(question).toBeVisible({ timeout: 30_000 });
    await expect(importButton('dialogs.import.import')).toBeDisabled();
    await question.getByRole('radio', { name: editor.text('dialogs.import.comma') }).click();
    await expect(importButton('dialogs.import.import')).toBeEnabled({ timeout: 30_000 });
    await expect(editor.dialog.getByText('Escaparate', { exact: true }).first()).toBeVisible();
    await expect(editor.dialog.getByText(editor.text('dataPlan.refusals.not-a-number')).first()).toBeAttached();
  });

  await test.step('nothing entered the map before; now it does, exactly', async () => {
    expect(Object.keys(readMapFile(path).metrics)).toEqual([]);
    await importButton('dialogs.import.import').click();
    await expect(editor.dialog).toHaveCount(0);
    const map = await editor.saved(path);
    expect(valuesOf(map, 'Visitas', 'Buscador')).toEqual([
      ['2026-W44', 1310],
      ['2026-W45', 1250],
      ['2026-W46', 1234],
    ]);
    expect(valuesOf(map, 'Tasa de conversión', 'Página de la casa')).toEqual([
      ['2026-W44', 0.029],
      ['2026-W45', 0.025],
    ]);
    expect(JSON.stringify(map)).not.toContain('11.104');
  });

  await test.step('the overlay shows them, the slider goes back a week', async () => {
    await page.locator('.app-left').getByRole('button', { name: 'Tasa de conversión' }).first().click();
    const card = editor.card('Buscador');
    await expect(card.getByText('4,8 %')).toBeVisible();
    const slider = page.getByRole('slider', { name: editor.text('overlay.slider.name') });
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(card.getByText('4,2 %')).toBeVisible();
    await page.keyboard.press('End');
    await expect(card.getByText('4,8 %')).toBeVisible();
  });

  await test.step('a newer file refreshes them, and says beforehand what changes', async () => {
    await page.keyboard.press('Alt+3');
    await page.getByRole('button', { name: editor.text('importer.refreshSource'), exact: true }).click();
    await page.getByRole('menuitem', { name: /embudo\.csv/ }).click();
    // It came as bytes, so nobody knows where it lies: the newer one is chosen.
    const newer = join(host.folder, 'embudo.csv');
    writeFileSync(newer, windows1252(SECOND));
    host.answerOpen(newer);
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.import.choose') }).click();
    if (host.kind === 'browser') await editor.dialog.getByText('embudo.csv').last().dblclick();
    await expect(importButton('importer.refresh')).toBeEnabled({ timeout: 30_000 });
    await expect(editor.dialog.getByText('4,2 % → 4,3 %')).toBeVisible();
    await importButton('importer.refresh').click();
    await expect(editor.dialog).toHaveCount(0);
    const map = await editor.saved(path);
    expect(valuesOf(map, 'Tasa de conversión', 'Buscador')).toEqual([
      ['2026-W44', 0.039],
      ['2026-W45', 0.043],
      ['2026-W46', 0.048],
      ['2026-W47', 0.051],
    ]);
    expect(valuesOf(map, 'Visitas', 'Página de la casa')?.at(-1)).toEqual(['2026-W47', 2200]);
    expect(Object.keys(map.metrics)).toHaveLength(2);
    expect(Object.keys(map.sources)).toHaveLength(1);
  });

  await test.step('the same file again goes in from where it lies, and changes nothing', async () => {
    await page.getByRole('button', { name: editor.text('importer.refreshSource'), exact: true }).click();
    await page.getByRole('menuitem', { name: /embudo\.csv/ }).click();
    await expect(importButton('importer.refresh')).toBeEnabled({ timeout: 30_000 });
    await editor.press('Escape');
    await expect(editor.dialog).toHaveCount(0);
  });

  await test.step('the table of metrics tells the same, and a target is typed into it', async () => {
    const row = page.getByRole('row', { name: /Tasa de conversión.*Buscador/ });
    await expect(row).toContainText('5,1 %');
    const target = row.getByRole('textbox', {
      name: editor.text('metricsView.targetOf', { metric: 'Tasa de conversión', subject: 'Buscador' }),
    });
    await target.fill('5');
    await target.press('Tab');
    await expect(row).toContainText(editor.text('metricsView.status_good'));
  });

  await test.step('the PDF has the numbers with their legend', async () => {
    await page.keyboard.press('Alt+1');
    host.answerSave(join(host.folder, 'casa.pdf'));
    await editor.press('Mod+e');
    await editor.dialog
      .getByRole('button', {
        name: editor.text(host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export'),
      })
      .click();
    if (host.kind === 'browser') await editor.nameFile('casa');
    await expect.poll(() => readdirSync(host.folder), { timeout: 20_000 }).toContain('casa.pdf');
    await expect(editor.dialog).toHaveCount(0);
    const text = execFileSync('pdftotext', ['-layout', join(host.folder, 'casa.pdf'), '-'], { encoding: 'utf8' });
    expect(text).toContain('embudo.csv');
    expect(text.replace(/\s+/g, ' ')).toContain('Tasa de conversión');
    expect(text).toMatch(/5,1\s%/);
    expect(readFileSync(join(host.folder, 'casa.pdf')).subarray(0, 4).toString()).toBe('%PDF');
  });
});

test('a workbook of two sheets goes in; one that is cut off says so and changes nothing', async ({ editor }) => {
  test.setTimeout(120_000);
  const { page } = editor;
  await editor.dialog.getByRole('textbox').fill('Casa rural');
  await editor.dialog.getByText(editor.text('stageModels.six-stages.title')).click();
  await editor.press('Enter');
  await page.keyboard.press('Escape');
  await editor.dragNew('touchpoint', 'Buscador', await editor.cell('Conocimiento', 'touchpoints', 0.35));
  const path = await editor.saveAs('libro');
  const book = workbookFile({
    sheets: [
      { name: 'Leeme', rows: {} },
      {
        name: 'Datos',
        rows: {
          1: { A: 'Página', B: 'Semana', C: 'Visitas' },
          2: { A: 'buscador', B: '2026-W46', C: { v: '1310' } },
          3: { A: 'buscador', B: '2026-W47', C: { v: '1400.5' } },
        },
      },
    ],
  });
  const before = readFileSync(path, 'utf8');

  await dropOnCanvas(page, 'cortado.xlsx', book.subarray(0, book.length / 2));
  const fault = editor.dialog.getByRole('alert');
  await expect(fault).toContainText('cortado.xlsx', { timeout: 30_000 });
  expect(((await fault.textContent()) ?? '').split(/\.\s/).length).toBeLessThanOrEqual(2);
  await editor.press('Escape');
  await expect(editor.dialog).toHaveCount(0);
  expect(readFileSync(path, 'utf8')).toBe(before);

  await dropOnCanvas(page, 'libro.xlsx', book);
  const button = editor.dialog.getByRole('button', { name: editor.text('dialogs.import.import'), exact: true });
  await expect(button).toBeEnabled({ timeout: 30_000 });
  await button.click();
  await expect(editor.dialog).toHaveCount(0);
  expect(valuesOf(await editor.saved(path), 'Visitas', 'Buscador')).toEqual([
    ['2026-W46', 1310],
    ['2026-W47', 1400.5],
  ]);
});
