import { isUtf8 } from 'node:buffer';
import { decodeText, detectEncoding, type Encoding } from '../../../shared/metrics/encoding';
import { withoutUnfinished } from './byte-stream';

/** Bytes from the beginning of a file by which its kind and delimiter are told. */
export const SAMPLE_BYTES = 64 * 1024;

export interface TextSample {
  /** Utf-8 as far as the sample goes; the rest of the file may show that it is windows-1252 after all. */
  encoding: Encoding;
  text: string;
  /** Length of the byte-order mark. */
  mark: number;
}

/** Reads the beginning of a text file. What is not valid is shown as �, since a sample may be cut anywhere. */
export function sampleText(head: Uint8Array, chosen: Encoding | null): TextSample {
  const encoding = chosen ?? encodingOf(head);
  const hasMark = encoding === 'utf-8' && head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const text =
    encoding === 'windows-1252'
      ? decodeText(head, encoding)
      : new TextDecoder(encoding).decode(withoutUnfinished(head, encoding === 'utf-8'));
  return { encoding, text, mark: hasMark ? 3 : 0 };
}

function encodingOf(head: Uint8Array): Encoding {
  const found = detectEncoding(head);
  if (found !== 'windows-1252') return found;
  return isUtf8(withoutUnfinished(head, true)) ? 'utf-8' : 'windows-1252';
}

/** Decodes a file that comes in pieces. Throws a TypeError where the bytes are not valid in that encoding. */
export function streamDecoder(encoding: Encoding): { piece(bytes: Uint8Array): string; end(): string } {
  if (encoding === 'windows-1252') return { piece: (bytes) => decodeText(bytes, encoding), end: () => '' };
  // Half a pair in UTF-16 is no reason to refuse a file; bytes that are no UTF-8 mean that it is something else.
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
  return { piece: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
}
