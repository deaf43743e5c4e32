import { type Image, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { type PaintTools, paintCanvas } from '../../../shared/figures/paint-canvas';
import type { Page } from '../../../shared/scene/pages';
import { familiesFor } from './missing-glyphs';
import type { LoadedPictures } from './pictures';

export type ExportTools = PaintTools<Path2D, Image>;

/** Skia rounds ascents to whole units of the font's size; set eight times larger, that is a sixteenth of a unit. */
const TEXT_SCALE = 8;

export function exportTools(pictures: LoadedPictures): ExportTools {
  const paths = new Map<string, Path2D>();
  return {
    path(d) {
      let path = paths.get(d);
      if (!path) {
        path = new Path2D(d);
        paths.set(d, path);
      }
      return path;
    },
    picture: (id) => pictures.get(id),
    families: familiesFor,
    textScale: TEXT_SCALE,
  };
}

/** Paints a page on a context whose unit is a point. */
export function paintPage(context: SKRSContext2D, page: Page, background: string | null, tools: ExportTools): void {
  if (background !== null) {
    context.fillStyle = background;
    context.fillRect(0, 0, page.width, page.height);
  }
  const { window, origin, scale } = page;
  context.save();
  context.beginPath();
  context.rect(window.x, window.y, window.width, window.height);
  context.clip();
  context.translate(origin.x, origin.y);
  context.scale(scale, scale);
  paintCanvas(context, page.primitives, tools);
  context.restore();
  paintCanvas(context, page.marks, tools);
}
