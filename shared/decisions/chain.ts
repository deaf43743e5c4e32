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
  /** Loops that are too tangled to be solved (see LARGEST_CORE); they count as traps. */
  readonly tangled: readonly (readonly number[])[];
}

interface Part {
  members: Int32Array;
  /** Null for a single place. */
  loop: Loop | null;
  /** The lines that stay within. */
  lines: Int32Array;
  shares: Float64Array;
  values: Float64Array;
  trapped: boolean;
  tangled: boolean;
}

/** The chain of a graph. `mayPass`: whether a line may ever carry somebody; the others are left out of the pattern. */
export function chainOf(graph: Digraph, mayPass: (line: number) => boolean): Chain {
  const { first, to, size } = graph;
  const components = componentsOf(graph, mayPass);
  const placeIn = new Int32Array(size);
  for (const members of components.members) {
    members.forEach((place, index) => {
      placeIn[place] = index;
    });
  }
  const partOf = (place: number) => whole(components.of, place);
  const parts = components.members.map(makePart);
  let takes: Float64Array = new Float64Array(to.length);
  /** Sum of what leads on from each place; what is missing to 1 comes back to it at once. */
  const leads = new Float64Array(size);

  function makePart(members: readonly number[], index: number): Part {
    const lines: number[] = [];
    const [from, target]: [number[], number[]] = [[], []];
    const around: number[][] = members.map(() => []);
    if (members.length > 1) {
      members.forEach((place, inside) => {
        for (let line = whole(first, place); line < whole(first, place + 1); line++) {
          if (!mayPass(line) || partOf(whole(to, line)) !== index) continue;
          const other = whole(placeIn, whole(to, line));
          lines.push(line);
          from.push(inside);
          target.push(other);
          around[inside]?.push(other);
        }
      });
    }
    const elimination = members.length > 1 ? eliminationOf(members.length, around) : null;
    return {
      members: Int32Array.from(members),
      loop: elimination && loopOf(members.length, Int32Array.from(from), Int32Array.from(target), elimination),
      lines: Int32Array.from(lines),
      shares: new Float64Array(lines.length),
      values: new Float64Array(members.length),
      trapped: false,
      tangled: members.length > 1 && !elimination,
    };
  }

  function fillPart(part: Part, index: number, rest: Float64Array): boolean {
    const { members, values, lines, loop } = part;
    let leaves = 0;
    for (let inside = 0; inside < members.length; inside++) {
      const place = whole(members, inside);
      let [all, outside] = [at(rest, place), at(rest, place)];
      const end = whole(first, place + 1);
      for (let line = whole(first, place); line < end; line++) {
        const target = whole(to, line);
        if (target === place) continue;
        const share = at(takes, line);
        all += share;
        if (partOf(target) !== index) outside += share;
      }
      leads[place] = all;
      values[inside] = outside;
      leaves += outside;
    }
    if (!(leaves > 0) || part.tangled) return false;
    if (!loop) return true;
    for (let line = 0; line < lines.length; line++) part.shares[line] = at(takes, whole(lines, line));
    return loop.fill(part.shares, values);
  }

  const takeFrom = (values: Float64Array, { members, values: own }: Part) => {
    for (let inside = 0; inside < members.length; inside++) own[inside] = at(values, whole(members, inside));
  };
  const putBack = (values: Float64Array, { members, values: own }: Part) => {
    for (let inside = 0; inside < members.length; inside++) values[whole(members, inside)] = at(own, inside);
  };

  /** Passes the visits of a part on to the parts after it. */
  function passOn(found: Float64Array, { members }: Part, index: number): void {
    for (let inside = 0; inside < members.length; inside++) {
      const place = whole(members, inside);
      const here = at(found, place);
      if (here === 0) continue;
      const end = whole(first, place + 1);
      for (let line = whole(first, place); line < end; line++) {
        const target = whole(to, line);
        if (partOf(target) !== index) found[target] = at(found, target) + here * at(takes, line);
      }
    }
  }

  /** Adds to each place of a part what is worth coming of it in the parts after it. */
  function gather(found: Float64Array, { members, loop }: Part, index: number): void {
    for (let inside = 0; inside < members.length; inside++) {
      const place = whole(members, inside);
      let value = at(found, place);
      const end = whole(first, place + 1);
      for (let line = whole(first, place); line < end; line++) {
        const target = whole(to, line);
        if (partOf(target) !== index) value += at(takes, line) * at(found, target);
      }
      found[place] = loop ? value : value / at(leads, place);
    }
  }

  return {
    tangled: parts.filter((part) => part.tangled).map((part) => [...part.members]),
    traps: () => parts.filter((part) => part.trapped && !part.tangled).map((part) => [...part.members]),
    isTrap: (place) => parts[partOf(place)]?.trapped === true,
    fill(shares, rest) {
      takes = shares;
      parts.forEach((part, index) => {
        part.trapped = !fillPart(part, index, rest);
      });
    },
    visits(arrivals) {
      const found = arrivals.slice();
      for (let index = parts.length - 1; index >= 0; index--) {
        const part = parts[index] as Part;
        if (part.trapped) continue;
        if (part.loop) {
          takeFrom(found, part);
          part.loop.visits(part.values);
          putBack(found, part);
        } else {
          const place = whole(part.members, 0);
          found[place] = at(found, place) / at(leads, place);
        }
        passOn(found, part, index);
      }
      return found;
    },
    worth(own) {
      const found = own.slice();
      parts.forEach((part, index) => {
        if (part.trapped) return;
        gather(found, part, index);
        if (!part.loop) return;
        takeFrom(found, part);
        part.loop.worth(part.values);
        putBack(found, part);
      });
      return found;
    },
    returns() {
      const found = new Float64Array(size);
      for (const part of parts) {
        if (part.loop && !part.trapped) {
          part.loop.returns().forEach((value, inside) => {
            found[whole(part.members, inside)] = value;
          });
        } else for (const place of part.members) found[place] = part.trapped ? 1 : 1 / at(leads, place);
      }
      return found;
    },
  };
}
