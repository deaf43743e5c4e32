import { LIMITS } from './limits';

/** A place in a JSON document: `elements.a1.title`. */
export type Path = string;

export interface Fault {
  path: Path;
  reason: FaultReason;
  /** What the limit was, or what stood there. */
  detail?: string;
}

export type FaultReason =
  | 'too-deep'
  | 'too-many-records'
  | 'text-too-long'
  | 'not-finite'
  | 'reserved-key'
  | 'invalid'
  | 'dangling'
  | 'key-is-not-id';

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Depth of nesting, found without recursion and before parsing: JSON.parse takes a depth of millions, but
 * JSON.stringify fails at about 10,000, so that such a file would open and could never be saved.
 */
export function exceedsDepth(json: string, limit: number = LIMITS.depth): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (inText) {
      if (code === 92) at++;
      else if (code === 34) inText = false;
    } else if (code === 34) inText = true;
    else if (code === 123 || code === 91) {
      depth++;
      if (depth > limit) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

/**
 * Looks through a parsed JSON value for what no schema should have to meet: reserved keys, numbers that JSON can't
 * write again (`1e999` parses as Infinity), texts beyond the limit. Null where there is nothing of the kind.
 */
export function findFault(value: unknown): Fault | null {
  const open: { value: unknown; path: Path }[] = [{ value, path: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: here, path } = next;
    if (typeof here === 'number' && !Number.isFinite(here)) return { path, reason: 'not-finite' };
    if (typeof here === 'string' && here.length > LIMITS.textLength) {
      return { path, reason: 'text-too-long', detail: String(LIMITS.textLength) };
    }
    if (typeof here !== 'object' || here === null) continue;
    for (const key of Object.keys(here)) {
      const inside = path ? `${path}.${key}` : key;
      if (RESERVED.has(key) && !Array.isArray(here)) return { path: inside, reason: 'reserved-key', detail: key };
      open.push({ value: (here as Record<string, unknown>)[key], path: inside });
    }
  }
  return null;
}
