/** Exponents beyond this are left as they are: nobody exports 401 zeros as a figure. */
const LARGEST_SHIFT = 400;

/**
 * A decimal number in text, moved by so many places and written out in full, with every digit that it has:
 * `1.5e3` is `1500`, `0.021` by two places `2.1`. A text that is no decimal number is answered as it is.
 */
export function plainNumber(text: string, places = 0): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const shift = Number(exponent) + places;
  if (shift === 0) return text.replace(/^\+/, '').replace(/[eE].*$/, '');
  if (Math.abs(shift) > LARGEST_SHIFT) return text;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const before = point > 0 ? digits.slice(0, point).padEnd(point, '0') : '0';
  const after = point > 0 ? digits.slice(point) : '0'.repeat(-point) + digits;
  const decimals = after.replace(/0+$/, '');
  const number = before.replace(/^0+(?=\d)/, '') + (decimals && `.${decimals}`);
  return number === '0' ? '0' : (sign === '-' ? '-' : '') + number;
}

/**
 * A number as a workbook stores it, as a person means it. Workbooks write the 17 digits of a binary number, as in
 * 2.1000000000000001E-2 for 0.021; the shortest decimal that reads back as the same number is what was typed.
 * Whole numbers keep all digits that they are written with.
 */
export function storedNumber(text: string, places = 0): string {
  if (/^-?\d{1,15}$/.test(text) || (/^-?\d+$/.test(text) && places === 0)) return plainNumber(text, places);
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : plainNumber(String(value), places);
}
