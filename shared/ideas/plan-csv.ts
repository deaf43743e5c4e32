/** A table as text, for files and the clipboard. */
type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180): commas, lines end in CR LF, numbers with a decimal point. A text that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
export function csvOf(table: readonly (readonly Cell[])[]): string {
  return table.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A text that no spreadsheet takes for a formula. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** A table as lines of cells with tabs between, as spreadsheets paste it: line breaks and tabs in a cell become spaces. */
export function tsvOf(table: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) =>
    typeof value === 'string' ? harmless(value.replace(/[\t\r\n]+/g, ' ')) : (value ?? '');
  return table.map((row) => row.map(cell).join('\t')).join('\n');
}

/** A table as HTML, for documents and mails; the first row holds the names of the columns. */
export function htmlTableOf([head = [], ...rows]: readonly (readonly Cell[])[]): string {
  const row = (tag: 'th' | 'td', cells: readonly Cell[]) =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(String(cell ?? ''))}</${tag}>`).join('')}</tr>`;
  return `<table><thead>${row('th', head)}</thead><tbody>${rows.map((cells) => row('td', cells)).join('')}</tbody></table>`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string) =>
  text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign).replace(/\r?\n/g, '<br>');
