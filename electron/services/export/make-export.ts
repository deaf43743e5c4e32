import type { ExportedFile } from '../../../shared/api/calls';
import type { Breath } from '../../../shared/decisions/advance-in-slices';
import type { JourneyMap } from '../../../shared/document/schema';
import { textsByWeight } from '../../../shared/figures/missing-characters';
import type { Primitive } from '../../../shared/figures/primitives';
import type { MeasureText } from '../../../shared/figures/text';
import { createTranslator } from '../../../shared/language/translator';
import { decisionPages } from '../../../shared/scene/decisions/decision-export';
import type { ExportRequest } from '../../../shared/scene/export-request';
import { type ExportPages, exportPages } from '../../../shared/scene/page-export';
import type { Page } from '../../../shared/scene/pages';
import { arrangeHere } from './arrange';
import { exportFileName } from './file-name';
import { createMeasure } from './measure';
import { reportGlyphs } from './missing-glyphs';
import { makePdf } from './pdf';
import { loadPictures } from './pictures';
import { makePng } from './png';
import { makeSvg } from './svg';

const TYPES = { pdf: 'application/pdf', png: 'image/png', svg: 'image/svg+xml' } as const;

/** A server goes on answering while runs are made. */
const breath: Breath = { now: () => performance.now(), pause: () => new Promise((resolve) => setImmediate(resolve)) };

let measure: MeasureText | null = null;

/** The measure of everything that is exported from this process. */
export function exportMeasure(): MeasureText {
  measure ??= createMeasure();
  return measure;
}

/**
 * Makes the file that a request asks for. The same map and request give the same bytes, from every host on a machine.
 * Throws faults `picture-too-large` (detail: the largest scale that works) and `page-too-large` (too many sheets).
 */
export async function makeExport(map: JourneyMap, request: ExportRequest): Promise<ExportedFile> {
  const laidOut =
    request.view === 'decisions'
      ? await decisionPages(map, request, exportMeasure(), { arrange: arrangeHere, breath })
      : exportPages(map, request, exportMeasure());
  const title = map.title.trim() || createTranslator(request.language)('exported.untitled');
  return makeFile(laidOut, { format: request.format, scale: request.scale, pictures: map.pictures, title });
}

interface FileWishes {
  format: keyof typeof TYPES;
  /** Pixels per map unit of a PNG. */
  scale: number;
  pictures: JourneyMap['pictures'];
  title: string;
}

/** Paints what was laid out. Throws faults as `makeExport` does. */
export async function makeFile(laidOut: ExportPages, wishes: FileWishes): Promise<ExportedFile> {
  const { pages } = laidOut;
  const [first] = pages;
  if (!first) throw new Error('An export has at least one page');
  // The pages of a poster share one list.
  const lists = new Set(pages.map((page) => page.primitives));
  const bytes = await makeBytes(laidOut, first, [...lists].flat(), wishes);
  const texts = [...lists].flatMap((list) => [...textsByWeight(list).values()].flatMap((ofWeight) => [...ofWeight]));
  return {
    bytes,
    type: TYPES[wishes.format],
    name: exportFileName(wishes.title, wishes.format),
    pages: pages.length,
    ...reportGlyphs(texts),
  };
}

async function makeBytes(
  { pages, background }: ExportPages,
  first: Page,
  primitives: readonly Primitive[],
  { format, scale, pictures: stored, title }: FileWishes,
): Promise<Buffer> {
  if (format === 'svg') return makeSvg({ page: first, background, pictures: stored, title });
  const pictures = await loadPictures(primitives, stored);
  return format === 'png'
    ? makePng({ page: first, background, pictures, scale })
    : makePdf({ pages, background, pictures, title, measure: exportMeasure() });
}
