import { linkTarget, printableText } from './paint-text';
import type { Box, Paint, PathShape, PictureShape, Primitive, Rectangle, TextRun } from './primitives';

/** A picture's media type and its bytes in base64, as a map stores it. */
export interface SvgPicture {
  type: string;
  data: string;
}

export interface SvgOptions {
  /** The map's pictures; without one its place stays empty. */
  picture?: (id: string) => SvgPicture | undefined;
  /** Comes before the ids of clip paths: two drawings in one page need different ones. */
  idPrefix?: string;
}

/** Inter first; browsers choose a font of the system for what it lacks. Contextual forms (-> to →) are off, as in PDF. */
const TEXT_STYLE =
  `font-family="Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif" xml:space="preserve" ` +
  `style="white-space:pre;font-feature-settings:'calt' 0"`;

/**
 * The display list as SVG elements, in map units. Texts, names and addresses of any content are escaped; nothing in
 * the result refers to anything outside of it but links to http, https and mailto. The prefix `xlink` must be
 * declared around it, as `svgDocument` does.
 */
export function paintSvg(primitives: readonly Primitive[], options: SvgOptions = {}): string {
  const painter = new SvgPainter(options);
  return `<g ${TEXT_STYLE}>${painter.all(primitives)}</g>`;
}

export interface SvgPage {
  /** In CSS pixels. */
  width: number;
  height: number;
  viewBox: Box;
  /** Read out by screen readers, shown as a tooltip. */
  title: string;
  /** Style sheet, for embedded fonts. */
  style?: string;
  /** SVG elements. */
  content: string;
}

/** A whole SVG file. */
export function svgDocument(page: SvgPage): string {
  const { x, y, width, height } = page.viewBox;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1"',
    attribute('width', svgNumber(page.width)),
    attribute('height', svgNumber(page.height)),
    attribute('viewBox', [x, y, width, height].map((value) => svgNumber(value)).join(' ')),
    ' role="img">',
    page.title ? `<title>${escapeXml(page.title)}</title>` : '',
    page.style ? `<style>${escapeXml(page.style)}</style>` : '',
    page.content,
    '</svg>\n',
  ].join('');
}

class SvgPainter {
  private clips = 0;
  constructor(private readonly options: SvgOptions) {}

  all(primitives: readonly Primitive[]): string {
    let markup = '';
    for (const primitive of primitives) markup += this.one(primitive);
    return markup;
  }

  private one(primitive: Primitive): string {
    switch (primitive.type) {
      case 'rect':
        return rectangle(primitive);
      case 'path':
        return path(primitive);
      case 'text':
        return text(primitive);
      case 'picture':
        return this.picture(primitive);
      case 'group': {
        const { x, y, id, opacity } = primitive;
        const move = x || y ? attribute('transform', `translate(${svgNumber(x)} ${svgNumber(y)})`) : '';
        const name = id === undefined ? '' : attribute('data-id', id);
        return `<g${move}${name}${opacityAttribute(opacity)}>${this.all(primitive.children)}</g>`;
      }
    }
  }

  private picture(shape: PictureShape): string {
    const picture = this.options.picture?.(shape.picture);
    if (!picture || !PICTURE_TYPE.test(picture.type) || !BASE64.test(picture.data)) return '';
    this.clips += 1;
    const clip = `${this.options.idPrefix ?? 'p'}${this.clips}`;
    const box = boxAttributes(shape);
    return (
      `<clipPath${attribute('id', clip)}><rect${box}${radiusAttribute(shape)}/></clipPath>` +
      `<image${box} preserveAspectRatio="xMidYMid slice"${attribute('clip-path', `url(#${clip})`)}` +
      ` xlink:href="data:${picture.type};base64,${picture.data}"/>`
    );
  }
}

const PICTURE_TYPE = /^image\/(png|jpeg|webp)$/;
const BASE64 = /^[A-Za-z0-9+/]+=*$/;

const rectangle = (shape: Rectangle) =>
  `<rect${boxAttributes(shape)}${radiusAttribute(shape)}${paintAttributes(shape)}/>`;

function path(shape: PathShape): string {
  const { x = 0, y = 0, scale = 1 } = shape;
  const move = x || y ? `translate(${svgNumber(x)} ${svgNumber(y)})` : '';
  // Two decimals of a scale would move the far side of an icon by a tenth of a unit.
  const enlarge = scale === 1 ? '' : `scale(${svgNumber(scale, 10_000)})`;
  const transform = move || enlarge ? attribute('transform', [move, enlarge].filter(Boolean).join(' ')) : '';
  return `<path${attribute('d', shortPath(shape.d))}${transform}${paintAttributes(shape)}/>`;
}

function text(run: TextRun): string {
  const anchor = run.anchor && run.anchor !== 'start' ? attribute('text-anchor', run.anchor) : '';
  const weight = run.font.weight === 400 ? '' : attribute('font-weight', String(run.font.weight));
  const markup =
    `<text${attribute('x', svgNumber(run.x))}${attribute('y', svgNumber(run.y))}` +
    `${attribute('font-size', svgNumber(run.font.size))}${weight}${anchor}${attribute('fill', run.fill)}>` +
    `${escapeXml(run.text)}</text>`;
  const target = run.link === undefined ? null : linkTarget(run.link);
  return target === null
    ? markup
    : `<a${attribute('xlink:href', target)} target="_blank" rel="noopener noreferrer">${markup}</a>`;
}

const boxAttributes = ({ x, y, width, height }: Box) =>
  attribute('x', svgNumber(x)) +
  attribute('y', svgNumber(y)) +
  attribute('width', svgNumber(width)) +
  attribute('height', svgNumber(height));

const radiusAttribute = ({ radius = 0 }: { radius?: number }) => (radius > 0 ? attribute('rx', svgNumber(radius)) : '');

function paintAttributes(paint: Paint): string {
  let attributes = attribute('fill', paint.fill ?? 'none');
  if (paint.stroke) {
    attributes += attribute('stroke', paint.stroke);
    if (paint.strokeWidth !== undefined && paint.strokeWidth !== 1)
      attributes += attribute('stroke-width', svgNumber(paint.strokeWidth));
    if (paint.dash?.length)
      attributes += attribute('stroke-dasharray', paint.dash.map((length) => svgNumber(length)).join(' '));
    if (paint.lineCap === 'round') attributes += attribute('stroke-linecap', 'round');
    if (paint.lineJoin === 'round') attributes += attribute('stroke-linejoin', 'round');
  }
  return attributes + opacityAttribute(paint.opacity);
}

const opacityAttribute = (opacity = 1) =>
  opacity === 1 ? '' : attribute('opacity', svgNumber(Math.min(Math.max(opacity, 0), 1)));

const attribute = (name: string, value: string) => ` ${name}="${escapeXml(value)}"`;

/** At most two decimals (1 / `steps`), never an exponent; what is no number becomes 0. */
export function svgNumber(value: number, steps = 100): string {
  if (!Number.isFinite(value)) return '0';
  const rounded = Math.round(Math.min(Math.max(value, -1e9), 1e9) * steps) / steps;
  return rounded === 0 ? '0' : String(rounded);
}

/** Text for an XML file, in elements and in attributes. Characters that XML can't hold are replaced. */
export const escapeXml = (value: string): string =>
  printableText(value).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Path data with at most two decimals a number. Paths with arcs are left as they are: their flags may be written
 * without a space before the next number, and rounding could change them.
 */
function shortPath(d: string): string {
  if (/[Aa]/.test(d)) return d;
  return d.replace(
    /(^|[\s,A-Za-z-])(\d+\.\d{3,})(?![\d.eE])/g,
    (_, before: string, digits: string) => before + svgNumber(Number(digits)),
  );
}
