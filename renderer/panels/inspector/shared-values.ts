import type { JourneyMap } from '../../../shared/document/schema';

/** Stands for the value of a field that differs among the selected elements. */
export const MIXED = Symbol('several values');
export type Mixed = typeof MIXED;

/** Whether two values of a field say the same. */
export function sameValue(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));
}

/** What all the elements have in a field, or MIXED. */
export function sharedValue(map: JourneyMap, ids: readonly string[], name: string): unknown {
  let first = true;
  let shared: unknown;
  for (const id of ids) {
    const element = map.elements[id] as Record<string, unknown> | undefined;
    if (!element) continue;
    if (first) shared = element[name];
    else if (!sameValue(shared, element[name])) return MIXED;
    first = false;
  }
  return shared;
}

export const textOf = (value: unknown): string | Mixed =>
  value === MIXED ? MIXED : typeof value === 'string' ? value : '';
export const choiceOf = (value: unknown): string | null | Mixed =>
  value === MIXED ? MIXED : typeof value === 'string' ? value : null;
export const numberOf = (value: unknown): number | null | Mixed =>
  value === MIXED ? MIXED : typeof value === 'number' ? value : null;
export const linesOf = (value: unknown): readonly string[] | Mixed =>
  value === MIXED ? MIXED : Array.isArray(value) ? value.map(String) : [];
