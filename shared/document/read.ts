import * as v from 'valibot';
import { hasConflictMarks } from './conflict-marks';
import { exceedsDepth, type Fault, findFault } from './inspect';
import { LIMITS } from './limits';
import { migrate, type RawMap } from './migrations';
import { findBrokenReference } from './references';
import { decode } from './runtime';
import { COLLECTIONS, FORMAT_NAME, FORMAT_VERSION, type JourneyMap, mapSchema } from './schema';

/** What came of reading a file. Reading never changes the file, whatever comes of it. */
export type ReadResult =
  | { status: 'ok'; map: JourneyMap; migratedFrom: number | null }
  /** Not text in UTF-8, or not JSON. `conflict`: git could not merge it and left its marks. */
  | { status: 'not-json'; detail: string; conflict?: boolean }
  /** JSON, but something else than a journey map. */
  | { status: 'not-a-map' }
  /** Written by a newer Periplo. `map` is what this version understands of it, to look at only. */
  | { status: 'too-new'; version: number; map: JourneyMap | null }
  | { status: 'too-large'; limit: 'fileBytes' | 'records' | 'depth'; most: number }
  /** A journey map with a fault, and where. */
  | { status: 'damaged'; fault: Fault };

/** Reads a map file. Every input gets an answer; nothing is thrown. */
export function readMap(input: Uint8Array | string): ReadResult {
  if (input.length > LIMITS.fileBytes) return { status: 'too-large', limit: 'fileBytes', most: LIMITS.fileBytes };
  let text: string;
  let value: unknown;
  try {
    text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decode(input);
  } catch {
    return { status: 'not-json', detail: 'not valid UTF-8' };
  }
  if (exceedsDepth(text)) return { status: 'too-large', limit: 'depth', most: LIMITS.depth };
  try {
    value = JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { status: 'not-json', detail, ...(hasConflictMarks(text) && { conflict: true }) };
  }
  return readParsed(value);
}

function readParsed(value: unknown): ReadResult {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { status: 'not-a-map' };
  const raw = value as RawMap;
  if (!Object.hasOwn(raw, 'format') || raw.format !== FORMAT_NAME) return { status: 'not-a-map' };
  const version = raw.formatVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return { status: 'damaged', fault: { path: 'formatVersion', reason: 'invalid' } };
  }
  if (countRecords(raw) > LIMITS.records) return { status: 'too-large', limit: 'records', most: LIMITS.records };
  const fault = findFault(raw);
  if (fault) return { status: 'damaged', fault: shortened(fault) };
  if (version > FORMAT_VERSION) {
    const result = validateMap({ ...raw, formatVersion: FORMAT_VERSION });
    return { status: 'too-new', version, map: 'map' in result ? result.map : null };
  }
  const result = validateMap(version < FORMAT_VERSION ? migrate(raw) : raw);
  if ('fault' in result) return { status: 'damaged', fault: result.fault };
  return { status: 'ok', map: result.map, migratedFrom: version < FORMAT_VERSION ? version : null };
}

function countRecords(raw: RawMap): number {
  let count = 0;
  for (const name of COLLECTIONS) {
    const collection = raw[name];
    if (typeof collection === 'object' && collection !== null) count += Object.keys(collection).length;
  }
  return count;
}

/** Checks a value against the format and fills in what may be left out. Fields it does not know are kept. */
export function validateMap(value: unknown): { map: JourneyMap } | { fault: Fault } {
  const result = v.safeParse(mapSchema, value, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) {
    const issue = result.issues[0];
    return { fault: shortened({ path: v.getDotPath(issue) ?? '', reason: 'invalid', detail: issue.message }) };
  }
  const map = result.output as unknown as JourneyMap;
  const fault = findBrokenReference(map);
  return fault ? { fault: shortened(fault) } : { map };
}

/** Keys and values of a spoilt file may be as long as the file; they are to be read in one sentence. */
function shortened({ path, reason, detail }: Fault): Fault {
  return { path: cut(path), reason, ...(detail !== undefined && { detail: cut(detail) }) };
}

const MOST_SHOWN = 240;
const cut = (text: string) => (text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}…`);
