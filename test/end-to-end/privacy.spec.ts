import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement, orderAfter } from '../../shared/document/create';
import type { JourneyMap } from '../../shared/document/schema';
import { expect, test } from '../drivers/hosts';
import { NAUGHTY_STRINGS } from '../fixtures/naughty-strings';
import { smallMap } from '../fixtures/small-map';

const PAYLOADS = [
  '<script>window.hacked = 1</script>',
  '"><img src=x onerror="window.hacked = 2">',
  '<svg/onload=window.hacked=3>',
  "javascript:window.hacked='4'",
  '</style><script>window.hacked = 5</script>',
  '{{constructor.constructor("window.hacked = 6")()}}',
  '<iframe src="https://evil.example/">',
  'url(https://evil.example/x.png)',
];

/** Everything that can be typed, filled with what must never run. */
function hostileMap(): JourneyMap {
  const map = smallMap();
  const payload = (index: number) => PAYLOADS[index % PAYLOADS.length] ?? '';
  map.title = payload(0);
  map.description = payload(1);
  Object.values(map.lanes).forEach((lane, index) => {
    lane.title = payload(index);
  });
  Object.values(map.elements).forEach((element, index) => {
    Object.assign(element, {
      title: payload(index),
      text: payload(index + 1),
      owner: payload(index + 2),
      tags: PAYLOADS,
    });
    element.links = [{ label: payload(index), url: payload(3) }];
  });
  map.elements.somebody = {
    ...createElement('persona', {
      title: payload(1),
      order: orderAfter(Object.values(map.elements)),
      quote: payload(2),
    }),
    id: 'somebody',
  };
  if (map.connections.clicks) map.connections.clicks.label = payload(2);
  // What is shown on one line, and whose characters all show, can be compared letter by letter.
  const shown = NAUGHTY_STRINGS.filter((text) => text.trim() === text && text !== '' && text.length < 60);
  shown.forEach((title, index) => {
    const id = `naughty-${index}`;
    const place = { stage: 'use', lane: 'pains', x: 260 + (index % 5) * 200, y: 10 + Math.floor(index / 5) * 130 };
    map.elements[id] = {
      ...createElement('note', { title, ...place, order: orderAfter(Object.values(map.elements)) }),
      id,
    };
  });
  return map;
}

test.use({ map: hostileMap() });

// That nothing is asked of any other machine, and that neither the content policy nor the console complains, every
// story asserts: see `problems` in the drivers.
test('nothing that a map says is ever run, and all of it shows as it was typed', async ({ editor, host, path }) => {
  const { page } = editor;
  const alerts: string[] = [];
  page.on('dialog', (dialog) => {
    alerts.push(dialog.message());
    void dialog.dismiss();
  });
  await editor.press('1');
  const map = hostileMap();
  const names = () => page.locator('.react-flow__node').evaluateAll((nodes) => nodes.map((node) => node.ariaLabel));
  const kinds = { note: editor.text('kinds.note.one') };
  const expected = Object.values(map.elements).flatMap((element) =>
    element.kind === 'note' ? `${kinds.note}: ${element.title}` : [],
  );
  await expect
    .poll(async () => (await names()).filter((name) => name?.startsWith(kinds.note)).sort())
    .toEqual(expected.sort());

  await test.step('in the inspector, the dialogs, the filter, the search', async () => {
    await page.locator('.stage-button').first().click();
    await expect(
      page
        .locator('.app-right')
        .getByText(PAYLOADS[1] ?? '')
        .first(),
    ).toBeVisible();
    await editor.press('Mod+Shift+f');
    await editor.press('Mod+f');
    await editor.type('<');
    await expect(page.getByRole('option').first()).toBeVisible();
    await editor.press('Escape');
    await editor.run('manageLanes');
    await expect(editor.dialog).toBeVisible();
    await editor.press('Escape');
    await editor.run('exportMap');
    await expect(editor.dialog.getByRole('figure').locator('svg').first()).toBeVisible();
    await editor.press('Escape');
  });

  await test.step('typed and saved', async () => {
    await page.locator('.react-flow__node[data-id="pays"]').click();
    await editor.press('F2');
    await page.locator('.title-editor').waitFor();
    await editor.type(PAYLOADS[1] ?? '');
    await editor.press('Enter');
    expect((await editor.saved(path)).elements.pays?.title).toBe(PAYLOADS[1]);
    const name = '<img src=x onerror=alert(7)>';
    // No system allows all of these in a name.
    if (host.kind === 'browser') {
      await editor.press('Mod+Shift+s');
      await editor.dialog.getByRole('textbox').first().fill(name);
      await expect(editor.dialog.getByRole('status').first()).not.toBeEmpty();
      await editor.press('Escape');
    }
  });

  await test.step('in the names and cells of a table', async () => {
    const table = join(host.folder, 'img onerror=alert(8).csv');
    writeFileSync(table, `Card,Value\n"${PAYLOADS[0]}",1\n"<b>nobody</b>",2\n`);
    host.answerOpen(table);
    await editor.press('Mod+i');
    await editor.dialog.getByRole('button', { name: editor.text('dialogs.import.choose') }).click();
    if (host.kind === 'browser') await editor.dialog.getByText('img onerror=alert(8).csv').dblclick();
    await expect(editor.dialog.getByText('<b>nobody</b>').first()).toBeVisible();
  });
  expect(alerts).toEqual([]);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('.app script, .app iframe, img[src="x"]').count()).toBe(0);
});
