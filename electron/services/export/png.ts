import { createCanvas } from '@napi-rs/canvas';
import { FaultError } from '../../../shared/api/faults';
import type { Page } from '../../../shared/scene/pages';
import { canDraw, largestScale, pictureSize } from '../../../shared/scene/picture-size';
import { registerFonts } from './fonts';
import { exportTools, paintPage } from './paint-page';
import type { LoadedPictures } from './pictures';

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
  const size = pictureSize(page, input.scale);
  if (!canDraw(size)) throw new FaultError({ code: 'picture-too-large', detail: String(largestScale(page)) });
  const canvas = createCanvas(size.width, size.height);
  const context = canvas.getContext('2d');
  context.scale(size.width / page.width, size.height / page.height);
  paintPage(context, page, input.background, exportTools(input.pictures));
  return canvas.encode('png');
}
