import { FORMULA_LIMITS, FormulaFault, type Operator, type Span } from './syntax';

export type Token = Span &
  (
    | { readonly type: 'number'; readonly value: number }
    | { readonly type: 'text'; readonly value: string }
    | { readonly type: 'column'; readonly name: string; readonly plain: boolean }
    | { readonly type: 'operator'; readonly operator: Operator }
    | { readonly type: '(' | ')' | ',' | ';' | 'end' }
  );

/** Signs as people and other programs write them. */
const OPERATORS: readonly (readonly [sign: string, operator: Operator])[] = [
  ['<=', '<='],
  ['>=', '>='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['==', '='],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '<>'],
  ['<', '<'],
  ['>', '>'],
  ['=', '='],
  ['+', '+'],
  ['-', '-'],
  ['−', '-'],
  ['*', '*'],
  ['×', '*'],
  ['·', '*'],
  ['/', '/'],
  ['÷', '/'],
];

/** Quotation marks around the name of a column; the closing one twice stands for itself. */
const COLUMN_QUOTES: Readonly<Record<string, string>> = { '[': ']', '"': '"', '“': '”', '«': '»' };

/** Cuts a formula into its signs. Throws a fault where that is not possible. */
export function tokensOf(text: string): Token[] {
  if (text.length > FORMULA_LIMITS.length)
    throw new FormulaFault(
      'too-long',
      { start: FORMULA_LIMITS.length, end: text.length },
      { most: FORMULA_LIMITS.length },
    );
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    const token = nextToken(text, at, character);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ type: 'end', start: text.length, end: text.length });
  return tokens;
}

function nextToken(text: string, start: number, character: string): Token {
  if (/[\d.]/.test(character)) return numberAt(text, start);
  const close = COLUMN_QUOTES[character];
  if (close !== undefined) {
    const { value, end } = quoted(text, start, close, 'unclosed-column');
    if (value.trim() === '') throw new FormulaFault('empty-column', { start, end });
    return { type: 'column', name: value, plain: false, start, end };
  }
  if (character === "'") return { type: 'text', ...quoted(text, start, "'", 'unclosed-text'), start };
  const [name] = /^[\p{L}_][\p{L}\p{M}\p{N}_]*/u.exec(text.slice(start)) ?? [];
  if (name !== undefined) return { type: 'column', name, plain: true, start, end: start + name.length };
  if (character === '(' || character === ')' || character === ',' || character === ';')
    return { type: character, start, end: start + 1 };
  const found = OPERATORS.find(([sign]) => text.startsWith(sign, start));
  if (found) return { type: 'operator', operator: found[1], start, end: start + found[0].length };
  const [whole = character] = [...text.slice(start, start + 2)];
  throw new FormulaFault('unexpected-character', { start, end: start + whole.length }, { found: whole });
}

function numberAt(text: string, start: number): Token {
  const [written = ''] = /^[\d.]+(?:[eE][+-]?\d+)?[\p{L}\p{N}_.]*/u.exec(text.slice(start)) ?? [];
  const end = start + written.length;
  const value = /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(written) ? Number(written) : Number.NaN;
  if (!Number.isFinite(value)) throw new FormulaFault('bad-number', { start, end }, { found: written });
  // 0,5 means a half to most people who write it, but two values to a call: neither is taken for granted.
  const [comma] = /^,\d+/.exec(text.slice(end)) ?? [];
  if (comma !== undefined)
    throw new FormulaFault(
      'decimal-comma',
      { start, end: end + comma.length },
      { point: `${written}.${comma.slice(1)}`, two: `${written}; ${comma.slice(1)}` },
    );
  return { type: 'number', value, start, end };
}

function quoted(
  text: string,
  start: number,
  close: string,
  fault: 'unclosed-column' | 'unclosed-text',
): { value: string; end: number } {
  let value = '';
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character !== close) value += character;
    else if (text.charAt(at + 1) === close) {
      value += close;
      at++;
    } else return { value, end: at + 1 };
  }
  throw new FormulaFault(fault, { start, end: text.length }, { expected: close });
}
