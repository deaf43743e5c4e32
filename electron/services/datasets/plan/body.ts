import { columnLetter } from '../../../../shared/metrics/column-name';
import type { DatasetFacts } from '../../../../shared/metrics/dataset';
import { findHeader, type HeadRow, headerNames } from '../../../../shared/metrics/find-header';
import type { Recipe } from '../../../../shared/metrics/recipe';
import { sqlText } from '../engine';
import { readRows } from '../rows';
import type { Session } from '../session';

/** Rows among which a header is looked for. */
const HEAD_ROWS = 100;

/** The header of a table as it stands in the file. */
export async function foundHeader(session: Session): Promise<Recipe['header']> {
  return findHeader(await readRows({ from: 0, count: HEAD_ROWS }, session), session.facts);
}

/** What the columns are called: by the format, by the lines of the header, or by letters as in a spreadsheet. */
export async function columnNames(session: Session, header: Recipe['header']): Promise<string[]> {
  const { columns, merged } = session.facts;
  if (header === null) return columns.map(({ name }, index) => name ?? columnLetter(index));
  const { first, last } = header;
  const head: HeadRow[] = (
    await session.engine.all(
      `SELECT line, ${cellNames(session.facts).join(', ')} FROM cells WHERE line BETWEEN ${first} AND ${last} ORDER BY place LIMIT ${HEAD_ROWS}`,
    )
  ).map(([line, ...cells]) => ({ line: Number(line), cells: cells.map(String) }));
  return headerNames(head, columns.length, merged);
}

export const cellNames = ({ columns }: Pick<DatasetFacts, 'columns'>): string[] =>
  columns.map((_, index) => `c${index}`);

/** Which rows of `cells` belong to a table, as conditions in SQL. */
export interface Body {
  /** Below the header, and not left out by hand. */
  isRow: string;
  /** Its values may stand in the wrong columns: it lost cells, or has some where the header has none. */
  isMisplaced: string;
  /** The rows whose cells can be trusted, as a relation. */
  from: string;
}

export function bodyOf({ facts }: Session, { header, skippedLines }: Pick<Recipe, 'header' | 'skippedLines'>): Body {
  const terms = [`line > ${header?.last ?? 0}`];
  if (skippedLines.length > 0) terms.push(`line NOT IN (${skippedLines.join(', ')})`);
  const isRow = terms.join(' AND ');
  // `Landing,1,5` below `Card,Orders`: a decimal comma that nobody quoted.
  const named = facts.ragged.find(({ line }) => line === header?.last)?.cells ?? facts.usualCells;
  const beyond = cellNames(facts).slice(named);
  const isMisplaced = ['broken', ...beyond.map((cell) => `${cell} <> ''`)].join(' OR ');
  return { isRow, isMisplaced, from: `(SELECT * FROM cells WHERE ${isRow} AND NOT (${isMisplaced}))` };
}

/** The rows without those that have one of these texts in a column. */
export const without = (from: string, column: number, texts: readonly string[]): string =>
  texts.length === 0 ? from : `(SELECT * FROM ${from} WHERE c${column} NOT IN (${texts.map(sqlText).join(', ')}))`;
