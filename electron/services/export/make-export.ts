import type { ExportedFile } from '../../../shared/api/calls';
import type { JourneyMap } from '../../../shared/document/schema';
import { textsByWeight } from '../../../shared/figures/missing-characters';
import type { MeasureText } from '../../../shared/figures/text';
import { createTranslator } from '../../../shared/language/translator';
import type { ExportRequest } from '../../../shared/scene/export-request';
import { type ExportPages, exportPages } from '../../../shared/scene/page-export';
import type { Page } from '../../../shared/scene/pages';
import { exportFileName } from './file-name';
import { createMeasure } from './measure';
import { reportGlyphs } from './missing-glyphs';
import { makePdf } from './pdf';
import { loadPictures } from './pictures';
import { makePng } from './png';
import { makeSvg } from './svg';

const TYPES = { pdf: 'application/pdf', png: 'image/png', svg: 'image/svg+xml' } as const;

let measure: MeasureText | null = null;

/**
 * Makes the file that a request asks for. The same map and request give the same bytes, from every host on a machine.
 * Throws faults `picture-too-large` (detail: the largest scale that works) and `page-too-large` (too many sheets).
 */
export async function makeExport(map: JourneyMap, request: ExportRequest): Promise<ExportedFile> {
  measure ??= createMeasure();
  const laidOut = exportPages(map, request, measure);
  const [first] = laidOut.pages;
  if (!first) throw new Error('An export has at least one page');
  const title = map.title.trim() || createTranslator(request.language)('exported.untitled');
  const bytes = await makeBytes(map, request, laidOut, first, title, measure);
  const texts = [...textsByWeight(first.primitives).values()].flatMap((ofWeight) => [...ofWeight]);
  return {
    bytes,
    type: TYPES[request.format],
    name: exportFileName(title, request.format),
    pages: laidOut.pages.length,
    ...reportGlyphs(texts),
  };
}

async function makeBytes(
  map: JourneyMap,
  request: ExportRequest,
  { pages, background }: ExportPages,
  first: Page,
  title: string,
  measureText: MeasureText,
): Promise<Buffer> {
  if (request.format === 'svg') return makeSvg({ page: first, background, pictures: map.pictures, title });
  const pictures = await loadPictures(first.primitives, map.pictures);
  return request.format === 'png'
    ? makePng({ page: first, background, pictures, scale: request.scale })
    : makePdf({ pages, background, pictures, title, measure: measureText });
}
