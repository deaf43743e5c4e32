/** What a number format makes of a number, as far as that changes what it means. */
export type NumberStyle =
  | { kind: 'plain' }
  | { kind: 'percent' }
  | { kind: 'currency'; sign: string; isBefore: boolean }
  /** `date` with day or month or year, `time` without, `elapsed` for hours beyond 24. */
  | { kind: 'date' | 'time' | 'elapsed' };

const PLAIN: NumberStyle = { kind: 'plain' };

/** Formats that every spreadsheet knows by number: ECMA-376 part 1, 18.8.30, with those of East Asian editions. */
function builtIn(id: number): NumberStyle {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36) return { kind: 'date' };
  if (id >= 50 && id <= 58) return { kind: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return { kind: 'time' };
  if (id === 46) return { kind: 'elapsed' };
  return PLAIN;
}

/** The style of a format by its number and, where the workbook defines it itself, its code. */
export function numberStyle(id: number, code: string | undefined): NumberStyle {
  return code === undefined ? builtIn(id) : styleOfCode(code);
}

const QUOTED = /"[^"]*"/g;
const SKIPPED = /\\.|_.|\*./gu;

function styleOfCode(code: string): NumberStyle {
  // The first section is for positive numbers; negative ones differ in colour or sign only.
  const [section = ''] = code.replace(QUOTED, (text) => text.replaceAll(';', ',')).split(';');
  const signs = currencyOf(section);
  const bare = section.replace(QUOTED, '').replace(SKIPPED, '');
  if (/\[(h+|m+|s+)\]/i.test(bare)) return { kind: 'elapsed' };
  const letters = bare.replace(/\[[^\]]*\]/g, '').replace(/general|standard/gi, '');
  if (/[0#?]/.test(letters) && !/[ydhs]/i.test(letters)) {
    if (letters.includes('%')) return { kind: 'percent' };
    return signs ?? PLAIN;
  }
  if (/[yd]/i.test(letters) || (/m/i.test(letters) && !/[hs]/i.test(letters))) return { kind: 'date' };
  if (/[hs]/i.test(letters)) return { kind: 'time' };
  return PLAIN;
}

/** A sign of currency or, as in [$EUR], its code; where it stands. */
function currencyOf(section: string): NumberStyle | null {
  const shown = section.replace(/\\(.)/gu, '$1').replace(/"/g, '');
  const found = /\[\$([^\]-]+)(?:-[^\]]*)?\]|(\p{Sc})/u.exec(shown);
  const sign = (found?.[1] ?? found?.[2] ?? '').trim();
  if (!found || !/^(?:\p{Sc}|\p{L}{1,4}\.?|\p{L}{0,3}\p{Sc})$/u.test(sign)) return null;
  const digits = shown.replace(/\[[^\]]*\]/g, (text) => ' '.repeat(text.length)).search(/[0#?]/);
  return { kind: 'currency', sign, isBefore: found.index < digits };
}
