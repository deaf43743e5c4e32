import { inflateSync } from 'node:zlib';

/** Reads and rewrites the PDF files that Skia makes (one cross-reference table, generation 0 throughout). */

/** From the cross-reference table at the end: where each object begins. */
export function objectOffsets(pdf: Buffer): Map<number, number> {
  const end = pdf.toString('latin1', Math.max(0, pdf.length - 64));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1]);
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

/** The stream of the object that begins at an offset, inflated; null where it has none. */
export function streamAt(pdf: Buffer, offset: number): Buffer | null {
  const head = /^\d+ 0 obj\n<<(\/Filter \/FlateDecode\n)?\/Length (\d+)>> stream\n/.exec(
    pdf.toString('latin1', offset, offset + 120),
  );
  if (!head) return null;
  const start = offset + head[0].length;
  const bytes = pdf.subarray(start, start + Number(head[2]));
  return head[1] ? inflateSync(bytes) : bytes;
}

/** A font whose glyphs are drawings: emoji, and the outlines of fonts that PDF can't embed. */
export interface DrawnFont {
  family: string;
  /** The number of the object that gives its glyphs their text. */
  textMap: number;
  /** Names of the glyphs, alike in every file, by their codes in this one. */
  glyphs: Map<number, string>;
}

export function drawnFonts(pdf: Buffer, offsets: ReadonlyMap<number, number>): DrawnFont[] {
  const fonts: DrawnFont[] = [];
  for (const offset of offsets.values()) {
    if (!pdf.subarray(offset, offset + 64).includes('/Subtype /Type3')) continue;
    const font = pdf.toString('latin1', offset, pdf.indexOf('endobj', offset));
    const descriptor = offsets.get(Number(/\/FontDescriptor (\d+) 0 R/.exec(font)?.[1]));
    const textMap = Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]);
    const [, first = '0', names = ''] = /\/Differences \[(\d+) ([^\]]*)\]/.exec(font) ?? [];
    if (descriptor === undefined || !Number.isInteger(textMap)) continue;
    const described = pdf.toString('latin1', descriptor, pdf.indexOf('endobj', descriptor));
    const glyphs = new Map<number, string>();
    for (const [index, name] of names.split(' ').entries()) if (name !== '/g0') glyphs.set(Number(first) + index, name);
    fonts.push({ family: /\/FontFamily \(([^)]*)\)/.exec(described)?.[1] ?? '', textMap, glyphs });
  }
  return fonts;
}

/** The same file with other streams in some objects, and a new cross-reference table. */
export function replaceStreams(
  pdf: Buffer,
  offsets: ReadonlyMap<number, number>,
  streams: ReadonlyMap<number, string>,
): Buffer {
  if (streams.size === 0) return pdf;
  const tableStart = pdf.lastIndexOf('xref\n0 ', pdf.lastIndexOf('startxref') - 1);
  const inFile = [...offsets].sort(([, a], [, b]) => a - b);
  const parts: Buffer[] = [pdf.subarray(0, inFile[0]?.[1] ?? tableStart)];
  const moved = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  inFile.forEach(([number, offset], index) => {
    const stream = streams.get(number);
    // Not compressed: libraries of the hosts could compress differently, and the bytes must be the same everywhere.
    const object =
      stream === undefined
        ? pdf.subarray(offset, inFile[index + 1]?.[1] ?? tableStart)
        : Buffer.from(`${number} 0 obj\n<</Length ${stream.length}>> stream\n${stream}\nendstream\nendobj\n`, 'latin1');
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
