import type { DateFindings, NumberFindings } from '../../../../shared/metrics/described';
import { type CountedText, judgeDates, judgeNumbers } from '../../../../shared/metrics/judge-column';
import type { Engine } from '../engine';
import { withoutTime } from './period-sql';

/** Up to so many different texts, each is read by itself. */
const FEW = 20_000;

/** What stands in a column, over all rows. */
export interface Survey {
  /** Rows with something there. */
  filled: number;
  distinct: number;
  isEstimate: boolean;
  /** All different texts that are not blank, the first in the file first; null where there are too many. */
  texts: CountedText[] | null;
  missing: number;
  numbers: number;
  dates: number;
  number: NumberFindings;
  date: DateFindings;
  examples: string[];
}

export interface SurveyInput {
  engine: Engine;
  /** A relation with `line` and the column. */
  from: string;
  /** The column's name in it. */
  cell: string;
  /** The format says that there are numbers. */
  typed: boolean;
}

const EXAMPLES = 5;

/** The table never changes while it is open, and every change of a recipe asks for the same columns again. */
const surveys = new WeakMap<Engine, Map<string, Survey>>();
const MOST_KEPT = 24;

const asCounted = ([text, rows, line]: readonly unknown[]): CountedText => ({
  text: String(text),
  rows: Number(rows),
  line: Number(line),
});

/**
 * Looks at all cells of a column. Few different texts are read one by one; of many, numbers are read by their shape (the
 * least and the greatest text of each: digits decide nothing else) and dates without their time of day.
 */
export async function survey(input: SurveyInput): Promise<Survey> {
  const { engine, from, cell, typed } = input;
  const known = surveys.get(engine) ?? new Map<string, Survey>();
  surveys.set(engine, known);
  const key = `${cell} ${typed} ${from}`;
  const found = known.get(key) ?? (await lookAt(input));
  // Those that were asked for last stay.
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (oldest !== undefined && known.size > MOST_KEPT) known.delete(oldest);
  return found;
}

async function lookAt({ engine, from, cell, typed }: SurveyInput): Promise<Survey> {
  const [[filledCount, estimate] = []] = await engine.all(
    `SELECT count(*) FILTER (${cell} <> ''), approx_count_distinct(${cell}) FROM ${from}`,
  );
  const filled = Number(filledCount);
  const grouped = `SELECT ${cell}, count(*) AS n, min(line) AS first FROM ${from} WHERE ${cell} <> '' GROUP BY 1`;
  if (Number(estimate) <= FEW) {
    const texts = (await engine.all(`${grouped} ORDER BY first`)).map(asCounted);
    return { filled, distinct: texts.length, isEstimate: false, texts, ...judged(texts, texts, typed) };
  }
  const sample = (
    await engine.all(`SELECT ${cell}, 1, line FROM ${from} WHERE ${cell} <> '' AND line % 97 = 3 LIMIT 1000`)
  ).map(asCounted);
  const numbers = judgeNumbers(sample).numbers > sample.length / 5 ? await shapes(engine, from, cell) : [];
  const dates = judgeDates(sample).dates > sample.length / 5 ? await days(engine, from, cell) : [];
  return {
    filled,
    distinct: Number(estimate),
    isEstimate: true,
    texts: null,
    ...judged(numbers, dates, typed),
    examples: sample.slice(0, EXAMPLES).map(({ text }) => text),
  };
}

function judged(
  forNumbers: readonly CountedText[],
  forDates: readonly CountedText[],
  typed: boolean,
): Omit<Survey, 'filled' | 'distinct' | 'isEstimate' | 'texts'> {
  const { findings: number, ...counts } = judgeNumbers(forNumbers, typed);
  const { findings: date, dates } = judgeDates(forDates);
  return { ...counts, number, dates, date, examples: forNumbers.slice(0, EXAMPLES).map(({ text }) => text) };
}

/** Two texts of each shape: the least begins with a zero if any does, and is the smallest of its kind. */
async function shapes(engine: Engine, from: string, cell: string): Promise<CountedText[]> {
  const rows = await engine.all(
    `SELECT min(${cell}), max(${cell}), count(*) AS n, arg_min(line, ${cell}), arg_max(line, ${cell})
     FROM ${from} WHERE ${cell} <> '' AND length(${cell}) <= 100
     GROUP BY translate(${cell}, '012345678', '999999999') ORDER BY n DESC LIMIT ${FEW}`,
  );
  return rows.flatMap(([least, greatest, n, first, last]) => [
    asCounted([least, n, first]),
    ...(least === greatest ? [] : [asCounted([greatest, 0, last])]),
  ]);
}

/** One text for each date, whatever the time of day. */
async function days(engine: Engine, from: string, cell: string): Promise<CountedText[]> {
  const rows = await engine.all(
    `SELECT min(${cell}), count(*) AS n, min(line) AS first FROM ${from} WHERE ${cell} <> ''
     GROUP BY ${withoutTime(cell)} ORDER BY n DESC LIMIT ${FEW}`,
  );
  return rows.map(asCounted);
}
