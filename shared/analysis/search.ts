import Fuse from 'fuse.js';
import { byOrder } from '../document/create';
import type { JourneyMap, MapElement } from '../document/schema';
import { normaliseName } from './normalise-name';

export interface SearchHit {
  element: string;
  /** Where the words were found: the first that holds one of them, in this order. */
  field: 'title' | 'tags' | 'owner' | 'text';
}

interface Entry {
  element: MapElement;
  title: string;
  tags: string;
  owner: string;
  text: string;
}

/** Points by field: a word in the title counts more than one in the text. */
const WEIGHTS = { title: 100, tags: 40, owner: 30, text: 10 } as const;
const FIELDS = ['title', 'tags', 'owner', 'text'] as const;
const FUZZY_THRESHOLD = 0.35;
const MOST_FUZZY_WORDS = 8;

const entries = new WeakMap<JourneyMap['elements'], Entry[]>();

function entriesOf(map: JourneyMap): Entry[] {
  let found = entries.get(map.elements);
  if (!found) {
    found = byOrder(Object.values(map.elements)).map((element) => ({
      element,
      title: normaliseName(element.title),
      tags: normaliseName(element.tags.join(' ')),
      owner: normaliseName(element.owner),
      text: normaliseName(element.text),
    }));
    entries.set(map.elements, found);
  }
  return found;
}

/**
 * Elements whose title, tags, owner or text hold every word of the query, without regard to case, accents and
 * punctuation (`pagina` finds `Página`), the best first. Where nothing does, titles that are nearly alike. An empty
 * query finds nothing. Takes finished maps, not drafts: what it worked out is remembered with the map.
 */
export function searchMap(map: JourneyMap, query: string, most = 50): SearchHit[] {
  const whole = normaliseName(query);
  if (whole === '') return [];
  const words = whole.split(' ');
  const hits: (SearchHit & { score: number })[] = [];
  for (const entry of entriesOf(map)) {
    const score = words.reduce((sum, word) => (Number.isNaN(sum) ? sum : sum + scoreWord(entry, word)), 0);
    if (Number.isNaN(score)) continue;
    const bonus =
      entry.title === whole
        ? 400
        : entry.title.startsWith(whole)
          ? 200
          : ` ${entry.title}`.includes(` ${whole}`)
            ? 50
            : 0;
    const field = FIELDS.find((name) => words.some((word) => entry[name].includes(word))) ?? 'title';
    // Of two titles that hold the words the shorter one is more about them.
    hits.push({ element: entry.element.id, field, score: score + bonus - Math.min(entry.title.length, 200) / 100 });
  }
  if (hits.length === 0) return fuzzy(map, words, most);
  return hits
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ element, field }) => ({ element, field }));
}

/** NaN where the word is nowhere. The beginning of a word counts twice as much as its middle. */
function scoreWord(entry: Entry, word: string): number {
  for (const field of FIELDS) {
    const text = ` ${entry[field]}`;
    if (text.includes(` ${word}`)) return WEIGHTS[field] * 2;
    if (text.includes(word)) return WEIGHTS[field];
  }
  return Number.NaN;
}

/** Titles in which every word is nearly found, the nearest first. */
function fuzzy(map: JourneyMap, words: readonly string[], most: number): SearchHit[] {
  // In a word of one or two letters anything is "nearly alike".
  if (words.some((word) => word.length < 3) || words.length > MOST_FUZZY_WORDS) return [];
  const fuse = new Fuse(entriesOf(map), {
    keys: ['title'],
    ignoreLocation: true,
    threshold: FUZZY_THRESHOLD,
    includeScore: true,
  });
  const sums = new Map<string, { words: number; score: number }>();
  for (const word of words) {
    for (const { item, score = 1 } of fuse.search(word.slice(0, 32))) {
      const sum = sums.get(item.element.id) ?? { words: 0, score: 0 };
      sums.set(item.element.id, { words: sum.words + 1, score: sum.score + score });
    }
  }
  return [...sums]
    .filter(([, sum]) => sum.words === words.length)
    .sort(([, a], [, b]) => a.score - b.score)
    .slice(0, most)
    .map(([element]) => ({ element, field: 'title' }));
}
