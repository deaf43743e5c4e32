import * as v from 'valibot';
import { VERSION_LIMITS } from '../../../shared/api/validation';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';

const detailsSchema = v.object({
  format: v.literal('periplo-version'),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  author: v.pipe(v.string(), v.maxLength(VERSION_LIMITS.author)),
  label: v.nullable(v.pipe(v.string(), v.maxLength(VERSION_LIMITS.label))),
  note: v.nullable(v.pipe(v.string(), v.maxLength(VERSION_LIMITS.note))),
  changes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  automatic: v.boolean(),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

/** What is known of a version beyond the map itself, which it must not change. */
export type VersionDetails = Omit<v.InferOutput<typeof detailsSchema>, 'format'>;

export const writeDetails = (details: VersionDetails): Uint8Array =>
  encodeUtf8(`${JSON.stringify({ format: 'periplo-version', ...details }, null, 2)}\n`);

/** Null: missing or spoilt; the version itself is none the worse for it. */
export function readDetails(bytes: Uint8Array | null): VersionDetails | null {
  if (!bytes) return null;
  try {
    const { format: _, ...details } = v.parse(detailsSchema, JSON.parse(decode(bytes)));
    return details;
  } catch {
    return null;
  }
}
