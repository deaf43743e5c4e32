import { changeInk, quietInk, tintColours, tintSign } from './badge-tint';
import type { Badge, BadgeRow, BadgeValue, FigureContext } from './figure';
import { iconShape } from './icon';
import type { Box, Font, Primitive } from './primitives';
import { sparkline } from './sparkline';
import { truncate } from './text';

const LABEL: Font = { size: 11, weight: 400 };
const VALUE: Font = { size: 11.5, weight: 700 };
/** What is uncertain looks it, apart from its sign. */
const FAINT_VALUE: Font = { size: 11.5, weight: 500 };
const CHANGE: Font = { size: 11, weight: 600 };
const SMALL: Font = { size: 9.5, weight: 500 };

const PADDING = 10;
const GAP = 6;
const SIGN = 11;
const RADIUS = 8;
const ONLY_ROW = 28;
const ROW = 23;
const TITLE_ROW = 15;
const CELL_ROW = 32;
/** A name shorter than that names nothing: about `Conv.` */
const LEAST_LABEL = 28;
const LEAST_SPARK = 22;

function rowHeight(row: BadgeRow, isOnly: boolean): number {
  if (row.values.length > 1) return CELL_ROW + (row.title === null ? 0 : TITLE_ROW);
  return isOnly ? ONLY_ROW : ROW;
}

/** How much the numbers add to the height of a card. */
export const badgeHeight = ({ rows }: Badge): number =>
  rows.reduce((sum, row) => sum + rowHeight(row, rows.length === 1), 0);

/** The coloured foot of a card: a row for each metric, filling the lower end of a box of the given size. */
export function badgeStrip(badge: Badge, width: number, height: number, context: FigureContext): Primitive[] {
  const { theme } = context;
  const out: Primitive[] = [];
  let top = height - badgeHeight(badge);
  for (const [index, row] of badge.rows.entries()) {
    const box = { x: 1, y: top, width: Math.max(width - 2, 0), height: rowHeight(row, badge.rows.length === 1) };
    const isLast = index === badge.rows.length - 1;
    if (row.values.length > 1) out.push(...cells(row, box, isLast, context));
    else for (const value of row.values) out.push(...line(value, box, isLast, context));
    out.push({ type: 'path', d: `M1 ${top}H${width - 1}`, stroke: theme.border, strokeWidth: 1 });
    top += box.height;
  }
  return out;
}

/** The ground of a row or cell; at the foot of a card its corners are round. */
function ground(box: Box, left: boolean, right: boolean, fill: string): Primitive {
  const { x, y, width, height } = box;
  const [l, r] = [left, right].map((round) => (round ? Math.min(RADIUS, width / 2, height) : 0));
  const d = `M${x} ${y}h${width}v${height - (r ?? 0)}a${r} ${r} 0 0 1 -${r} ${r}h${(l ?? 0) + (r ?? 0) - width}a${l} ${l} 0 0 1 -${l} -${l}z`;
  return { type: 'path', d, fill };
}

/** Sign, name, value, change, sparkline. What does not fit is left out, the value last. */
function line(value: BadgeValue, box: Box, isLast: boolean, context: FigureContext): Primitive[] {
  const { theme, measure } = context;
  const { soft, strong } = tintColours(value.tint, theme);
  const quiet = quietInk(value.tint, theme);
  const out: Primitive[] = [ground(box, isLast, isLast, soft)];
  const middle = box.y + box.height / 2;
  const baseline = middle + 4;
  const right = box.x + box.width - PADDING + 1;
  let x = box.x + PADDING - 1;
  const text = valueText(value);
  const font = value.uncertain ? FAINT_VALUE : VALUE;
  const valueWidth = measure(text, font);
  const changeWidth = value.change ? measure(value.change, CHANGE) + GAP : 0;
  const lateWidth = value.late ? 15 : 0;
  const sparkWidth = value.series.length > 1 ? LEAST_SPARK + 4 : 0;
  const sign = x + SIGN + 5 + valueWidth <= right ? tintSign(value.tint, x, middle - SIGN / 2, SIGN, theme) : [];
  if (sign.length > 0) {
    out.push(...sign);
    x += SIGN + 5;
  }
  const labelRoom = right - x - valueWidth - lateWidth - changeWidth - sparkWidth - 2 * GAP;
  if (labelRoom > LEAST_LABEL) {
    const label = shortLabel(value.label, LABEL, labelRoom, context);
    out.push({ type: 'text', text: label, x, y: baseline, font: LABEL, fill: quiet });
    x += measure(label, LABEL) + GAP;
  }
  const fill = value.uncertain || value.value === NO_VALUE ? quiet : theme.text;
  out.push({ type: 'text', text, x, y: baseline, font, fill });
  x += valueWidth + GAP;
  if (value.late && x + 9 <= right) {
    out.push(iconShape('clock', x - 2, middle - 5, 10, quiet));
    x += lateWidth;
  }
  if (value.change && x + changeWidth <= right) {
    out.push({
      type: 'text',
      text: value.change,
      x,
      y: baseline,
      font: CHANGE,
      fill: changeInk(value.tint, value.changeIs, theme),
    });
    x += changeWidth;
  }
  const room = Math.min(right - x - 4, 48);
  if (room >= LEAST_SPARK - 2) {
    const place = { x: right - room, y: middle - 6, width: room, height: 12 };
    const spark = sparkline(value.series, place, strong, value.frame);
    if (spark) out.push(spark);
  }
  return out;
}

/** Values side by side, each under its name. */
function cells(row: BadgeRow, box: Box, isLast: boolean, context: FigureContext): Primitive[] {
  const { theme, measure } = context;
  const out: Primitive[] = [];
  const head = row.title === null ? 0 : TITLE_ROW;
  if (row.title !== null) {
    const text = truncate(row.title, SMALL, Math.max(box.width - 2 * PADDING, 0), measure);
    out.push(ground({ ...box, height: TITLE_ROW }, false, false, theme.sunken));
    out.push({ type: 'text', text, x: box.x + PADDING - 1, y: box.y + 11, font: SMALL, fill: theme.muted });
  }
  const width = box.width / row.values.length;
  for (const [index, value] of row.values.entries()) {
    const cell = { x: box.x + index * width, y: box.y + head, width, height: box.height - head };
    const isEnd = index === row.values.length - 1;
    const { soft } = tintColours(value.tint, theme);
    out.push(ground(cell, isLast && index === 0, isLast && isEnd, soft));
    if (index > 0)
      out.push({
        type: 'path',
        d: `M${cell.x} ${cell.y + 4}v${cell.height - 8}`,
        stroke: theme.border,
        strokeWidth: 1,
      });
    out.push(...cellTexts(value, cell, context));
  }
  return out;
}

function cellTexts(value: BadgeValue, cell: Box, context: FigureContext): Primitive[] {
  const { theme, measure } = context;
  const quiet = quietInk(value.tint, theme);
  const left = cell.x + 7;
  const right = cell.x + cell.width - 5;
  if (right <= left) return [];
  const out: Primitive[] = [];
  const sign = right - left > 30 ? tintSign(value.tint, left, cell.y + 4, 9, theme) : [];
  out.push(...sign);
  const labelLeft = left + (sign.length > 0 ? 12 : 0);
  const label = truncate(value.label, SMALL, right - labelLeft, measure);
  out.push({ type: 'text', text: label, x: labelLeft, y: cell.y + 12, font: SMALL, fill: quiet });
  const font = value.uncertain ? FAINT_VALUE : VALUE;
  const text = truncate(valueText(value), font, right - left, measure);
  const fill = value.uncertain || value.value === NO_VALUE ? quiet : theme.text;
  out.push({ type: 'text', text, x: left, y: cell.y + 26, font, fill });
  let x = left + measure(text, font) + 4;
  if (value.late && x + 9 <= right) {
    out.push(iconShape('clock', x, cell.y + 17, 9, quiet));
    x += 13;
  }
  if (value.change && x + measure(value.change, SMALL) <= right)
    out.push({
      type: 'text',
      text: value.change,
      x,
      y: cell.y + 26,
      font: SMALL,
      fill: changeInk(value.tint, value.changeIs, theme),
    });
  return out;
}

/** What stands where there is no value yet. */
export const NO_VALUE = '–';

/** `≈`: do not build on it. */
const valueText = ({ value, uncertain }: BadgeValue) => (uncertain ? `≈ ${value}` : value);

/** As many whole words as there is room for; of the first one, if it comes to that, its beginning: `Conv.` */
function shortLabel(label: string, font: Font, room: number, { measure }: FigureContext): string {
  const words = label.trim().split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const text = words.slice(0, count).join(' ');
    // A title cut after a little word says less than one word cut.
    if (measure(text, font) <= room && (count === words.length || (words[count - 1]?.length ?? 0) > 3)) return text;
  }
  return truncate(words[0] ?? '', font, room, measure).replace(/…$/, '.');
}
