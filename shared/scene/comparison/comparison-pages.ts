import type { Comparison } from '../../comparison/changes';
import { filterComparison } from '../../comparison/difference';
import type { FigureContext } from '../../figures/figure';
import type { DisplayList, Font, Primitive } from '../../figures/primitives';
import { ascent, type MeasureText, truncate } from '../../figures/text';
import { THEMES } from '../../figures/theme';
import { createTranslator } from '../../language/translator';
import { type ExportPages, stackLists } from '../page-export';
import { layoutPages, type Page, POINTS_PER_UNIT, paperSize } from '../pages';
import {
  balancedHeight,
  COLUMN_GAP,
  COLUMN_WIDTH,
  changeItems,
  columnFigures,
  columnsIn,
  intoColumns,
  type ListItem,
} from './change-list';
import { layOutComparison } from './compared-picture';
import type { ComparisonRequest } from './comparison-request';
import { comparisonScene, sceneList } from './comparison-scene';
import { comparisonTitle, type Sides } from './comparison-title';

/** A narrow map still leaves room for the title and two columns. */
const LEAST_WIDTH = 2 * COLUMN_WIDTH + COLUMN_GAP;
/** Points per unit of a list on paper: its words are about 8 points high. */
const LIST_SCALE = POINTS_PER_UNIT * 0.9;
const POINTS_PER_MM = 72 / 25.4;

/**
 * Lays out an exported comparison: names, days and legend, the map with what changed, and the list of changes: below
 * the map, or in a PDF on paper on pages of its own, where it can be read. `measure` must be the one of the host that
 * paints. Throws fault `page-too-large` as `layoutPages` does.
 */
export function comparisonPages(
  comparison: Comparison,
  sides: Sides,
  request: ComparisonRequest,
  measure: MeasureText,
): ExportPages {
  const theme = THEMES[request.theme];
  const { language, metric, emotionCurve } = request;
  const context: FigureContext = { measure, theme, language, t: createTranslator(language) };
  const shown = filterComparison(comparison, { types: request.types, minor: request.minor });
  const scene = comparisonScene(layOutComparison(comparison, { context, metric, emotionCurve }), shown);
  const map = sceneList(scene);
  const width = Math.max(map.box.width, LEAST_WIDTH);
  const items = request.list ? changeItems(shown, scene.numbers, context) : [];
  const title = context.t('comparison.report.title', {
    title: comparison.after.title.trim() || context.t('exported.untitled'),
  });
  const onPaper = request.format === 'pdf' && request.page !== 'fit';
  const parts = [comparisonTitle(comparison, shown, sides, width, context), map];
  if (!onPaper && items.length > 0) parts.push(listBelow(items, width));
  const paper = {
    page: request.format === 'pdf' ? request.page : ('fit' as const),
    landscape: request.landscape,
    margin: request.margin,
    tilesAcross: null,
    overlap: 0,
    marks: false,
  };
  return {
    pages: [...layoutPages(stackLists(parts), paper), ...(onPaper ? listPages(items, title, request, context) : [])],
    background: request.background ? theme.canvas : null,
  };
}

function listBelow(items: readonly ListItem[], width: number): DisplayList {
  const columns = intoColumns(items, balancedHeight(items, columnsIn(width)));
  const { primitives, height } = columnFigures(columns);
  return { box: { x: 0, y: 0, width, height }, primitives };
}

const HEAD: Font = { size: 13, weight: 600 };
const HEAD_HEIGHT = 30;

/** The list on sheets of paper, each with its name, in columns that fill them from top to bottom. */
function listPages(
  items: readonly ListItem[],
  title: string,
  { page, landscape, margin }: ComparisonRequest,
  { theme, measure }: FigureContext,
): Page[] {
  if (page === 'fit' || items.length === 0) return [];
  const sheet = paperSize(page, landscape);
  const edge = margin * POINTS_PER_MM;
  const inner = { width: sheet.width - 2 * edge, height: sheet.height - 2 * edge };
  // A column that is wider than the sheet is made smaller.
  const scale = Math.min(LIST_SCALE, inner.width / COLUMN_WIDTH);
  const perPage = columnsIn(inner.width / scale);
  let columns = intoColumns(items, inner.height / scale - HEAD_HEIGHT);
  if (columns.length <= perPage) columns = intoColumns(items, balancedHeight(items, perPage));
  const head: Primitive = {
    type: 'text',
    text: truncate(title, HEAD, inner.width / scale, measure),
    x: 0,
    y: ascent(HEAD),
    font: HEAD,
    fill: theme.text,
  };
  const pages: Page[] = [];
  for (let at = 0; at < columns.length; at += perPage) {
    const { primitives } = columnFigures(columns.slice(at, at + perPage));
    pages.push({
      ...sheet,
      window: { x: edge, y: edge, ...inner },
      scale,
      origin: { x: edge, y: edge },
      primitives: [head, { type: 'group', x: 0, y: HEAD_HEIGHT, children: primitives }],
      marks: [],
    });
  }
  return pages;
}
