import type { JourneyMap, MapElement } from '../document/schema';
import type { FigureContext } from '../figures/figure';
import type { DisplayList, Primitive } from '../figures/primitives';
import type { MeasureText } from '../figures/text';
import { THEMES } from '../figures/theme';
import { createTranslator } from '../language/translator';
import { showsAnything } from '../metrics/overlay-settings';
import type { ExportRequest } from './export-request';
import { legend } from './legend';
import { mapScene } from './map-scene';
import { emptySheet, metricsSheet } from './metrics-sheet';
import { overlayScene } from './overlay-scene';
import { layoutPages, type Page } from './pages';
import { titleBlock } from './title-block';

/** What an export shows, ready to be painted; the same for a file and for the preview of the dialog. */
export interface ExportPages {
  pages: Page[];
  /** Behind the map; null: nothing. */
  background: string | null;
}

/** A narrow map still leaves room for a title. */
const LEAST_WIDTH = 560;
const GAP = 24;

/**
 * Lays out what a request asks for. Only a PDF is cut into the pages of a poster; pictures are one page.
 * `measure` must be the one of the host that paints. Throws fault `page-too-large` as `layoutPages` does.
 */
export function exportPages(map: JourneyMap, request: ExportRequest, measure: MeasureText): ExportPages {
  const theme = THEMES[request.theme];
  const { language } = request;
  const context: FigureContext = { measure, theme, language, t: createTranslator(language) };
  if (request.view === 'metrics') return metricsPages(map, request, context);
  const overlay = showsAnything(request.overlay) ? overlayScene(map, request.overlay, language) : null;
  const selection = request.selection === null ? null : new Set(request.selection);
  const scene = mapScene(map, {
    context,
    overlay,
    emotionCurve: request.emotionCurve,
    plainLines: request.plainLines,
    selection,
  });
  const width = Math.max(scene.box.width, LEAST_WIDTH);
  const parts = [
    request.titleBlock ? titleBlock(map, width, context, overlay?.whole) : null,
    scene,
    request.legend
      ? legend(
          map,
          { shown: shownElements(map, selection), curve: showsCurve(map, selection), overlay, selection },
          width,
          context,
        )
      : null,
  ];
  return pagesOf(parts, request);
}

/** The sheet of all metrics below the map's title; without numbers it says so. */
function metricsPages(map: JourneyMap, request: ExportRequest, context: FigureContext): ExportPages {
  const sheet = metricsSheet(map, context) ?? emptySheet(context);
  const title = request.titleBlock ? titleBlock(map, sheet.box.width, context) : null;
  return pagesOf([title, sheet], request);
}

function pagesOf(parts: readonly (DisplayList | null)[], request: ExportRequest): ExportPages {
  const content = stackLists(parts.filter((part) => part !== null));
  return {
    pages: layoutPages(content, request.format === 'pdf' ? request : { ...request, tilesAcross: null }),
    background: request.background ? THEMES[request.theme].canvas : null,
  };
}

/** The elements that can be seen: not those on hidden rows, nor those outside a selection. */
function shownElements(map: JourneyMap, selection: ReadonlySet<string> | null): MapElement[] {
  return Object.values(map.elements).filter(
    ({ id, lane }) => (selection === null || selection.has(id)) && !(lane !== null && map.lanes[lane]?.hidden),
  );
}

/** A selection is shown without its rows, and so without the curve. */
const showsCurve = (map: JourneyMap, selection: ReadonlySet<string> | null) =>
  selection === null && Object.values(map.lanes).some(({ role, hidden }) => role === 'emotion' && !hidden);

/** Lists below one another, with their left edges in line. */
export function stackLists(parts: readonly DisplayList[]): DisplayList {
  const primitives: Primitive[] = [];
  let [y, width] = [0, 0];
  for (const { box, primitives: children } of parts) {
    if (y > 0) y += GAP;
    primitives.push({ type: 'group', x: -box.x, y: y - box.y, children });
    y += box.height;
    width = Math.max(width, box.width);
  }
  return { box: { x: 0, y: 0, width, height: y }, primitives };
}
