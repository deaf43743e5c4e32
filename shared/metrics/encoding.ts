import { decode } from '../document/runtime';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes looked at to tell UTF-16 without a mark from other text. */
const SAMPLE = 4096;

/**
 * The encoding of a text file: by its byte-order mark; by the NUL bytes that UTF-16 puts beside every Latin letter;
 * strict UTF-8; and Windows-1252 for what is none of these, since any bytes are valid in it.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const nuls = [0, 0];
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const share = (side: number) => (nuls[side] ?? 0) / Math.max(pairs, 1);
  if (share(1) > 0.4 && share(0) < 0.1) return 'utf-16le';
  if (share(0) > 0.4 && share(1) < 0.1) return 'utf-16be';
  try {
    decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Windows-1252 from 0x80 to 0x9f; the five bytes that it leaves free stay control characters, as in the WHATWG table. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a text file; a byte-order mark is dropped. Throws a TypeError where the bytes are not valid in that encoding. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  const text = decode(bytes, encoding);
  if (encoding !== 'windows-1252') return text;
  // Node 20 decodes windows-1252 as ISO 8859-1, which turns € and typographic quotes into control characters.
  return text.replace(/[\u0080-\u009f]/g, (character) => HIGH_1252[character.charCodeAt(0) - 0x80] ?? character);
}
