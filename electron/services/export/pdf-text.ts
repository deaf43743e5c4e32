import { PDFDocument } from '@napi-rs/canvas';
import { familiesFor, lookalikes, reportGlyphs } from './missing-glyphs';
import { drawnFonts, objectOffsets, replaceStreams, streamAt } from './pdf-file';

/**
 * Makes the text of a PDF what was typed. Several characters can share one glyph: in Inter ’ and ʼ, in most Chinese
 * fonts 文 and the radical ⽂. Skia writes the one with the lowest number into the table that gives a PDF's glyphs
 * their text, and nothing at all for glyphs of whole sequences, as flags and families of emoji: searching for a title
 * would not find it. This puts in their place what the texts really say.
 */
export function repairTextMaps(pdf: Buffer, texts: readonly string[]): Buffer {
  const offsets = objectOffsets(pdf);
  const maps = new Map<number, string>();
  for (const [number, offset] of offsets) {
    const stream = streamAt(pdf, offset);
    if (stream?.subarray(0, 40).includes('/CIDInit')) maps.set(number, withoutRanges(stream.toString('latin1')));
  }
  const used = new Set(texts.flatMap((text) => [...text]));
  const twins = twinsOf(used, maps.values());
  const sequences = sequencesByMap(pdf, offsets, texts);
  const repaired = new Map<number, string>();
  for (const [number, map] of maps) {
    const meant = (code: number, character: string) =>
      used.has(character) ? twins(character) : (sequences.get(number)?.get(code) ?? twins(character));
    const better = repairMap(map, meant);
    if (better !== map) repaired.set(number, better);
  }
  return replaceStreams(pdf, offsets, repaired);
}

/** Glyphs of Inter that a rare character shares with a common one: where both are used, the common one is meant. */
const COMMON_TWINS: Record<string, string> = { ɩ: 'ι', ʼ: '’', ˮ: '”' };

/** From a character that Skia wrote to what the texts say there; null where that is the same. */
function twinsOf(used: ReadonlySet<string>, maps: Iterable<string>): (character: string) => string | null {
  const lost = new Set(used);
  for (const map of maps) for (const character of charactersIn(map)) lost.delete(character);
  const alike = lookalikes(lost);
  const byForm = new Map<string, string>();
  for (const character of used) {
    const form = character.normalize('NFKC');
    if (!byForm.has(form)) byForm.set(form, character);
  }
  return (character) => {
    const common = COMMON_TWINS[character];
    if (common !== undefined && used.has(common)) return common;
    if (used.has(character) || character === '\0') return null;
    const form = character.normalize('NFKC');
    // Ligatures and the shapes of Arabic letters stand for the letters that were typed.
    const letters = form !== character && [...form].every((letter) => used.has(letter)) ? form : null;
    return byForm.get(form) ?? letters ?? alike(character);
  };
}

/** For each table of text: the sequences of characters that its font draws with one glyph, by the glyph's code. */
function sequencesByMap(
  pdf: Buffer,
  offsets: ReadonlyMap<number, number>,
  texts: readonly string[],
): Map<number, Map<number, string>> {
  const byMap = new Map<number, Map<number, string>>();
  const sequences = reportGlyphs(texts).substituted.filter((sign) => [...sign].length > 1);
  if (sequences.length === 0) return byMap;
  const byGlyph = new Map<string, string>();
  for (const sequence of sequences) {
    const glyph = glyphOf(sequence);
    if (glyph !== null) byGlyph.set(glyph, sequence);
  }
  for (const { family, textMap, glyphs } of drawnFonts(pdf, offsets)) {
    const found = new Map<number, string>();
    for (const [code, name] of glyphs) {
      const sequence = byGlyph.get(`${family}${name}`);
      if (sequence !== undefined) found.set(code, sequence);
    }
    byMap.set(textMap, found);
  }
  return byMap;
}

const glyphs = new Map<string, string | null>();

/** Family and name of the one glyph that draws a sequence, found by drawing it alone; null where it takes several. */
function glyphOf(sequence: string): string | null {
  let glyph = glyphs.get(sequence);
  if (glyph === undefined) {
    const file = new PDFDocument();
    const context = file.beginPage(100, 100);
    context.font = `20px ${familiesFor(sequence)}`;
    context.fillText(sequence, 10, 50);
    file.endPage();
    const probe = file.close();
    const drawn = drawnFonts(probe, objectOffsets(probe));
    const names = drawn.flatMap((font) => [...font.glyphs.values()].map((name) => `${font.family}${name}`));
    glyph = names.length === 1 ? (names[0] ?? null) : null;
    glyphs.set(sequence, glyph);
  }
  return glyph;
}

const SECTION = /beginbfchar\n([\s\S]*?)endbfchar\n/g;
const ENTRY = /^<([0-9A-F]+)> <([0-9A-F]{4,8})>$/gm;

/** The characters that glyphs have in a table. */
function* charactersIn(map: string): Generator<string> {
  for (const [, section = ''] of map.matchAll(SECTION)) {
    for (const [, , code = ''] of section.matchAll(ENTRY)) yield fromUtf16(code);
  }
}

function repairMap(map: string, meant: (code: number, character: string) => string | null): string {
  return map.replace(SECTION, (section) =>
    section.replace(ENTRY, (entry, glyph: string, text: string) => {
      const better = meant(Number.parseInt(glyph, 16), fromUtf16(text));
      return better === null ? entry : `<${glyph}> <${toUtf16(better)}>`;
    }),
  );
}

/** Ranges as single entries, so that one of them can change; a section holds at most 100. */
const withoutRanges = (map: string) =>
  map.replace(/\d+ beginbfrange\n([\s\S]*?)endbfrange\n/g, (_, body: string) => {
    const entries: string[] = [];
    for (const [, first = '', last = '', code = ''] of body.matchAll(
      /^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/gm,
    )) {
      const start = Number.parseInt(first, 16);
      for (let glyph = start; glyph <= Number.parseInt(last, 16); glyph++) {
        entries.push(`<${hex(glyph, first.length)}> <${hex(Number.parseInt(code, 16) + glyph - start, 4)}>\n`);
      }
    }
    let sections = '';
    for (let at = 0; at < entries.length; at += 100) {
      const section = entries.slice(at, at + 100);
      sections += `${section.length} beginbfchar\n${section.join('')}endbfchar\n`;
    }
    return sections;
  });

const hex = (value: number, length: number) => value.toString(16).toUpperCase().padStart(length, '0');

function fromUtf16(code: string): string {
  const units = code.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

function toUtf16(text: string): string {
  let code = '';
  for (let index = 0; index < text.length; index++) code += hex(text.charCodeAt(index), 4);
  return code;
}
