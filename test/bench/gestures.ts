import type { Page } from '@playwright/test';

/** What a person does while frames are counted, with the real mouse and wheel: the same on the editor and the yardstick. */
export type Gesture = (page: Page) => Promise<void>;

type Point = { x: number; y: number };

/** At least this many moves, and this long: slow pages get fewer frames, not a longer run. */
const MOVES = 80;
const LIMIT = 2_000;

async function wander(from: Point, moveTo: (point: Point) => Promise<void>, reach: number): Promise<void> {
  const since = performance.now();
  for (let step = 1; step <= MOVES && (step < 12 || performance.now() - since < LIMIT); step++) {
    const angle = (step / MOVES) * 4 * Math.PI;
    await moveTo({ x: from.x + reach * Math.sin(angle), y: from.y + 0.6 * reach * Math.sin(angle / 2) });
  }
}

export const pan =
  (from: Point): Gesture =>
  async (page) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down({ button: 'middle' });
    await wander(from, ({ x, y }) => page.mouse.move(x, y), 120);
    await page.mouse.up({ button: 'middle' });
  };

/** In and out again by turns, so that about as much stays in view. */
export const zoom =
  (at: Point): Gesture =>
  async (page) => {
    await page.mouse.move(at.x, at.y);
    let turn = 0;
    await wander(at, () => page.mouse.wheel(0, Math.floor(turn++ / 6) % 2 === 0 ? -20 : 20), 0);
  };

export const drag =
  (from: Point): Gesture =>
  async (page) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 5, from.y + 5);
    await wander(from, ({ x, y }) => page.mouse.move(x, y), 40);
    await page.keyboard.press('Escape');
    await page.mouse.up();
  };

/** Milliseconds from frame to frame while a gesture goes on. */
export async function framesOf(page: Page, gesture: Gesture): Promise<number[]> {
  await page.evaluate(() => window.bench.startFrames());
  await gesture(page);
  return page.evaluate(() => window.bench.stopFrames());
}

const LETTERS = 'the quick fox asks';

/** Milliseconds from each key to the frame that shows its letter. */
export async function keysOf(page: Page): Promise<number[]> {
  await page.evaluate(() => window.bench.startKeys());
  for (const letter of LETTERS) await page.keyboard.press(letter === ' ' ? 'Space' : letter);
  return page.evaluate(() => window.bench.stopKeys());
}
