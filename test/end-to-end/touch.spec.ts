import type { CDPSession } from '@playwright/test';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });
onBrowserHostOnly();

type Point = { x: number; y: number };

/** Moves as many fingers as there are paths, each from its start to its end, in steps. */
async function slide(session: CDPSession, paths: readonly (readonly [Point, Point])[]): Promise<void> {
  const at = (part: number) =>
    paths.map(([from, to], id) => ({ id, x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }));
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 8; step++) {
    await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step / 8) });
  }
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

test('on a touch screen a tap selects, a finger moves a card, one moves the view, and two zoom', async ({
  editor,
  path,
}) => {
  const { page } = editor;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  await page.reload();
  await editor.ready();
  const shop = editor.card('Web shop');

  const middle = await editor.centre(shop);
  await slide(session, [[middle, middle]]);
  await expect.poll(() => editor.selected()).toEqual(['Web shop']);

  const before = await editor.box(shop);
  await slide(session, [[middle, { x: middle.x + 40, y: middle.y + 24 }]]);
  await expect.poll(async () => (await editor.box(shop)).y).toBeGreaterThan(before.y + 10);
  const moved = (await editor.saved(path)).elements.shop;
  expect(moved).toMatchObject({ stage: 'buy', lane: 'touchpoints' });
  expect(moved?.kind !== 'stage' && moved?.y).toBeGreaterThan(12);

  // On the empty canvas one finger moves the view.
  const centre = { x: 720, y: 620 };
  const resting = await editor.box(shop);
  await slide(session, [[centre, { x: centre.x - 60, y: centre.y }]]);
  await expect.poll(async () => Math.round((await editor.box(shop)).x)).toBeLessThan(resting.x - 40);
  const zoom = () =>
    page
      .locator('.react-flow__viewport')
      .evaluate((viewport) => Number(/scale\(([\d.]+)\)/.exec(viewport.style.transform)?.[1]));
  const near = await zoom();
  const left = { x: centre.x - 40, y: centre.y };
  const right = { x: centre.x + 40, y: centre.y };
  await slide(session, [
    [left, { ...left, x: left.x - 60 }],
    [right, { ...right, x: right.x + 60 }],
  ]);
  await expect.poll(zoom).toBeGreaterThan(near * 1.5);
});
