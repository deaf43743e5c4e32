import { open } from 'node:fs/promises';
import { FaultError } from '../../../shared/api/faults';
import { looksBinary } from '../../../shared/metrics/recognise-text';
import { SAMPLE_BYTES } from './text-sample';

/** What a file is by its first and last bytes. */
export type FileKind = 'archive' | 'parquet' | 'text';

export async function readHead(path: string): Promise<{ head: Uint8Array; tail: Uint8Array; size: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(Math.min(size, SAMPLE_BYTES));
    await file.read(head, 0, head.length, 0);
    const tail = Buffer.alloc(Math.min(size, 4));
    await file.read(tail, 0, tail.length, size - tail.length);
    return { head, tail, size };
  } finally {
    await file.close();
  }
}

/** Throws faults `data-old-workbook`, `data-protected` for the containers that Excel used to write and that protect a workbook. */
export function kindOf(head: Uint8Array, tail: Uint8Array): FileKind {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04) || starts(head, 0x50, 0x4b, 0x05, 0x06)) return 'archive';
  if (starts(head, 0x50, 0x41, 0x52, 0x31)) {
    // "PARE" at the end: encrypted. Anything else: cut off.
    if (starts(tail, 0x50, 0x41, 0x52, 0x45)) throw new FaultError({ code: 'data-protected' });
    if (!starts(tail, 0x50, 0x41, 0x52, 0x31)) throw new FaultError({ code: 'data-damaged', detail: 'end' });
    return 'parquet';
  }
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    const isProtected = Buffer.from(head).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new FaultError({ code: isProtected ? 'data-protected' : 'data-old-workbook' });
  }
  return 'text';
}

/** Throws fault `data-not-a-table` for what is no text, and for pages and other markup that go by the name of a table. */
export function checkText(sample: string): void {
  if (looksBinary(sample) || /^\s*<(?:!doctype|\?xml|html|head|body|table|svg)\b/i.test(sample))
    throw new FaultError({ code: 'data-not-a-table' });
}

/** Whether a text begins as JSON does, rather than as a table whose first cell has a bracket. */
export function beginsAsJson(sample: string): boolean {
  return /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{\]"\d-]|true\b|false\b|null\b|$))/.test(sample);
}

function starts(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
