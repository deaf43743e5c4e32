import { FaultError } from '../../../../shared/api/faults';
import type { Encoding } from '../../../../shared/metrics/encoding';
import { readChunks } from '../byte-stream';
import { type CellKind, ColumnCounts } from '../column-counts';
import { RowWriter } from '../row-writer';
import { PLAIN_FACTS, Problems, type ReadFile, type Reading } from '../session';
import { loadWritten, withProgress } from '../tables';
import { streamDecoder } from '../text-sample';
import { NotJson, RecordParser } from './record-parser';
import { damagedAt, RecordSplitter } from './record-splitter';
import { WrapperScan } from './wrapper-scan';

const MAY_HOLD_NUL = /\0|\\u0000/;

/** The column of records that are values without a name. */
const NAMELESS = 'value';

/**
 * Reads an array of records, one record after the other, or an object with one array of them in it. Columns are the names of all records, those of objects in
 * objects joined by dots. Rows are counted from 1 in an array; else they have the line that the record begins at.
 * Arrays of arrays have no names: their first row may be the header.
 * Throws faults `data-empty`, `data-damaged` with the line, and those of tables too large.
 */
export async function readJson(reading: Reading, encoding: Encoding): Promise<ReadFile> {
  const { written, columns, problems, isArray } = await writeCopy(reading, encoding);
  const engine = await reading.engine(reading.workingCopy);
  await withProgress(engine, reading.work, [0.7, 1], () => loadWritten(engine, written));
  return {
    engine,
    facts: {
      ...PLAIN_FACTS,
      format: isArray ? 'json' : 'json-lines',
      encoding,
      columns,
      rows: written.rows,
      usualCells: columns.length,
      problems: problems.listed,
      problemCount: problems.count,
    },
  };
}

/** Where the records begin in a file that is one object around them; null: they are the file. */
async function findArray(reading: Reading, encoding: Encoding): Promise<number | null> {
  const scan = new WrapperScan();
  const decoder = streamDecoder(encoding);
  for await (const chunk of readChunks(reading.path, reading.work, [0.2, 0.3])) {
    scan.push(decoder.piece(chunk));
    if (scan.isOver) return null;
  }
  return scan.finish();
}

async function writeCopy(reading: Reading, encoding: Encoding) {
  const writer = new RowWriter(reading.workingCopy);
  const table = new RecordTable(writer);
  try {
    const within = await findArray(reading, encoding);
    const splitter = new RecordSplitter((text, line) => table.add(text, line, splitter.isArray), within !== null);
    const decoder = streamDecoder(encoding);
    let skip = within ?? 0;
    for await (const chunk of readChunks(reading.path, reading.work, [0.3, 0.7])) {
      const piece = decoder.piece(chunk);
      splitter.skip(piece.slice(0, skip));
      splitter.push(piece.slice(skip));
      skip = Math.max(skip - piece.length, 0);
    }
    splitter.push(decoder.end());
    splitter.finish();
    const columns = table.columns();
    if (writer.rows === 0 || columns.length === 0) throw new FaultError({ code: 'data-empty' });
    return { written: writer.finish(columns.length), columns, problems: table.problems, isArray: splitter.isArray };
  } catch (error) {
    if (error instanceof TypeError) throw new FaultError({ code: 'data-encoding', detail: encoding }, { cause: error });
    throw error;
  } finally {
    writer.close();
  }
}

/** Turns records into rows. A column gets its place when its name is first seen. */
class RecordTable {
  readonly problems = new Problems();
  readonly #places = new Map<string, number>();
  readonly #counts = new ColumnCounts();
  readonly #writer: RowWriter;
  readonly #parser = new RecordParser((path, text, kind) => this.#set(this.#placeOf(path ?? NAMELESS), text, kind));
  #cells: string[] = [];
  #kinds: (CellKind | null)[] = [];
  #hasNames = false;

  constructor(writer: RowWriter) {
    this.#writer = writer;
  }

  add(text: string, line: number, isElement: boolean): void {
    this.#cells = Array<string>(this.#places.size).fill('');
    this.#kinds = [];
    try {
      if (text.startsWith('[')) this.#addList(text);
      else {
        this.#hasNames = true;
        this.#parser.parse(text);
      }
    } catch (error) {
      if (error instanceof NotJson) throw damagedAt(line);
      throw error;
    }
    const at = isElement ? this.#writer.rows + 1 : line;
    for (let place = 0; place < this.#kinds.length; place++) {
      const kind = this.#kinds[place];
      if (kind) this.#counts.add(place, kind);
    }
    if (MAY_HOLD_NUL.test(text) && this.#cells.some((cell) => cell.includes('\0'))) {
      this.problems.add(at, 'nul-character');
      this.#cells = this.#cells.map((cell) => cell.replaceAll('\0', ''));
    }
    this.#writer.add(at, this.#cells);
  }

  columns() {
    const names = [...this.#places.keys()];
    const facts = this.#counts.facts(this.#hasNames ? names : null);
    // Columns without any value have not been counted.
    const rest = this.#hasNames ? names.slice(facts.length) : [];
    return [...facts, ...rest.map((name) => ({ name, cells: { text: 0, number: 0, date: 0, boolean: 0 } }))];
  }

  #addList(text: string): void {
    for (const [place, cell] of this.#parser.list(text).entries()) this.#set(place, cell.text, cell.kind);
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#places.size);
    return this.#places.size - 1;
  }

  #set(place: number, text: string, kind: CellKind): void {
    while (this.#cells.length <= place) this.#cells.push('');
    this.#cells[place] = text;
    this.#kinds[place] = text === '' ? null : kind;
  }
}
