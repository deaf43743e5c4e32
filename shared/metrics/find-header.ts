import type { DatasetFacts } from './dataset';
import { readNumber } from './numbers';
import { readPeriod } from './read-periods';
import type { Recipe } from './recipe';

export interface HeadRow {
  line: number;
  cells: readonly string[];
}

type Header = NonNullable<Recipe['header']>;

/** A header that stands on more lines than this is none. */
const MOST_LINES = 3;

const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
const isPeriod = (cell: string) => readPeriod(cell, 'day-first').type === 'period';
const isNumber = (cell: string) => readNumber(cell, '.').type === 'number' || readNumber(cell, ',').type === 'number';

/**
 * The lines that name the columns: the first row among the first ones that fills as many cells as a table row does, with
 * words and periods and no other numbers. Above it stand titles. Null where the format names its columns itself, or no
 * row looks like it. Where cells above it are merged, or groups stand above repeated names, those lines belong to it.
 */
export function findHeader(rows: readonly HeadRow[], facts: Pick<DatasetFacts, 'columns' | 'merged'>): Header | null {
  if (facts.columns.some(({ name }) => name !== null)) return null;
  const width = Math.max(0, ...rows.map(({ cells }) => filled(cells)));
  const at = rows.findIndex(({ cells }, index) => index < rows.length - 1 && looksLikeHeader(cells, width));
  const row = rows[at];
  if (!row) return null;
  let first = row.line;
  for (let above = at - 1; above >= Math.max(0, at - MOST_LINES + 1); above--) {
    const upper = rows[above];
    const lower = rows[above + 1];
    if (!upper || !lower || !isGroupRow(upper, lower, facts.merged)) break;
    first = upper.line;
  }
  return { first, last: Math.max(row.line, lastMergedLine(row.line, facts.merged)) };
}

function looksLikeHeader(cells: readonly string[], width: number): boolean {
  const names = cells.filter((cell) => cell.trim() !== '');
  if (names.length < Math.max(1, Math.ceil(width * 0.6))) return false;
  if (names.every(isPeriod) && names.length > 1) return false;
  return names.every((name) => isPeriod(name) || !isNumber(name)) && names.some((name) => !isPeriod(name));
}

/** `Visits | | Orders | ` above `Week | North | South | North | South`. */
function isGroupRow(upper: HeadRow, lower: HeadRow, merged: DatasetFacts['merged']): boolean {
  const across = merged.filter(
    ({ firstLine, lastLine, firstColumn, lastColumn }) =>
      firstLine === upper.line && lastLine === upper.line && lastColumn > firstColumn,
  );
  const width = filled(lower.cells);
  if (across.length > 0) return across.some(({ firstColumn, lastColumn }) => lastColumn - firstColumn + 1 < width);
  const names = lower.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const repeats = new Set(names).size < names.length;
  return repeats && filled(upper.cells) >= 2 && filled(upper.cells) < width;
}

/** A name that is merged downwards makes the header as tall. */
function lastMergedLine(line: number, merged: DatasetFacts['merged']): number {
  return merged.reduce(
    (last, { firstLine, lastLine }) =>
      firstLine <= line && lastLine > last && lastLine < line + MOST_LINES ? lastLine : last,
    line,
  );
}

/**
 * The names of all columns by the lines of their header: parts that stand above each other are joined, and what is
 * merged (or blank beside a group's name) counts for all its columns. No two lines say the same twice.
 */
export function headerNames(rows: readonly HeadRow[], columnCount: number, merged: DatasetFacts['merged']): string[] {
  const parts: string[][] = Array.from({ length: columnCount }, () => []);
  rows.forEach(({ line, cells }, index) => {
    const isLast = index === rows.length - 1;
    let group = '';
    for (let column = 0; column < columnCount; column++) {
      let name = (cells[column] ?? '').trim();
      if (name === '') {
        const range = merged.find(
          (one) => one.firstLine === line && one.firstColumn < column && column <= one.lastColumn,
        );
        if (range) name = (cells[range.firstColumn] ?? '').trim();
        else if (!isLast && merged.length === 0) name = group;
      } else group = name;
      if (name !== '' && parts[column]?.at(-1) !== name) parts[column]?.push(name);
    }
  });
  return parts.map((names) => names.join(' · '));
}
