import type { EditorDriver } from '../drivers/editor';
import { expect, onBrowserHostOnly, test } from '../drivers/hosts';
import { smallMap } from '../fixtures/small-map';

test.use({ map: smallMap() });
onBrowserHostOnly();

/** The middle of a cell of the small map. */
async function cell(editor: EditorDriver, stage: string, lane: string) {
  const head = await editor.centre(editor.stage(stage));
  const row = await editor.centre(editor.row(lane));
  return { x: head.x, y: row.y };
}

const beside = (point: { x: number; y: number }, x: number, y = 0) => ({ x: point.x + x, y: point.y + y });

test('a card lands where it is shown to land, as one step, and Escape gives a drag up', async ({ editor, path }) => {
  const { page } = editor;
  const shop = editor.card('Web shop');
  const before = await editor.box(shop);

  await editor.grab(await editor.centre(shop), await cell(editor, 'Use', 'pains'));
  const landing = await editor.box(page.locator('.landing-card'));
  await page.mouse.up();
  await expect(page.locator('.landing-card')).toHaveCount(0);
  const after = await editor.box(shop);
  expect(Math.abs(after.x - landing.x)).toBeLessThan(2);
  expect(Math.abs(after.y - landing.y)).toBeLessThan(2);
  expect((await editor.saved(path)).elements.shop).toMatchObject({ stage: 'use', lane: 'pains' });

  await editor.press('Mod+z');
  await expect.poll(() => editor.box(shop)).toEqual(before);
  await expect(editor.undoButton).toBeDisabled();

  await editor.grab(await editor.centre(shop), await cell(editor, 'Learn', 'actions'));
  await editor.press('Escape');
  await expect(page.locator('.landing-card')).toHaveCount(0);
  await page.mouse.up();
  await expect.poll(() => editor.box(shop)).toEqual(before);
  await expect(editor.undoButton).toBeDisabled();
  expect((await editor.saved(path)).elements.shop).toMatchObject({ stage: 'buy', lane: 'touchpoints', x: 16, y: 12 });
});

test('several cards are selected, moved, aligned, distributed, copied, deleted and stacked', async ({
  editor,
  path,
}) => {
  const { page } = editor;
  const [search, shop, unboxing] = ['Search engine', 'Web shop', 'Unboxing'].map((title) => editor.card(title));
  if (!search || !shop || !unboxing) throw new Error('no cards');

  await test.step('by a box, and one more by Shift', async () => {
    const from = await editor.box(search);
    const to = await editor.box(shop);
    await editor.drag({ x: from.x - 8, y: from.y + from.height + 30 }, { x: to.x + 20, y: to.y + to.height - 4 });
    await expect.poll(() => editor.selected()).toEqual(['Search engine', 'Web shop']);
    await page.keyboard.down('Shift');
    await unboxing.click();
    await page.keyboard.up('Shift');
    await expect.poll(() => editor.selected()).toEqual(['Search engine', 'Unboxing', 'Web shop']);
  });

  await test.step('moved together', async () => {
    const centre = await editor.centre(search);
    const others = [await editor.box(shop), await editor.box(unboxing)];
    await page.keyboard.down('Alt');
    await editor.drag(centre, beside(centre, 0, 40));
    await page.keyboard.up('Alt');
    await expect.poll(async () => (await editor.box(shop)).y - (others[0]?.y ?? 0)).toBeGreaterThan(35);
    expect((await editor.box(unboxing)).y - (others[1]?.y ?? 0)).toBe((await editor.box(shop)).y - (others[0]?.y ?? 0));
    await editor.press('Mod+z');
    await expect.poll(() => editor.box(shop)).toEqual(others[0]);
    await expect(editor.undoButton).toBeDisabled();
  });

  await test.step('aligned and distributed', async () => {
    await editor.clickEmptyCanvas();
    const centre = await editor.centre(unboxing);
    await editor.drag(centre, beside(centre, 14, 60));
    await editor.press('Mod+a');
    await editor.clickEmptyCanvas();
    for (const card of [search, shop, unboxing]) {
      await page.keyboard.down('Shift');
      await card.click();
      await page.keyboard.up('Shift');
    }
    await editor.run('alignTop');
    await expect.poll(async () => (await editor.box(unboxing)).y).toBe((await editor.box(search)).y);
    await editor.run('distributeHorizontally');
    const [a, b, c] = await Promise.all([search, shop, unboxing].map((card) => editor.box(card)));
    if (!a || !b || !c) throw new Error('no boxes');
    expect(b.x - (a.x + a.width)).toBeCloseTo(c.x - (b.x + b.width), 0);
  });

  await test.step('duplicated, deleted, and back', async () => {
    await editor.press('Mod+d');
    await expect(page.locator('.react-flow__node')).toHaveCount(8);
    await editor.press('Delete');
    await expect(page.locator('.react-flow__node')).toHaveCount(5);
    await editor.press('Mod+z');
    await expect(page.locator('.react-flow__node')).toHaveCount(8);
    const map = await editor.saved(path);
    expect(Object.values(map.elements).filter((element) => element.title === 'Web shop')).toHaveLength(2);
    // The line between two of them was copied along.
    expect(Object.values(map.connections)).toHaveLength(2);
    await editor.press('Mod+z');
    await expect(page.locator('.react-flow__node')).toHaveCount(5);
  });

  await test.step('one is brought to the front', async () => {
    await editor.clickEmptyCanvas();
    await search.click();
    await editor.press(']');
    const orders = Object.values((await editor.saved(path)).elements).filter((element) => element.kind !== 'stage');
    const [top] = orders.sort((a, b) => (a.order > b.order ? -1 : 1));
    expect(top?.id).toBe('search');
  });
});

test('cards and stages are resized, stages and rows renamed in place', async ({ editor, path }) => {
  const { page } = editor;
  const shop = editor.card('Web shop');
  await shop.click();
  const before = await editor.box(shop);
  const corner = await editor.centre(shop.locator('.grip-corner'));
  await editor.drag(corner, beside(corner, 20, 50));
  await expect.poll(async () => (await editor.box(shop)).height).toBeGreaterThan(before.height + 30);
  const edge = await editor.centre(editor.stage('Learn').locator('.stage-edge'));
  await editor.drag(edge, beside(edge, 80));
  const sized = await editor.saved(path);
  expect(sized.elements.shop?.width).toBe(192);
  expect(sized.elements.learn?.width).toBe(284);
  await editor.press('Mod+z');
  await editor.press('Mod+z');
  await expect(editor.undoButton).toBeDisabled();
  await expect.poll(() => editor.box(shop)).toEqual(before);

  await editor.stage('Buy').dblclick();
  await page.locator('.title-editor').waitFor();
  await editor.type('Purchase');
  await editor.press('Enter');
  await expect(editor.stage('Purchase')).toBeVisible();
  await editor.row('pains').dblclick();
  await page.locator('.lane-title-editor').waitFor();
  await editor.type('Worries');
  await editor.press('Enter');
  const named = await editor.saved(path);
  expect(named.elements.buy?.title).toBe('Purchase');
  expect(named.lanes.pains?.title).toBe('Worries');
  // What is typed in one go is one step.
  await editor.press('Mod+z');
  await editor.press('Mod+z');
  await expect(editor.undoButton).toBeDisabled();
});

test('stages change places with their cards, by mouse and by key; stages and rows come and go', async ({
  editor,
  path,
}) => {
  const { page } = editor;
  const order = async () => {
    const names = await page.locator('.stage-head').evaluateAll((heads) =>
      heads
        .map((head) => ({ x: head.getBoundingClientRect().x, name: head.querySelector('button')?.ariaLabel ?? '' }))
        .sort((a, b) => a.x - b.x)
        .map(({ name }) => name.replace(/^.*: /, '')),
    );
    return names;
  };
  const offset = async () => (await editor.box(editor.card('Unboxing'))).x - (await editor.box(editor.stage('Use'))).x;
  const kept = await offset();

  const use = await editor.centre(editor.stage('Use'));
  await editor.drag(use, beside(await editor.centre(editor.stage('Learn')), -60));
  await expect.poll(order).toEqual(['Use', 'Learn', 'Buy']);
  expect(await offset()).toBe(kept);
  await editor.stage('Use').click();
  await editor.press('Alt+ArrowRight');
  await expect.poll(order).toEqual(['Learn', 'Use', 'Buy']);
  await editor.press('Alt+ArrowRight');
  await editor.press('Alt+ArrowRight');
  await expect.poll(order).toEqual(['Learn', 'Buy', 'Use']);
  await editor.press('Alt+ArrowLeft');
  await expect.poll(order).toEqual(['Learn', 'Use', 'Buy']);
  expect(await offset()).toBe(kept);

  await editor.press('s');
  await page.locator('.title-editor').waitFor();
  await editor.type('Unpack');
  await editor.press('Enter');
  await expect.poll(order).toEqual(['Learn', 'Use', 'Unpack', 'Buy']);

  await editor.run('manageLanes');
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.lanes.add') }).click();
  await editor.type('Ideas');
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.lanes.hide', { title: 'Actions' }) }).click();
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.done') }).click();
  await expect(editor.row('actions')).toHaveCount(0);
  await expect(editor.card('Pays')).toHaveCount(0);
  const map = await editor.saved(path);
  expect(Object.values(map.lanes).map((lane) => [lane.title, lane.hidden])).toContainEqual(['Ideas', false]);
  expect(map.lanes.actions?.hidden).toBe(true);
  await editor.run('manageLanes');
  await editor.dialog.getByRole('button', { name: editor.text('dialogs.lanes.show', { title: 'Actions' }) }).click();
  const height = editor.dialog.getByRole('spinbutton', {
    name: editor.text('canvas.resizeLane', { title: 'Actions' }),
  });
  await height.fill('240');
  await editor.press('Escape');
  await expect(editor.card('Pays')).toBeVisible();
  expect((await editor.box(editor.row('actions'))).height).toBe(240);
  // Typed in one go, it is one step.
  await editor.press('Mod+z');
  expect((await editor.saved(path)).lanes.actions).toMatchObject({ hidden: false, height: map.lanes.actions?.height });
});

test('cards are connected from handle to handle, from a handle to anywhere on a card, and labelled', async ({
  editor,
  path,
}) => {
  const { page } = editor;
  const shop = editor.card('Web shop');
  const unboxing = editor.card('Unboxing');
  await shop.hover();
  await editor.drag(
    await editor.centre(shop.locator('.card-handle[data-handleid="right"]')),
    await editor.centre(unboxing.locator('.card-handle[data-handleid="bottom"]')),
  );
  await editor.connect('Pays', 'Shipping cost');
  await editor.label('too much 30%');
  const connections = Object.values((await editor.saved(path)).connections);
  expect(connections).toContainEqual(
    expect.objectContaining({ from: 'shop', to: 'unboxing', fromSide: 'right', toSide: 'bottom' }),
  );
  expect(connections).toContainEqual(
    expect.objectContaining({ from: 'pays', to: 'cost', fromSide: null, label: 'too much', probability: 0.3 }),
  );

  await page.locator('.edge-label').first().dblclick();
  await page.locator('.label-editor').waitFor();
  await editor.type('finds');
  await editor.press('Enter');
  await expect.poll(async () => (await editor.saved(path)).connections.clicks?.label).toBe('finds');
  await editor.press('Delete');
  expect((await editor.saved(path)).connections.clicks).toBeUndefined();
});

test('arrows move cards, the view is moved and enlarged in every way', async ({ editor, path }) => {
  const { page } = editor;
  const search = editor.card('Search engine');
  await search.click();
  for (const key of ['ArrowRight', 'Shift+ArrowDown', 'ArrowLeft', 'ArrowLeft']) await editor.press(key);
  expect((await editor.saved(path)).elements.search).toMatchObject({ x: 12, y: 44 });
  await editor.clickEmptyCanvas();

  const zoom = page.locator('.status-zoom');
  const centre = await editor.centre(search);
  const shift = async () => {
    const now = await editor.centre(search);
    return [Math.round(now.x - centre.x), Math.round(now.y - centre.y)];
  };
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.wheel(0, -200);
  await expect(zoom).not.toContainText('100%');
  // The point below the pointer stays.
  expect(await shift()).toEqual([0, 0]);
  await editor.press('0');
  await expect(zoom).toContainText('100%');
  await editor.press('+');
  await expect(zoom).toContainText('125%');
  await editor.press('-');
  await expect(zoom).toContainText('100%');
  await editor.press('1');
  await expect(zoom).not.toContainText('100%');
  await editor.press('0');
  await expect(zoom).toContainText('100%');

  const empty = await cell(editor, 'Use', 'pains');
  const from = await editor.box(search);
  await page.keyboard.down('Space');
  await editor.drag(empty, beside(empty, -70, 40));
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await editor.box(search)).x - from.x)).toBe(-70);
  await editor.drag(empty, beside(empty, 70, -40), 'middle');
  await expect.poll(() => editor.box(search)).toEqual(from);
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(0);
});

test('a card is found, others recede behind a filter, and tidying leaves no overlap', async ({ editor }) => {
  const { page } = editor;
  await editor.press('Mod+f');
  await editor.type('unbo');
  await editor.press('Enter');
  await expect.poll(() => editor.selected()).toEqual(['Unboxing']);
  await editor.press('Escape');
  await expect(page.getByRole('search')).toHaveCount(0);

  await editor.press('Mod+Shift+f');
  const bar = page.getByRole('region', { name: editor.text('panels.filter.name') });
  await bar.getByRole('button', { name: editor.text('kinds.touchpoint.many') }).click();
  await expect(editor.card('Pays').locator('.dimmed')).toHaveCount(1);
  await expect(editor.card('Web shop').locator('.dimmed')).toHaveCount(0);
  await bar.getByRole('button', { name: editor.text('panels.filter.clear') }).click();
  await expect(page.locator('.dimmed')).toHaveCount(0);
  await editor.press('Mod+Shift+f');

  for (const title of ['Search engine', 'Unboxing', 'Shipping cost']) {
    await editor.drag(
      await editor.centre(editor.card(title)),
      beside(await editor.centre(editor.card('Web shop')), 12, 8),
    );
  }
  const boxes = () =>
    page
      .locator('.react-flow__node')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().toJSON()));
  const overlaps = async () => {
    const all = await boxes();
    return all.filter((a, index) =>
      all.slice(index + 1).some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
    ).length;
  };
  expect(await overlaps()).toBeGreaterThan(0);
  const heaped = await boxes();
  await editor.press('Mod+Shift+l');
  await expect.poll(overlaps).toBe(0);
  await editor.press('Mod+z');
  await expect.poll(boxes).toEqual(heaped);
});
