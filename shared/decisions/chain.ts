import { at, componentsOf, type Digraph } from './components';
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
  members: readonly number[];
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
  const partOf = (place: number) => at(components.of, place);
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
        for (let line = at(first, place); line < at(first, place + 1); line++) {
          if (!mayPass(line) || partOf(at(to, line)) !== index) continue;
          const other = at(placeIn, at(to, line));
          lines.push(line);
          from.push(inside);
          target.push(other);
          around[inside]?.push(other);
        }
      });
    }
    const elimination = members.length > 1 ? eliminationOf(members.length, around) : null;
    return {
      members,
      loop: elimination && loopOf(members.length, from, target, elimination),
      lines: Int32Array.from(lines),
      shares: new Float64Array(lines.length),
      values: new Float64Array(members.length),
      trapped: false,
      tangled: members.length > 1 && !elimination,
    };
  }

  function fillPart(part: Part, index: number, rest: Float64Array): boolean {
    let leaves = 0;
    part.members.forEach((place, inside) => {
      let [all, outside] = [at(rest, place), at(rest, place)];
      for (let line = at(first, place); line < at(first, place + 1); line++) {
        const target = at(to, line);
        if (target === place) continue;
        all += at(takes, line);
        if (partOf(target) !== index) outside += at(takes, line);
      }
      leads[place] = all;
      part.values[inside] = outside;
      leaves += outside;
    });
    if (!(leaves > 0) || part.tangled) return false;
    if (!part.loop) return true;
    part.lines.forEach((line, index) => {
      part.shares[index] = at(takes, line);
    });
    return part.loop.fill(part.shares, part.values);
  }

  const takeFrom = (values: Float64Array, { members, values: own }: Part) => {
    for (let inside = 0; inside < members.length; inside++) own[inside] = at(values, at(members, inside));
  };
  const putBack = (values: Float64Array, { members, values: own }: Part) => {
    for (let inside = 0; inside < members.length; inside++) values[at(members, inside)] = at(own, inside);
  };

  return {
    tangled: parts.filter((part) => part.tangled).map((part) => part.members),
    traps: () => parts.filter((part) => part.trapped && !part.tangled).map((part) => part.members),
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
          const place = at(part.members, 0);
          found[place] = at(found, place) / at(leads, place);
        }
        for (const place of part.members) {
          const here = at(found, place);
          if (here === 0) continue;
          for (let line = at(first, place); line < at(first, place + 1); line++) {
            const target = at(to, line);
            if (partOf(target) !== index) found[target] = at(found, target) + here * at(takes, line);
          }
        }
      }
      return found;
    },
    worth(own) {
      const found = own.slice();
      parts.forEach((part, index) => {
        if (part.trapped) return;
        for (const place of part.members) {
          let value = at(found, place);
          for (let line = at(first, place); line < at(first, place + 1); line++) {
            const target = at(to, line);
            if (partOf(target) !== index) value += at(takes, line) * at(found, target);
          }
          found[place] = part.loop ? value : value / at(leads, place);
        }
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
            found[at(part.members, inside)] = value;
          });
        } else for (const place of part.members) found[place] = part.trapped ? 1 : 1 / at(leads, place);
      }
      return found;
    },
  };
}
