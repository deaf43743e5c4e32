import type { Comparison } from '../../comparison/changes';
import { siblings } from '../../comparison/field-changes';
import type { JourneyMap, Lane, MapElement } from '../../document/schema';

/** Two maps in one, so that what is gone has a place beside what is there. */
export interface BothMaps {
  /** The later map with what was removed, where it was; and each moved card a second time, at its old place. */
  map: JourneyMap;
  /** Ids of those second ones, by the id of the card. */
  formerly: ReadonlyMap<string, string>;
}

const PLACE = ['stage', 'lane', 'x', 'y'];

export function bothMaps({ before, after, changes }: Comparison): BothMaps {
  const elements: Record<string, MapElement> = { ...before.elements, ...after.elements };
  const lanes: Record<string, Lane> = { ...before.lanes, ...after.lanes };
  mergedOrder(siblings(before, 'elements'), siblings(after, 'elements')).forEach((id, index) => {
    const stage = elements[id];
    if (stage) elements[id] = { ...stage, order: orderKey(index) };
  });
  mergedOrder(siblings(before, 'lanes'), siblings(after, 'lanes')).forEach((id, index) => {
    const lane = lanes[id];
    if (lane) lanes[id] = { ...lane, order: orderKey(index) };
  });
  const formerly = new Map<string, string>();
  for (const { collection, record, before: old, after: now, fields } of changes) {
    if (collection !== 'elements' || !old || !now || !fields.some(({ name }) => PLACE.includes(name))) continue;
    const card = before.elements[record];
    if (!card || card.kind === 'stage') continue;
    const id = `before:${record}`;
    formerly.set(record, id);
    elements[id] = { ...card, id };
  }
  return {
    map: {
      ...after,
      elements,
      lanes,
      connections: { ...before.connections, ...after.connections },
      pictures: { ...before.pictures, ...after.pictures },
    },
    formerly,
  };
}

/** Both lists in one: what is gone stays behind what it stood behind. */
export function mergedOrder(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(after);
  const followers = new Map<string | null, string[]>();
  let ahead: string | null = null;
  for (const id of before) {
    if (known.has(id)) ahead = id;
    else followers.set(ahead, [...(followers.get(ahead) ?? []), id]);
  }
  return [...(followers.get(null) ?? []), ...after.flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}

/** Sorts like its number. */
const orderKey = (index: number) => String(index).padStart(6, '0');
