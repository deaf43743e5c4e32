import type { Session, Work } from '../session';
import type { NumberField } from './numbers';
import type { PeriodField } from './periods';
import type { FieldIndex, Resolved } from './resolve';

/** The columns of the working table that a plan needs besides its numbers. */
export interface WorkingParts {
  /** Rows of `cells` that count. */
  body: string;
  resolved: Resolved;
  fields: ReadonlyMap<FieldIndex, NumberField>;
  /** Columns whose texts are needed. */
  texts: ReadonlySet<number>;
  /** Null: no column tells the period. */
  period: PeriodField | null;
  /** By the place of a column among the period columns; empty in other layouts. */
  columnPeriods: readonly { index: number; pe: number; da: number; ps: number }[];
}

/** The rows that numbers stand in: those of the table, or one for each of its cells where every period has a column. */
export function valueSource(body: string, { periodColumns }: Pick<Resolved, 'periodColumns'>): string {
  if (periodColumns.length === 0) return body;
  return `(${periodColumns
    .map(({ index }, place) => `SELECT *, ${place} AS pc, c${index} AS v FROM ${body}`)
    .join(' UNION ALL ')})`;
}

/**
 * Makes the table `work`, in which all that a row says stands as numbers: place and line, tgt (target), met (metric),
 * seg and per (segment and persona), pe, da, ps (period, day, state of the date), and for each column of numbers x, s,
 * p, u; t for texts that are counted or compared.
 */
export async function createWorkingTable({ engine }: Session, work: Work, parts: WorkingParts): Promise<void> {
  const { body, resolved, fields, texts, period, columnPeriods } = parts;
  const { card, metric, segment, persona, period: periodColumn } = resolved.single;
  const select = ['b.place', 'b.line'];
  const joins: string[] = [];
  const mapped = (column: number | null, table: string, value: string) => {
    select.push(column === null ? `0 AS ${value}` : `${table}.${value}`);
    if (column !== null) joins.push(`LEFT JOIN ${table} ON ${table}.text = b.c${column}`);
  };
  mapped(card, 'names', 'tgt');
  mapped(metric, 'metrics', 'met');
  mapped(segment, 'segments', 'seg');
  mapped(persona, 'personas', 'per');
  if (columnPeriods.length > 0) {
    await engine.all(
      `CREATE OR REPLACE TEMP TABLE column_periods AS SELECT * FROM (VALUES ${columnPeriods
        .map(({ pe, da, ps }, place) => `(${place}, ${pe}, ${da}, ${ps})`)
        .join(', ')}) AS t(pc, pe, da, ps)`,
    );
    select.push('b.pc', 'cp.pe', 'cp.da', 'cp.ps');
    joins.push('JOIN column_periods cp ON cp.pc = b.pc');
  } else if (period && periodColumn !== null) {
    select.push('0 AS pc', 'periods.pe', 'periods.da', 'periods.ps');
    joins.push(`LEFT JOIN periods ON periods.text = ${period.key}`);
  } else select.push('0 AS pc', '0 AS pe', '0 AS da', '0 AS ps');
  for (const field of fields.values()) {
    select.push(...field.select);
    joins.push(field.join);
  }
  for (const column of texts) select.push(`trim(b.c${column}) AS t${column}`);
  work.check();
  await engine.all(
    `CREATE OR REPLACE TEMP TABLE work AS SELECT ${select.join(', ')}
     FROM ${valueSource(body, resolved)} b ${joins.join(' ')}`,
  );
}
