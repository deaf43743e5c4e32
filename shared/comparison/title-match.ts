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
/** Looking for what is alike is slow: titles beyond this number match only if they are the same. */
const MOST_LOOKED_UP = 600;
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
  const named = (list: readonly Candidate[]) =>
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

  const groups = new Map<string, Fuse<(typeof nows)[number]>>();
  const fuseFor = (group: string) => {
    const known = groups.get(group);
    if (known) return known;
    const left = nows.filter(({ candidate }) => candidate.group === group && !taken.has(candidate.id));
    const options = { keys: ['name'], includeScore: true, ignoreLocation: true, threshold: FUSE_THRESHOLD };
    const fuse = new Fuse(left, options);
    groups.set(group, fuse);
    return fuse;
  };
  const unmatched = olds.filter(({ candidate }) => !matches.has(candidate.id)).slice(0, MOST_LOOKED_UP);
  settle(
    unmatched.flatMap(({ candidate: old, name }) =>
      fuseFor(old.group)
        .search(name, { limit: 8 })
        .map(({ item, score = 1 }) => ({
          old,
          now: item.candidate,
          confidence: round(ALIKE * likeness(score, name, item.name) * factor(old, item.candidate)),
        })),
    ),
  );
  return matches;
}

/** Fuse finds a short title in any long one that contains it; how much of the long one it is counts, too. */
const likeness = (score: number, a: string, b: string) =>
  (1 - score) * Math.sqrt(Math.min(a.length, b.length) / Math.max(a.length, b.length));

const round = (value: number) => Math.round(value * 100) / 100;
