import { createCanvas } from '@napi-rs/canvas';
import { FaultError } from '../../../shared/api/faults';
import type { Page } from '../../../shared/scene/pages';
import { registerFonts } from './fonts';
import { exportTools, paintPage } from './paint-page';
import type { LoadedPictures } from './pictures';

/** Skia and browsers draw nothing on a larger canvas; the area is half a gigabyte in memory. */
const MOST_SIDE = 16_384;
const MOST_PIXELS = 134_217_728;

export interface PngInput {
  page: Page;
  background: string | null;
  pictures: LoadedPictures;
  /** Pixels per map unit. */
  scale: number;
}

/**
 * A page as PNG. Throws fault `picture-too-large` beyond 16,384 pixels a side or 134 megapixels, with the largest
 * scale that works as its detail, in steps of 0.1.
 */
export async function makePng(input: PngInput): Promise<Buffer> {
  registerFonts();
  const { page } = input;
  const units = { width: page.width / page.scale, height: page.height / page.scale };
  const [width, height] = [
    Math.max(1, Math.round(units.width * input.scale)),
    Math.max(1, Math.round(units.height * input.scale)),
  ];
  if (Math.max(width, height) > MOST_SIDE || width * height > MOST_PIXELS) {
    throw new FaultError({ code: 'picture-too-large', detail: String(largestScale(units)) });
  }
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.scale(width / page.width, height / page.height);
  paintPage(context, page, input.background, exportTools(input.pictures));
  return canvas.encode('png');
}

/** In tenths, rounded down; 0 where even a tenth is too large. */
function largestScale(units: { width: number; height: number }): number {
  const bySide = MOST_SIDE / Math.max(units.width, units.height);
  const byArea = Math.sqrt(MOST_PIXELS / (units.width * units.height));
  return Math.floor(Math.min(bySide, byArea) * 10) / 10;
}
