import { describe, expect, it } from 'vitest';
import { charactersIn, withoutContextualForms } from './font-file';
import { interFile, interHas } from './fonts';
import { createMeasure } from './measure';
import { familiesFor, reportGlyphs } from './missing-glyphs';

describe('fonts', () => {
  it('reads what Inter holds from its file', () => {
    for (const character of 'aZñ¿ŁźΩжЁ€→’\u00a0') expect(interHas(character.codePointAt(0)!), character).toBe(true);
    for (const character of '漢한😀א\u0378') expect(interHas(character.codePointAt(0)!), character).toBe(false);
    expect(charactersIn(interFile(700))).toEqual(charactersIn(interFile(400)));
  });

  it('drops contextual forms from a copy, and nothing else', () => {
    const original = Buffer.from(interFile(400));
    original.write('calt', original.indexOf('calx'), 'latin1');
    const copy = Buffer.from(original);
    const altered = withoutContextualForms(original);
    expect(original.equals(copy)).toBe(true);
    expect(altered.length).toBe(original.length);
    expect(altered.filter((byte, index) => byte !== original[index]).length).toBeLessThan(60);
  });

  it('says what is not shown with Inter, a sequence of emoji as one', () => {
    expect(reportGlyphs(['Ruta ñ ¿ Ωж Łź', 'tab\u200b \u3000'])).toEqual({ missing: [], substituted: [] });
    const { missing, substituted } = reportGlyphs(['a 👨‍👩‍👧 b 👨‍👩‍👧 🇪🇸', '👍🏽']);
    expect([...missing, ...substituted].sort()).toEqual(['👨‍👩‍👧', '🇪🇸', '👍🏽'].sort());
  });

  it('finds that nothing shows what Unicode has not assigned', () => {
    expect(reportGlyphs(['x\u0378y', '\u{10fffd}\u0378'])).toEqual({
      missing: ['\u0378', '\u{10fffd}'],
      substituted: [],
    });
  });

  it('names a font for what Inter lacks, and only then', () => {
    expect(familiesFor('Plain ñ')).toBe('Inter');
    const { substituted } = reportGlyphs(['漢']);
    if (substituted.length === 0) console.info('Not checked: no font on this machine shows 漢.');
    else expect(familiesFor('漢')).toMatch(/^Inter, "[^"]+"$/);
  });

  it('asks every font quickly, even for many characters that none has', () => {
    const unassigned = Array.from({ length: 300 }, (_, index) => String.fromCodePoint(0x40000 + index)).join('');
    expect(reportGlyphs([unassigned]).missing).toHaveLength(300);
  });
});

describe('measure', () => {
  const measure = createMeasure();

  it('grows in proportion to the size and with the weight', () => {
    const at = (size: number, weight: 400 | 700 = 400) => measure('Suscripción', { size, weight });
    expect(at(24)).toBeCloseTo(2 * at(12), 9);
    expect(at(12, 700)).toBeGreaterThan(at(12));
    // From the advance widths in Inter Regular, 2048 units to the em.
    expect(measure('000', { size: 20.48, weight: 400 })).toBeCloseTo(3 * measure('0', { size: 20.48, weight: 400 }), 2);
  });

  it('kerns, and draws hyphens as hyphens', () => {
    const font = { size: 100, weight: 400 } as const;
    expect(measure('AV', font)).toBeLessThan(measure('A', font) + measure('V', font) - 1);
    expect(measure('->', font)).toBeCloseTo(measure('-', font) + measure('>', font), 0);
  });

  it('ignores what is not drawn', () => {
    const font = { size: 12, weight: 400 } as const;
    expect(measure('a\u0000b', font)).toBe(measure('ab', font));
    expect(measure('', font)).toBe(0);
  });
});
