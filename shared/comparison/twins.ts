import type { JourneyMap } from '../document/schema';
import { type Fields, recordsOf } from './records';
import type { MergeInputs } from './three-way';

/**
 * Both sides may have drawn the same line, or imported the first numbers of the same card: two records that would say
 * the same thing twice. They get one id, the smaller of the two, and merge like any record that is on both sides.
 */
export function withSharedIds(inputs: MergeInputs): MergeInputs {
  let sides = inputs;
  for (const collection of ['connections', 'measurements'] as const) {
    const ours = newRecords(inputs, 'ours', collection);
    const theirs = newRecords(inputs, 'theirs', collection);
    for (const [key, own] of ours) {
      const other = theirs.get(key);
      if (other === undefined) continue;
      const id = own < other ? own : other;
      const map = own < other ? 'theirs' : 'ours';
      sides = { ...sides, [map]: withId(sides[map], collection, own < other ? other : own, id) };
    }
  }
  return sides;
}

/** What only one side has, by what it joins; of several that join the same, the one with the smallest id. */
function newRecords(
  { base, ours, theirs }: MergeInputs,
  side: 'ours' | 'theirs',
  collection: 'connections' | 'measurements',
): Map<string, string> {
  const [own, other] = side === 'ours' ? [ours, theirs] : [theirs, ours];
  const found = new Map<string, string>();
  for (const id of Object.keys(own[collection]).sort()) {
    if (Object.hasOwn(base[collection], id) || Object.hasOwn(other[collection], id)) continue;
    const record = recordsOf(own, collection)[id] ?? {};
    const ends = collection === 'connections' ? ['type', 'from', 'to'] : ['metric', 'element'];
    const key = JSON.stringify(ends.map((name) => record[name]));
    if (!found.has(key)) found.set(key, id);
  }
  return found;
}

function withId(map: JourneyMap, collection: 'connections' | 'measurements', from: string, to: string): JourneyMap {
  const { [from]: record, ...others } = recordsOf(map, collection);
  return { ...map, [collection]: { ...others, [to]: { ...record, id: to } as Fields } };
}
