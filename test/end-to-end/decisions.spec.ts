import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';

const root = fileURLToPath(new URL('../..', import.meta.url));

test.use({ language: 'en' });

const forecast = (page: Page): Locator => page.getByRole('region', { name: 'Forecast', exact: true });
const card = (page: Page, title: string): Locator => page.locator(`.flow-item.node[aria-label^="${title},"]`);
const branch = (page: Page, name: string): Locator => page.locator(`.flow-item.pill[aria-label*="“${name}”"]`);
/** Of the band of a branch, as it is drawn. */
const widthOf = async (page: Page, name: string): Promise<number> => {
  const item = await branch(page, name).getAttribute('data-item');
  const band = page.locator(`.flow-band[data-item="band ${item?.split(' ')[1]}"]`);
  return Number(await band.getAttribute('data-width'));
};

test('a team draws a fork, sees what it means, tries what if, and hands it out', async ({ editor, host }) => {
  test.setTimeout(150_000);
  const { page } = editor;
  await editor.dialog.getByRole('textbox').fill('Pet food');
  await editor.dialog.getByText(editor.text('stageModels.six-stages.title'), { exact: true }).first().click();
  await editor.press('Enter');
  await expect(page.locator('.stage-head')).toHaveCount(6);
  await editor.press('Escape');
  await editor.dragNew('touchpoint', 'Product page', await editor.cell('Awareness', 'touchpoints'));
  await editor.dragNew('decision', 'Price fits?', await editor.cell('Acquisition', 'touchpoints'));
  await editor.dragNew('outcome', 'Subscribes', await editor.cell('Engagement', 'touchpoints'));
  await editor.dragNew('detour', 'Compares', await editor.cell('Acquisition', 'painPoints'));
  await editor.dragNew('outcome', 'Competitor', await editor.cell('Engagement', 'painPoints'));
  await editor.connect('Product page', 'Price fits?');
  await editor.connect('Price fits?', 'Subscribes');
  await editor.label('yes 62%');
  await editor.connect('Price fits?', 'Compares');
  await editor.label('no 38 of 100');
  await editor.connect('Compares', 'Competitor');
  await editor.label('stays away 70%');
  await editor.connect('Compares', 'Price fits?');
  await editor.label('returns 3:7');

  await test.step('one click puts customers on the first card', async () => {
    await editor.press('Alt+2');
    await page.getByRole('button', { name: '1,000 a month at “Product page”' }).click();
    await page.getByRole('button', { name: /customers enter per month/ }).click();
    await page.getByRole('dialog').getByLabel('Customers', { exact: true }).fill('10000');
    await editor.press('Escape');
    await expect(card(page, 'Product page')).toHaveAttribute('aria-label', /10,000 \/ month/);
    // 0.62 ÷ (1 − 0.38 × 0.3): who compares may come back.
    await expect(card(page, 'Subscribes')).toHaveAttribute('aria-label', /6,998 · 70%/);
    await expect(card(page, 'Competitor')).toHaveAttribute('aria-label', /3,002 · 30%/);
  });

  await test.step('what was seen lies beside it, red where it does not agree', async () => {
    await branch(page, 'yes').click();
    await page.getByLabel('Took it').fill('4800');
    await page.getByRole('textbox', { name: 'of', exact: true }).fill('10000');
    await expect(branch(page, 'yes')).toHaveAttribute('aria-label', /seen 48%/);
    await expect(page.getByText(/95 % interval of “yes”: 47%–49%. The prediction lies outside it./)).toBeVisible();
  });

  await test.step('a slider changes widths and numbers while it moves, and is one step', async () => {
    await card(page, 'Price fits?').click();
    const before = await widthOf(page, 'yes');
    const slider = page.getByRole('slider', { name: 'Share of “yes”' });
    const box = await editor.box(slider);
    await page.mouse.move(box.x + box.width * 0.62, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 6 });
    await expect(card(page, 'Subscribes')).not.toHaveAttribute('aria-label', /6,998/);
    expect(await widthOf(page, 'yes')).toBeGreaterThan(before * 1.2);
    await page.mouse.up();
    await expect(card(page, 'Subscribes')).not.toHaveAttribute('aria-label', /6,998/);
    await editor.undoButton.click();
    await expect(card(page, 'Subscribes')).toHaveAttribute('aria-label', /6,998 · 70%/);
  });

  await test.step('a scenario stands beside the map and leaves it alone', async () => {
    await page.getByRole('button', { name: 'New scenario' }).click();
    const slider = page.getByRole('slider', { name: 'Share of “yes”' });
    await slider.focus();
    for (let press = 0; press < 3; press++) await editor.press('ArrowRight');
    await expect(card(page, 'Subscribes')).toHaveAttribute('aria-label', /7,2\d\d/);
    await forecast(page).getByRole('radio', { name: 'Scenarios' }).click();
    const row = forecast(page).getByRole('row', { name: /Subscribes/ });
    await expect(row).toContainText('6,998');
    await expect(row).toContainText(/\+2\d\d/);
    await page.getByRole('combobox', { name: 'Scenario' }).selectOption('The map as it is');
    await expect(card(page, 'Subscribes')).toHaveAttribute('aria-label', /6,998 · 70%/);
  });

  await test.step('the forecast has its band', async () => {
    await forecast(page).getByRole('radio', { name: 'Forecast' }).click();
    await expect(page.locator('.forecast-chart svg')).toHaveAttribute('data-runs', '10000', { timeout: 30_000 });
    await forecast(page).getByRole('radio', { name: 'Table' }).click();
    await expect(forecast(page).getByRole('row', { name: /Subscribes/ })).toContainText('–');
  });

  await test.step('everything can be reached by keyboard', async () => {
    await card(page, 'Product page').focus();
    await editor.press('ArrowRight');
    await expect(card(page, 'Price fits?')).toBeFocused();
    await expect(page.getByRole('heading', { name: 'Price fits?' })).toBeVisible();
  });

  await test.step('axe finds nothing', async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`)).toEqual([]);
  });

  await test.step('the picture leaves as a PDF, the numbers as CSV, the forks as Markdown', async () => {
    await editor.press('Mod+e');
    await expect(editor.dialog.getByRole('radio', { name: 'Decisions' })).toBeChecked();
    await expect(editor.dialog.getByRole('figure').locator('svg').first()).toBeVisible();
    const path = join(host.folder, 'ways.pdf');
    host.answerSave(path);
    const button = host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export';
    await editor.dialog.getByRole('button', { name: editor.text(button) }).click();
    if (host.kind === 'browser') await editor.nameFile('ways');
    await expect(page.getByText(editor.text('files.exported', { name: 'ways.pdf' })).first()).toBeVisible({
      timeout: 20_000,
    });
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    for (const part of ['Product page', 'Subscribes', 'yes 62%', 'seen 48%', 'Where customers end']) {
      expect(text).toContain(part);
    }
    const csv = await delivered('Forecast (CSV)', 'forecast.csv');
    expect(csv).toContain('Subscribes,customers');
    const markdown = await delivered('Decision tables (Markdown)', 'tables.md');
    expect(markdown).toContain('### Decision: Price fits?');
    expect(markdown).toMatch(/\| yes \|.*62%/);
  });

  await test.step('and all of it is in the file', async () => {
    const path = await editor.saveAs('pet-food');
    const map = readMapFile(path);
    expect(Object.values(map.entries).map(({ customers }) => customers)).toEqual([10_000]);
    expect(Object.values(map.scenarios)).toHaveLength(1);
    expect(Object.values(map.connections).find(({ label }) => label === 'yes')).toMatchObject({
      probability: 0.62,
      observed: { count: 4800, of: 10_000 },
    });
  });

  /** Saves one of the view's files and gives its text: where the desktop asks, among a browser's downloads. */
  async function delivered(entry: string, name: string): Promise<string> {
    const path = join(host.folder, name);
    host.answerSave(path);
    const download = host.kind === 'browser' ? page.waitForEvent('download') : null;
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    if (download) return readFileSync(await (await download).path(), 'utf8');
    await expect(page.getByText(editor.text('files.exported', { name })).first()).toBeVisible();
    return readFileSync(path, 'utf8');
  }
});

test.describe('the sample', () => {
  test.use({ open: 'sample' });

  test('shows its forks at once, and the same picture comes from the command line', async ({ editor, host }) => {
    test.setTimeout(90_000);
    const { page } = editor;
    await editor.press('Alt+2');
    await expect(branch(page, 'yes').first()).toBeVisible();
    await page.getByRole('button', { name: 'Happy path' }).click();
    await expect(page.getByRole('button', { name: 'Happy path' })).toHaveAttribute('aria-pressed', 'true');
    const faint = page.locator('.flow-band > g[opacity]');
    expect(await faint.count()).toBeGreaterThan(3);
    await editor.press('Mod+e');
    await editor.dialog.getByRole('radio', { name: 'SVG' }).click();
    await expect(editor.dialog.getByRole('figure').getByText(/Forecast: /)).toBeAttached({ timeout: 30_000 });
    const path = join(host.folder, 'shown.svg');
    host.answerSave(path);
    const button = host.kind === 'browser' ? 'dialogs.export.saveTo' : 'dialogs.export.export';
    await editor.dialog.getByRole('button', { name: editor.text(button) }).click();
    if (host.kind === 'browser') await editor.nameFile('shown');
    await expect(page.getByText(editor.text('files.exported', { name: 'shown.svg' })).first()).toBeVisible({
      timeout: 30_000,
    });
    const out = join(host.folder, 'command-line.svg');
    const sample = join(root, 'dist/samples/pet-food.en.journey.json');
    const wishes = ['--view', 'decisions', '--route', 'happy', '--page', 'A3', '--language', 'en', '--to', out];
    execFileSync(process.execPath, [join(root, 'dist/command-line/periplo.js'), 'export', sample, ...wishes]);
    expect(readFileSync(out).equals(readFileSync(path))).toBe(true);
  });
});

test.describe('a map without ways', () => {
  onBrowserHostOnly();

  test('says what to do', async ({ editor }) => {
    await expect(editor.dialog).toBeVisible();
    await editor.press('Escape');
    await editor.press('Alt+2');
    await expect(editor.page.getByRole('heading', { name: 'Which way do customers go?' })).toBeVisible();
  });
});
