import type { Translate } from '../language/translator';

/** What a column is called; one without a name goes by its letter, as in a spreadsheet. */
export function columnName({ name, index }: { name: string; index: number }, t: Translate): string {
  return name || t('importer.columnLetter', { letter: columnLetter(index) });
}

/** A, B … Z, AA, AB … */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}
