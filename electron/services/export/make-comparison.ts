import type { ExportedFile } from '../../../shared/api/calls';
import { compareMaps, filterComparison } from '../../../shared/comparison/difference';
import { comparisonMarkdown } from '../../../shared/comparison/markdown';
import { encodeUtf8 } from '../../../shared/document/runtime';
import type { JourneyMap } from '../../../shared/document/schema';
import { createTranslator } from '../../../shared/language/translator';
import { comparisonPages } from '../../../shared/scene/comparison/comparison-pages';
import type { ComparisonRequest, SideInfo } from '../../../shared/scene/comparison/comparison-request';
import { exportFileName } from './file-name';
import { exportMeasure, makeFile } from './make-export';

/** One of two maps, with what it is called and when it was so. */
export interface ComparedMap extends SideInfo {
  map: JourneyMap;
}

/**
 * Makes the file that shows what is different between two maps: a picture with legend and list, or a report in
 * Markdown. The same maps and request give the same bytes, from every host on a machine. Throws faults as `makeExport`.
 */
export async function makeComparison(
  before: ComparedMap,
  after: ComparedMap,
  request: ComparisonRequest,
): Promise<ExportedFile> {
  const comparison = compareMaps(before.map, after.map);
  const t = createTranslator(request.language);
  const title = t('comparison.report.title', { title: after.map.title.trim() || t('exported.untitled') });
  if (request.format === 'md') {
    const shown = filterComparison(comparison, { types: request.types, minor: request.minor });
    const report = comparisonMarkdown(shown, t, request.language, { before: before.name, after: after.name });
    return {
      bytes: encodeUtf8(report),
      type: 'text/markdown',
      name: exportFileName(title, 'md'),
      pages: 1,
      missing: [],
      substituted: [],
    };
  }
  const { format } = request;
  const laidOut = comparisonPages(comparison, { before, after }, request, exportMeasure());
  const pictures = { ...before.map.pictures, ...after.map.pictures };
  return makeFile(laidOut, { format, scale: request.scale, pictures, title });
}
