import Fuse from 'fuse.js';
import { normaliseName } from '../analysis/normalise-name';
import { byOrder } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';

export type NameMatch =
  | { type: 'matched'; element: string }
  /** Several elements of the map carry the name. */
  | { type: 'ambiguous'; elements: string[] }
  /** Nothing carries the name; something like it may. */
  | { type: 'unmatched'; suggestion: Suggestion | null };

export interface Suggestion {
  element: string;
  /** 0–1; 1: the same but for order of words and the like. */
  confidence: number;
}

/** How many names without a match get a suggestion: looking for one is slow, and nobody settles more by hand. */
const MOST_SUGGESTIONS = 200;
/** Fuse's score from which a name is too far away, 0 (same) to 1. */
const THRESHOLD = 0.4;

/**
 * Finds the elements that names in a file mean: the very title first, then without case, accents and punctuation.
 * A likeness is suggested, never taken.
 */
export function matchNames(names: Iterable<string>, map: JourneyMap): Map<string, NameMatch> {
  const titled = byOrder(Object.values(map.elements)).filter((element) => element.title.trim() !== '');
  const exact = indexBy(titled, (element) => element.title.trim());
  const folded = indexBy(titled, (element) => normaliseName(element.title));
  const matches = new Map<string, NameMatch>();
  let fuse: Fuse<{ id: string; name: string }> | null = null;
  let suggested = 0;
  for (const name of names) {
    if (matches.has(name)) continue;
    const found = exact.get(name.trim()) ?? folded.get(normaliseName(name)) ?? [];
    const [first] = found;
    if (first !== undefined) {
      matches.set(
        name,
        found.length === 1 ? { type: 'matched', element: first } : { type: 'ambiguous', elements: found },
      );
      continue;
    }
    let suggestion: Suggestion | null = null;
    if (suggested < MOST_SUGGESTIONS && name.length <= 200) {
      suggested++;
      fuse ??= new Fuse(
        titled.map((element) => ({ id: element.id, name: normaliseName(element.title) })),
        { keys: ['name'], includeScore: true, ignoreLocation: true, threshold: THRESHOLD, minMatchCharLength: 2 },
      );
      const [best] = fuse.search(normaliseName(name), { limit: 1 });
      if (best) suggestion = { element: best.item.id, confidence: Math.round((1 - (best.score ?? 1)) * 100) / 100 };
    }
    matches.set(name, { type: 'unmatched', suggestion });
  }
  return matches;
}

function indexBy(elements: readonly MapElement[], keyOf: (element: MapElement) => string): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key === '') continue;
    const found = index.get(key);
    if (found) found.push(element.id);
    else index.set(key, [element.id]);
  }
  return index;
}
