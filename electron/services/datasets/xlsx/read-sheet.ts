import { DATA_LIMITS, type DatasetFacts } from '../../../../shared/metrics/dataset';
import type { ColumnCounts } from '../column-counts';
import type { RowWriter } from '../row-writer';
import type { Problems, Work } from '../session';
import { type Archive, damaged } from './archive';
import { type CellText, isoDateText, numberText, unescaped } from './cell-text';
import { isTrue, sharedText, TextCollector, type Workbook } from './workbook';
import { type Attributes, readXml } from './xml';

/** The last row and column that a sheet can have. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

export type MergedRange = DatasetFacts['merged'][number];

interface SheetFacts {
  merged: MergedRange[];
  hiddenRows: number;
}

interface SheetTarget {
  writer: RowWriter;
  counts: ColumnCounts;
  problems: Problems;
}

/** Writes the rows of a sheet that have any content. Throws faults `data-damaged`, `data-too-many-columns`. */
export async function readSheet(
  archive: Archive,
  part: string,
  workbook: Workbook,
  target: SheetTarget,
  work: Work,
): Promise<SheetFacts> {
  const reader = new SheetReader(workbook, part, target);
  const size = Math.max(archive.size(part), 1);
  let done = 0;
  await readXml(
    await archive.read(part),
    part,
    {
      open: (name, attributes) => reader.open(name, attributes),
      text: (text) => reader.text(text),
      close: (name) => reader.close(name),
    },
    work,
    {
      onBytes(count) {
        done += count;
        work.progress(0.2 + (0.5 * done) / size);
      },
    },
  );
  return { merged: reader.merged, hiddenRows: reader.hiddenRows };
}

class SheetReader {
  readonly merged: MergedRange[] = [];
  hiddenRows = 0;
  readonly #workbook: Workbook;
  readonly #part: string;
  readonly #target: SheetTarget;
  readonly #inline = new TextCollector();
  #line = 0;
  #column = -1;
  #cells: string[] = [];
  #type = 'n';
  #style = 0;
  #value = '';
  #isInValue = false;
  #hasNul = false;

  constructor(workbook: Workbook, part: string, target: SheetTarget) {
    this.#workbook = workbook;
    this.#part = part;
    this.#target = target;
  }

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'row':
        this.#line = this.#lineOf(attributes.get('r'));
        this.#column = -1;
        this.#cells = [];
        if (isTrue(attributes.get('hidden'))) this.hiddenRows++;
        return;
      case 'c':
        this.#column = this.#columnOf(attributes.get('r'));
        this.#type = attributes.get('t') ?? 'n';
        this.#style = Number(attributes.get('s') ?? 0);
        this.#value = '';
        return;
      case 'v':
        this.#isInValue = true;
        return;
      case 'mergeCell':
        this.#addMerged(attributes.get('ref') ?? '');
        return;
      default:
        this.#inline.open(name);
    }
  }

  text(text: string): void {
    if (this.#isInValue) this.#value += text;
    else this.#inline.text(text);
  }

  close(name: string): void {
    switch (name) {
      case 'v':
        this.#isInValue = false;
        return;
      case 'c':
        this.#endCell();
        return;
      case 'row':
        this.#endRow();
        return;
      default:
        this.#inline.close(name);
    }
  }

  #endCell(): void {
    const { text, kind } = this.#cellText();
    if (text === '') return;
    this.#target.counts.add(this.#column, kind);
    while (this.#cells.length < this.#column) this.#cells.push('');
    if (text.includes('\0')) this.#hasNul = true;
    this.#cells[this.#column] = text.replaceAll('\0', '');
  }

  #cellText(): CellText {
    const value = this.#value;
    const inline = this.#inline.take();
    switch (this.#type) {
      case 's':
        return { text: value === '' ? '' : sharedText(this.#workbook, value, this.#part), kind: 'text' };
      case 'inlineStr':
        return { text: inline, kind: 'text' };
      case 'b':
        return value === '' ? { text: '', kind: 'text' } : { text: String(isTrue(value.trim())), kind: 'boolean' };
      case 'd':
        return isoDateText(value);
      case 'str':
      case 'e':
        return { text: unescaped(value), kind: 'text' };
      default: {
        if (value.trim() === '') return { text: '', kind: 'text' };
        const style = this.#workbook.styles[this.#style] ?? { kind: 'plain' };
        return numberText(value.trim(), style, this.#workbook.is1904);
      }
    }
  }

  #endRow(): void {
    if (this.#cells.length === 0) return;
    if (this.#hasNul) this.#target.problems.add(this.#line, 'nul-character');
    this.#hasNul = false;
    this.#target.writer.add(this.#line, this.#cells);
  }

  /** Rows and cells may leave out where they stand: then they follow the one before. */
  #lineOf(reference: string | undefined): number {
    const line = reference === undefined ? this.#line + 1 : Number(reference);
    if (!Number.isInteger(line) || line < 1 || line > LAST_ROW) throw damaged(this.#part);
    return line;
  }

  #columnOf(reference: string | undefined): number {
    const column = reference === undefined ? this.#column + 1 : place(reference)?.column;
    if (column === undefined || column >= LAST_COLUMN) throw damaged(this.#part);
    return column;
  }

  #addMerged(reference: string): void {
    const [first, last] = reference.split(':').map(place);
    if (!first || !last || this.merged.length >= DATA_LIMITS.listed) return;
    if (first.line > last.line || first.column > last.column) return;
    this.merged.push({
      firstLine: first.line,
      lastLine: last.line,
      firstColumn: first.column,
      lastColumn: last.column,
    });
  }
}

/** `B7` is line 7, column 1. */
function place(reference: string): { line: number; column: number } | undefined {
  const [, letters, digits] = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference) ?? [];
  if (!letters || !digits) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { line: Number(digits), column: column - 1 };
}

/** The number of rows that a sheet says it has; null where it does not say. */
export async function claimedRows(archive: Archive, part: string, work: Work): Promise<number | null> {
  let rows: number | null = null;
  let isDone = false;
  const open = (name: string, attributes: Attributes) => {
    if (name === 'sheetData') isDone = true;
    if (name !== 'dimension') return;
    const [first, last] = (attributes.get('ref') ?? '').split(':').map(place);
    if (first) rows = (last ?? first).line;
    isDone = true;
  };
  await readXml(await archive.read(part), part, { open }, work, { isDone: () => isDone });
  return rows;
}
