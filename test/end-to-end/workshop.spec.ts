import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { clipped, inaccessible } from '../drivers/looking';
import { smallMap } from '../fixtures/small-map';

onBrowserHostOnly();
test.use({ language: 'es', map: smallMap() });

/** The height of the letters of a card's title on the screen, in pixels. */
const letters = (page: Page, id: string) =>
  page
    .locator(`.react-flow__node[data-id="${id}"] svg text`)
    .first()
    .evaluate((text) => text.getBoundingClientRect().height);

test('a session of 45 minutes: talked about, voted, settled, written down, presented', async ({ editor, path }) => {
  test.setTimeout(180_000);
  const { page } = editor;
  const text = editor.text.bind(editor);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const looksRight = async (what: string, part: string) => {
    expect.soft(await inaccessible(page, what, part), what).toEqual([]);
    expect.soft(await clipped(page, part), what).toEqual([]);
  };
  await page.emulateMedia({ reducedMotion: 'reduce' });

  await editor.card('Shipping cost').click();
  await page.getByLabel(text('workshop.comments.yours')).fill('Sólo se ve al pagar');
  await page.getByLabel(text('workshop.comments.name')).fill('Ana');
  await button(text('workshop.comments.say')).click();
  const badge = page.locator('.react-flow__node[data-id="cost"]').getByRole('img', {
    name: text('workshop.comments.open', { count: 1 }),
  });
  await expect(badge).toBeVisible();
  await editor.press('Escape');

  await editor.press('Mod+Alt+c');
  const panel = page.getByRole('complementary', { name: text('workshop.name') });
  await expect(panel.getByText('Sólo se ve al pagar')).toBeVisible();
  await looksRight('comments', '.workshop');

  await editor.press('Mod+Alt+w');
  await looksRight('the start', '.workshop');
  await button(text('workshop.session.begin')).click();
  const steps = page.getByRole('region', { name: text('workshop.bar') });
  await expect(steps.locator('[aria-current="step"]')).toHaveText(`1${text('workshop.topics.persona')}`);
  await expect(steps.getByRole('timer')).toContainText('4:00');
  for (let step = 1; step < 8; step++) await button(text('workshop.session.nextStep')).click();
  await expect(steps.getByRole('timer')).toContainText('5:00');
  await expect(button(text('workshop.session.nextStep'))).toBeDisabled();
  await expect(page.locator('.react-flow__node[data-id="shop"] .card-node.dimmed')).toHaveCount(1);
  await expect(page.locator('.react-flow__node[data-id="cost"] .card-node.dimmed')).toHaveCount(0);
  await button(text('workshop.timer.start')).click();
  await expect(steps.getByRole('timer')).toContainText('4:5');
  await button(text('workshop.timer.stop')).click();

  await page.getByLabel(text('workshop.session.addMembers')).fill('Ana, Marcos');
  await editor.press('Enter');
  const put = button(text('workshop.votes.put', { title: 'Shipping cost' }));
  for (let dot = 0; dot < 3; dot++) await put.click();
  await expect(put).toBeDisabled();
  await page.getByRole('combobox', { name: text('workshop.votes.voter') }).selectOption('Marcos');
  await put.click();
  await expect(panel.getByRole('img', { name: text('workshop.votes.dots', { count: 4 }) })).toBeVisible();
  await looksRight('the votes', '.workshop');
  await looksRight('the steps', '.facilitation');

  await panel.getByRole('radio', { name: text('workshop.tabs.agreements') }).click();
  await page.getByLabel(text('workshop.agreements.add.decision')).fill('Envío gratis desde 30 €');
  await editor.press('Enter');
  await page.getByLabel(text('workshop.agreements.add.action')).fill('Mostrar el envío antes');
  await editor.press('Enter');
  const action = panel.locator('.workshop-card').filter({ has: page.getByRole('checkbox') });
  await action.getByLabel(text('workshop.agreements.owner')).fill('Marcos');
  await action.getByLabel(text('workshop.agreements.due')).fill('2026-12-01');
  await looksRight('what was settled', '.workshop');

  await panel.getByRole('radio', { name: text('workshop.tabs.session') }).click();
  const [record] = await Promise.all([page.waitForEvent('download'), button(text('workshop.session.record')).click()]);
  const markdown = readFileSync(await record.path(), 'utf8');
  expect(markdown).toContain('- 1. Shipping cost: 4 puntos');
  expect(markdown).toContain('- [ ] Mostrar el envío antes (Marcos · para el 1 dic 2026)');
  expect(markdown).toContain('## Decisiones\n\n- Envío gratis desde 30 €');

  const map = await editor.saved(path);
  expect(Object.values(map.votes).map(({ voter, count }) => [voter, count])).toEqual(
    expect.arrayContaining([
      ['Ana', 3],
      ['Marcos', 1],
    ]),
  );
  expect(Object.values(map.comments)).toMatchObject([{ element: 'cost', author: 'Ana', resolved: false }]);
  await button(text('workshop.session.close')).first().click();

  await page.setViewportSize({ width: 1920, height: 1080 });
  await editor.press('Mod+Alt+p');
  const bar = page.getByRole('region', { name: text('workshop.present.name') });
  await expect(bar.getByRole('heading')).toHaveText('1. Learn');
  await expect(page.locator('.app-top')).toHaveCount(0);
  await editor.press('PageDown');
  await expect(bar.getByRole('heading')).toHaveText('2. Buy');
  // Read at a third of the size: letters of 8 pixels and more.
  await expect.poll(() => letters(page, 'shop')).toBeGreaterThan(24);
  await looksRight('the presentation', '.present-bar');
  await page.screenshot({ path: 'test-results/looks/es-1920-present.png' });
  await editor.rename('Web shop', 'La tienda de todos');
  await expect(bar.getByRole('heading')).toHaveText('2. Buy');
  await editor.press('End');
  await expect(bar.getByRole('heading')).toHaveText('3. Use');
  await editor.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(editor.card('La tienda de todos')).toBeVisible();
});
