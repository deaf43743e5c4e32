import { REFERENCES } from '../document/references';
import type { CollectionName, JourneyMap } from '../document/schema';
import { type Fields, recordsOf } from './records';
import type { MergeInputs } from './three-way';

/** What makes two records of a collection say the same thing; lines first, since values may stand on them. */
const SAME = {
  connections: ['type', 'from', 'to'],
  measurements: ['metric', 'element', 'connection', 'segment', 'persona'],
  exits: ['element'],
  votes: ['session', 'element', 'voter'],
} as const satisfies Partial<Record<CollectionName, readonly string[]>>;

type Twinned = keyof typeof SAME;

/**
 * Both sides may have drawn the same line, imported the first numbers of the same card, or said why customers leave
 * there: two records that would say the same thing twice. They get one id, the smaller of the two, and merge like any
 * record that is on both sides.
 */
export function withSharedIds(inputs: MergeInputs): MergeInputs {
  let sides = inputs;
  for (const collection of Object.keys(SAME) as Twinned[]) {
    const ours = newRecords(sides, 'ours', collection);
    const theirs = newRecords(sides, 'theirs', collection);
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

/** What only one side has, by what it says; of several that say the same, the one with the smallest id. */
function newRecords(
  { base, ours, theirs }: MergeInputs,
  side: 'ours' | 'theirs',
  collection: Twinned,
): Map<string, string> {
  const [own, other] = side === 'ours' ? [ours, theirs] : [theirs, ours];
  const found = new Map<string, string>();
  for (const id of Object.keys(own[collection]).sort()) {
    if (Object.hasOwn(base[collection], id) || Object.hasOwn(other[collection], id)) continue;
    const record = recordsOf(own, collection)[id] ?? {};
    const key = JSON.stringify(SAME[collection].map((name) => record[name]));
    if (!found.has(key)) found.set(key, id);
  }
  return found;
}

/** The map with another id for a record, there and wherever it is named. */
function withId(map: JourneyMap, collection: Twinned, from: string, to: string): JourneyMap {
  const { [from]: record, ...others } = recordsOf(map, collection);
  const renamed: Record<string, unknown> = {
    ...map,
    [collection]: { ...others, [to]: { ...record, id: to } as Fields },
  };
  for (const [name, references] of Object.entries(REFERENCES) as [
    CollectionName,
    (typeof REFERENCES)[CollectionName],
  ][]) {
    for (const [field, reference] of Object.entries(references)) {
      if (reference.to !== collection) continue;
      renamed[name] = Object.fromEntries(
        Object.entries(renamed[name] as Record<string, Fields>).map(([id, fields]) => [
          id,
          { ...fields, [field]: renameIn(fields[field], from, to) },
        ]),
      );
    }
  }
  return renamed as unknown as JourneyMap;
}

function renameIn(value: unknown, from: string, to: string): unknown {
  if (value === from) return to;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, from)) return value;
  return Object.fromEntries(Object.entries(value).map(([id, held]) => [id === from ? to : id, held]));
}
