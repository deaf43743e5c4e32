import type { DateExample } from '../../../../shared/metrics/described';
import { type CountedText, judgeDates } from '../../../../shared/metrics/judge-column';
import {
  comparePeriods,
  groupPeriod,
  type Period,
  type PeriodUnit,
  suggestUnit,
} from '../../../../shared/metrics/periods';
import { type DateOrder, readPeriod } from '../../../../shared/metrics/read-periods';
import type { Engine } from '../engine';
import type { Work } from '../session';
import { createMapping } from './mapping';
import { withoutTime } from './period-sql';

/** What is the matter with the date of a row, as the working table keeps it. */
export const DATE_STATE = { period: 0, missing: 1, 'not-a-date': 2, 'cut-week': 3 } as const;

export interface PeriodField {
  /** Null: it has to be said. */
  order: DateOrder | null;
  mixed: boolean;
  examples: DateExample[];
  /** Null: no unit holds them all, or there are none. */
  unit: PeriodUnit | null;
  hasPeriods: boolean;
  /** By the number that the working table has for them. */
  periods: Period[];
  /** SQL of the text that the table `periods` knows, over the source `b`. */
  key: string;
}

/** So many different days are not dates. */
const MOST_DATES = 100_000;

/**
 * Reads a column of dates and makes the table `periods`: the number of the period (pe), the place of the day among all
 * days (da), and what is the matter (ps). Null: there are too many different texts.
 */
export async function preparePeriods(
  engine: Engine,
  work: Work,
  from: string,
  column: number,
  chosen: { order: DateOrder | null; unit: PeriodUnit | null },
): Promise<PeriodField | null> {
  const cell = `c${column}`;
  const texts = (
    await engine.all(
      `SELECT ${withoutTime(cell)}, arg_min(${cell}, line), count(*), min(line) AS first FROM ${from}
       GROUP BY 1 ORDER BY first LIMIT ${MOST_DATES + 1}`,
    )
  ).map(([key, text, rows, line]): CountedText & { key: string } => ({
    key: String(key),
    text: String(text),
    rows: Number(rows),
    line: Number(line),
  }));
  if (texts.length > MOST_DATES) return null;
  const { findings } = judgeDates(texts);
  const order = chosen.order ?? findings.order;
  const field: PeriodField = {
    order,
    mixed: findings.mixed,
    examples: findings.examples,
    unit: null,
    hasPeriods: false,
    periods: [],
    key: withoutTime(`b.${cell}`),
  };
  if (order === null) return field;
  const readings = texts.map(({ key, text }) => ({ text: key, reading: readPeriod(text, order) }));
  const days = [...new Set(readings.flatMap(({ reading }) => (reading.type === 'period' ? reading.period : [])))].sort(
    comparePeriods,
  );
  field.hasPeriods = days.length > 0;
  field.unit = chosen.unit ?? suggestUnit(days);
  const { unit } = field;
  if (unit === null) return field;
  const dayPlace = new Map(days.map((day, index) => [day, index]));
  const periodPlace = new Map<Period, number>();
  const rows = readings.map(({ text, reading }) => {
    const none = (ps: number) => ({ text, pe: -1, da: -1, ps });
    if (reading.type === 'missing') return none(DATE_STATE.missing);
    if (reading.type === 'refused') return none(DATE_STATE['not-a-date']);
    const period = groupPeriod(reading.period, unit);
    if (period === null) return none(DATE_STATE['cut-week']);
    const pe = periodPlace.get(period) ?? field.periods.push(period) - 1;
    periodPlace.set(period, pe);
    return { text, pe, da: dayPlace.get(reading.period) ?? 0, ps: DATE_STATE.period };
  });
  await createMapping(engine, work, 'periods', { pe: 'INTEGER', da: 'INTEGER', ps: 'UTINYINT' }, rows);
  return field;
}
