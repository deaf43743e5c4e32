import { createId } from '../document/ids';
import type { JourneyMap, Review } from '../document/schema';
import type { Translate } from '../language/translator';
import type { FlowGraph } from './flow-graph';
import type { ObservedShare } from './observed';
import { branchName, titleOf } from './wording';

/** Shares 0–1 of one branch. */
export interface Forecasted {
  predicted: number;
  observed: number;
}

/**
 * The Brier score of one fork (Monthly Weather Review 1950), for all its customers: the mean over customers of
 * Σ (p_i − taken_i)² over the branches i, which is Σ (p_i² − 2 p_i o_i + o_i) with o the observed shares. 0 is perfect, 2
 * the worst. It is the sum of two parts: `error`, Σ (p_i − o_i)², which a team can do something about, and `chance`,
 * Σ o_i (1 − o_i), which even the best guess can't avoid. What is missing to 1 is one more branch: who leaves.
 */
export function brierScore(branches: readonly Forecasted[]): { brier: number; error: number; chance: number } {
  const sum = (of: (branch: Forecasted) => number) => branches.reduce((total, branch) => total + of(branch), 0);
  const rest = {
    predicted: Math.max(0, 1 - sum(({ predicted }) => predicted)),
    observed: Math.max(0, 1 - sum(({ observed }) => observed)),
  };
  let [error, chance] = [0, 0];
  for (const { predicted, observed } of [...branches, rest]) {
    error += (predicted - observed) ** 2;
    chance += observed * (1 - observed);
  }
  return { brier: error + chance, error, chance };
}

/** How well the guesses of a review were, over all its forks, each with the weight of its customers. */
export interface ReviewScore {
  review: Review;
  brier: number;
  error: number;
  chance: number;
  /** By how much a branch was off on average, 0–1: 0.09 is nine percentage points. */
  miss: number;
  forks: number;
  /** Customers seen at all forks. */
  of: number;
}

/** The score of a review; null where it holds no observed branch. */
export function reviewScore(review: Review): ReviewScore | null {
  const forks = new Map<string, Review['branches']>();
  for (const branch of review.branches) {
    if (!(branch.of > 0)) continue;
    const list = forks.get(branch.element);
    if (list) list.push(branch);
    else forks.set(branch.element, [branch]);
  }
  const score = { brier: 0, error: 0, chance: 0, miss: 0, of: 0 };
  for (const branches of forks.values()) {
    const own = brierScore(branches);
    const of = Math.max(...branches.map((branch) => branch.of));
    const miss = branches.reduce((sum, one) => sum + Math.abs(one.predicted - one.observed), 0) / branches.length;
    score.of += of;
    score.brier += own.brier * of;
    score.error += own.error * of;
    score.chance += own.chance * of;
    score.miss += miss * of;
  }
  const { brier, error, chance, miss, of } = score;
  if (of === 0) return null;
  return { review, brier: brier / of, error: error / of, chance: chance / of, miss: miss / of, forks: forks.size, of };
}

export interface Calibration {
  /** From the first review to the last. */
  scores: ReviewScore[];
  /** The latest error against the mean of those before; null with fewer than two. A tenth more or less is the same. */
  trend: 'better' | 'worse' | 'same' | null;
}

/** The calibration record of a map: whether the guesses get better from workshop to workshop. */
export function calibrationOf(map: Pick<JourneyMap, 'reviews'>): Calibration {
  const scores = Object.values(map.reviews)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
    .flatMap((review) => reviewScore(review) ?? []);
  const last = scores.at(-1);
  if (!last || scores.length < 2) return { scores, trend: null };
  const before = scores.slice(0, -1).reduce((sum, { error }) => sum + error, 0) / (scores.length - 1);
  const trend = last.error < before * 0.9 ? 'better' : last.error > before * 1.1 ? 'worse' : 'same';
  return { scores, trend };
}

/** What is predicted and what was seen as it stands now, to be kept under a date `YYYY-MM-DD`. */
export function reviewOf(
  graph: FlowGraph,
  observed: ReadonlyMap<string, ObservedShare>,
  { date, note = '' }: { date: string; note?: string },
  t: Translate,
): Review {
  const { map, nodes, ways } = graph;
  const branches = nodes.flatMap((node) =>
    node.ways.flatMap((way) => {
      const connection = map.connections[ways[way]?.id ?? ''];
      const seen = connection && observed.get(connection.id);
      if (!seen || seen.of === null || !(seen.of > 0)) return [];
      return [
        {
          fork: titleOf(map, node.id, t),
          branch: branchName(map, connection, t),
          element: node.id,
          connection: connection.id,
          predicted: Math.min(1, seen.predicted),
          observed: seen.share,
          of: seen.of,
        },
      ];
    }),
  );
  return { id: createId(), date, note, branches };
}
