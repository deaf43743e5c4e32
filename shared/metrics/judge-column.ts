import type { DateFindings, NumberFindings } from './described';
import { type DecimalSign, readNumber } from './numbers';
import { comparePeriods, type Period, suggestUnit } from './periods';
import { type PeriodReading, readPeriod } from './read-periods';

/** A text of a column, with the rows that hold it and the first line where it stands. */
export interface CountedText {
  text: string;
  rows: number;
  line: number;
}

const MOST_EXAMPLES = 5;

const amount = (reading: ReturnType<typeof readNumber>) => (reading.type === 'number' ? reading.value : null);

export interface NumberJudgement {
  /** Rows with a number by either decimal sign, and rows with n/a, a dash and the like. */
  numbers: number;
  missing: number;
  findings: NumberFindings;
}

/**
 * What the different texts of a column say about its numbers. The decimal sign follows from those that make sense with
 * one sign only (`12,5`, `1.234,56`, `1,234,567`); where none does and the sign matters, or where both kinds occur, it
 * stays open. `typed`: the format itself says that there are numbers, which it writes with a point.
 */
export function judgeNumbers(texts: readonly CountedText[], typed = false): NumberJudgement {
  const evidence = { '.': 0, ',': 0 };
  const examples: NumberFindings['examples'] = [];
  const currencies = new Map<string, number>();
  const seen = { numbers: 0, missing: 0, percent: 0, tooLarge: 0 };
  for (const { text, rows, line } of texts) {
    if (text.trim() === '') continue;
    const [point, comma] = [readNumber(text, '.'), readNumber(text, ',')];
    if (point.type === 'missing') {
      seen.missing += rows;
      continue;
    }
    if ([point, comma].some((reading) => reading.type === 'refused' && reading.reason === 'too-large'))
      seen.tooLarge += rows;
    const reading = point.type === 'number' ? point : comma;
    if (reading.type !== 'number') continue;
    seen.numbers += rows;
    if (reading.percent) seen.percent += rows;
    if (reading.currency) currencies.set(reading.currency, (currencies.get(reading.currency) ?? 0) + rows);
    const both = { point: amount(point), comma: amount(comma) };
    if (both.point === both.comma) continue;
    if (both.comma === null) evidence['.']++;
    if (both.point === null) evidence[',']++;
    if (examples.length < MOST_EXAMPLES) examples.push({ line, cell: text, ...both });
  }
  const mixed = evidence['.'] > 0 && evidence[','] > 0;
  const isOpen = evidence['.'] === 0 && evidence[','] === 0 && examples.length > 0;
  const ambiguous = isOpen && !typed;
  const mixedUp = typed ? evidence[','] > 0 : mixed;
  const decimal: DecimalSign | null = mixedUp || ambiguous ? null : evidence[','] > 0 ? ',' : '.';
  const [currency = null] = [...currencies].sort((a, b) => b[1] - a[1]).map(([sign]) => sign);
  return {
    numbers: seen.numbers,
    missing: seen.missing,
    findings: {
      decimal,
      ambiguous,
      mixed: mixedUp,
      examples,
      percent: seen.percent,
      currency,
      tooLarge: seen.tooLarge,
      ...valuesOf(texts, decimal ?? '.'),
      ...(decimal === null && { range: null }),
    },
  };
}

function valuesOf(
  texts: readonly CountedText[],
  decimal: DecimalSign,
): Pick<NumberFindings, 'decimals' | 'range' | 'whole'> {
  let decimals = 0;
  let range: NumberFindings['range'] = null;
  let whole = true;
  for (const { text } of texts) {
    const reading = readNumber(text, decimal);
    if (reading.type !== 'number') continue;
    const { value } = reading;
    decimals = Math.max(decimals, reading.decimals);
    range = range ? [Math.min(range[0], value), Math.max(range[1], value)] : [value, value];
    whole &&= Number.isInteger(value);
  }
  return { decimals, range, whole };
}

export interface DateJudgement {
  /** Rows with a date or period by either order. */
  dates: number;
  findings: DateFindings;
}

const periodOf = (reading: PeriodReading): Period | null => (reading.type === 'period' ? reading.period : null);

/**
 * What the different texts of a column say about its dates. Whether the day or the month comes first follows from those
 * like 16/11/2026; where none decides and it matters, or they contradict each other, the order stays open.
 */
export function judgeDates(texts: readonly CountedText[]): DateJudgement {
  const evidence = { dayFirst: 0, monthFirst: 0 };
  const examples: DateFindings['examples'] = [];
  const [dayFirsts, monthFirsts]: [Period[], Period[]] = [[], []];
  let dates = 0;
  let plainYears = true;
  for (const { text, rows, line } of texts) {
    if (text.trim() === '') continue;
    const dayFirst = periodOf(readPeriod(text, 'day-first'));
    const monthFirst = periodOf(readPeriod(text, 'month-first'));
    if (dayFirst === null && monthFirst === null) continue;
    dates += rows;
    plainYears &&= /^\s*\d{4}\s*$/.test(text);
    if (dayFirst !== null) dayFirsts.push(dayFirst);
    if (monthFirst !== null) monthFirsts.push(monthFirst);
    if (dayFirst === monthFirst) continue;
    if (monthFirst === null) evidence.dayFirst++;
    if (dayFirst === null) evidence.monthFirst++;
    if (examples.length < MOST_EXAMPLES) examples.push({ line, cell: text, dayFirst, monthFirst });
  }
  const mixed = evidence.dayFirst > 0 && evidence.monthFirst > 0;
  const ambiguous = evidence.dayFirst === 0 && evidence.monthFirst === 0 && examples.length > 0;
  const order = mixed || ambiguous ? null : evidence.monthFirst > 0 ? 'month-first' : 'day-first';
  const periods = order === 'month-first' ? monthFirsts : dayFirsts;
  const sorted = [...new Set(periods)].sort(comparePeriods);
  return {
    dates,
    findings: {
      order,
      ambiguous,
      mixed,
      examples,
      unit: order === null ? null : suggestUnit(sorted),
      first: order === null ? null : (sorted[0] ?? null),
      last: order === null ? null : (sorted.at(-1) ?? null),
      plainYears,
    },
  };
}
