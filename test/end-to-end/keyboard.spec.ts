import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { EditorDriver } from '../drivers/editor';
import { readMapFile } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

/** What has the focus, as a person would call it, and whether one can see that it has. */
function focused(page: Page): Promise<{ name: string; visible: boolean; inCanvas: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { name: '', visible: false, inCanvas: false };
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : null;
    const isMarked = (one: Element | null) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    const around = element.closest(':is(.new-map-model, .find-box, .tag-box)');
    const card = element.matches('.react-flow__node, .stage-button') ? element : null;
    const ring = card?.closest('.react-flow__node, .stage-head')?.querySelector('.halo, .stage-halo') ?? null;
    return {
      name: element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '',
      visible: isMarked(element) || isMarked(around) || ring !== null,
      inCanvas: element.closest('.journey-canvas') !== null,
    };
  });
}

async function addCard(editor: EditorDriver, key: string, title: string): Promise<void> {
  await editor.press(key);
  await editor.page.locator('.title-editor').waitFor();
  await editor.type(title);
  await editor.press('Enter');
  await expect(editor.card(title)).toBeVisible();
}

/** Presses Tab until something is reached. */
async function tabTo(editor: EditorDriver, name: string | RegExp, key = 'Tab'): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    await editor.press(key);
    const now = await focused(editor.page);
    expect(now.visible, `focus on “${now.name}”`).toBe(true);
    if (typeof name === 'string' ? now.name === name : name.test(now.name)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
}

test('a map is made, filled in, connected and saved without the mouse', async ({ editor, host }) => {
  const { page } = editor;
  await editor.type('By hand');
  await tabTo(editor, new RegExp(editor.text('stageModels.six-stages.title')));
  await editor.press('ArrowUp');
  await editor.press('Enter');
  await expect(page.locator('.stage-head')).toHaveCount(5);

  await addCard(editor, 't', 'Search engine');
  await addCard(editor, 't', 'Web shop');
  await addCard(editor, 'a', 'Pays');
  await addCard(editor, 'x', 'Shipping cost');
  await expect.poll(() => editor.selected()).toEqual(['Shipping cost']);

  await test.step('Tab walks back to another card, whose fields are then filled in', async () => {
    await tabTo(editor, /Search engine$/, 'Shift+Tab');
    await expect.poll(() => editor.selected()).toEqual(['Search engine']);
    await expect(editor.card('Search engine')).toBeFocused();
    await editor.press('F6');
    await tabTo(editor, editor.text('fields.owner'));
    await editor.type('Marketing');
    await editor.press('Tab');
  });

  await test.step('two cards are connected with L', async () => {
    await editor.press('Shift+F6');
    await expect(editor.card('Search engine')).toBeFocused();
    await editor.press('Mod+k');
    await editor.type('Web shop');
    await editor.press('ArrowUp');
    await editor.press('Enter');
    await expect.poll(() => editor.selected()).toEqual(['Web shop']);
    await editor.press('Mod+a');
    await editor.press('l');
    await expect(page.locator('.journey-edge')).toHaveCount(3);
  });

  host.answerSave(join(host.folder, 'by-hand.journey.json'));
  await editor.press('Mod+s');
  if (host.kind === 'browser') await editor.nameFile('by-hand');
  await expect(page.getByText(editor.text('files.saved')).first()).toBeVisible();
  const map = readMapFile(join(host.folder, 'by-hand.journey.json'));
  expect(map.title).toBe('By hand');
  expect(Object.values(map.connections)).toHaveLength(3);
  const owners = Object.values(map.elements).flatMap(({ kind, title, owner }) =>
    kind === 'stage' ? [] : [[title, owner]],
  );
  expect(owners).toContainEqual(['Search engine', 'Marketing']);
});

test.describe('on a map', () => {
  test.use({ map: smallMap() });
  onBrowserHostOnly();

  test('Tab goes through the whole window, always seen, and out of the canvas at both ends', async ({ editor }) => {
    const { page } = editor;
    const seen: { name: string; inCanvas: boolean }[] = [];
    for (let steps = 0; steps < 120; steps++) {
      await editor.press('Tab');
      const now = await focused(page);
      if (now.name === '') break;
      expect(now.visible, `focus on “${now.name}” after “${seen.at(-1)?.name}”`).toBe(true);
      seen.push(now);
    }
    const inside = seen.filter((one) => one.inCanvas).map((one) => one.name);
    const order = ['Learn', 'Buy', 'Use', 'Pays', 'Search engine', 'Web shop', 'Unboxing', 'Shipping cost'];
    expect(inside.slice(0, order.length).map((name) => name.replace(/^.*: /, ''))).toEqual(order);
    // There is something before the canvas and something behind it.
    expect([seen[0]?.inCanvas, seen.at(-1)?.inCanvas]).toEqual([false, false]);
    await editor.stage('Buy').click();
    await editor.press('Shift+Tab');
    await expect.poll(async () => (await focused(page)).name).toMatch(/Learn$/);
    await editor.press('Shift+Tab');
    await expect.poll(async () => (await focused(page)).inCanvas).toBe(false);
  });
});
