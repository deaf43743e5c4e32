import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import ICAL from 'ical.js';
import type { JourneyMap } from '../../shared/document/schema';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { clipped, inaccessible } from '../drivers/looking';
import { ideaMap } from '../fixtures/idea-map';

test.use({ language: 'en', map: ideaMap() });

const card = (page: Page, title: string): Locator =>
  page.locator('.ideas-card').filter({ has: page.locator('.ideas-card-title', { hasText: new RegExp(`^${title}$`) }) });
const focused = (page: Page) => page.locator('.ideas-card:focus .ideas-card-title');
const titled = (map: JourneyMap, title: string) => Object.values(map.elements).find((one) => one.title === title);
const servedBy = (map: JourneyMap, title: string) => {
  const id = titled(map, title)?.id;
  return Object.values(map.connections)
    .filter(({ type, from, to }) => type === 'relation' && (from === id || to === id))
    .map(({ from, to }) => map.elements[from === id ? to : from]?.title)
    .sort();
};

test('from a pain point to a plan: keyboard, pointer, board, calendar, coverage, files', async ({
  editor,
  host,
  path,
}) => {
  test.setTimeout(120_000);
  const { page } = editor;
  await editor.press('Alt+4');
  await expect(card(page, 'cost')).toContainText('severity 4 · shop · 9,982 people affected');

  await test.step('the grid is edited with the keyboard only', async () => {
    await editor.press('F6');
    for (
      let tries = 0;
      tries < 30 && !(await page.evaluate(() => document.activeElement?.matches('[data-cell]')));
      tries++
    )
      await editor.press('Tab');
    await expect(focused(page)).toHaveText('cost');
    await editor.press('ArrowDown');
    await expect(focused(page)).toHaveText('delay');
    await editor.press('a');
    await editor.type('Night courier');
    await editor.press('Enter');
    await expect(focused(page)).toHaveText('Night courier');
    await editor.press('n');
    await editor.type('Where is my box?');
    await editor.press('Tab');
    await editor.type('Tool');
    await editor.press('Enter');
    await expect(focused(page)).toHaveText('Where is my box?');
    await editor.press('Enter');
    await editor.type('not this');
    await editor.press('Escape');
    await expect(focused(page)).toHaveText('Where is my box?');
    await editor.press('s');
    await expect(card(page, 'Where is my box\\?')).toContainText('Tool · draft');
    await editor.press('m');
    await editor.press('ArrowUp');
    await editor.press('Shift+Enter');
    await expect(card(page, 'Where is my box\\?')).toHaveCount(2);
    await editor.press('p');
    await editor.type('No invoice');
    await editor.press('Enter');
    await expect(focused(page)).toHaveText('No invoice');
    await editor.press('Mod+z');
    await expect(card(page, 'No invoice')).toHaveCount(0);
    await editor.press('Mod+Shift+z');
    await expect(card(page, 'No invoice')).toHaveCount(1);
  });

  await test.step('an idea is dragged to another pain point', async () => {
    const target = page.locator('.ideas-line', { has: card(page, 'No invoice') });
    await editor.drag(await editor.centre(card(page, 'calculator')), await editor.centre(target));
    await expect(target.locator('.ideas-card', { hasText: 'calculator' })).toBeVisible();
    await editor.press('Escape');
  });

  await test.step('all of it stands on the map', async () => {
    const map = await editor.saved(path);
    expect(titled(map, 'Night courier')).toMatchObject({ kind: 'answer', stage: 's0' });
    expect(titled(map, 'Where is my box?')).toMatchObject({ kind: 'content-idea', format: 'Tool', status: 'draft' });
    expect(servedBy(map, 'Where is my box?')).toEqual(['Night courier', 'total']);
    expect(servedBy(map, 'calculator')).toEqual(['No invoice']);
    await editor.press('Alt+1');
    await editor.press('1');
    await expect(editor.card('Night courier')).toHaveCount(1);
    await editor.rename('Night courier', 'Courier by night');
    await editor.press('Alt+4');
    await expect(card(page, 'Courier by night')).toBeVisible();
  });

  await test.step('the board and the calendar hold the same ideas', async () => {
    await page.getByRole('radio', { name: 'Board' }).click();
    await editor.drag(
      await editor.centre(card(page, 'calculator')),
      await editor.centre(page.getByRole('region', { name: 'Published' })),
    );
    await expect(page.getByRole('region', { name: 'Published' }).getByText('calculator')).toBeVisible();
    await page.getByRole('radio', { name: 'Calendar' }).click();
    await card(page, 'Where is my box\\?').focus();
    await editor.press('d');
    await page.locator('.ideas-edit [data-field=due]').fill('2026-12-24');
    await editor.press('Enter');
    await expect(card(page, 'Where is my box\\?')).toHaveCount(1);
    const map = await editor.saved(path);
    expect(titled(map, 'calculator')).toMatchObject({ status: 'published' });
    expect(titled(map, 'Where is my box?')).toMatchObject({ due: '2026-12-24' });
  });

  await test.step('a gap of the coverage is filled', async () => {
    await page.getByRole('radio', { name: 'Coverage' }).click();
    await page.getByRole('button', { name: 'Blog, Purchase: nothing yet. Add it' }).click();
    await expect(page.getByRole('button', { name: 'Blog, Purchase: 1 card' })).toBeFocused();
    expect(titled(await editor.saved(path), 'New Blog')).toMatchObject({ stage: 's1', format: 'Blog' });
  });

  await test.step('the plan leaves as a table, as briefs, and as dates that a calendar reads', async () => {
    const csv = await delivered('As a table (CSV)', 'plan.csv');
    expect(csv.split('\r\n')[0]).toContain('Stage,Kind,Pain point or question,Severity,People affected');
    expect(csv).toContain('Pain point,cost,4,9982,total,post,Blog,E-mail,Planned,2026-11-30');
    const briefs = await delivered('Briefs of all ideas (Markdown)', 'briefs.md');
    expect(briefs).toContain('## Where is my box?');
    expect(briefs).toContain('**Courier by night**');
    const calendar = new ICAL.Component(ICAL.parse(await delivered('Due dates (iCalendar)', 'dates.ics')));
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    expect(events.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
      ['Blog: post', '2026-11-30'],
      ['Tool: calculator', '2026-12-04'],
      ['Tool: Where is my box?', '2026-12-24'],
    ]);
  });

  /** Saves one of the view's files and gives its text: where the desktop asks, among a browser's downloads. */
  async function delivered(entry: string, name: string): Promise<string> {
    const target = join(host.folder, name);
    host.answerSave(target);
    const download = host.kind === 'browser' ? page.waitForEvent('download') : null;
    await page.getByRole('button', { name: 'Content plan' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    if (download) return readFileSync(await (await download).path(), 'utf8');
    await expect(page.getByText(editor.text('files.exported', { name })).first()).toBeVisible();
    return readFileSync(target, 'utf8');
  }
});

test.describe('the table', () => {
  onBrowserHostOnly();

  test('is copied as text and as HTML', async ({ editor }) => {
    const { page } = editor;
    await editor.press('Alt+4');
    await page.getByRole('button', { name: 'Content plan' }).click();
    await page.getByRole('menuitem', { name: 'Copy as table' }).click();
    await expect(page.getByText('Copied: 5 lines')).toBeVisible();
    const [text, html] = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return [await read('text/plain'), await read('text/html')];
    });
    expect(text?.split('\n')[1]).toContain('Pain point\tcost\t4\t9982\ttotal\tcalculator');
    expect(html).toContain('<td>calculator</td>');
  });
});

for (const [language, theme] of [
  ['en', 'light'],
  ['es', 'dark'],
] as const) {
  test.describe(`${language}, ${theme}`, () => {
    onBrowserHostOnly();
    test.use({ language, open: 'sample', colorScheme: theme, map: undefined });

    test('nothing of the view is inaccessible or cut off', async ({ editor }) => {
      const { page } = editor;
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await editor.press('Alt+4');
      for (const tab of ['grid', 'board', 'calendar', 'coverage'] as const) {
        await page.getByRole('radio', { name: editor.text(`ideas.tabs.${tab}`), exact: true }).click();
        expect.soft(await inaccessible(page, tab, '.app-main')).toEqual([]);
        expect.soft(await clipped(page, '.app-main .ideas')).toEqual([]);
      }
      await page.getByRole('radio', { name: editor.text('ideas.tabs.grid'), exact: true }).click();
      await page.locator('.ideas-card.content-idea').first().dblclick();
      await expect(page.locator('.ideas-edit')).toBeVisible();
      expect.soft(await inaccessible(page, 'edited in place', '.app-main')).toEqual([]);
      await editor.press('Escape');
      await page.getByRole('button', { name: editor.text('ideas.prompts.open'), exact: true }).click();
      expect.soft(await inaccessible(page, 'questions', '.app-right')).toEqual([]);
      expect.soft(await clipped(page, '.app-right')).toEqual([]);
    });
  });
}
