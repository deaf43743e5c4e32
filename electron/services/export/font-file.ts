/** Reads and alters TrueType files by the tables of the OpenType specification (microsoft.com/typography/otspec). */

function tableAt(font: Buffer, tag: string): number | null {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const entry = 12 + 16 * index;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  return null;
}

/**
 * The code points that a font has glyphs for, from its full `cmap` (format 12).
 * Throws where the font has none: ours do.
 */
export function charactersIn(font: Buffer): Set<number> {
  const cmap = tableAt(font, 'cmap');
  if (cmap === null) throw new Error('The font has no cmap table');
  const characters = new Set<number>();
  const encodings = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < encodings; index++) {
    const table = cmap + font.readUInt32BE(cmap + 8 + 8 * index);
    if (font.readUInt16BE(table) !== 12) continue;
    const groups = font.readUInt32BE(table + 12);
    for (let group = 0; group < groups; group++) {
      const [first, last] = [font.readUInt32BE(table + 16 + 12 * group), font.readUInt32BE(table + 20 + 12 * group)];
      for (let character = first; character <= last; character++) characters.add(character);
    }
    return characters;
  }
  throw new Error('The font has no cmap of format 12');
}

/**
 * The same font without contextual alternates. With them Inter draws the hyphen of E-MAIL and the colon of 10:30
 * with glyphs that belong to no character, so a PDF's text would lose them, and `->` would become another sign than
 * the one that was typed.
 */
export function withoutContextualForms(font: Buffer): Buffer {
  const altered = Buffer.from(font);
  const substitutions = tableAt(altered, 'GSUB');
  if (substitutions === null) return altered;
  const features = substitutions + altered.readUInt16BE(substitutions + 6);
  const count = altered.readUInt16BE(features);
  for (let index = 0; index < count; index++) {
    const entry = features + 2 + 6 * index;
    // A tag that no shaper asks for; it sorts where the old one stood.
    if (altered.toString('latin1', entry, entry + 4) === 'calt') altered.write('calx', entry, 'latin1');
  }
  return altered;
}
