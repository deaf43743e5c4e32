export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export interface RawRow {
  /** Where the row begins, counted from 1 as editors do: a quoted cell may hold several lines. */
  line: number;
  cells: string[];
  fault: 'unclosed-quote' | 'text-after-quote' | null;
}

export interface SplitLimits {
  /** Reading stops after this many rows. */
  rows: number;
  /** Further cells of a row are skipped. */
  cells: number;
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/**
 * Splits delimited text into rows of cells (RFC 4180, with CR, LF or CR LF as line ends, also mixed). What is not
 * valid is kept as well as it can be and marked: text after a closing quote is added to the cell; a quote that is never
 * closed takes the rest of the file.
 */
export function splitCells(text: string, delimiter: Delimiter, limits: SplitLimits): RawRow[] {
  const rows: RawRow[] = [];
  const separator = delimiter.charCodeAt(0);
  const endsCell = (code: number) => code === separator || code === LINE_FEED || code === RETURN;
  let at = 0;
  let line = 1;
  while (at < text.length && rows.length < limits.rows) {
    const row: RawRow = { line, cells: [], fault: null };
    for (;;) {
      let cell = '';
      if (text.charCodeAt(at) === QUOTE) {
        const quoted = readQuoted(text, at);
        cell = quoted.cell;
        line += countLines(cell);
        at = quoted.end;
        if (!quoted.closed) row.fault = 'unclosed-quote';
        let end = at;
        while (end < text.length && !endsCell(text.charCodeAt(end))) end++;
        const rest = text.slice(at, end);
        if (rest.trim()) {
          cell += rest;
          row.fault ??= 'text-after-quote';
        }
        at = end;
      } else {
        let end = at;
        while (end < text.length && !endsCell(text.charCodeAt(end))) end++;
        cell = text.slice(at, end);
        at = end;
      }
      if (row.cells.length < limits.cells) row.cells.push(cell);
      if (at >= text.length || text.charCodeAt(at) !== separator) break;
      at++;
    }
    if (at < text.length) {
      at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === LINE_FEED ? 2 : 1;
      line++;
    }
    rows.push(row);
  }
  return rows;
}

function readQuoted(text: string, start: number): { cell: string; end: number; closed: boolean } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { cell: cell + text.slice(from), end: text.length, closed: false };
    cell += text.slice(from, close);
    if (text.charCodeAt(close + 1) !== QUOTE) return { cell, end: close + 1, closed: true };
    cell += '"';
    from = close + 2;
  }
}

function countLines(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}
