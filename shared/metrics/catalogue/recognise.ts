import { normaliseName } from '../../analysis/normalise-name';
import {
  CATALOGUE_MEASURES,
  type CatalogueMeasure,
  type CataloguePart,
  measureFormula,
  PART_WORDS,
  partsOf,
} from './catalogue';

/** What stands in a column's name besides the name: units, signs, and words for a total. */
const TRIMMINGS = /\s*[([{][^()[\]{}]*[)\]}]\s*$/;

/** `E-mail_Open-Rate (%)` → `email open rate`: e-mail is written in two ways in every export. */
function plainName(column: string): string {
  return normaliseName(column.replace(TRIMMINGS, '').replaceAll('_', ' ')).replace(/\be mail/g, 'email');
}

function indexOf<Id>(lists: Iterable<readonly [Id, string]>): Map<string, Id> {
  const index = new Map<string, Id>();
  // The first of two with the same name is the plainer one.
  for (const [id, words] of lists) for (const word of words.split('|')) if (!index.has(word)) index.set(word, id);
  return index;
}

const measures = indexOf(CATALOGUE_MEASURES.map((measure) => [measure, measure.words] as const));

/**
 * The measure of the catalogue that a column holds, by its name alone (whole, without case, accents, signs and what
 * stands in brackets at its end); null: none. A likeness is not enough: a wrong formula is worse than none.
 */
export function recogniseMeasure(column: string): CatalogueMeasure | null {
  return measures.get(plainName(column)) ?? null;
}

/**
 * The columns that hold the parts of a measure's formula, by their names; null unless every part has one of its own:
 * then a ratio can be imported as sums, which stay right for any longer period.
 */
export function recogniseParts(
  measure: CatalogueMeasure,
  columns: readonly string[],
): Partial<Record<CataloguePart, string>> | null {
  const parts = partsOf(measure) as CataloguePart[];
  if (parts.length === 0) return null;
  const found: Partial<Record<CataloguePart, string>> = {};
  const taken = new Set<string>();
  for (const part of parts) {
    const words = PART_WORDS[part].split('|');
    const column = columns.find((name) => !taken.has(name) && words.includes(plainName(name)));
    if (column === undefined) return null;
    taken.add(column);
    found[part] = column;
  }
  return found;
}

/**
 * The measures whose parts all stand in a file's columns, each with the columns; those of most parts first. Of two with
 * the same formula, as an open rate and its trend, the first alone.
 */
export function measuresIn(
  columns: readonly string[],
): { measure: CatalogueMeasure; columns: Partial<Record<CataloguePart, string>> }[] {
  const formulas = new Set<string | null>();
  return CATALOGUE_MEASURES.flatMap((measure) => {
    const formula = measureFormula(measure);
    const found = formulas.has(formula) ? null : recogniseParts(measure, columns);
    if (!found) return [];
    formulas.add(formula);
    return { measure, columns: found };
  }).sort((a, b) => Object.keys(b.columns).length - Object.keys(a.columns).length);
}
