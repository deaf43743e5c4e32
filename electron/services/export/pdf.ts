import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import { FaultError } from '../../../shared/api/faults';
import { textsByWeight } from '../../../shared/figures/missing-characters';
import { linkTarget } from '../../../shared/figures/paint-text';
import type { Box, TextRun } from '../../../shared/figures/primitives';
import { ascent, lineHeight, type MeasureText } from '../../../shared/figures/text';
import { MOST_PAGE_SIDE, type Page } from '../../../shared/scene/pages';
import { registerFonts } from './fonts';
import { exportTools, paintPage } from './paint-page';
import { repairTextMaps } from './pdf-text';
import type { LoadedPictures } from './pictures';

export interface PdfInput {
  pages: readonly Page[];
  background: string | null;
  pictures: LoadedPictures;
  title: string;
  measure: MeasureText;
}

/**
 * A vector PDF with selectable text, embedded subsets of its fonts and links. The same input gives the same bytes:
 * it holds no dates and no random ids. Throws fault `page-too-large` for a page over 14,400 points a side.
 */
export function makePdf(input: PdfInput): Buffer {
  registerFonts();
  const { pages, background, measure } = input;
  if (pages.some((page) => Math.max(page.width, page.height) > MOST_PAGE_SIDE)) {
    throw new FaultError({ code: 'page-too-large', detail: String(MOST_PAGE_SIDE) });
  }
  const file = new PDFDocument({ title: input.title, creator: 'Periplo' });
  const tools = exportTools(input.pictures);
  for (const page of pages) {
    // The library types pages as a bare context, though it makes the same class as for a canvas.
    const context = file.beginPage(page.width, page.height) as unknown as SKRSContext2D;
    paintPage(context, page, background, {
      ...tools,
      onLink: (run, x, y) => addLink(context, page, run, x, y, measure),
    });
    file.endPage();
  }
  return repairTextMaps(file.close(), textsOf(pages));
}

/** In the units of the list, which are the context's at that moment. Links beyond the page's window are none. */
function addLink(context: SKRSContext2D, page: Page, run: TextRun, x: number, y: number, measure: MeasureText) {
  const url = asciiUrl(run.link ?? '');
  if (!url) return;
  const width = measure(run.text, run.font);
  const left = run.anchor === 'middle' ? x - width / 2 : run.anchor === 'end' ? x - width : x;
  const box = { x: left, y: y - ascent(run.font), width, height: lineHeight(run.font) };
  const shown = overlapOf(box, windowInUnits(page));
  if (shown) context.annotateLinkUrl(shown.x, shown.y, shown.x + shown.width, shown.y + shown.height, url);
}

/** PDF holds addresses in ASCII only. */
function asciiUrl(link: string): string | null {
  const target = linkTarget(link);
  return target !== null && URL.canParse(target) ? new URL(target).href : null;
}

const windowInUnits = ({ window, origin, scale }: Page): Box => ({
  x: (window.x - origin.x) / scale,
  y: (window.y - origin.y) / scale,
  width: window.width / scale,
  height: window.height / scale,
});

function overlapOf(a: Box, b: Box): Box | null {
  const x = Math.max(a.x, b.x);
  const y = Math.max(a.y, b.y);
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

function textsOf(pages: readonly Page[]): string[] {
  const lists = new Set(pages.flatMap((page) => [page.primitives, page.marks]));
  return [...lists].flatMap((list) => [...textsByWeight(list).values()].flatMap((texts) => [...texts]));
}
