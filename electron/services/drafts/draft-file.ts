import * as v from 'valibot';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';
import { sha256 } from '../files/hash';
import { processSchema } from '../locks/process-identity';

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const headerSchema = v.object({
  format: v.literal('periplo-draft'),
  path: v.nullable(v.pipe(v.string(), v.minLength(1))),
  mapId: v.string(),
  title: v.string(),
  baseHash: v.nullable(hash),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  /** Of the text below. */
  hash,
  session: v.string(),
  process: processSchema,
});

/** What a draft's file says about its text. */
export type DraftHeader = v.InferOutput<typeof headerSchema>;

/** The first line of the file is the header as JSON, all the rest the map's text as it would be saved. */
export function writeDraft(header: Omit<DraftHeader, 'format' | 'hash'>, text: string): Uint8Array {
  const bytes = encodeUtf8(text);
  const line = JSON.stringify({ format: 'periplo-draft', ...header, hash: sha256(bytes) });
  return Buffer.concat([encodeUtf8(`${line}\n`), bytes]);
}

/** Null: the bytes are no whole draft. */
export function readDraft(bytes: Uint8Array): { header: DraftHeader; text: string } | null {
  const end = bytes.indexOf(10);
  if (end < 0) return null;
  try {
    const header = v.parse(headerSchema, JSON.parse(decode(bytes.subarray(0, end))));
    const text = bytes.subarray(end + 1);
    return sha256(text) === header.hash ? { header, text: decode(text) } : null;
  } catch {
    return null;
  }
}

/**
 * SHA-256 of a map's text but for the count and the day of its last save, which saving itself moves on: what a draft and
 * the file saved from it have in common. Those two stand on lines of their own, indented as nothing else of that name.
 */
export const contentHash = (text: string): string =>
  sha256(encodeUtf8(text.replace(/^ {2}"(revision|revisedOn)": .*$/gm, '')));
