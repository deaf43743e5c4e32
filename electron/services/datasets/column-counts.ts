import { FaultError } from '../../../shared/api/faults';
import { type CellCounts, DATA_LIMITS, type DatasetFacts } from '../../../shared/metrics/dataset';

export type CellKind = keyof CellCounts;

/** The columns of a format that says what its cells are, counted as they come. */
export class ColumnCounts {
  readonly #counts: CellCounts[] = [];

  get width(): number {
    return this.#counts.length;
  }

  /** Counts a cell with content. Throws fault `data-too-many-columns`. */
  add(column: number, kind: CellKind): void {
    if (column >= DATA_LIMITS.columns)
      throw new FaultError({ code: 'data-too-many-columns', detail: String(DATA_LIMITS.columns) });
    while (this.#counts.length <= column) this.#counts.push({ text: 0, number: 0, date: 0, boolean: 0 });
    const counts = this.#counts[column];
    if (counts) counts[kind]++;
  }

  facts(names: readonly string[] | null): DatasetFacts['columns'] {
    return this.#counts.map((cells, index) => ({ name: names?.[index] ?? null, cells }));
  }
}
