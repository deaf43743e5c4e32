/** What a map file may hold. Checked before and while reading; a file beyond a limit is refused with its name. */
export const LIMITS = {
  /** Bytes of a map file. */
  fileBytes: 50 * 1024 * 1024,
  /** Nesting of JSON objects and arrays; JSON.stringify fails at about 10,000, JSON.parse does not. */
  depth: 64,
  /** Records in all collections of a map together. */
  records: 200_000,
  /** UTF-16 code units of one text. */
  textLength: 1024 * 1024,
  /** Map units, to either side of a cell's corner. */
  coordinate: 1_000_000,
  /** Map units: widths and heights. */
  extent: 20_000,
} as const;
