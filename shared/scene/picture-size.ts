import type { Size } from '../figures/primitives';
import type { Page } from './pages';

/** Skia and browsers draw nothing on a larger canvas; the area is half a gigabyte in memory. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 134_217_728;

type PageSize = Pick<Page, 'width' | 'height' | 'scale'>;

/** The size of a page as PNG, in pixels. `scale`: pixels per map unit. */
export function pictureSize(page: PageSize, scale: number): Size {
  const units = (length: number) => Math.max(1, Math.round((length / page.scale) * scale));
  return { width: units(page.width), height: units(page.height) };
}

/** Whether a picture of this size, in pixels, can be drawn: 16,384 a side and 134 megapixels are the most. */
export function canDraw({ width, height }: Size): boolean {
  return Math.max(width, height) <= MOST_SIDE && width * height <= MOST_PIXELS;
}

/** The largest scale, in pixels per map unit, at which a page can be drawn; in tenths, 0 where even a tenth is too large. */
export function largestScale(page: PageSize): number {
  const [width, height] = [page.width / page.scale, page.height / page.scale];
  const bySide = MOST_SIDE / Math.max(width, height);
  const byArea = Math.sqrt(MOST_PIXELS / (width * height));
  return Math.floor(Math.min(bySide, byArea) * 10) / 10;
}
