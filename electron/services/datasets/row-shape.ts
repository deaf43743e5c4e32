import { FaultError } from '../../../shared/api/faults';
import { DATA_LIMITS, type DatasetFacts } from '../../../shared/metrics/dataset';

/** Among the first rows titles and headers stand, so the widest of these always counts for the width of the table. */
const HEAD_ROWS = 100;
/** Further down a number of cells counts once this share of all rows has it. */
const USUAL_SHARE = 0.01;
const MOST = DATA_LIMITS.columns + 1;

export type Shape = Pick<DatasetFacts, 'usualCells' | 'ragged' | 'raggedCount'> & {
  /** Columns of the table. Rows with more cells lose the rest. */
  width: number;
  /** Most cells of any row, counted up to one more than the limit. */
  widest: number;
  hasShortRows: boolean;
};

/** Counts how many cells the rows of a file have, and finds the width of its table. */
export class RowShape {
  rows = 0;
  readonly #rowsByCells = new Uint32Array(MOST + 1);
  readonly #linesByCells = new Map<number, number[]>();
  #widestHead = 0;

  add(line: number, cells: number): void {
    const counted = cells > MOST ? MOST : cells;
    const seen = (this.#rowsByCells[counted] ?? 0) + 1;
    this.#rowsByCells[counted] = seen;
    if (seen <= DATA_LIMITS.listed) {
      const lines = this.#linesByCells.get(counted);
      if (lines) lines.push(line);
      else this.#linesByCells.set(counted, [line]);
    }
    if (this.rows < HEAD_ROWS && counted > this.#widestHead) this.#widestHead = counted;
    this.rows++;
  }

  /** Throws faults `data-too-many-columns`, `data-too-many-rows`. */
  finish(): Shape {
    const kinds = [...this.#linesByCells.keys()].sort((a, b) => a - b);
    const rowsWith = (cells: number) => this.#rowsByCells[cells] ?? 0;
    const usualCells = kinds.reduce((best, cells) => (rowsWith(cells) >= rowsWith(best) ? cells : best), kinds[0] ?? 0);
    const width = Math.max(
      this.#widestHead,
      ...kinds.filter((cells) => rowsWith(cells) > 1 && rowsWith(cells) >= this.rows * USUAL_SHARE),
    );
    if (width > DATA_LIMITS.columns)
      throw new FaultError({ code: 'data-too-many-columns', detail: String(DATA_LIMITS.columns) });
    checkExtent(this.rows, width);
    const others = kinds.filter((cells) => cells !== usualCells);
    const ragged = others.flatMap((cells) => (this.#linesByCells.get(cells) ?? []).map((line) => ({ line, cells })));
    return {
      width,
      usualCells,
      ragged: ragged.sort((a, b) => a.line - b.line).slice(0, DATA_LIMITS.listed),
      raggedCount: this.rows - rowsWith(usualCells),
      widest: kinds.at(-1) ?? 0,
      hasShortRows: kinds.some((cells) => cells < width),
    };
  }
}

/** Of a format whose rows are made to fit its columns. Throws as `finish` does. */
export function evenShape(rows: number, width: number): Shape {
  if (width > DATA_LIMITS.columns)
    throw new FaultError({ code: 'data-too-many-columns', detail: String(DATA_LIMITS.columns) });
  checkExtent(rows, width);
  return { width, widest: width, usualCells: width, ragged: [], raggedCount: 0, hasShortRows: true };
}

/** Throws fault `data-too-many-rows` for a table that is larger than the limits. */
function checkExtent(rows: number, width: number): void {
  const most = Math.min(DATA_LIMITS.rows, Math.floor(DATA_LIMITS.cells / Math.max(width, 1)));
  if (rows > most) throw new FaultError({ code: 'data-too-many-rows', detail: String(most) });
}
