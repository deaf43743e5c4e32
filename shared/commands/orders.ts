import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { byOrder } from '../document/create';

interface Ordered {
  id: string;
  order: string;
}

/**
 * The order that puts a record right before another (null: after all). Where neighbours share an order, because two
 * people added at the same place, the ones after it get new orders, so that there is room between them.
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
  return generateKeyBetween(low, high);
}
