import { describe, expect, test } from 'vitest';
import { metrics as en } from '../language/en/metrics';
import { createTranslator } from '../language/translator';
import type { PlanNote, RefusedRow } from './import-plan';
import { noteText, questionText, refusalText, tableFaultText, tableProblemText } from './import-texts';
import type { TableProblemReason } from './read-table';

const english = createTranslator('en');

describe('sentences about an import', () => {
  test('a limit is named in the units people know', () => {
    const tooLarge = { reason: 'too-large', most: 50 * 1024 * 1024 } as const;
    expect(tableFaultText(tooLarge, english, 'en')).toBe(
      'The file is larger than 50 MB. Export fewer rows or columns.',
    );
    expect(tableFaultText({ reason: 'too-many-rows', most: 1_000_000 }, createTranslator('es'), 'es')).toContain(
      'más de 1.000.000 filas',
    );
    expect(tableFaultText({ reason: 'not-text' }, english, 'en')).toBe(
      'This is not a text file. Export your numbers as CSV.',
    );
  });

  test('a refused cell is quoted, cut where it is long', () => {
    expect(refusalText({ line: 3, reason: 'not-a-number', cell: ' x1 ' }, english)).toBe('“x1” is not a number');
    const long = refusalText({ line: 3, reason: 'not-a-date', cell: 'y'.repeat(500) }, english);
    expect(long).toBe(`“${'y'.repeat(39)}…” is not a date or period`);
  });

  test('every reason has a whole sentence in both languages', () => {
    for (const language of ['en', 'es'] as const) {
      const t = createTranslator(language);
      const texts = [
        ...Object.keys(en.refusals).map((reason) =>
          refusalText({ line: 1, reason: reason as RefusedRow['reason'], cell: 'c' }, t),
        ),
        ...Object.keys(en.tableProblems).map((reason) =>
          tableProblemText({ line: 1, reason: reason as TableProblemReason }, t),
        ),
        ...Object.keys(en.notes).map((note) => noteText(note as PlanNote, { currencySign: '$' }, t)),
        questionText({ question: 'period-unit' }, t),
        tableFaultText({ reason: 'empty' }, t, language),
      ];
      for (const text of texts) expect(text).not.toMatch(/\{\{|^metrics\.|^$/);
    }
    expect(noteText('shared-currency-sign', { currencySign: '$' }, english)).toContain('The sign $ stands');
  });
});
