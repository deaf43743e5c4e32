import { inflateSync } from 'node:zlib';

/**
 * Several characters can share one glyph: in Inter ’ and ʼ, in most Chinese fonts 文 and the radical ⽂. Skia writes
 * the one with the lowest number into the table that gives a PDF's glyphs their text, so that searching for the title
 * that was typed would not find it. This puts the characters that the map really uses in their place. `lookalike`
 * finds which of some characters is drawn like another one.
 */
export function repairTextMaps(pdf: Buffer, used: ReadonlySet<string>, lookalike: Lookalike): Buffer {
  const offsets = objectOffsets(pdf);
  const maps = new Map<number, string>();
  for (const [number, offset] of offsets) {
    const map = textMapAt(pdf, offset);
    if (map !== null) maps.set(number, map);
  }
  const twins = twinsOf(used, maps.values(), lookalike);
  const replaced = new Map<number, Buffer>();
  for (const [number, map] of maps) {
    const repaired = repairMap(map, twins);
    if (repaired === map) continue;
    // Not compressed: libraries of the hosts could compress differently, and the bytes must be the same everywhere.
    const object = `${number} 0 obj\n<</Length ${repaired.length}>> stream\n${repaired}\nendstream\nendobj\n`;
    replaced.set(number, Buffer.from(object, 'latin1'));
  }
  return replaced.size === 0 ? pdf : rewrite(pdf, offsets, replaced);
}

type Twins = (character: string) => string | null;
type Lookalike = (candidates: Iterable<string>) => Twins;

/** Glyphs of Inter that a rare character shares with a common one: where both are used, the common one is meant. */
const COMMON_TWINS: Record<string, string> = { ɩ: 'ι', ʼ: '’', ˮ: '”' };

/** From a character that Skia wrote to what the map says there; null where that is the same. */
function twinsOf(used: ReadonlySet<string>, maps: Iterable<string>, lookalike: Lookalike): Twins {
  const lost = new Set(used);
  for (const map of maps) for (const character of charactersIn(map)) lost.delete(character);
  const alike = lookalike(lost);
  const byForm = new Map<string, string>();
  for (const character of used) {
    const form = character.normalize('NFKC');
    if (!byForm.has(form)) byForm.set(form, character);
  }
  return (character) => {
    const common = COMMON_TWINS[character];
    if (common !== undefined && used.has(common)) return common;
    if (used.has(character)) return null;
    const form = character.normalize('NFKC');
    // Ligatures and the shapes of Arabic letters stand for the letters that were typed.
    const letters = form !== character && [...form].every((letter) => used.has(letter)) ? form : null;
    return byForm.get(form) ?? letters ?? alike(character);
  };
}

/** From the cross-reference table at the end: where each object begins. */
function objectOffsets(pdf: Buffer): Map<number, number> {
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1', Math.max(0, pdf.length - 64)))?.[1]);
  const table = /^xref\n0 (\d+)\n/.exec(pdf.toString('latin1', start, start + 32));
  if (!table) throw new Error('The PDF has no cross-reference table');
  const offsets = new Map<number, number>();
  const first = start + table[0].length;
  for (let number = 1; number < Number(table[1]); number++) {
    const entry = pdf.toString('latin1', first + 20 * number, first + 20 * number + 20);
    if (entry[17] === 'n') offsets.set(number, Number(entry.slice(0, 10)));
  }
  return offsets;
}

/** The table from glyphs to text that begins at an offset; null where something else does. */
function textMapAt(pdf: Buffer, offset: number): string | null {
  const head = /^\d+ 0 obj\n<<(\/Filter \/FlateDecode\n)?\/Length (\d+)>> stream\n/.exec(
    pdf.toString('latin1', offset, offset + 120),
  );
  if (!head) return null;
  const start = offset + head[0].length;
  const bytes = pdf.subarray(start, start + Number(head[2]));
  const stream = head[1] ? inflateSync(bytes) : bytes;
  return stream.subarray(0, 40).includes('/CIDInit') ? stream.toString('latin1') : null;
}

const SECTION = /beginbfchar\n([\s\S]*?)endbfchar\n/g;
const ENTRY = /^(<[0-9A-F]+>) <([0-9A-F]{4,8})>$/gm;

/** The characters that glyphs have in the table. */
function* charactersIn(map: string): Generator<string> {
  for (const [, section = ''] of withoutRanges(map).matchAll(SECTION)) {
    for (const [, , code = ''] of section.matchAll(ENTRY)) yield fromUtf16(code);
  }
}

function repairMap(map: string, twins: Twins): string {
  return withoutRanges(map).replace(SECTION, (section) =>
    section.replace(ENTRY, (entry, glyph: string, code: string) => {
      const meant = twins(fromUtf16(code));
      return meant === null ? entry : `${glyph} <${toUtf16(meant)}>`;
    }),
  );
}

const withoutRanges = (map: string) =>
  map.replace(/\d+ beginbfrange\n([\s\S]*?)endbfrange\n/g, (_, body: string) => singleEntries(body));

/** A range as single entries, so that one of them can change; a section holds at most 100. */
function singleEntries(ranges: string): string {
  const entries: string[] = [];
  for (const [, first = '', last = '', code = ''] of ranges.matchAll(
    /^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/gm,
  )) {
    for (let glyph = Number.parseInt(first, 16); glyph <= Number.parseInt(last, 16); glyph++) {
      const character = Number.parseInt(code, 16) + glyph - Number.parseInt(first, 16);
      entries.push(`<${hex(glyph, first.length)}> <${hex(character, 4)}>`);
    }
  }
  let sections = '';
  for (let at = 0; at < entries.length; at += 100) {
    const section = entries.slice(at, at + 100);
    sections += `${section.length} beginbfchar\n${section.join('\n')}\nendbfchar\n`;
  }
  return sections;
}

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

/** The same file with some objects replaced and a new cross-reference table. */
function rewrite(pdf: Buffer, offsets: ReadonlyMap<number, number>, replaced: ReadonlyMap<number, Buffer>): Buffer {
  const tableStart = pdf.lastIndexOf('xref\n0 ', pdf.lastIndexOf('startxref') - 1);
  const inFile = [...offsets].sort(([, a], [, b]) => a - b);
  const parts: Buffer[] = [pdf.subarray(0, inFile[0]?.[1] ?? tableStart)];
  const moved = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  inFile.forEach(([number, offset], index) => {
    const object = replaced.get(number) ?? pdf.subarray(offset, inFile[index + 1]?.[1] ?? tableStart);
    moved.set(number, length);
    parts.push(object);
    length += object.length;
  });
  const trailer = pdf.toString('latin1', pdf.lastIndexOf('trailer'), pdf.lastIndexOf('startxref'));
  const count = Math.max(0, ...offsets.keys()) + 1;
  let table = `xref\n0 ${count}\n0000000000 65535 f \n`;
  for (let number = 1; number < count; number++) {
    const offset = moved.get(number);
    table += offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  }
  parts.push(Buffer.from(`${table}${trailer}startxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(parts);
}
