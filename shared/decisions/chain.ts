import { at, componentsOf, type Digraph, whole } from './components';
import { eliminationOf } from './elimination';
import { type Loop, loopOf } from './loop';

/**
 * An absorbing Markov chain (Kemeny and Snell, Finite Markov Chains, 1960) on the lines of a graph: at each visit of a
 * place a share of the customers takes each line, and the rest ends there. Parts without loops are solved by going
 * through them once, each loop by elimination; both are exact but for rounding.
 */
export interface Chain {
  /**
   * Puts numbers in: the share 0–1 that takes each line, and the one that ends at each place; for each place they add
   * up to 1. What may not pass (see `chainOf`) has to be 0. Has to come before all else, and may come again.
   */
  fill(shares: Float64Array, rest: Float64Array): void;
  /**
   * From customers who arrive from outside at each place to the visits of each place. Who enters a loop without a way
   * out is counted where they enter it, and goes no further.
   */
  visits(arrivals: Float64Array): Float64Array;
  /** From what one visit of each place brings in itself to what it brings with all that follows it. */
  worth(own: Float64Array): Float64Array;
  /** Visits of each place by a customer who has come to it once: 1, or more where ways lead back. */
  returns(): Float64Array;
  /** Loops that nothing leaves. */
  traps(): (readonly number[])[];
  isTrap(place: number): boolean;
  /** Loops that are too tangled to be solved (see eliminationOf); they count as traps. */
  readonly tangled: readonly (readonly number[])[];
}

interface Part {
  /** Its places are `places[begin]` to `places[end − 1]`. */
  begin: number;
  end: number;
  /** Null for a single place. */
  loop: LoopPart | null;
  trapped: boolean;
  tangled: boolean;
}

interface LoopPart {
  loop: Loop;
  /** The lines that stay within. */
  lines: Int32Array;
  shares: Float64Array;
  values: Float64Array;
}

/** The chain of a graph. `mayPass`: whether a line may ever carry somebody; the others are left out of the pattern. */
export function chainOf(graph: Digraph, mayPass: (line: number) => boolean): Chain {
  const { first, to, size } = graph;
  const components = componentsOf(graph, mayPass);
  /** All places, part after part: one list, since most of thousands of parts are a single place. */
  const places = Int32Array.from(components.members.flat());
  const inside = new Int32Array(size);
  const partOf = (place: number) => whole(components.of, place);
  let used = 0;
  const parts = components.members.map((members, index): Part => {
    const begin = used;
    used += members.length;
    members.forEach((place, position) => {
      inside[place] = position;
    });
    const loop = members.length > 1 ? makeLoop(members, index) : null;
    return { begin, end: used, loop, trapped: false, tangled: members.length > 1 && !loop };
  });
  let takes: Float64Array = new Float64Array(to.length);
  /** Sum of what leads on from each place; what is missing to 1 comes back to it at once. */
  const leads = new Float64Array(size);
  const leaving = new Float64Array(size);
  const membersOf = ({ begin, end }: Part) => [...places.subarray(begin, end)];

  function makeLoop(members: readonly number[], index: number): LoopPart | null {
    const lines: number[] = [];
    const [from, target]: [number[], number[]] = [[], []];
    const around: number[][] = members.map(() => []);
    members.forEach((place, position) => {
      for (let line = whole(first, place); line < whole(first, place + 1); line++) {
        if (!mayPass(line) || partOf(whole(to, line)) !== index) continue;
        const other = whole(inside, whole(to, line));
        lines.push(line);
        from.push(position);
        target.push(other);
        around[position]?.push(other);
      }
    });
    const elimination = eliminationOf(members.length, around);
    if (!elimination) return null;
    return {
      loop: loopOf(members.length, Int32Array.from(from), Int32Array.from(target), elimination),
      lines: Int32Array.from(lines),
      shares: new Float64Array(lines.length),
      values: new Float64Array(members.length),
    };
  }

  /** Sums up what leads on from each place, and what leaves its part; gives the latter for all places of a part. */
  function sumUp({ begin, end }: Part, index: number, rest: Float64Array): number {
    let sum = 0;
    for (let position = begin; position < end; position++) {
      const place = whole(places, position);
      let all = at(rest, place);
      let outside = all;
      const last = whole(first, place + 1);
      for (let line = whole(first, place); line < last; line++) {
        const target = whole(to, line);
        if (target === place) continue;
        const share = at(takes, line);
        all += share;
        if (partOf(target) !== index) outside += share;
      }
      leads[place] = all;
      leaving[place] = outside;
      sum += outside;
    }
    return sum;
  }

  function fillLoop(part: Part, { loop, lines, shares, values }: LoopPart): boolean {
    for (let line = 0; line < lines.length; line++) shares[line] = at(takes, whole(lines, line));
    takeFrom(leaving, part, values);
    return loop.fill(shares, values);
  }

  function takeFrom(list: Float64Array, { begin, end }: Part, own: Float64Array): void {
    for (let position = begin; position < end; position++) own[position - begin] = at(list, whole(places, position));
  }
  function putBack(list: Float64Array, { begin, end }: Part, own: Float64Array): void {
    for (let position = begin; position < end; position++) list[whole(places, position)] = at(own, position - begin);
  }

  /** Passes the visits of a part on to the parts after it. */
  function passOn(found: Float64Array, { begin, end }: Part, index: number): void {
    for (let position = begin; position < end; position++) {
      const place = whole(places, position);
      const here = at(found, place);
      if (here === 0) continue;
      const last = whole(first, place + 1);
      for (let line = whole(first, place); line < last; line++) {
        const target = whole(to, line);
        if (partOf(target) !== index) found[target] = at(found, target) + here * at(takes, line);
      }
    }
  }

  /** Adds to each place of a part what is worth coming of it in the parts after it. */
  function gather(found: Float64Array, { begin, end, loop }: Part, index: number): void {
    for (let position = begin; position < end; position++) {
      const place = whole(places, position);
      let value = at(found, place);
      const last = whole(first, place + 1);
      for (let line = whole(first, place); line < last; line++) {
        const target = whole(to, line);
        if (partOf(target) !== index) value += at(takes, line) * at(found, target);
      }
      found[place] = loop ? value : value / at(leads, place);
    }
  }

  return {
    tangled: parts.filter((part) => part.tangled).map(membersOf),
    traps: () => parts.filter((part) => part.trapped && !part.tangled).map(membersOf),
    isTrap: (place) => parts[partOf(place)]?.trapped === true,
    fill(shares, rest) {
      takes = shares;
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index] as Part;
        const leaves = sumUp(part, index, rest) > 0 && !part.tangled;
        part.trapped = !leaves || (part.loop !== null && !fillLoop(part, part.loop));
      }
    },
    visits(arrivals) {
      const found = arrivals.slice();
      for (let index = parts.length - 1; index >= 0; index--) {
        const part = parts[index] as Part;
        if (part.trapped) continue;
        if (part.loop) {
          takeFrom(found, part, part.loop.values);
          part.loop.loop.visits(part.loop.values);
          putBack(found, part, part.loop.values);
        } else {
          const place = whole(places, part.begin);
          found[place] = at(found, place) / at(leads, place);
        }
        passOn(found, part, index);
      }
      return found;
    },
    worth(own) {
      const found = own.slice();
      for (let index = 0; index < parts.length; index++) {
        const part = parts[index] as Part;
        if (part.trapped) continue;
        gather(found, part, index);
        if (!part.loop) continue;
        takeFrom(found, part, part.loop.values);
        part.loop.loop.worth(part.loop.values);
        putBack(found, part, part.loop.values);
      }
      return found;
    },
    returns() {
      const found = new Float64Array(size).fill(1);
      for (const part of parts) {
        if (part.trapped) continue;
        if (part.loop) putBack(found, part, part.loop.loop.returns());
        else found[whole(places, part.begin)] = 1 / at(leads, whole(places, part.begin));
      }
      return found;
    },
  };
}
