import Fuse from 'fuse.js';
import { normaliseName } from '../../analysis/normalise-name';
import { type Expression, type FormulaError, partsWithin } from './syntax';

export type FoundColumns =
  /** The file's column for every name that the formula uses. */
  { status: 'ok'; columns: ReadonlyMap<string, string> } | { status: 'error'; error: FormulaError };

/**
 * The columns of a file that a formula means: the very name first, then without case, accents and signs, if only one
 * column is so called (`unique_visits` is `Unique visits`). The first name that no column has is an error, with the
 * column that is most like it.
 */
export function findColumns(expression: Expression, header: readonly string[]): FoundColumns {
  const columns = new Map<string, string>();
  for (const part of partsWithin(expression)) {
    if (part.type !== 'column' || columns.has(part.name)) continue;
    const found = findColumn(part.name, header);
    if (found === null) {
      const { name, start, end } = part;
      const values = { column: name, suggestion: mostLike(name, header) };
      return { status: 'error', error: { code: 'unknown-column', start, end, values } };
    }
    columns.set(part.name, found);
  }
  return { status: 'ok', columns };
}

function findColumn(name: string, header: readonly string[]): string | null {
  if (header.includes(name)) return name;
  const alike = header.filter((column) => normaliseName(column) === normaliseName(name));
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

function mostLike(name: string, header: readonly string[]): string {
  const fuse = new Fuse(
    header.filter((column) => column.trim() !== '').map((column) => ({ column, name: normaliseName(column) })),
    { keys: ['name'], ignoreLocation: true, threshold: 0.5 },
  );
  return fuse.search(normaliseName(name).slice(0, 100), { limit: 1 })[0]?.item.column ?? '';
}
