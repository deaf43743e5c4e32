import { FaultError } from '../api/faults';
import type { Box, DisplayList, Font, Primitive, Size } from '../figures/primitives';
import type { ExportRequest, PageSize } from './export-request';

/** One sheet of an export. Lengths are in points, 72 to the inch, where not said otherwise. */
export interface Page extends Size {
  /** Where the content shows; what lies outside is cut off. */
  window: Box;
  /** Points per map unit. */
  scale: number;
  /** Where (0, 0) of the content lies on the page. */
  origin: { x: number; y: number };
  /** The content, in map units. The pages of a poster share one list. */
  primitives: readonly Primitive[];
  /** Crop marks and the page's name, in points. */
  marks: readonly Primitive[];
}

export type PageRequest = Pick<ExportRequest, 'page' | 'landscape' | 'tilesAcross' | 'overlap' | 'marks' | 'margin'>;

/** PDF viewers show no page beyond this many points a side (ISO 32000-1, annex C). */
export const MOST_PAGE_SIDE = 14_400;

/** A CSS pixel in points: how large a map unit is where nothing else decides. */
export const POINTS_PER_UNIT = 0.75;

/** More sheets than anybody glues together; a tall, narrow map on a wide poster would ask for thousands. */
const MOST_PAGES = 400;

/** A small map does not fill a page beyond twice its natural size. */
const MOST_ENLARGED = 2;

const POINTS_PER_MM = 72 / 25.4;

/** Portrait, in millimetres. Letter and Tabloid are 8.5 × 11 and 11 × 17 inches. */
const PAPER: Record<Exclude<PageSize, 'fit'>, Size> = {
  A4: { width: 210, height: 297 },
  A3: { width: 297, height: 420 },
  A2: { width: 420, height: 594 },
  A1: { width: 594, height: 841 },
  Letter: { width: 215.9, height: 279.4 },
  Tabloid: { width: 279.4, height: 431.8 },
};

/**
 * Lays content out on pages: one page as large as the content needs, one sheet of paper, or a poster of several.
 * - `fit`: natural size, made smaller only where a side would pass 14,400 points.
 * - Paper: as large as the margins allow, at most twice the natural size, centred.
 * - Poster: `tilesAcross` sheets side by side, filled from edge to edge; as many rows as it takes, from the top.
 *   Neighbours share `overlap`, at most half of what a sheet shows. Throws fault `page-too-large` for more than 400.
 */
export function layoutPages(content: DisplayList, request: PageRequest): Page[] {
  const box = { ...content.box, width: Math.max(content.box.width, 1), height: Math.max(content.box.height, 1) };
  const { primitives } = content;
  if (request.page === 'fit') return [fitPage(box, primitives, request.margin * POINTS_PER_MM)];
  const sheet = paperSize(request.page, request.landscape);
  const margin = request.margin * POINTS_PER_MM;
  const inner = { width: sheet.width - 2 * margin, height: sheet.height - 2 * margin };
  return request.tilesAcross === null
    ? [singlePage(box, primitives, sheet, inner, margin)]
    : posterPages(box, primitives, sheet, inner, margin, request.tilesAcross, request);
}

/** Width and height of a sheet in points. */
export function paperSize(page: Exclude<PageSize, 'fit'>, landscape: boolean): Size {
  const { width, height } = PAPER[page];
  const [across, down] = landscape ? [height, width] : [width, height];
  return { width: across * POINTS_PER_MM, height: down * POINTS_PER_MM };
}

function fitPage(box: Box, primitives: readonly Primitive[], margin: number): Page {
  const room = MOST_PAGE_SIDE - 2 * margin;
  const scale = Math.min(POINTS_PER_UNIT, room / box.width, room / box.height);
  const window = { x: margin, y: margin, width: box.width * scale, height: box.height * scale };
  return {
    width: Math.min(window.width + 2 * margin, MOST_PAGE_SIDE),
    height: Math.min(window.height + 2 * margin, MOST_PAGE_SIDE),
    window,
    scale,
    origin: { x: margin - box.x * scale, y: margin - box.y * scale },
    primitives,
    marks: [],
  };
}

function singlePage(box: Box, primitives: readonly Primitive[], sheet: Size, inner: Size, margin: number): Page {
  const scale = Math.min(inner.width / box.width, inner.height / box.height, POINTS_PER_UNIT * MOST_ENLARGED);
  const width = box.width * scale;
  const height = box.height * scale;
  const window = { x: margin + (inner.width - width) / 2, y: margin + (inner.height - height) / 2, width, height };
  return {
    ...sheet,
    window,
    scale,
    origin: { x: window.x - box.x * scale, y: window.y - box.y * scale },
    primitives,
    marks: [],
  };
}

function posterPages(
  box: Box,
  primitives: readonly Primitive[],
  sheet: Size,
  inner: Size,
  margin: number,
  columns: number,
  request: PageRequest,
): Page[] {
  const overlap = Math.min(request.overlap * POINTS_PER_MM, inner.width / 2, inner.height / 2);
  const stepX = inner.width - overlap;
  const stepY = inner.height - overlap;
  const scale = (stepX * columns + overlap) / box.width;
  // A hair's breadth of rounding must not cost a row of paper.
  const rows = Math.max(1, Math.ceil((box.height * scale - overlap) / stepY - 1e-6));
  if (rows * columns > MOST_PAGES) throw new FaultError({ code: 'page-too-large', detail: String(MOST_PAGES) });
  const window = { x: margin, y: margin, ...inner };
  const pages: Page[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const name = `${letters(column)}${row + 1} · ${pages.length + 1}/${rows * columns}`;
      pages.push({
        ...sheet,
        window,
        scale,
        origin: { x: margin - column * stepX - box.x * scale, y: margin - row * stepY - box.y * scale },
        primitives,
        marks: request.marks ? pageMarks(window, margin, name) : [],
      });
    }
  }
  return pages;
}

const MARK_COLOUR = '#6f7e93';
const NAME_FONT: Font = { size: 7, weight: 400 };
/** Between the sheet's content and a mark. */
const MARK_GAP = 3;
const MARK_LENGTH = 12;

/** Lines outside the corners that say where to cut, and the page's name below; a margin too narrow for them has none. */
function pageMarks(window: Box, margin: number, name: string): Primitive[] {
  const length = Math.min(MARK_LENGTH, margin - MARK_GAP - 1);
  if (length < 2) return [];
  const right = window.x + window.width;
  const bottom = window.y + window.height;
  const across = [window.x - MARK_GAP - length, right + MARK_GAP];
  const down = [window.y - MARK_GAP - length, bottom + MARK_GAP];
  const lines: string[] = [];
  for (const y of [window.y, bottom]) for (const x of across) lines.push(`M${n(x)} ${n(y)}h${n(length)}`);
  for (const x of [window.x, right]) for (const y of down) lines.push(`M${n(x)} ${n(y)}v${n(length)}`);
  const marks: Primitive[] = [{ type: 'path', d: lines.join(''), stroke: MARK_COLOUR, strokeWidth: 0.4 }];
  if (margin >= NAME_FONT.size + MARK_GAP + 2) {
    const y = bottom + MARK_GAP + NAME_FONT.size;
    marks.push({ type: 'text', text: name, x: window.x + MARK_GAP, y, font: NAME_FONT, fill: MARK_COLOUR });
  }
  return marks;
}

/** Columns as in a sheet of numbers: A, B, … Z, AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before ? letters(before - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const n = (value: number) => Math.round(value * 100) / 100;
