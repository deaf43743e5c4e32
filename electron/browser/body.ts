import type { IncomingMessage } from 'node:http';
import type { CallName } from '../../shared/api/calls';
import { LIMITS } from '../../shared/document/limits';

const MEGABYTE = 1024 * 1024;

/** Calls that carry a map's text. */
const WITH_MAPS: ReadonlySet<CallName> = new Set(['maps.write', 'drafts.write', 'versions.add', 'export.make']);

/** Most bytes that the argument of a call may take on its way. */
export function bodyLimit(name: CallName): number {
  if (name === 'files.write' || name === 'export.print' || name === 'datasets.open') return 513 * MEGABYTE;
  // All names of a map, and a recipe with the names that somebody has settled.
  if (name === 'datasets.describe' || name === 'datasets.plan') return 2 * LIMITS.fileBytes;
  // A UTF-16 code unit takes up to three bytes in UTF-8.
  if (WITH_MAPS.has(name)) return 3 * LIMITS.fileBytes + MEGABYTE;
  if (name === 'export.comparison') return 6 * LIMITS.fileBytes + MEGABYTE;
  return MEGABYTE;
}

/** The body of a request; null where it is longer than `most` bytes, without having kept more than that. */
export async function readBody(request: IncomingMessage, most: number): Promise<Uint8Array | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return null;
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    request.on('data', (part: Uint8Array) => {
      length += part.length;
      if (length <= most) parts.push(part);
      else {
        // Left open, so that the refusal still reaches whoever sends.
        request.pause();
        resolve(null);
      }
    });
    request.on('end', () => resolve(Buffer.concat(parts)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('the request was broken off')));
  });
}
