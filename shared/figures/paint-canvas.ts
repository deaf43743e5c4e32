import { printableText } from './paint-text';
import type { Font, Paint, PathShape, PictureShape, Primitive, Rectangle, TextRun } from './primitives';

/** What a painter needs of a Canvas 2D context: the one of browsers and the one of @napi-rs/canvas both fit. */
export interface PaintContext<Path, Image> {
  fillStyle: unknown;
  strokeStyle: unknown;
  globalAlpha: number;
  lineWidth: number;
  lineCap: 'butt' | 'round' | 'square';
  lineJoin: 'bevel' | 'miter' | 'round';
  font: string;
  textAlign: 'center' | 'end' | 'left' | 'right' | 'start';
  textBaseline: 'alphabetic' | 'bottom' | 'hanging' | 'ideographic' | 'middle' | 'top';
  direction: 'inherit' | 'ltr' | 'rtl';
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  scale(x: number, y: number): void;
  setLineDash(segments: number[]): void;
  beginPath(): void;
  roundRect(x: number, y: number, width: number, height: number, radius: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  clip(): void;
  fill(): void;
  fill(path: Path): void;
  stroke(): void;
  stroke(path: Path): void;
  fillText(text: string, x: number, y: number): void;
  drawImage(
    image: Image,
    sx: number,
    sy: number,
    sWidth: number,
    sHeight: number,
    dx: number,
    dy: number,
    dWidth: number,
    dHeight: number,
  ): void;
}

export interface PaintTools<Path, Image> {
  /** Makes a path of SVG path data: `new Path2D(d)`, remembered where lists are painted often. */
  path: (d: string) => Path;
  /** The decoded picture of an id in the map and its size in pixels; without one its place stays empty. */
  picture: (id: string) => { image: Image; width: number; height: number } | undefined;
  /** CSS font families for a text; without it Inter and then what the system has. */
  families?: (text: string) => string;
  /**
   * Texts are set this many times larger and drawn that much smaller. Skia rounds a line's ascent to whole pixels:
   * at 8 that moves a baseline by no more than 1/16 of a unit. 1 (the default) suits a browser, which does not round.
   */
  textScale?: number;
  /** Is told of every text that carries a link, after it was painted. */
  onLink?: (run: TextRun, x: number, y: number) => void;
}

const ORDINARY_FAMILIES = 'Inter, system-ui, sans-serif';

/** The CSS font of a text. */
export const cssFont = (font: Font, families = ORDINARY_FAMILIES) => `${font.weight} ${font.size}px ${families}`;

/**
 * Paints a display list in the context's present coordinates, one unit of which is one map unit. The opacity of a
 * group is multiplied into its parts, which looks like a group's as long as translucent parts do not overlap: ours
 * are dimmed cards, which do not. Every run of text is one `fillText`, so it stays whole in a PDF.
 * The context's settings are restored at the end.
 */
export function paintCanvas<Path, Image>(
  context: PaintContext<Path, Image>,
  primitives: readonly Primitive[],
  tools: PaintTools<Path, Image>,
): void {
  context.save();
  context.textBaseline = 'alphabetic';
  context.direction = 'ltr';
  paintAll(context, primitives, tools, 0, 0, 1);
  context.restore();
}

function paintAll<Path, Image>(
  context: PaintContext<Path, Image>,
  primitives: readonly Primitive[],
  tools: PaintTools<Path, Image>,
  dx: number,
  dy: number,
  alpha: number,
): void {
  for (const primitive of primitives) {
    switch (primitive.type) {
      case 'rect':
        paintRectangle(context, primitive, dx, dy, alpha);
        break;
      case 'path':
        paintPath(context, primitive, tools, dx, dy, alpha);
        break;
      case 'text':
        paintText(context, primitive, tools, dx, dy, alpha);
        break;
      case 'picture':
        paintPicture(context, primitive, tools, dx, dy, alpha);
        break;
      case 'group':
        paintAll(
          context,
          primitive.children,
          tools,
          dx + primitive.x,
          dy + primitive.y,
          alpha * (primitive.opacity ?? 1),
        );
        break;
    }
  }
}

function paintRectangle<Path, Image>(
  context: PaintContext<Path, Image>,
  shape: Rectangle,
  dx: number,
  dy: number,
  alpha: number,
) {
  context.beginPath();
  traceBox(context, shape, dx, dy);
  context.globalAlpha = alpha * (shape.opacity ?? 1);
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill();
  }
  if (setStroke(context, shape)) context.stroke();
}

function paintPath<Path, Image>(
  context: PaintContext<Path, Image>,
  shape: PathShape,
  tools: PaintTools<Path, Image>,
  dx: number,
  dy: number,
  alpha: number,
) {
  const path = tools.path(shape.d);
  context.save();
  context.translate(dx + (shape.x ?? 0), dy + (shape.y ?? 0));
  if (shape.scale !== undefined && shape.scale !== 1) context.scale(shape.scale, shape.scale);
  context.globalAlpha = alpha * (shape.opacity ?? 1);
  if (shape.fill) {
    context.fillStyle = shape.fill;
    context.fill(path);
  }
  if (setStroke(context, shape)) context.stroke(path);
  context.restore();
}

function paintText<Path, Image>(
  context: PaintContext<Path, Image>,
  run: TextRun,
  tools: PaintTools<Path, Image>,
  dx: number,
  dy: number,
  alpha: number,
) {
  const text = printableText(run.text);
  if (text.trim()) {
    const scale = tools.textScale ?? 1;
    const families = tools.families?.(text);
    const x = dx + run.x;
    const y = dy + run.y;
    context.globalAlpha = alpha;
    context.fillStyle = run.fill;
    context.textAlign = run.anchor === 'middle' ? 'center' : run.anchor === 'end' ? 'right' : 'left';
    if (scale === 1) {
      context.font = cssFont(run.font, families);
      context.fillText(text, x, y);
    } else {
      context.save();
      context.translate(x, y);
      context.scale(1 / scale, 1 / scale);
      context.font = cssFont({ ...run.font, size: run.font.size * scale }, families);
      context.fillText(text, 0, 0);
      context.restore();
    }
  }
  if (run.link !== undefined) tools.onLink?.(run, dx + run.x, dy + run.y);
}

/** Cuts a picture so that it covers its box without being distorted, about its middle. */
function paintPicture<Path, Image>(
  context: PaintContext<Path, Image>,
  shape: PictureShape,
  tools: PaintTools<Path, Image>,
  dx: number,
  dy: number,
  alpha: number,
) {
  const picture = tools.picture(shape.picture);
  if (!picture || !(picture.width > 0) || !(picture.height > 0) || !(shape.width > 0) || !(shape.height > 0)) return;
  const enlarged = Math.max(shape.width / picture.width, shape.height / picture.height);
  const width = shape.width / enlarged;
  const height = shape.height / enlarged;
  context.save();
  context.beginPath();
  traceBox(context, shape, dx, dy);
  context.clip();
  context.globalAlpha = alpha;
  context.drawImage(
    picture.image,
    (picture.width - width) / 2,
    (picture.height - height) / 2,
    width,
    height,
    dx + shape.x,
    dy + shape.y,
    shape.width,
    shape.height,
  );
  context.restore();
}

function traceBox<Path, Image>(
  context: PaintContext<Path, Image>,
  box: { x: number; y: number; width: number; height: number; radius?: number },
  dx: number,
  dy: number,
) {
  const radius = Math.min(box.radius ?? 0, box.width / 2, box.height / 2);
  if (radius > 0) context.roundRect(dx + box.x, dy + box.y, box.width, box.height, radius);
  else context.rect(dx + box.x, dy + box.y, box.width, box.height);
}

function setStroke<Path, Image>(context: PaintContext<Path, Image>, paint: Paint): boolean {
  const width = paint.strokeWidth ?? 1;
  if (!paint.stroke || !(width > 0)) return false;
  context.strokeStyle = paint.stroke;
  context.lineWidth = width;
  context.lineCap = paint.lineCap ?? 'butt';
  context.lineJoin = paint.lineJoin ?? 'miter';
  context.setLineDash(paint.dash ? [...paint.dash] : NO_DASH);
  return true;
}

const NO_DASH: number[] = [];
