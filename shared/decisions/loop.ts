import { at, whole } from './components';
import type { Elimination } from './elimination';

/**
 * The places of one loop (a strongly connected component) and the shares that pass between them. Solved by eliminating
 * place after place and rerouting what passed through it: the LU factors of I − Q, found without a subtraction, so that
 * a loop that is left by one customer in a million is as exact as any other (Grassmann, Taksar and Heyman, Operations
 * Research 1985: the pivot is the sum of what leads on, not 1 − what stays).
 */
export interface Loop {
  /**
   * Puts numbers in: `shares[i]` passes along the i-th line (see `loopOf`), `leaves[p]` (0–1) leaves the loop at place
   * p. False where nothing ever leaves: then there is no solution.
   */
  fill(shares: Float64Array, leaves: Float64Array): boolean;
  /** Turns arrivals from outside at each place into visits, in place. */
  visits(arrivals: Float64Array): void;
  /** Turns what a visit of each place is worth in itself into what it is worth with all that follows, in place. */
  worth(own: Float64Array): void;
  /** How often each place is visited by a customer who is there once: 1 or more. */
  returns(): Float64Array;
}

/** Lines are given by the places (0 to size − 1) that they join; lines from a place to itself make no difference. */
export function loopOf(size: number, from: Int32Array, to: Int32Array, elimination: Elimination): Loop {
  const { order, first, later } = elimination;
  const stepOf = new Int32Array(size);
  order.forEach((place, step) => {
    stepOf[place] = step;
  });
  const pairs = pairsOf(elimination);
  /** Share that passes from step k to a later one, and (once eliminated: divided by the pivot) from that one to k. */
  const up = new Float64Array(later.length);
  const down = new Float64Array(later.length);
  const out = new Float64Array(size);
  const pivot = new Float64Array(size);
  const work = new Float64Array(size);
  /** Where each line's number goes: a place in `up`, or −1 − a place in `down`; a self-loop has none. */
  const target = new Int32Array(from.length);
  for (let line = 0; line < from.length; line++) {
    const [start, end] = [whole(stepOf, whole(from, line)), whole(stepOf, whole(to, line))];
    if (start === end) target[line] = later.length;
    else target[line] = start < end ? slot(start, end) : -1 - slot(end, start);
  }

  function slot(step: number, other: number): number {
    let [low, high] = [whole(first, step), whole(first, step + 1) - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (whole(later, middle) < other) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** From a place in the list of a step on to that of a later one, which is in it. */
  function walk(place: number, other: number): number {
    let found = place;
    while (whole(later, found) < other) found++;
    return found;
  }

  function eliminate(step: number): boolean {
    const [begin, end] = [whole(first, step), whole(first, step + 1)];
    let leads = at(out, step);
    for (let i = begin; i < end; i++) leads += at(up, i);
    pivot[step] = leads;
    if (!(leads > 0)) return false;
    for (let i = begin; i < end; i++) {
      const factor = at(down, i) / leads;
      down[i] = factor;
      const one = whole(later, i);
      out[one] = at(out, one) + factor * at(out, step);
    }
    let pair = pairs ? at(pairs.first, step) : 0;
    for (let i = begin; i < end; i++) {
      const [back, forth] = [at(down, i), at(up, i)];
      const rest = end - i - 1;
      // The pattern is that of both directions; numbers often stand in one only.
      if (back === 0 && forth === 0) {
        pair += rest;
        continue;
      }
      let place = whole(first, whole(later, i));
      for (let j = i + 1; j < end; j++) {
        place = pairs ? whole(pairs.places, pair++) : walk(place, whole(later, j));
        up[place] = at(up, place) + back * at(up, j);
        down[place] = at(down, place) + at(down, j) * forth;
      }
    }
    return true;
  }

  const load = (values: Float64Array) => {
    for (let step = 0; step < size; step++) work[step] = at(values, whole(order, step));
  };
  const unload = (values: Float64Array) => {
    for (let step = 0; step < size; step++) values[whole(order, step)] = at(work, step);
  };

  return {
    fill(shares, leaves) {
      up.fill(0);
      down.fill(0);
      for (let line = 0; line < target.length; line++) {
        const place = whole(target, line);
        if (place === later.length) continue;
        if (place >= 0) up[place] = at(up, place) + at(shares, line);
        else down[-1 - place] = at(down, -1 - place) + at(shares, line);
      }
      for (let step = 0; step < size; step++) out[step] = at(leaves, whole(order, step));
      for (let step = 0; step < size; step++) if (!eliminate(step)) return false;
      return true;
    },
    visits(arrivals) {
      load(arrivals);
      for (let step = 0; step < size; step++) {
        const value = at(work, step) / at(pivot, step);
        work[step] = value;
        for (let i = whole(first, step); i < whole(first, step + 1); i++) {
          const one = whole(later, i);
          work[one] = at(work, one) + value * at(up, i);
        }
      }
      for (let step = size - 1; step >= 0; step--) {
        let value = at(work, step);
        for (let i = whole(first, step); i < whole(first, step + 1); i++)
          value += at(work, whole(later, i)) * at(down, i);
        work[step] = value;
      }
      unload(arrivals);
    },
    worth(own) {
      load(own);
      for (let step = 0; step < size; step++) {
        const value = at(work, step);
        for (let i = whole(first, step); i < whole(first, step + 1); i++) {
          const one = whole(later, i);
          work[one] = at(work, one) + at(down, i) * value;
        }
      }
      for (let step = size - 1; step >= 0; step--) {
        let value = at(work, step);
        for (let i = whole(first, step); i < whole(first, step + 1); i++)
          value += at(up, i) * at(work, whole(later, i));
        work[step] = value / at(pivot, step);
      }
      unload(own);
    },
    /**
     * The diagonal of the inverse N by Takahashi's equations (1973), which need only its numbers in the pattern: over the
     * later steps i of k, N_kj = Σ up_ki N_ij ÷ pivot_k and N_jk = Σ N_ji down_ki.
     */
    returns() {
      const above = new Float64Array(later.length);
      const below = new Float64Array(later.length);
      const diagonal = new Float64Array(size);
      for (let step = size - 1; step >= 0; step--) {
        const [begin, end] = [whole(first, step), whole(first, step + 1)];
        for (let i = begin; i < end; i++) {
          const own = at(diagonal, whole(later, i));
          above[i] = at(above, i) + at(up, i) * own;
          below[i] = at(below, i) + own * at(down, i);
          let place = whole(first, whole(later, i));
          for (let j = i + 1; j < end; j++) {
            const other = whole(later, j);
            place = walk(place, other);
            const [forth, back] = [at(above, place), at(below, place)];
            above[j] = at(above, j) + at(up, i) * forth;
            above[i] = at(above, i) + at(up, j) * back;
            below[i] = at(below, i) + forth * at(down, j);
            below[j] = at(below, j) + back * at(down, i);
          }
        }
        let value = 1;
        for (let i = begin; i < end; i++) {
          above[i] = at(above, i) / at(pivot, step);
          value += at(up, i) * at(below, i);
        }
        diagonal[step] = value / at(pivot, step);
      }
      const byPlace = new Float64Array(size);
      for (let step = 0; step < size; step++) byPlace[whole(order, step)] = at(diagonal, step);
      return byPlace;
    },
  };
}

/** More would take more memory than the time they save is worth. */
const MOST_PAIRS = 3_000_000;

/**
 * Where the number between any two later steps of a step stands, in the order in which elimination meets them: found
 * once instead of at each of ten thousand fillings. Null where there are too many.
 */
function pairsOf({ first, later }: Elimination): { first: Float64Array; places: Int32Array } | null {
  const size = first.length - 1;
  const starts = new Float64Array(size + 1);
  for (let step = 0; step < size; step++) {
    const count = whole(first, step + 1) - whole(first, step);
    starts[step + 1] = at(starts, step) + (count * (count - 1)) / 2;
  }
  if (at(starts, size) > MOST_PAIRS) return null;
  const places = new Int32Array(at(starts, size));
  let pair = 0;
  for (let step = 0; step < size; step++) {
    const end = whole(first, step + 1);
    for (let i = whole(first, step); i < end; i++) {
      // Steps are ascending in both lists, so one walk along that of the lower step finds them all.
      let place = whole(first, whole(later, i));
      for (let j = i + 1; j < end; j++) {
        while (whole(later, place) < whole(later, j)) place++;
        places[pair++] = place;
      }
    }
  }
  return { first: starts, places };
}
