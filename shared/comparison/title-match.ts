import Fuse from 'fuse.js';
import { normaliseName } from '../analysis/normalise-name';

export interface Candidate {
  id: string;
  /** Only candidates of one group can be the same: the kind of a card. */
  group: string;
  title: string;
  stage?: string | null;
}

export interface Match {
  afterId: string;
  /** 0–1. */
  confidence: number;
}

/** Pairs below this confidence are taken for different things: about one word in three may be another. */
const LEAST_CONFIDENCE = 0.5;
/** Fuse's score beyond which a title is not looked at, 0 (same) to 1. */
const FUSE_THRESHOLD = 0.5;
/** How sure titles can be that are only alike. */
const ALIKE = 0.9;
/** Titles beyond this number match only if they are the same. */
const MOST_LOOKED_UP = 5000;
/** Three letters that this many titles have in common tell nothing. */
const MOST_COMMON = 600;
/** How many titles one is compared with letter by letter. */
const MOST_COMPARED = 8;
const LONGEST = 200;

/**
 * Finds partners by title, blind to case, accents and punctuation. `factor` (0–1) lowers the confidence of pairs that
 * differ in something else. One to one, the surest first; among equally sure ones the order of the lists decides.
 */
export function matchTitles(
  before: readonly Candidate[],
  after: readonly Candidate[],
  factor: (before: Candidate, after: Candidate) => number,
): Map<string, Match> {
  const matches = new Map<string, Match>();
  const taken = new Set<string>();
  const settle = (pairs: { old: Candidate; now: Candidate; confidence: number }[]) => {
    // Sorting is stable: pairs stand in the order of the lists.
    for (const { old, now, confidence } of pairs.sort((a, b) => b.confidence - a.confidence)) {
      if (confidence < LEAST_CONFIDENCE || matches.has(old.id) || taken.has(now.id)) continue;
      matches.set(old.id, { afterId: now.id, confidence });
      taken.add(now.id);
    }
  };
  const named = (list: readonly Candidate[]): Named[] =>
    list
      .map((candidate) => ({ candidate, name: normaliseName(candidate.title).slice(0, LONGEST) }))
      .filter(({ name }) => name !== '');
  const [olds, nows] = [named(before), named(after)];
  const byName = new Map<string, Candidate[]>();
  for (const { candidate, name } of nows) {
    const key = `${candidate.group} ${name}`;
    byName.set(key, [...(byName.get(key) ?? []), candidate]);
  }
  settle(
    olds.flatMap(({ candidate: old, name }) =>
      (byName.get(`${old.group} ${name}`) ?? []).map((now) => ({ old, now, confidence: factor(old, now) })),
    ),
  );

  const left = nows.filter(({ candidate }) => !taken.has(candidate.id));
  const alike = titlesLike(left);
  const unmatched = olds.filter(({ candidate }) => !matches.has(candidate.id)).slice(0, MOST_LOOKED_UP);
  settle(
    unmatched.flatMap((old) =>
      new Fuse(alike(old), { keys: ['name'], includeScore: true, ignoreLocation: true, threshold: FUSE_THRESHOLD })
        .search(old.name)
        .map(({ item, score = 1 }) => ({
          old: old.candidate,
          now: item.candidate,
          confidence: round(ALIKE * likeness(score, old.name, item.name) * factor(old.candidate, item.candidate)),
        })),
    ),
  );
  return matches;
}

interface Named {
  candidate: Candidate;
  name: string;
}

/**
 * Finds the few titles of a group that have most in common with one, by the three-letter pieces that they share: Fuse
 * compares letter by letter, which takes seconds for thousands of titles.
 */
function titlesLike(titles: readonly Named[]): (title: Named) => Named[] {
  const index = new Map<string, Named[]>();
  for (const title of titles) {
    for (const piece of piecesOf(title)) {
      const found = index.get(piece);
      if (found) found.push(title);
      else index.set(piece, [title]);
    }
  }
  return (title) => {
    const shared = new Map<Named, number>();
    for (const piece of piecesOf(title)) {
      const found = index.get(piece) ?? [];
      if (found.length > MOST_COMMON) continue;
      for (const other of found) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    const weight = (other: Named, count: number) => count / (other.name.length + title.name.length);
    return [...shared]
      .sort(([a, one], [b, other]) => weight(b, other) - weight(a, one))
      .slice(0, MOST_COMPARED)
      .map(([other]) => other);
  };
}

function piecesOf({ candidate, name }: Named): Set<string> {
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= name.length + 2; at++) pieces.add(`${candidate.group} ${` ${name} `.slice(at, at + 3)}`);
  return pieces;
}

/** Fuse finds a short title in any long one that contains it; how much of the long one it is counts, too. */
const likeness = (score: number, a: string, b: string) =>
  (1 - score) * Math.sqrt(Math.min(a.length, b.length) / Math.max(a.length, b.length));

const round = (value: number) => Math.round(value * 100) / 100;
