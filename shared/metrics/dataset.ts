import * as v from 'valibot';
import { ENCODINGS } from './encoding';
import { DELIMITERS } from './split-cells';

/** What a data file turned out to be, by its content; its name says nothing. `json-lines`: one value per line. */
const DATA_FORMATS = ['csv', 'xlsx', 'json', 'json-lines', 'parquet'] as const;

/** Endings of files that hold numbers, without the dot. They only say what a dialog offers. */
export const DATA_EXTENSIONS = [
  'csv',
  'tsv',
  'tab',
  'txt',
  'xlsx',
  'xlsm',
  'json',
  'jsonl',
  'ndjson',
  'parquet',
] as const;

/** Whether a file may hold a table of numbers, by its name. */
export const isDataName = (name: string): boolean =>
  DATA_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));

/** What a data file may hold; a file beyond a limit is refused with its name. */
export const DATA_LIMITS = {
  /** Bytes of a file of text or Parquet. */
  fileBytes: 4 * 1024 ** 3,
  /** Bytes of everything in a workbook once inflated, how many times its packed size that may be, and its entries. */
  inflatedBytes: 100 * 1024 ** 2,
  inflationRatio: 100,
  archiveEntries: 1_000,
  rows: 50_000_000,
  columns: 1_000,
  /** Rows × columns. */
  cells: 400_000_000,
  /** UTF-16 code units of one row with all its cells. */
  rowLength: 1024 ** 2,
  /** Nesting of objects and arrays in JSON. */
  depth: 64,
  /** Of each kind of remark (ragged rows, problems, merged ranges), so many are listed; all are counted. */
  listed: 1_000,
} as const;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const line = v.pipe(v.number(), v.integer(), v.minValue(1));

/** What the cells of a column are as the format itself tells: a number in JSON, a date in a workbook. */
const cellCounts = v.strictObject({ text: count, number: count, date: count, boolean: count });
export type CellCounts = v.InferOutput<typeof cellCounts>;

const column = v.strictObject({
  /** Where the format names its columns itself (JSON, Parquet); null where a row of the table may be the header. */
  name: v.nullable(v.string()),
  /**
   * Cells with content by what the format says they are; null for formats that hold text only (CSV). A number is
   * written with a decimal point and no thousands sign; a date as 2026-03-01, with time 2026-03-01 14:30:00.
   */
  cells: v.nullable(cellCounts),
});

const problem = v.strictObject({
  line,
  reason: v.picklist(['unclosed-quote', 'text-after-quote', 'nul-character', 'too-many-cells']),
});
export type DatasetProblem = v.InferOutput<typeof problem>;

/** What is known of a data file once it is read, before anything is said about the meaning of its columns. */
export const datasetFactsSchema = v.strictObject({
  format: v.picklist(DATA_FORMATS),
  /** SHA-256 of the file as it was read, lower-case hex, and its size in bytes. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  bytes: count,
  /** Of text files; null for the others. */
  encoding: v.nullable(v.picklist(ENCODINGS)),
  delimiter: v.nullable(v.picklist(DELIMITERS)),
  /** Of a workbook, in its order; `rows` as the workbook claims, null where it does not. Empty for other formats. */
  sheets: v.array(v.strictObject({ name: v.string(), rows: v.nullable(count), hidden: v.boolean() })),
  /** The name of the sheet that was read. */
  sheet: v.nullable(v.string()),
  columns: v.array(column),
  /** Rows of the table `cells`; lines with nothing on them are not rows. */
  rows: count,
  /**
   * The number of cells that most rows have, rows that have another number, and all of these counted. A row with fewer
   * has been filled up with blanks; one with more cells than the table has columns has lost the rest: its line stands
   * in `problems` too.
   */
  usualCells: count,
  ragged: v.array(v.strictObject({ line, cells: count })),
  raggedCount: count,
  /** Merged cells of a workbook: the value stands in the first, the others are blank. Lines from 1, columns from 0. */
  merged: v.array(v.strictObject({ firstLine: line, lastLine: line, firstColumn: count, lastColumn: count })),
  /** Rows of the sheet that its author has hidden; they are read all the same. */
  hiddenRows: count,
  problems: v.array(problem),
  problemCount: count,
});
export type DatasetFacts = v.InferOutput<typeof datasetFactsSchema>;

/** How to read a file where its own signs should not decide. Absent or null: found out. */
export const datasetOptionsSchema = v.strictObject({
  encoding: v.optional(v.nullable(v.picklist(ENCODINGS)), null),
  delimiter: v.optional(v.nullable(v.picklist(DELIMITERS)), null),
  /** The sheet of a workbook, by its name. */
  sheet: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(200))), null),
});
export type DatasetOptions = v.InferInput<typeof datasetOptionsSchema>;
