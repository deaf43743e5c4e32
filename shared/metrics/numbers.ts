/** The sign before the decimals. The thousands may then be grouped by the other one, a space or an apostrophe. */
export type DecimalSign = '.' | ',';

export type NumberRefusal =
  | 'not-a-number'
  /** Beyond 2^53, where numbers lose digits: most likely an id. */
  | 'too-large'
  /** In a column of percentages: 3 can mean 3 % or 300 %. */
  | 'no-percent-sign'
  /** In another currency than the rest of the column. */
  | 'other-currency';

export type NumberReading =
  | { type: 'number'; value: number; percent: boolean; currency: string | null; decimals: number }
  /** Empty, a dash, n/a and the like. */
  | { type: 'missing' }
  | { type: 'refused'; reason: NumberRefusal };

/** What people and programs write where there is no value, in lower case. */
const MISSING = new Set([
  '-',
  '--',
  '---',
  '–',
  '—',
  '−',
  '.',
  '…',
  'n/a',
  'n.a.',
  'na',
  'n/d',
  'n.d.',
  'nd',
  's/d',
  's.d.',
  '#n/a',
  '#n/d',
  'nan',
  'null',
  'none',
  '(none)',
  'not set',
  '(not set)',
  'no data',
  'sin datos',
  'not available',
  'no disponible',
  '(blank)',
  '(en blanco)',
]);
/** Longer cells hold no number worth reading. */
const LONGEST_CELL = 100;

const CODES =
  'EUR USD GBP CHF JPY CNY INR CAD AUD NZD MXN ARS CLP COP PEN UYU BOB PYG VES CRC DOP GTQ HNL NIO PAB BRL SEK NOK DKK PLN CZK HUF RON BGN ISK TRY ILS MAD ZAR KRW SGD HKD THB IDR MYR PHP VND AED SAR RUB UAH';
const CURRENCY = `(?:US\\$|MX\\$|AR\\$|CA\\$|AU\\$|R\\$|S/|Kč|kr\\.?|zł|\\p{Sc}|(?:${CODES.replaceAll(' ', '|')})(?![A-Za-z]))`;
const AROUND = new RegExp(
  `^([-−+])? ?(${CURRENCY})? ?([-−+])? ?([\\d.,' ’]*\\d(?:[eE][-+]?\\d{1,3})?) ?(%|${CURRENCY})?$`,
  'u',
);

const CORE: Record<DecimalSign, RegExp> = {
  '.': /^(\d+|[1-9]\d{0,2}(?:([,' ’])\d{3})(?:\2\d{3})*)?(?:\.(\d+))?(?:[eE]([-+]?\d{1,3}))?$/,
  ',': /^(\d+|[1-9]\d{0,2}(?:([.' ’])\d{3})(?:\2\d{3})*)?(?:,(\d+))?(?:[eE]([-+]?\d{1,3}))?$/,
};

interface Parts {
  negative: boolean;
  core: string;
  percent: boolean;
  currency: string | null;
}

/** Null: no number. */
type Dissected = Parts | 'missing' | null;

function dissect(cell: string): Dissected {
  if (cell.length > LONGEST_CELL && cell.trim().length > LONGEST_CELL) return null;
  // \s holds the no-break and thin spaces that programs put between thousands.
  const text = cell.replace(/\s+/g, ' ').trim();
  if (text === '' || MISSING.has(text.toLowerCase())) return 'missing';
  const bracketed = /^\((.+)\)$/.exec(text);
  const found = AROUND.exec(bracketed?.[1]?.trim() ?? text);
  if (!found) return null;
  const [, outerSign, before, innerSign, core = '', after] = found;
  const sign = outerSign ?? innerSign;
  if ((outerSign && innerSign) || (bracketed && sign) || (before && after && after !== '%')) return null;
  return {
    negative: Boolean(bracketed) || sign === '-' || sign === '−',
    core,
    percent: after === '%',
    currency: before ?? (after === '%' ? null : after) ?? null,
  };
}

function readParts(parts: Parts, decimal: DecimalSign): NumberReading {
  const found = CORE[decimal].exec(parts.core);
  if (!found) return { type: 'refused', reason: 'not-a-number' };
  const [, whole = '', , fraction = '', exponent = '0'] = found;
  const digits = whole.replace(/[^\d]/g, '');
  // Moving the decimal sign in the text keeps 1.1 % exact: 1.1 / 100 is 0.011000000000000001.
  const power = Number(exponent) - (parts.percent ? 2 : 0);
  const value = Number(`${parts.negative ? '-' : ''}${digits || '0'}.${fraction || '0'}e${power}`);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    return { type: 'refused', reason: 'too-large' };
  return {
    type: 'number',
    value: value === 0 ? 0 : value,
    percent: parts.percent,
    currency: parts.currency,
    decimals: fraction.length,
  };
}

/** Reads one cell with a known decimal sign. A percentage becomes a fraction: `2,1 %` is 0.021. */
export function readNumber(cell: string, decimal: DecimalSign): NumberReading {
  const parts = dissect(cell);
  if (parts === 'missing') return { type: 'missing' };
  return parts ? readParts(parts, decimal) : { type: 'refused', reason: 'not-a-number' };
}

const SYMBOL_CODES: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['US$', 'USD'],
  ['MX$', 'MXN'],
  ['AR$', 'ARS'],
  ['CA$', 'CAD'],
  ['AU$', 'AUD'],
  ['R$', 'BRL'],
  ['S/', 'PEN'],
  ['Kč', 'CZK'],
  ['zł', 'PLN'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['₽', 'RUB'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
  ['₡', 'CRC'],
]);

/** The ISO 4217 code of a currency sign; a sign that several currencies share (`$`, `¥`, `kr`) stays as it is written. */
export function currencyCode(sign: string): string {
  return SYMBOL_CODES.get(sign) ?? sign;
}
