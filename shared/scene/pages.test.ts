import { describe, expect, it } from 'vitest';
import type { DisplayList } from '../figures/primitives';
import { exportRequest } from './export-request';
import { layoutPages, paperSize } from './pages';

const mm = (value: number) => (value * 72) / 25.4;
const list = (width: number, height: number, x = 0, y = 0): DisplayList => ({
  box: { x, y, width, height },
  primitives: [],
});
const pages = (content: DisplayList, values: Partial<Parameters<typeof exportRequest>[0]> = {}) =>
  layoutPages(content, exportRequest({ format: 'pdf', ...values }));

describe('pages', () => {
  it('fits a page to the content at 0.75 points a unit', () => {
    const [page, ...more] = pages(list(1000, 600, -20, 40), { margin: 25.4 });
    expect(more).toEqual([]);
    expect(page).toEqual({
      width: 894,
      height: 594,
      window: { x: 72, y: 72, width: 750, height: 450 },
      scale: 0.75,
      origin: { x: 72 + 15, y: 72 - 30 },
      primitives: [],
      marks: [],
    });
  });

  it('makes a map smaller that would pass 14,400 points', () => {
    const [page] = pages(list(40_000, 1000), { margin: 0 });
    expect(page!.width).toBe(14_400);
    expect(page!.scale).toBe(0.36);
    expect(page!.height).toBe(360);
  });

  it.each([
    ['A4', true, 841.89, 595.28],
    ['A4', false, 595.28, 841.89],
    ['A3', true, 1190.55, 841.89],
    ['A2', false, 1190.55, 1683.78],
    ['A1', true, 2383.94, 1683.78],
    ['Letter', true, 792, 612],
    ['Tabloid', false, 792, 1224],
  ] as const)('%s, landscape %s, is %f × %f points', (page, landscape, width, height) => {
    const size = paperSize(page, landscape);
    expect(size.width).toBeCloseTo(width, 2);
    expect(size.height).toBeCloseTo(height, 2);
  });

  it('shrinks a large map onto one sheet and centres it', () => {
    const [page] = pages(list(3000, 1000), { page: 'Letter', margin: 25.4 });
    expect(page!.scale).toBeCloseTo(648 / 3000, 12);
    expect(page!.window).toEqual({ x: 72, y: expect.closeTo(72 + (468 - 216) / 2, 9), width: 648, height: 216 });
    expect(page!.origin.y).toBe(page!.window.y);
  });

  it('enlarges a small map to twice its size and no more', () => {
    const [page] = pages(list(100, 100), { page: 'A4' });
    expect(page!.scale).toBe(1.5);
    expect(page!.window.width).toBe(150);
    expect(page!.window.x + 75).toBeCloseTo(mm(297) / 2, 9);
  });

  it('tiles a poster: shared overlap, rows as needed, nothing lost', () => {
    const content = list(2000, 1400, 100, 50);
    const tiles = pages(content, { page: 'Letter', landscape: true, margin: 25.4, overlap: 12.7, tilesAcross: 3 });
    // Sheets show 648 × 468 points and share 36: three cover 648 + 2 · 612 = 1872 points, 0.936 a unit.
    const scale = 1872 / 2000;
    expect(tiles[0]!.scale).toBeCloseTo(scale, 12);
    // 1400 units are 1310.4 points high: 468 + 2 · 432 = 1332 cover them.
    expect(tiles).toHaveLength(9);
    expect(tiles[4]!.origin.x).toBeCloseTo(72 - 612 - 100 * scale, 9);
    expect(tiles[4]!.origin.y).toBeCloseTo(72 - 432 - 50 * scale, 9);
    const last = tiles[8]!;
    const shownRight = (last.window.x + last.window.width - last.origin.x) / scale;
    const shownBottom = (last.window.y + last.window.height - last.origin.y) / scale;
    expect(shownRight).toBeCloseTo(2100, 9);
    expect(shownBottom).toBeGreaterThanOrEqual(1450);
    expect(tiles.flatMap((tile) => tile.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])))).toEqual([
      'A1 · 1/9',
      'B1 · 2/9',
      'C1 · 3/9',
      'A2 · 4/9',
      'B2 · 5/9',
      'C2 · 6/9',
      'A3 · 7/9',
      'B3 · 8/9',
      'C3 · 9/9',
    ]);
  });

  it('fills the last row exactly without a row too many', () => {
    expect(pages(list(648, 468), { page: 'Letter', margin: 25.4, overlap: 0, tilesAcross: 2 })).toHaveLength(4);
    expect(pages(list(648 * 3, 468 * 2), { page: 'Letter', margin: 25.4, overlap: 0, tilesAcross: 3 })).toHaveLength(6);
  });

  it('draws marks in the margin only, and none where there is no room', () => {
    const options = { page: 'A4', tilesAcross: 2 } as const;
    const [page] = pages(list(2000, 700), { ...options, margin: 10 });
    expect(page!.marks[0]).toMatchObject({ type: 'path', d: expect.stringContaining(`M13.35 28.35h12`) });
    expect(pages(list(2000, 700), { ...options, margin: 1 })[0]!.marks).toEqual([]);
    expect(pages(list(2000, 700), { ...options, marks: false })[0]!.marks).toEqual([]);
  });

  it('copes with the widest margin and overlap', () => {
    const tiles = pages(list(2000, 100), { page: 'A4', margin: 100, overlap: 50, tilesAcross: 2 });
    for (const tile of tiles) {
      expect(tile.window.width).toBeCloseTo(mm(97), 9);
      expect(tile.window.height).toBeCloseTo(mm(10), 9);
      expect(tile.scale).toBeGreaterThan(0);
    }
  });

  it('gives an empty map a page', () => {
    expect(pages(list(0, 0))[0]!.width).toBeGreaterThan(0);
  });
});
