import { LIMITS } from '../document/limits';
import { decodeText, detectEncoding, type Encoding } from './encoding';
import { type Delimiter, type RawRow, splitCells } from './split-cells';

/** What a table file may hold; a file beyond a limit is refused with its name. */
export const TABLE_LIMITS = { bytes: LIMITS.fileBytes, rows: 1_000_000, columns: 1_000 } as const;

/** A table as read from a file: texts only; what they mean is decided per column. Columns go by their place, never by name. */
export interface Table {
  encoding: Encoding;
  delimiter: Delimiter;
  /** Trimmed; may hold empty and repeated names. */
  header: string[];
  /** Every row has as many cells as the header. */
  rows: string[][];
  /** The line of the file that each row begins at, from 1. */
  lines: number[];
  problems: TableProblem[];
}

export interface TableProblem {
  line: number;
  reason: TableProblemReason;
}

/**
 * `too-many-cells` and `unclosed-quote`: the row is left out, since its values may stand in the wrong columns.
 * `too-few-cells`: what is missing counts as empty. `text-after-quote`: kept as part of the cell. `nul-character`: dropped.
 */
export type TableProblemReason =
  | 'too-many-cells'
  | 'too-few-cells'
  | 'unclosed-quote'
  | 'text-after-quote'
  | 'nul-character';

export type TableFault =
  | { reason: 'too-large' | 'too-many-rows' | 'too-many-columns'; most: number }
  /** No header, or nothing below it. */
  | { reason: 'empty' | 'header-only' }
  /** Pictures, archives and the like; `spreadsheet`: a workbook of Excel or another program. */
  | { reason: 'not-text' | 'spreadsheet' };

export type TableResult = { status: 'ok'; table: Table } | { status: 'fault'; fault: TableFault };

export interface TableOptions {
  /** Null or absent: found out. */
  encoding?: Encoding | null;
  delimiter?: Delimiter | null;
}

const fault = (value: TableFault): TableResult => ({ status: 'fault', fault: value });

/** Reads a file of delimited text whose first row with content is the header. Every input gets an answer; nothing is thrown. */
export function readTable(bytes: Uint8Array, options: TableOptions = {}): TableResult {
  if (bytes.length > TABLE_LIMITS.bytes) return fault({ reason: 'too-large', most: TABLE_LIMITS.bytes });
  if (isWorkbook(bytes)) return fault({ reason: 'spreadsheet' });
  const encoding = options.encoding ?? detectEncoding(bytes);
  let text: string;
  try {
    text = decodeText(bytes, encoding);
  } catch {
    return fault({ reason: 'not-text' });
  }
  if (looksBinary(text)) return fault({ reason: 'not-text' });
  return readText(text, encoding, options.delimiter ?? null);
}

/** Reads a table that is text already, as from the clipboard. */
function readText(text: string, encoding: Encoding, chosen: Delimiter | null = null): TableResult {
  // Excel writes and heeds a first line `sep=;`.
  const named = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i.exec(text);
  const delimiter = chosen ?? (named?.[1] as Delimiter | undefined) ?? detectDelimiter(text);
  // Two more than allowed: enough to see that there are too many, with the header and a `sep=` line not counted.
  const raw = splitCells(text, delimiter, { rows: TABLE_LIMITS.rows + 3, cells: TABLE_LIMITS.columns + 1 });
  const filled = (named ? raw.slice(1) : raw).filter(hasContent);
  const [first, ...body] = filled;
  if (!first) return fault({ reason: 'empty' });
  if (first.cells.length > TABLE_LIMITS.columns)
    return fault({ reason: 'too-many-columns', most: TABLE_LIMITS.columns });
  if (body.length > TABLE_LIMITS.rows) return fault({ reason: 'too-many-rows', most: TABLE_LIMITS.rows });
  if (body.length === 0) return fault({ reason: 'header-only' });
  const header = first.cells.map((name) => withoutNul(name).trim());
  const table: Table = { encoding, delimiter, header, rows: [], lines: [], problems: [] };
  if (first.fault) table.problems.push({ line: first.line, reason: first.fault });
  for (const row of body) addRow(table, row);
  return { status: 'ok', table };
}

function addRow(table: Table, row: RawRow): void {
  const report = (reason: TableProblemReason) => table.problems.push({ line: row.line, reason });
  if (row.fault) report(row.fault);
  if (row.fault === 'unclosed-quote') return;
  const width = table.header.length;
  let cells = row.cells;
  if (cells.length > width) {
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      report('too-many-cells');
      return;
    }
    cells = cells.slice(0, width);
  } else if (cells.length < width) {
    report('too-few-cells');
    cells = [...cells, ...Array<string>(width - cells.length).fill('')];
  }
  if (cells.some((cell) => cell.includes('\0'))) {
    report('nul-character');
    cells = cells.map(withoutNul);
  }
  table.rows.push(cells);
  table.lines.push(row.line);
}

/** Spreadsheets write rows of mere delimiters below a table. */
function hasContent(row: RawRow): boolean {
  return row.cells.some((cell) => !/^[\s,;]*$/.test(cell));
}

function withoutNul(cell: string): string {
  return cell.replaceAll('\0', '');
}

/** Characters and rows looked at to find the delimiter. */
const SAMPLE_LENGTH = 64 * 1024;
const SAMPLE_ROWS = 200;

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
    const rows = splitCells(sample, delimiter, { rows: SAMPLE_ROWS, cells: TABLE_LIMITS.columns + 1 }).filter(
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

/** The first bytes of a zip archive (xlsx, ods) and of an OLE file (xls). */
function isWorkbook(bytes: Uint8Array): boolean {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  return starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0);
}

/** More than one control character in a hundred: no table was ever written so. NULs are counted apart, some programs strew them. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const controls = sample.match(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g)?.length ?? 0;
  const nuls = sample.match(/\0/g)?.length ?? 0;
  return controls > sample.length / 100 || nuls > sample.length / 4;
}
