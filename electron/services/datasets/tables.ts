import { randomUUID } from 'node:crypto';
import { type Engine, sqlText } from './engine';
import type { Shape } from './row-shape';
import { ESCAPES, MARK, SEPARATOR, type WrittenRows } from './row-writer';
import type { Work } from './session';

/** What DuckDB is to take for NULL: it stands in no cell of any file, so that every cell stays the text it is. */
const NEVER = `\u0001${randomUUID()}\u0001`;
/** Bytes: longer than any row may be, and DuckDB's own size of a buffer. */
const LONGEST_ROW = 16 * 1024 ** 2;
const BUFFER = 32 * 1024 ** 2;

const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`);

/** How DuckDB is to read a file of delimited text: it is told everything and finds out nothing. */
interface TextSource {
  path: string;
  columns: readonly string[];
  delimiter: string;
  quote: '"' | '';
  newLine: '\n' | '\r\n' | '\r';
  pads: boolean;
  parallel: boolean;
}

function readCsv({ path, columns, delimiter, quote, newLine, pads, parallel }: TextSource): string {
  const types = columns.map((name) => `'${name}': '${name === 'line' ? 'BIGINT' : 'VARCHAR'}'`).join(', ');
  const options = [
    'auto_detect = false',
    'header = false',
    `delim = ${sqlText(delimiter)}`,
    `quote = '${quote}'`,
    `escape = '${quote}'`,
    `new_line = '${newLine.replace('\r', '\\r').replace('\n', '\\n')}'`,
    `nullstr = ${sqlText(NEVER)}`,
    `null_padding = ${pads}`,
    `parallel = ${parallel}`,
    `max_line_size = ${LONGEST_ROW}`,
    `buffer_size = ${BUFFER}`,
    `columns = {${types}}`,
  ];
  return `read_csv(${sqlText(path)}, ${options.join(', ')})`;
}

/** Any of the cells that the table has no column for. */
function losesCells({ width, widest }: Shape): string {
  const lost = names(widest).slice(width);
  return lost.length > 0 ? `(${lost.map((name) => `coalesce(${name}, '') <> ''`).join(' OR ')})` : 'false';
}

const filled = (shape: Shape) => (name: string) => (shape.hasShortRows ? `coalesce(${name}, '')` : name);

/** The table from plain delimited text, where DuckDB reads the file itself; `line` is a formula over `rowid`. */
export async function loadPlain(
  engine: Engine,
  source: Omit<TextSource, 'columns' | 'pads'>,
  shape: Shape,
  line: string,
): Promise<void> {
  const columns = names(shape.widest);
  const cells = names(shape.width).map((name) => `${filled(shape)(name)} AS ${name}`);
  const text = readCsv({ ...source, columns, pads: shape.hasShortRows || shape.widest > shape.width });
  await engine.all(
    `CREATE TABLE raw AS SELECT ${[...cells, `${losesCells(shape)} AS broken`].join(', ')} FROM ${text}`,
  );
  await createView(engine, line, shape.width);
}

/** The table from a working copy; `brokenLine`: a row whose values may stand in the wrong columns. */
export async function loadWritten(
  engine: Engine,
  { path, shape, escaped }: WrittenRows,
  brokenLine: number | null = null,
): Promise<void> {
  const cells = names(shape.width).map((name, index) => {
    let cell = filled(shape)(name);
    if (escaped.has(index))
      for (const [letter, character] of ESCAPES)
        cell = `replace(${cell}, ${sqlText(MARK + letter)}, chr(${character.charCodeAt(0)}))`;
    return `${cell} AS ${name}`;
  });
  const broken = brokenLine === null ? losesCells(shape) : `(${losesCells(shape)} OR line = ${brokenLine})`;
  const text = readCsv({
    path,
    columns: ['line', ...names(shape.widest)],
    delimiter: SEPARATOR,
    quote: '',
    newLine: '\n',
    pads: true,
    parallel: true,
  });
  await engine.all(`CREATE TABLE raw AS SELECT line, ${[...cells, `${broken} AS broken`].join(', ')} FROM ${text}`);
  await createView(engine, 'line', shape.width);
}

/** `raw` has columns c0, c1, … and `broken`; what `line` is made from is told. */
export async function createView(engine: Engine, line: string, width: number): Promise<void> {
  const columns = ['rowid AS place', `${line} AS line`, ...names(width), 'broken'];
  await engine.all(`CREATE VIEW cells AS SELECT ${columns.join(', ')} FROM raw`);
}

/** Runs statements of DuckDB and tells how far they are, from one share to another. */
export async function withProgress<Value>(
  engine: Engine,
  work: Work,
  [from, to]: readonly [number, number],
  run: () => Promise<Value>,
): Promise<Value> {
  const timer = setInterval(() => work.progress(from + (to - from) * engine.progress()), 100);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}
