import { DATA_LIMITS } from './dataset';
import { type Delimiter, type RawRow, splitCells } from './split-cells';

/** Characters and rows looked at to find the delimiter. */
const SAMPLE_LENGTH = 64 * 1024;
const SAMPLE_ROWS = 200;

/** Spreadsheets write rows of mere delimiters below a table. */
function hasContent(row: RawRow): boolean {
  return row.cells.some((cell) => !/^[\s,;]*$/.test(cell));
}

/**
 * The delimiter that gives most rows the same number of cells, two at least: titles above a table have fewer. Among
 * equals the one with more columns, and then tab before `;` before `,`, as texts and decimal numbers hold commas more
 * often than the others.
 */
export function detectDelimiter(text: string): Delimiter {
  let sample = text.slice(0, SAMPLE_LENGTH);
  // The last line of a cut sample may lack cells.
  if (sample.length < text.length) sample = sample.slice(0, Math.max(sample.search(/[\r\n][^\r\n]*$/), 0)) || sample;
  let best: { delimiter: Delimiter; share: number; columns: number } = { delimiter: ',', share: 0, columns: 1 };
  for (const delimiter of ['\t', ';', ','] as const) {
    const rows = splitCells(sample, delimiter, { rows: SAMPLE_ROWS, cells: DATA_LIMITS.columns + 1 }).filter(
      hasContent,
    );
    const rowsByCells = new Map<number, number>();
    for (const { cells, fault } of rows)
      if (cells.length > 1 && !fault) rowsByCells.set(cells.length, (rowsByCells.get(cells.length) ?? 0) + 1);
    for (const [columns, count] of rowsByCells) {
      const share = count / rows.length;
      if (share > best.share || (share === best.share && columns > best.columns)) best = { delimiter, share, columns };
    }
  }
  return best.delimiter;
}

/** More than one control character in a hundred: no table was ever written so. NULs are counted apart, some programs strew them. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const controls = sample.match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g)?.length ?? 0;
  const nuls = sample.match(/\0/g)?.length ?? 0;
  return controls > sample.length / 100 || nuls > sample.length / 4;
}
