import type { Comparison } from '../../comparison/changes';
import { changeGroup } from '../../comparison/markdown';
import { changeTexts } from '../../comparison/texts';
import type { FigureContext } from '../../figures/figure';
import type { Font, Primitive } from '../../figures/primitives';
import { ascent, lineHeight, wrapText } from '../../figures/text';
import { markFigure, markWidth } from './marks';

const GROUP: Font = { size: 11, weight: 600 };
const SUBJECT: Font = { size: 12.5, weight: 600 };
const LINE: Font = { size: 11.5, weight: 400 };
export const COLUMN_WIDTH = 340;
export const COLUMN_GAP = 28;
const BETWEEN = 10;
/** Room for signs and number, at the left of the words. */
const LEFT = 62;
/** A change in more lines than this is cut: the report in Markdown has all of them. */
const MOST_LINES = 12;

/** A change in words, or the name of a group of them; drawn from (0, 0), as wide as a column. */
export interface ListItem {
  height: number;
  primitives: Primitive[];
  /** Blank above it, which goes at the top of a column. */
  lead: number;
  /** Must not stand at the foot of a column. */
  isHeading: boolean;
}

/** Everything that is said of a comparison's changes, stage by stage. */
export function changeItems(
  comparison: Comparison,
  numbers: ReadonlyMap<string, number>,
  context: FigureContext,
): ListItem[] {
  const { t, language, measure, theme } = context;
  const items: ListItem[] = [];
  let group: string | null = null;
  for (const change of comparison.changes) {
    const heading = changeGroup(change, comparison, t, language);
    if (heading !== group) items.push(headingItem(heading, context));
    group = heading;
    const { subject, lines } = changeTexts(change, comparison, t, language);
    const number = numbers.get(change.id) ?? 0;
    const left = Math.max(LEFT, markWidth(change.types, number, context) + 10);
    const primitives = markFigure(change.types, number, 0, 0, context);
    let y = 0;
    const write = (text: string, font: Font, fill: string, most: number) => {
      for (const line of wrapText(text, font, COLUMN_WIDTH - left, measure, most)) {
        primitives.push({ type: 'text', text: line, x: left, y: y + ascent(font), font, fill });
        y += lineHeight(font);
      }
    };
    write(subject, SUBJECT, theme.text, 3);
    for (const line of lines.slice(0, MOST_LINES)) write(line, LINE, theme.muted, 4);
    const more = lines.length - MOST_LINES;
    if (more > 0) write(t('comparison.list.moreLines', { count: more }), LINE, theme.muted, 1);
    items.push({ height: Math.max(y, 18) + BETWEEN, primitives, lead: 0, isHeading: false });
  }
  return items;
}

function headingItem(text: string, { theme, measure }: FigureContext): ListItem {
  const primitives: Primitive[] = [];
  let y = 0;
  for (const line of wrapText(text, GROUP, COLUMN_WIDTH, measure, 2)) {
    primitives.push({ type: 'text', text: line, x: 0, y: y + ascent(GROUP), font: GROUP, fill: theme.muted });
    y += lineHeight(GROUP);
  }
  y += 3;
  primitives.push({ type: 'path', d: `M0 ${y}H${COLUMN_WIDTH}`, stroke: theme.border, strokeWidth: 1 });
  return { height: y + 9, primitives, lead: 8, isHeading: true };
}

/** How many columns go side by side. */
export const columnsIn = (width: number): number =>
  Math.max(1, Math.floor((width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP)));

/**
 * Puts items into columns no higher than `height`, from left to right, as many as it takes. An item that is higher by
 * itself stands alone; a heading goes along with what follows it.
 */
export function intoColumns(items: readonly ListItem[], height: number): ListItem[][] {
  const columns: ListItem[][] = [];
  let column: ListItem[] = [];
  let used = 0;
  items.forEach((item, index) => {
    const next = item.isHeading ? items[index + 1] : undefined;
    const needed = item.height + (next?.height ?? 0) + (used > 0 ? item.lead : 0);
    if (column.length > 0 && used + needed > height) {
      columns.push(column);
      column = [];
      used = 0;
    }
    used += item.height + (column.length > 0 ? item.lead : 0);
    column.push(item);
  });
  if (column.length > 0) columns.push(column);
  return columns;
}

/** The least height at which the items fit into so many columns, near enough. */
export function balancedHeight(items: readonly ListItem[], columns: number): number {
  const total = items.reduce((sum, item) => sum + item.lead + item.height, 0);
  let height = total / columns;
  for (let attempt = 0; attempt < 40 && intoColumns(items, height).length > columns; attempt++) height *= 1.05;
  return height;
}

/** Columns as primitives, side by side from (0, 0). */
export function columnFigures(columns: readonly (readonly ListItem[])[]): { primitives: Primitive[]; height: number } {
  const primitives: Primitive[] = [];
  let height = 0;
  columns.forEach((items, index) => {
    let y = 0;
    for (const item of items) {
      if (y > 0) y += item.lead;
      primitives.push({ type: 'group', x: index * (COLUMN_WIDTH + COLUMN_GAP), y, children: item.primitives });
      y += item.height;
    }
    height = Math.max(height, y);
  });
  return { primitives, height };
}
