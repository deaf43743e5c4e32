/** Lines between numbered places, grouped by where they start: those of place `i` are `first[i]` to `first[i + 1]` − 1. */
export interface Digraph {
  readonly size: number;
  readonly first: Int32Array;
  readonly to: Int32Array;
}

export interface Components {
  readonly count: number;
  /** The component of each place. A line never leads to a component of a higher number. */
  readonly of: Int32Array;
  /** The places of each component. */
  readonly members: readonly (readonly number[])[];
}

/**
 * Strongly connected components by Tarjan's algorithm (SIAM J. Comput. 1972), without recursion: a chain of ten
 * thousand cards must not overflow the stack. Lines for which `counts` is false are passed over.
 */
export function componentsOf({ size, first, to }: Digraph, counts: (line: number) => boolean): Components {
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const of = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const open: number[] = [];
  const path: number[] = [];
  const members: number[][] = [];
  let visited = 0;

  const enter = (place: number) => {
    index[place] = low[place] = visited++;
    next[place] = whole(first, place);
    open.push(place);
    path.push(place);
  };
  const close = (root: number) => {
    const found: number[] = [];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      of[place] = members.length;
      found.push(place);
      if (place === root) break;
    }
    members.push(found);
  };

  for (let start = 0; start < size; start++) {
    if (whole(index, start) !== -1) continue;
    enter(start);
    for (let place = path.at(-1); place !== undefined; place = path.at(-1)) {
      const line = whole(next, place);
      if (line < whole(first, place + 1)) {
        next[place] = line + 1;
        if (!counts(line)) continue;
        const target = whole(to, line);
        if (whole(index, target) === -1) enter(target);
        else if (whole(of, target) === -1) low[place] = Math.min(whole(low, place), whole(index, target));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low[before] = Math.min(whole(low, before), whole(low, place));
      if (whole(low, place) === whole(index, place)) close(place);
    }
  }
  return { count: members.length, of, members };
}

/**
 * A number of a list that is known to reach so far. One function for each kind of list: shared between them, it would be
 * several times slower.
 */
export function at(list: Float64Array, index: number): number {
  return list[index] as number;
}

/** The same of a list of whole numbers. */
export function whole(list: Int32Array, index: number): number {
  return list[index] as number;
}
