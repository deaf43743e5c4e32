import type { Point } from '../../../shared/figures/primitives';
import type { DecisionItem } from '../../../shared/scene/decisions/decision-scene';

export type Way = Point;

/** Where the arrow keys lead. */
export const WAYS: Readonly<Record<string, Way>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};

const middle = ({ box }: DecisionItem): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** The card or branch that lies nearest in a direction; what lies aside counts as farther away. Null: there is none. */
export function nextItem(items: readonly DecisionItem[], from: DecisionItem, way: Way): DecisionItem | null {
  const start = middle(from);
  let best: { item: DecisionItem; distance: number } | null = null;
  for (const item of items) {
    if (item.what === 'band' || item === from) continue;
    const at = middle(item);
    const ahead = (at.x - start.x) * way.x + (at.y - start.y) * way.y;
    const aside = Math.abs((at.x - start.x) * way.y) + Math.abs((at.y - start.y) * way.x);
    if (ahead <= 1 || aside > ahead * 3) continue;
    const distance = ahead + aside * 2;
    if (!best || distance < best.distance) best = { item, distance };
  }
  return best?.item ?? null;
}
