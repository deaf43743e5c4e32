import { dayNumber, type Period, periodOfDay, weeksOfYear } from './periods';

/** Which of two numbers is the day in `03/04/2026`. */
export type DateOrder = 'day-first' | 'month-first';

export type PeriodReading =
  | { type: 'period'; period: Period }
  | { type: 'missing' }
  | { type: 'refused'; reason: 'not-a-date' };

const LONGEST_CELL = 60;
const MISSING = new Set([
  '',
  '-',
  '–',
  '—',
  'n/a',
  'na',
  'nd',
  'n/d',
  's/d',
  'null',
  'none',
  '(not set)',
  '(blank)',
  '(en blanco)',
]);

/** Month names in English and Spanish, without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'enero'],
  ['february', 'febrero'],
  ['march', 'marzo'],
  ['april', 'abril'],
  ['may', 'mayo'],
  ['june', 'junio'],
  ['july', 'julio'],
  ['august', 'agosto'],
  ['september', 'septiembre', 'setiembre'],
  ['october', 'octubre'],
  ['november', 'noviembre'],
  ['december', 'diciembre'],
];

/** The number of a month, written out or cut after three letters or more; 0: no month. */
const monthOf = (name: string): number => MONTHS.findIndex((names) => names.some((full) => full.startsWith(name))) + 1;

/** Two digits mean this century: nobody measured a journey online in 1926. */
const yearOf = (digits: string) => (digits.length === 2 ? 2000 : 0) + Number(digits);

function day(year: number, month: number, date: number): Period | null {
  const found = dayNumber(year, month, date);
  return found === null ? null : periodOfDay(found, 'day');
}

const month = (year: number, number: number): Period | null =>
  number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : null;

const week = (year: number, number: number): Period | null =>
  number >= 1 && number <= weeksOfYear(year) ? `${year}-W${String(number).padStart(2, '0')}` : null;

const quarter = (year: number, number: number): Period => `${year}-Q${number}`;

const Y = '((?:19|20|21)\\d\\d)';
const YY = '((?:19|20|21)?\\d\\d)';
const TIME =
  '(?:[t ,]+\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d+)?)?(?: ?[ap]\\.? ?m\\.?)?(?: ?(?:z|utc|[-+]\\d\\d:?\\d\\d))?)?';
const NAME = '(\\p{L}{3,10})\\.?';
const OF = '(?: de| del)?';

type Read = (parts: string[], order: DateOrder) => Period | null;
const at = (parts: string[], index: number) => parts[index] ?? '';
const int = (parts: string[], index: number) => Number(at(parts, index));
const named = (parts: string[], index: number) => monthOf(at(parts, index));

/** Every way to write a period that is understood; texts come in lower case, without accents, with single spaces. */
const FORMS: readonly [pattern: RegExp, read: Read][] = [
  [new RegExp(`^${Y}([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`), (p) => day(int(p, 1), int(p, 3), int(p, 4))],
  [new RegExp(`^${Y}(\\d\\d)(\\d\\d)$`), (p) => day(int(p, 1), int(p, 2), int(p, 3))],
  [new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2${YY}${TIME}$`), readOrdered],
  [
    new RegExp(`^(\\d{1,2})[ -]?${OF}[ -]?${NAME}[ -]?${OF}[ -]?${YY}${TIME}$`, 'u'),
    (p) => day(yearOf(at(p, 3)), named(p, 2), int(p, 1)),
  ],
  [
    new RegExp(`^${NAME} (\\d{1,2})(?:st|nd|rd|th)?,? ${Y}${TIME}$`, 'u'),
    (p) => day(int(p, 3), named(p, 1), int(p, 2)),
  ],
  [new RegExp(`^${Y}[- /]?(?:w|s|week|wk|sem|semana)\\.?[- ]?(\\d{1,2})$`), (p) => week(int(p, 1), int(p, 2))],
  [
    new RegExp(`^(?:w|s|week|wk|sem|semana)\\.?[- ]?(\\d{1,2})(?:,? |-|/)(?:de )?${Y}$`),
    (p) => week(int(p, 2), int(p, 1)),
  ],
  [new RegExp(`^${Y}[-/.](\\d{1,2})$`), (p) => month(int(p, 1), int(p, 2))],
  [new RegExp(`^(\\d{1,2})[-/.]${Y}$`), (p) => month(int(p, 2), int(p, 1))],
  [new RegExp(`^${NAME}${OF}[ /,-]{1,2}${Y}$`, 'u'), (p) => month(int(p, 2), named(p, 1))],
  // Not after a bare space: "Nov 16" is as likely the 16th.
  [new RegExp(`^${NAME}(?:[-/]| ?['’])(\\d\\d)$`, 'u'), (p) => month(yearOf(at(p, 2)), named(p, 1))],
  [new RegExp(`^${Y}[ /-]${NAME}$`, 'u'), (p) => month(int(p, 1), named(p, 2))],
  [new RegExp(`^${Y}[- /]?(?:q|t|trim\\.?|quarter) ?([1-4])$`), (p) => quarter(int(p, 1), int(p, 2))],
  [
    new RegExp(`^(?:q|t|trim\\.?|trimestre|quarter) ?([1-4])(?:[ ,/-]{1,2}|${OF} )${YY}$`),
    (p) => quarter(yearOf(at(p, 2)), int(p, 1)),
  ],
  [
    new RegExp(`^([1-4])(?:q|t|\\.?[ºo]? ?trimestre|\\.?(?:st|nd|rd|th)? quarter)(?:[ ,/-]{1,2}|${OF} )${YY}$`),
    (p) => quarter(yearOf(at(p, 2)), int(p, 1)),
  ],
  [new RegExp(`^${Y}$`), (p) => at(p, 1)],
];

function readOrdered(parts: string[], order: DateOrder): Period | null {
  const year = yearOf(at(parts, 4));
  return order === 'day-first' ? day(year, int(parts, 3), int(parts, 1)) : day(year, int(parts, 1), int(parts, 3));
}

/** Reads one cell; `order` decides dates like 03/04/2026. */
export function readPeriod(cell: string, order: DateOrder): PeriodReading {
  if (cell.length > LONGEST_CELL) return { type: 'refused', reason: 'not-a-date' };
  const text = cell.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
  if (MISSING.has(text)) return { type: 'missing' };
  for (const [pattern, read] of FORMS) {
    const found = pattern.exec(text);
    const period = found && read(found, order);
    if (period) return { type: 'period', period };
  }
  return { type: 'refused', reason: 'not-a-date' };
}
