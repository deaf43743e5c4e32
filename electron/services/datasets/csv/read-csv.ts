import { FaultError } from '../../../../shared/api/faults';
import { DATA_LIMITS } from '../../../../shared/metrics/dataset';
import type { Encoding } from '../../../../shared/metrics/encoding';
import { detectDelimiter } from '../../../../shared/metrics/recognise-text';
import type { Delimiter, RawRow } from '../../../../shared/metrics/split-cells';
import { readChunks } from '../byte-stream';
import type { Engine } from '../engine';
import type { Shape } from '../row-shape';
import { RowWriter } from '../row-writer';
import { PLAIN_FACTS, Problems, type ReadFile, type Reading } from '../session';
import { loadPlain, loadWritten, withProgress } from '../tables';
import { streamDecoder } from '../text-sample';
import { RowSplitter } from './row-splitter';
import type { LineShift, PlainScan, PlainText } from './scan';

/** What a first look at delimited text has told. */
export interface DelimitedText {
  encoding: Encoding;
  delimiter: Delimiter;
  /** The file begins with a line `sep=;`, as Excel writes and heeds it: not a row. */
  namesDelimiter: boolean;
  /** Set where the whole file is UTF-8 and was looked through. */
  scan: PlainScan | null;
}

const NAMED = /^sep=([,;\t])(?:\r\n|\r|\n|$)/i;

/** The delimiter of a text by its beginning. */
export function delimiterOf(sample: string): { delimiter: Delimiter; namesDelimiter: boolean } {
  const named = NAMED.exec(sample)?.[1] as Delimiter | undefined;
  return { delimiter: named ?? detectDelimiter(sample), namesDelimiter: named !== undefined };
}

/**
 * Reads delimited text: plain UTF-8 by DuckDB itself, everything else by way of a working copy.
 * Throws faults `data-empty`, `data-header-only`, `data-encoding`, `data-long-row`, and those of tables too large.
 */
export async function readDelimited(reading: Reading, text: DelimitedText): Promise<ReadFile> {
  const plain = text.namesDelimiter ? null : (text.scan?.finish() ?? null);
  const byItself = plain && text.scan ? await readPlain(reading, text, plain, text.scan) : null;
  return byItself ?? readByCopy(reading, text);
}

/** Null where DuckDB finds other rows than the scan, which then is not to be trusted. */
async function readPlain(
  reading: Reading,
  { delimiter }: DelimitedText,
  plain: PlainText,
  scan: PlainScan,
): Promise<ReadFile | null> {
  const { rows } = scan.shape;
  checkRows(rows);
  const shape = scan.shape.finish();
  if (shape.widest > DATA_LIMITS.columns) return null;
  const engine = await reading.engine(reading.path);
  try {
    const source = {
      path: reading.path,
      delimiter,
      quote: plain.hasQuotes ? ('"' as const) : ('' as const),
      newLine: plain.newLine,
      parallel: !plain.hasQuotedLines,
    };
    await withProgress(engine, reading.work, [0.3, 1], () =>
      loadPlain(engine, source, shape, lineFormula(plain.shifts)),
    );
    const [[loaded] = []] = await engine.all('SELECT count(*) FROM raw');
    if (Number(loaded) === rows)
      return await finished(engine, shape, rows, { encoding: 'utf-8', delimiter }, new Problems());
  } catch (error) {
    engine.close();
    if (error instanceof FaultError) throw error;
    return null;
  }
  engine.close();
  return null;
}

/** Where rows begin in the file, from their number. */
function lineFormula(shifts: readonly LineShift[]): string {
  let before = 0;
  const steps = shifts.map(({ row, lines }) => {
    const step = `CASE WHEN rowid >= ${row} THEN ${lines - before} ELSE 0 END`;
    before = lines;
    return step;
  });
  return ['rowid + 1', ...steps].join(' + ');
}

async function readByCopy(reading: Reading, text: DelimitedText): Promise<ReadFile> {
  const { encoding, delimiter } = text;
  const { written, problems, brokenLine } = await writeCopy(reading, text);
  const engine = await reading.engine(reading.workingCopy);
  await withProgress(engine, reading.work, [0.7, 1], () => loadWritten(engine, written, brokenLine));
  return finished(engine, written.shape, written.rows, { encoding, delimiter }, problems);
}

async function writeCopy(reading: Reading, text: DelimitedText) {
  const { encoding, delimiter } = text;
  const problems = new Problems();
  const writer = new RowWriter(reading.workingCopy);
  let brokenLine: number | null = null;
  let hasNul = false;
  const onRow = (line: number, cells: string[], fault: RawRow['fault']) => {
    if (cells.length === 1 && cells[0] === '') return;
    if (text.namesDelimiter && line === 1) return;
    if (fault) problems.add(line, fault);
    if (fault === 'unclosed-quote') brokenLine = line;
    const hasNulHere = hasNul && cells.some((cell) => cell.includes('\0'));
    if (hasNulHere) problems.add(line, 'nul-character');
    writer.add(line, hasNulHere ? cells.map((cell) => cell.replaceAll('\0', '')) : cells);
  };
  try {
    const splitter = new RowSplitter(delimiter, onRow);
    const decoder = streamDecoder(encoding);
    for await (const chunk of readChunks(reading.path, reading.work, [0.2, 0.7])) {
      const piece = decoder.piece(chunk);
      hasNul ||= piece.includes('\0');
      splitter.push(piece);
    }
    splitter.push(decoder.end());
    splitter.finish();
    checkRows(writer.rows);
    return { written: writer.finish(), problems, brokenLine };
  } catch (error) {
    if (error instanceof TypeError) throw new FaultError({ code: 'data-encoding', detail: encoding }, { cause: error });
    throw error;
  } finally {
    writer.close();
  }
}

async function finished(
  engine: Engine,
  shape: Shape,
  rows: number,
  found: { encoding: Encoding; delimiter: Delimiter },
  problems: Problems,
): Promise<ReadFile> {
  if (shape.widest > shape.width) {
    const broken = await engine.all('SELECT line FROM cells WHERE broken ORDER BY place');
    const unclosed = new Set(
      problems.listed.filter(({ reason }) => reason === 'unclosed-quote').map(({ line }) => line),
    );
    for (const [line] of broken) if (!unclosed.has(Number(line))) problems.add(Number(line), 'too-many-cells');
  }
  const { usualCells, ragged, raggedCount, width } = shape;
  return {
    engine,
    facts: {
      ...PLAIN_FACTS,
      ...found,
      format: 'csv',
      columns: Array.from({ length: width }, () => ({ name: null, cells: null })),
      rows,
      usualCells,
      ragged,
      raggedCount,
      problems: problems.listed,
      problemCount: problems.count,
    },
  };
}

function checkRows(rows: number): void {
  if (rows === 0) throw new FaultError({ code: 'data-empty' });
  if (rows === 1) throw new FaultError({ code: 'data-header-only' });
}
