import type { Picture } from '../../../shared/document/schema';
import { type PaintTools, paintCanvas } from '../../../shared/figures/paint-canvas';
import type { Box, Primitive, Size } from '../../../shared/figures/primitives';
import type { ComparisonScene } from '../../../shared/scene/comparison/comparison-scene';
import { meets, type Viewport, windowOf } from './viewport';

/** Below this many pixels a unit nobody reads a word. */
const WORDLESS = 0.24;
/** More parts than this in view are not painted anew for each frame of a movement. */
const MANY = 700;

export interface Painter {
  /** Paints what is in view. `moving`: there is more to come, so a large map may be the last frame, moved. */
  paint(view: Viewport, size: Size, ring: { box: Box; colour: string } | null, moving: boolean): void;
}

/** Paints one scene on a canvas of the page, with the painter of the exports. `onPicture`: one was decoded just now. */
export function scenePainter(
  canvas: HTMLCanvasElement,
  scene: ComparisonScene,
  pictures: Readonly<Record<string, Picture>>,
  onPicture: () => void,
): Painter {
  const context = canvas.getContext('2d');
  const tools: PaintTools<Path2D, HTMLImageElement> = { path: rememberPaths(), picture: decoder(pictures, onPicture) };
  const wordless = new WeakMap<readonly Primitive[], readonly Primitive[]>();
  let last: { view: Viewport; frame: HTMLCanvasElement } | null = null;

  const withoutWords = (primitives: readonly Primitive[]) => {
    let known = wordless.get(primitives);
    if (!known) {
      known = strip(primitives);
      wordless.set(primitives, known);
    }
    return known;
  };

  return {
    paint(view, size, ring, moving) {
      if (!context || size.width === 0) return;
      const ratio = window.devicePixelRatio || 1;
      const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        last = null;
      }
      const seen = windowOf(view, size);
      const parts = scene.parts.filter((part) => meets(part.box, seen));
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, width, height);
      if (moving && last && parts.length > MANY) {
        const factor = view.zoom / last.view.zoom;
        context.drawImage(
          last.frame,
          (view.x - last.view.x * factor) * ratio,
          (view.y - last.view.y * factor) * ratio,
          width * factor,
          height * factor,
        );
        return;
      }
      context.setTransform(view.zoom * ratio, 0, 0, view.zoom * ratio, view.x * ratio, view.y * ratio);
      const plain = view.zoom < WORDLESS;
      for (const part of parts) paintCanvas(context, plain ? withoutWords(part.primitives) : part.primitives, tools);
      if (ring) paintCanvas(context, ringAround(ring.box, ring.colour, view.zoom), tools);
      last = parts.length > MANY ? { view, frame: copyOf(canvas) } : null;
    },
  };
}

/** Around the change that is looked at: as thick at every zoom. */
function ringAround(box: Box, colour: string, zoom: number): Primitive[] {
  const ring = (by: number, strokeWidth: number, opacity: number): Primitive => ({
    type: 'rect',
    x: box.x - by,
    y: box.y - by,
    width: box.width + 2 * by,
    height: box.height + 2 * by,
    radius: 14,
    stroke: colour,
    strokeWidth,
    opacity,
  });
  const pixel = 1 / zoom;
  return [ring(9 + 3 * pixel, 7 * pixel, 0.25), ring(9, 2.5 * pixel, 1)];
}

function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  copy.getContext('2d')?.drawImage(canvas, 0, 0);
  return copy;
}

function rememberPaths(): (d: string) => Path2D {
  const paths = new Map<string, Path2D>();
  return (d) => {
    let path = paths.get(d);
    if (!path) {
      path = new Path2D(d);
      paths.set(d, path);
    }
    return path;
  };
}

function decoder(pictures: Readonly<Record<string, Picture>>, onPicture: () => void) {
  const images = new Map<string, HTMLImageElement>();
  return (id: string) => {
    const picture = pictures[id];
    if (!picture) return undefined;
    let image = images.get(id);
    if (!image) {
      image = new Image();
      image.onload = onPicture;
      image.src = `data:${picture.type};base64,${picture.data}`;
      images.set(id, image);
    }
    return image.complete && image.naturalWidth > 0
      ? { image, width: image.naturalWidth, height: image.naturalHeight }
      : undefined;
  };
}

const strip = (primitives: readonly Primitive[]): Primitive[] =>
  primitives.flatMap((one) =>
    one.type === 'text' ? [] : [one.type === 'group' ? { ...one, children: strip(one.children) } : one],
  );
