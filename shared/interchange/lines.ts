import { splitCells } from '../metrics/split-cells';

/** Bullets of text editors, mailers, Markdown and chat; tick boxes come after one, or alone. */
const BULLET = /^(?:[-–—*+•◦▪▫●○■□‣⁃·▸▹►➤➢✓✔✗✘→][ \t]+|[•◦▪●○■□‣⁃·▸►➤✓✔☐☑☒][ \t]*)/u;
const TICK_BOX = /^\[[ xX]?\][ \t]+/;
/** `1.` `1)` `(1)` `1.2.` `a)` `iv.` with a space behind: `2.5 litres` and `E. coli` are no numbering. */
const NUMBERING =
  /^(?:\(?\d{1,3}[.)]|(?:\d{1,3}\.){2,4}|\d{1,3}(?:\.\d{1,3}){1,3}\)|\(?[a-z]\)|\(?[ivxlc]{1,5}\))[ \t]+/;

/**
 * A pasted list as card titles: one a line, without bullets, tick boxes, numbering and blank lines. Of cells pasted from a
 * spreadsheet the first filled one of each row counts; a quoted cell of several lines is one title.
 */
export function titlesFromLines(text: string): string[] {
  const titles: string[] = [];
  const limits = { rows: Number.POSITIVE_INFINITY, cells: 1_000 };
  for (const { cells } of splitCells(unquoteProse(text), '\t', limits)) {
    // Word processors put a tab between a bullet and its text, which makes two cells of them.
    const title = cells.map(cleanTitle).find((candidate) => candidate !== '');
    if (title !== undefined) titles.push(title);
  }
  return titles;
}

/** Empty where there is nothing but a bullet or a number. */
function cleanTitle(cell: string): string {
  let title = `${cell.replace(/\s+/g, ' ').trim()} `;
  for (;;) {
    const shorter = title.replace(BULLET, '').replace(TICK_BOX, '').replace(NUMBERING, '');
    if (shorter === title) return title.trim();
    title = shorter;
  }
}

/**
 * A line like `"Too dear", they say` begins with a quotation mark, but is prose and no quoted cell: its marks are
 * doubled and put in quotes, so that it comes out of the splitting as it went in.
 */
function unquoteProse(text: string): string {
  const quotedCells = /^(?:"(?:[^"]|"")*"|[^"\t\r\n][^\t\r\n]*)?(?:\t(?:"(?:[^"]|"")*"|[^"\t\r\n][^\t\r\n]*)?)*$/;
  if (isQuotedThroughout(text)) return text;
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => (line.startsWith('"') && !quotedCells.test(line) ? `"${line.replaceAll('"', '""')}"` : line))
    .join('\n');
}

/** Whether every quotation mark that opens a cell is closed at the end of one. */
function isQuotedThroughout(text: string): boolean {
  return splitCells(text, '\t', { rows: Number.POSITIVE_INFINITY, cells: 1_000 }).every((row) => row.fault === null);
}
