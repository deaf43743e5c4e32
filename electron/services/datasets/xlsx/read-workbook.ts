import { FaultError } from '../../../../shared/api/faults';
import type { DatasetFacts } from '../../../../shared/metrics/dataset';
import { ColumnCounts } from '../column-counts';
import type { Engine } from '../engine';
import { RowWriter } from '../row-writer';
import { PLAIN_FACTS, Problems, type ReadFile, type Reading } from '../session';
import { loadWritten, withProgress } from '../tables';
import { type Archive, openArchive } from './archive';
import { claimedRows, type MergedRange, readSheet } from './read-sheet';
import { openWorkbook, type Workbook } from './workbook';

/**
 * Reads one sheet of a workbook: the one that is named, else the first visible one with more than a row. Of formulas
 * the value counts that was stored with them. Cells are written as a person sees them, with all digits: 2.1%,
 * 1234.5 €, 2026-03-01. Throws faults `data-empty`, `data-header-only`, `data-no-sheet`, `data-inflated`,
 * `data-protected`, `data-damaged`, `data-not-a-table`, and those of tables too large.
 */
export async function readWorkbook(reading: Reading): Promise<ReadFile> {
  const archive = await openArchive(reading.path);
  try {
    const workbook = await openWorkbook(archive, reading.work);
    const sheets: DatasetFacts['sheets'] = [];
    for (const { name, hidden, part } of workbook.sheets)
      sheets.push({ name, hidden, rows: await claimedRows(archive, part, reading.work) });
    return await readChosen(reading, archive, workbook, sheets);
  } finally {
    archive.close();
  }
}

async function readChosen(
  reading: Reading,
  archive: Archive,
  workbook: Workbook,
  sheets: DatasetFacts['sheets'],
): Promise<ReadFile> {
  const { sheet: named } = reading.options;
  const visible = workbook.sheets.filter(({ hidden }) => !hidden);
  const candidates =
    named === null
      ? visible.length > 0
        ? visible
        : workbook.sheets
      : workbook.sheets.filter(({ name }) => name === named);
  if (candidates.length === 0) throw new FaultError({ code: 'data-no-sheet', detail: named ?? '' });
  let most = 0;
  for (const { name, part } of candidates) {
    const writer = new RowWriter(reading.workingCopy);
    const target = { writer, counts: new ColumnCounts(), problems: new Problems() };
    try {
      const { merged, hiddenRows } = await readSheet(archive, part, workbook, target, reading.work);
      most = Math.max(most, writer.rows);
      // A sheet that was asked for is shown even if it has a title only: another may be chosen then.
      if (writer.rows < (named === null ? 2 : 1)) {
        writer.remove();
        continue;
      }
      const { counts, problems } = target;
      const written = writer.finish(counts.width);
      const engine = await reading.engine(reading.workingCopy);
      await withProgress(engine, reading.work, [0.7, 1], () => loadWritten(engine, written));
      await blankMerged(engine, merged, counts.width);
      return {
        engine,
        facts: {
          ...PLAIN_FACTS,
          format: 'xlsx',
          sheets,
          sheet: name,
          columns: counts.facts(null),
          rows: written.rows,
          usualCells: counts.width,
          merged,
          hiddenRows,
          problems: problems.listed,
          problemCount: problems.count,
        },
      };
    } finally {
      writer.close();
    }
  }
  throw new FaultError({ code: most === 0 ? 'data-empty' : 'data-header-only' });
}

/** What some programs leave in merged cells below the first is shown to nobody. */
async function blankMerged(engine: Engine, merged: readonly MergedRange[], width: number): Promise<void> {
  for (const { firstLine, lastLine, firstColumn, lastColumn } of merged) {
    const columns = Array.from(
      { length: Math.min(lastColumn, width - 1) - firstColumn + 1 },
      (_, at) => firstColumn + at,
    );
    for (const [lines, hidden] of [
      [`line = ${firstLine}`, columns.slice(1)],
      [`line > ${firstLine} AND line <= ${lastLine}`, columns],
    ] as const) {
      if (hidden.length === 0) continue;
      const filled = hidden.map((column) => `c${column} <> ''`).join(' OR ');
      const blanks = hidden.map((column) => `c${column} = ''`).join(', ');
      await engine.all(`UPDATE raw SET ${blanks} WHERE ${lines} AND (${filled})`);
    }
  }
}
