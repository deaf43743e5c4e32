import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { byOrder } from '../document/create';

/** Characters; a file may hold up to 200. */
const LONGEST = 60;

interface Ordered {
  id: string;
  order: string;
}

/**
 * The order that puts a record right before another (null: after all). Where neighbours share an order, because two
 * people added at the same place, the ones after it get new orders, so that there is room between them. An order grows
 * a little with each record put at the same place; before it gets too long for a file, all records get new ones.
 */
export function orderBetween(records: readonly Ordered[], before: string | null): string {
  const sorted = byOrder(records);
  const index = before === null ? sorted.length : sorted.findIndex((record) => record.id === before);
  const at = index < 0 ? sorted.length : index;
  const low = sorted[at - 1]?.order ?? null;
  const high = sorted[at]?.order ?? null;
  if (low !== null && low === high) {
    const rest = sorted.slice(at);
    const above = sorted.find((record) => record.order > low)?.order ?? null;
    const tied = rest.filter((record) => record.order === low);
    const keys = generateNKeysBetween(low, above, tied.length + 1);
    tied.forEach((record, place) => {
      record.order = keys[place + 1] ?? record.order;
    });
    return keys[0] ?? low;
  }
  const order = generateKeyBetween(low, high);
  if (order.length <= LONGEST) return order;
  const keys = generateNKeysBetween(null, null, sorted.length + 1);
  sorted.forEach((record, place) => {
    record.order = keys[place < at ? place : place + 1] ?? record.order;
  });
  return keys[at] ?? order;
}
