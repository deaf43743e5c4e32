import type { DecimalExample } from '../../../../shared/metrics/described';
import { currencyCode, type DecimalSign, readNumber } from '../../../../shared/metrics/numbers';
import type { Engine } from '../engine';
import type { Work } from '../session';
import { createMapping } from './mapping';
import { numberSql } from './number-sql';
import { type Survey, type SurveyInput, survey } from './survey';

/** What is the matter with a cell of numbers, as the working table keeps it. */
export const STATE = { number: 0, missing: 1, 'not-a-number': 2, 'too-large': 3 } as const;

/** A column of numbers in the working table: x (number), s (state), p (it has a percent sign), u (its currency). */
export interface NumberField {
  /** The number of the field in the working table: x0, x1 … */
  key: number;
  decimal: DecimalSign | null;
  mixed: boolean;
  examples: DecimalExample[];
  /** The column shows another decimal sign than the chosen one, and none like it. */
  doubtful: boolean;
  /** Codes (or signs that several currencies share) by the number that stands for them; 0: none. */
  currencies: string[];
  found: Survey;
  /** SQL over the source `b` joined with the field's mapping. */
  join: string;
  select: string[];
}

interface Reading {
  text: string;
  x: number | null;
  s: number;
  p: boolean;
  u: number;
}

/** Prepares a column to be read as numbers. `chosen`: the decimal sign that somebody has said it has. */
export async function prepareNumbers(
  input: SurveyInput & { key: number; chosen: DecimalSign | null; work: Work },
): Promise<NumberField> {
  const { engine, from, cell, key, chosen, work } = input;
  const found = await survey(input);
  const { decimal: seen, mixed, examples } = found.number;
  const decimal = chosen ?? seen;
  const field: NumberField = {
    key,
    decimal,
    mixed,
    examples,
    doubtful: chosen !== null && seen !== null && seen !== chosen && examples.length > 0,
    currencies: [''],
    found,
    join: `LEFT JOIN f${key} ON f${key}.text = b.${cell}`,
    select: [],
  };
  if (decimal === null) return field;
  const plain = numberSql(cell, decimal);
  const texts = found.texts?.map(({ text }) => text) ?? (await irregular(engine, from, cell, plain.isRegular));
  await createMapping<Reading>(
    engine,
    work,
    `f${key}`,
    { x: 'DOUBLE', s: 'UTINYINT', p: 'BOOLEAN', u: 'USMALLINT' },
    texts.map((text) => readingOf(text, decimal, field.currencies)),
  );
  const value = `b.${cell}`;
  const isPlain = found.texts ? 'false' : `f${key}.text IS NULL AND ${value} <> ''`;
  const cast = numberSql(value, decimal).value.replace('CAST(', 'TRY_CAST(');
  field.select = [
    `CASE WHEN ${isPlain} THEN ${cast} ELSE f${key}.x END AS x${key}`,
    `CASE WHEN ${value} = '' THEN ${STATE.missing} ELSE coalesce(f${key}.s, ${STATE.number}) END AS s${key}`,
    `coalesce(f${key}.p, false) AS p${key}`,
    `coalesce(f${key}.u, 0) AS u${key}`,
  ];
  return field;
}

async function irregular(engine: Engine, from: string, cell: string, isRegular: string): Promise<string[]> {
  const rows = await engine.all(`SELECT DISTINCT ${cell} FROM ${from} WHERE ${cell} <> '' AND NOT ${isRegular}`);
  return rows.map(([text]) => String(text));
}

function readingOf(text: string, decimal: DecimalSign, currencies: string[]): Reading {
  const reading = readNumber(text, decimal);
  if (reading.type === 'missing') return { text, x: null, s: STATE.missing, p: false, u: 0 };
  if (reading.type === 'refused') {
    const s = reading.reason === 'too-large' ? STATE['too-large'] : STATE['not-a-number'];
    return { text, x: null, s, p: false, u: 0 };
  }
  const code = reading.currency === null ? '' : currencyCode(reading.currency);
  let u = currencies.indexOf(code);
  if (u < 0) u = currencies.push(code) - 1;
  return { text, x: reading.value, s: STATE.number, p: reading.percent, u };
}
