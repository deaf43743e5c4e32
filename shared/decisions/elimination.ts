import { whole } from './components';

/**
 * In which order the places of a loop are eliminated, and between which places that leaves a number: for the k-th one,
 * `later[first[k]]` to `later[first[k + 1] − 1]` are the later steps (ascending) that it is then joined with.
 */
export interface Elimination {
  /** The place (0 to size − 1) that is eliminated at each step. */
  readonly order: Int32Array;
  readonly first: Int32Array;
  readonly later: Int32Array;
}

/** Joined so closely, the rest is treated as joined with each other altogether. */
const DENSE = 0.4;
/** More places than this, all joined with each other, would take too long to solve. */
const LARGEST_CORE = 1_500;

/**
 * Minimum-degree ordering and symbolic elimination on the undirected graph of a loop (George and Liu, SIAM Review
 * 1989): the pattern is found once, numbers may then be put into it ten thousand times. Null where the loop is so
 * tangled that more than LARGEST_CORE of its places end up joined with each other.
 */
export function eliminationOf(size: number, neighbours: readonly Iterable<number>[]): Elimination | null {
  const around = neighbours.map((list, place) => {
    const own = new Set(list);
    own.delete(place);
    return own;
  });
  for (let place = 0; place < size; place++) for (const other of around[place] ?? []) around[other]?.add(place);

  const done = new Uint8Array(size);
  const order = new Int32Array(size);
  const joined: number[][] = [];
  const byDegree: number[][] = [];
  const queue = (place: number) => {
    const degree = around[place]?.size ?? 0;
    const list = byDegree[degree];
    if (list) list.push(place);
    else byDegree[degree] = [place];
    return degree;
  };
  for (let place = 0; place < size; place++) queue(place);

  let lowest = 0;
  let step = 0;
  while (step < size) {
    const place = byDegree[lowest]?.pop();
    if (place === undefined) {
      lowest += 1;
      continue;
    }
    const near = around[place];
    // Lists keep what has moved on to another degree: it is met again there.
    if (done[place] || !near || near.size !== lowest) continue;
    const left = size - step;
    if (near.size > 24 && near.size > DENSE * (left - 1)) break;
    done[place] = 1;
    order[step++] = place;
    const rest = [...near];
    joined.push(rest);
    for (const one of rest) {
      const own = around[one] as Set<number>;
      own.delete(place);
      for (const other of rest) if (other !== one) own.add(other);
    }
    for (const one of rest) lowest = Math.min(lowest, queue(one));
    near.clear();
  }
  const core: number[] = [];
  for (let place = 0; place < size; place++) if (!done[place]) core.push(place);
  if (core.length > LARGEST_CORE) return null;
  core.forEach((place, index) => {
    order[step + index] = place;
    joined.push(core.slice(index + 1));
  });

  const stepOf = new Int32Array(size);
  order.forEach((place, index) => {
    stepOf[place] = index;
  });
  const first = new Int32Array(size + 1);
  joined.forEach((list, index) => {
    first[index + 1] = whole(first, index) + list.length;
  });
  const later = new Int32Array(whole(first, size));
  joined.forEach((list, index) => {
    const steps = Int32Array.from(list, (place) => whole(stepOf, place)).sort();
    later.set(steps, whole(first, index));
  });
  return { order, first, later };
}
