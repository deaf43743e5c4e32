import Fuse from 'fuse.js';
import { normaliseName } from '../analysis/normalise-name';
import type { MapOutline } from './map-outline';
import { isSameTarget, type Recipe, type Target } from './recipe';

export type TargetMatch =
  /** Chosen by hand; the very name; the same without case, accents and punctuation. */
  | { type: 'matched'; target: Target; how: 'chosen' | 'exact' | 'folded' }
  /** Several things on the map carry the name. */
  | { type: 'ambiguous'; targets: Target[] }
  /** Nothing carries the name; something like it may. It is never taken by itself. */
  | { type: 'unmatched'; suggestion: { target: Target; confidence: number } | null; leftOut: boolean };

/** How many names without a match get a suggestion: looking for one is slow, and nobody settles more by hand. */
const MOST_SUGGESTIONS = 200;
/** Fuse's score from which a name is too far away, 0 (same) to 1. */
const THRESHOLD = 0.4;
const LONGEST_NAME = 200;

interface Named {
  name: string;
  target: Target;
}

/** Finds what names in a file mean on a map: cards, stages, personas, connections, the map. Ask for the weightiest first. */
export class TargetMatcher {
  readonly #chosen: ReadonlyMap<string, Target | null>;
  readonly #exact: ReadonlyMap<string, Target[]>;
  readonly #folded: ReadonlyMap<string, Target[]>;
  readonly #named: readonly Named[];
  #fuse: Fuse<Named> | null = null;
  #suggested = 0;

  constructor(outline: MapOutline, matches: Recipe['matches'] = []) {
    const exists = new Set([...outline.elements, ...outline.connections].map(({ id }) => id));
    this.#named = namesOf(outline);
    this.#exact = indexed(this.#named, (name) => name);
    this.#folded = indexed(this.#named, normaliseName);
    this.#chosen = new Map(
      matches.flatMap(({ name, target }) =>
        target === null || target.type === 'map' || exists.has(target.id) ? [[name, target]] : [],
      ),
    );
  }

  /** Whether anything on the map has this name, case, accents and punctuation aside. */
  knows(name: string): boolean {
    return this.#folded.has(normaliseName(name));
  }

  match(text: string): TargetMatch {
    const name = text.trim();
    const chosen = this.#chosen.get(name);
    if (chosen === null) return { type: 'unmatched', suggestion: null, leftOut: true };
    if (chosen) return { type: 'matched', target: chosen, how: 'chosen' };
    const exact = this.#exact.get(name);
    const targets = exact ?? this.#folded.get(normaliseName(name)) ?? [];
    const [first] = targets;
    if (first && targets.length === 1) return { type: 'matched', target: first, how: exact ? 'exact' : 'folded' };
    if (first) return { type: 'ambiguous', targets };
    return { type: 'unmatched', suggestion: this.#suggest(name), leftOut: false };
  }

  #suggest(name: string): { target: Target; confidence: number } | null {
    if (this.#suggested >= MOST_SUGGESTIONS || name.length > LONGEST_NAME) return null;
    this.#suggested++;
    this.#fuse ??= new Fuse(
      this.#named.map((one) => ({ ...one, name: normaliseName(one.name) })),
      { keys: ['name'], includeScore: true, ignoreLocation: true, threshold: THRESHOLD, minMatchCharLength: 2 },
    );
    const [best] = this.#fuse.search(normaliseName(name), { limit: 1 });
    return best ? { target: best.item.target, confidence: Math.round((1 - (best.score ?? 1)) * 100) / 100 } : null;
  }
}

/** Elements first: a connection that is called like a card is meant only where no card is. */
function namesOf({ title, elements, connections }: MapOutline): Named[] {
  const titles = new Map(elements.map((element) => [element.id, element.title.trim()]));
  const named: Named[] = elements.map(({ id, title: name }) => ({
    name: name.trim(),
    target: { type: 'element', id },
  }));
  for (const { id, from, to, label } of connections) {
    const target: Target = { type: 'connection', id };
    const [start = '', end = ''] = [titles.get(from), titles.get(to)];
    if (start !== '' && end !== '') named.push({ name: `${start} → ${end}`, target });
    if (label.trim() !== '') named.push({ name: label.trim(), target });
  }
  named.push({ name: title.trim(), target: { type: 'map' } });
  return named.filter(({ name }) => name !== '');
}

const RANK: Record<Target['type'], number> = { element: 0, connection: 1, map: 2 };

function indexed(named: readonly Named[], keyOf: (name: string) => string): Map<string, Target[]> {
  const index = new Map<string, Target[]>();
  for (const { name, target } of named) {
    const key = keyOf(name);
    const found = index.get(key);
    if (!found) index.set(key, [target]);
    else if (found[0]?.type === target.type && !found.some((one) => isSameTarget(one, target))) found.push(target);
    else if (found[0] && RANK[target.type] < RANK[found[0].type]) index.set(key, [target]);
  }
  return index;
}

/** Words for rows that add up others, English and Spanish, without accents. */
const TOTALS =
  /^(?:grand |general |sub ?)?totals?(?: general(?:es)?| all| overall)?$|^(?:overall|sum|suma|suma total|all rows|total de .{1,40}|total for .{1,40}|todos|all)$/;

/** Whether a row that is so called adds up others. */
export const isTotal = (name: string): boolean => TOTALS.test(normaliseName(name));

/** Words for everybody together in a column of segments. */
const EVERYBODY =
  /^(?:all|total|everyone|everybody|all (?:users|customers|visitors|segments|sessions)|todos|todas|todos los .{1,30}|total .{1,20}|overall)$/;

export const isEverybody = (segment: string): boolean =>
  segment.trim() === '' || EVERYBODY.test(normaliseName(segment));
