import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Work } from './session';

const CHUNK = 2 * 1024 ** 2;

/**
 * A file in pieces of 2 MB at most, each valid until the next is asked for. Between them others have their turn, so that
 * a question can be cancelled. Progress goes from one share to another.
 */
export async function* readChunks(
  path: string,
  work: Work,
  [from, to]: readonly [number, number] = [0, 1],
): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.allocUnsafe(CHUNK);
    let done = 0;
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      done += bytesRead;
      work.check();
      work.progress(from + (to - from) * Math.min(done / Math.max(size, 1), 1));
    }
  } finally {
    await file.close();
  }
}

/** SHA-256 and strict UTF-8, found out piece by piece. */
export class ByteSurvey {
  readonly #hash = createHash('sha256');
  #open = Buffer.alloc(0);
  #isUtf8 = true;
  bytes = 0;

  add(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.bytes += chunk.length;
    if (!this.#isUtf8) return;
    const joined = this.#open.length > 0 ? Buffer.concat([this.#open, chunk]) : chunk;
    const whole = withoutUnfinished(joined, true);
    this.#isUtf8 = isUtf8(whole);
    this.#open = Buffer.from(joined.subarray(whole.length));
  }

  finish(): { hash: string; bytes: number; isUtf8: boolean } {
    return {
      hash: this.#hash.digest('hex'),
      bytes: this.bytes,
      isUtf8: this.#isUtf8 && this.#open.length === 0,
    };
  }
}

/** Bytes without the character of UTF-8 at their end that goes on in the next piece. */
export function withoutUnfinished(bytes: Uint8Array, isInUtf8: boolean): Uint8Array {
  for (let back = 1; isInUtf8 && back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.subarray(0, bytes.length - back) : bytes;
  }
  return bytes;
}
