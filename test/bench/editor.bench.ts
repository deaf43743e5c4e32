/** The built browser edition in a real Chromium, against as many bare SVG boxes in the same browser. */
import type { Page } from '@playwright/test';
import { type BrowserEdition, mapName, startBrowserEdition } from './browser-edition';
import { drag, framesOf, type Gesture, keysOf, pan, zoom } from './gestures';
import { drawBare } from './in-page';
import { type Row, report, rowOf } from './measured';

const SIZES = [300, 3_000];
/** What is open before another map is opened. */
const OTHER = 12;
const rows: Row[] = [];

const edition = await startBrowserEdition([OTHER, 100, ...SIZES]);
try {
  rows.push(await startRow(edition));
  for (const cards of SIZES) {
    const page = await edition.show(cards);
    await shown(page);
    const bare = await edition.show(null);
    rows.push(...(await openAndFit(page, bare, cards)));
    rows.push(...(await gestures(page, bare, cards, 'all in view', { count: cards, zoomedIn: false })));
    await zoomIn(page);
    rows.push(...(await gestures(page, bare, cards, 'zoomed in', { count: cards, zoomedIn: true })));
    rows.push(...(await typing(page, bare, cards)));
    await page.context().close();
    await bare.context().close();
  }
} finally {
  await edition.close();
  report(rows);
}

function settle(page: Page): Promise<void> {
  return page.waitForTimeout(300);
}

async function shown(page: Page): Promise<number> {
  return page.evaluate(() => window.bench.paintedOnce(() => document.querySelector('.react-flow__node') !== null));
}

/** From the first byte asked for to the first card painted. */
async function startRow({ show }: BrowserEdition): Promise<Row> {
  const times: number[] = [];
  const bares: number[] = [];
  for (let run = 0; run < 3; run++) {
    const page = await show(100);
    times.push(await shown(page));
    await page.context().close();
    const bare = await show(null);
    bares.push(await bare.evaluate(drawBare, { count: 100, zoomedIn: false }));
    await bare.context().close();
  }
  return rowOf('start to usable, map of 100 cards', times, { name: 'bare SVG', samples: bares });
}

/** Opened in the running editor through its own dialog; then the whole of it brought into view. */
async function openAndFit(page: Page, bare: Page, cards: number): Promise<Row[]> {
  const opened: number[] = [];
  const fitted: number[] = [];
  const drawn: number[] = [];
  for (let run = 0; run < (cards > 1_000 ? 2 : 4); run++) {
    await openThrough(page, OTHER);
    opened.push(await openThrough(page, cards));
    await settle(page);
    fitted.push(await fitAll(page, cards));
    drawn.push(await bare.evaluate(drawBare, { count: cards, zoomedIn: false }));
    await settle(page);
  }
  const bareSvg = { name: 'bare SVG', samples: drawn };
  return [
    rowOf(`open ${about(cards)}, first cards`, opened, bareSvg),
    rowOf(`all ${about(cards)} brought into view`, fitted, bareSvg),
  ];
}

/** From the double click on a file's name in the dialog until the first card of its map is painted. */
async function openThrough(page: Page, cards: number): Promise<number> {
  await page.keyboard.press('Control+o');
  const entry = page.getByRole('dialog').getByText(mapName(cards)).first();
  await entry.waitFor();
  await page.evaluate(() => {
    addEventListener('dblclick', (event) => Object.assign(window, { pressedAt: event.timeStamp }), {
      once: true,
      capture: true,
    });
  });
  await entry.dblclick();
  return page.evaluate(async (title) => {
    const at = await window.bench.paintedOnce(
      () => document.title.includes(title) && document.querySelector('.react-flow__node') !== null,
    );
    return at - (window as unknown as { pressedAt: number }).pressedAt;
  }, `of ${cards} cards`);
}

/** The key that fits the map, until every card of it is painted. */
async function fitAll(page: Page, cards: number): Promise<number> {
  await page
    .locator('.react-flow__pane')
    .focus()
    .catch(() => {});
  const since = await page.evaluate(() => performance.now());
  await page.keyboard.press('1');
  const at = await page.evaluate(
    (count) => window.bench.paintedOnce(() => document.querySelectorAll('.react-flow__node').length >= count),
    cards,
  );
  return at - since;
}

async function gestures(
  page: Page,
  bare: Page,
  cards: number,
  view: string,
  drawing: Parameters<typeof drawBare>[0],
): Promise<Row[]> {
  const out: Row[] = [];
  const of = async (what: string, mine: Gesture, theirs: Gesture) => {
    await bare.evaluate(drawBare, drawing);
    await settle(bare);
    await settle(page);
    const samples = await framesOf(page, mine);
    const yardstick = { name: 'bare SVG', samples: await framesOf(bare, theirs) };
    out.push(rowOf(`frames ${what}, ${about(cards)} ${view}`, samples, yardstick));
  };
  const middle = await emptyPlace(page);
  await of('panning', pan(middle), pan(middle));
  await of('zooming', zoom(middle), zoom(middle));
  const card = await someCard(page);
  await of('dragging one card', drag(card), drag({ x: 20, y: 20 }));
  return out;
}

/** One edit, key by key: how long until it is seen, and how much React had to render for it. */
async function typing(page: Page, bare: Page, cards: number): Promise<Row[]> {
  await editTitle(page);
  await settle(page);
  await bare.evaluate(drawBare, { count: cards, zoomedIn: true });
  const samples = await keysOf(page);
  const yardstick = { name: 'bare SVG', samples: await keysOf(bare) };
  const renders: { cards: number; lines: number; components: number }[] = [];
  for (const letter of 'abcde') {
    await page.evaluate(() => window.bench.startRenders());
    await page.keyboard.press(letter);
    await settle(page);
    const counted = await page.evaluate(() => window.bench.stopRenders());
    const { cards: byCard, lines, components } = counted;
    renders.push({ cards: Object.keys(byCard).length, lines: Object.keys(lines).length, components });
  }
  await page.keyboard.press('Escape');
  const row = (what: string, values: number[]) =>
    rowOf(`${what} rendered for one letter, ${about(cards)} zoomed in`, values, undefined, 'renders');
  return [
    rowOf(`key to paint, title, ${about(cards)} zoomed in`, samples, yardstick),
    row(
      'cards',
      renders.map((one) => one.cards),
    ),
    row(
      'lines',
      renders.map((one) => one.lines),
    ),
    row(
      'components',
      renders.map((one) => one.components),
    ),
  ];
}

/** Opens a card's title for typing; says so when a double click did not. */
async function editTitle(page: Page): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    await settle(page);
    const card = await someCard(page);
    await page.mouse.dblclick(card.x, card.y);
    const opened = await page
      .locator('.title-editor')
      .waitFor({ timeout: 5_000 })
      .then(
        () => true,
        () => false,
      );
    if (opened) return;
    console.error(`The double click ${attempt} on a card opened no title to type in`);
  }
  throw new Error('No card could be opened for typing');
}

/** Full size: about what one works at. */
async function zoomIn(page: Page): Promise<void> {
  await page.keyboard.press('0');
  await settle(page);
}

/** Somewhere in the middle of the canvas. */
async function emptyPlace(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.journey-canvas').boundingBox();
  if (!box) throw new Error('There is no canvas');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The middle, with nothing above it, of the card that lies nearest to the middle of the canvas. */
async function someCard(page: Page): Promise<{ x: number; y: number }> {
  const middle = await emptyPlace(page);
  return page.evaluate(({ x, y }) => {
    const places = [...document.querySelectorAll('.react-flow__node')].flatMap((node) => {
      const box = node.getBoundingClientRect();
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      // Labels of lines may lie above it.
      return node.contains(document.elementFromPoint(centre.x, centre.y)) ? [centre] : [];
    });
    const distance = (place: { x: number; y: number }) => Math.hypot(place.x - x, place.y - y);
    return places.sort((a, b) => distance(a) - distance(b))[0] ?? { x, y };
  }, middle);
}

function about(cards: number): string {
  return `${cards.toLocaleString('en')} cards`;
}
