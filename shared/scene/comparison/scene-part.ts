import type { Box, Primitive } from '../../figures/primitives';
import { enclose } from '../layout';
import type { Route } from '../route';

/** A part of the picture by itself: what is out of sight need not be painted. */
export interface ScenePart {
  box: Box;
  primitives: readonly Primitive[];
  /** The change that it shows; null: it is as it was. */
  change: string | null;
}

/** A part that shows no change. */
export const still = (box: Box, primitives: readonly Primitive[]): ScenePart => ({ box, primitives, change: null });

/** What a line may cover: its curve reaches beyond its ends where it leaves and arrives sideways. */
export function extentOf({ start, end, middle }: Route): Box {
  return grow(enclose([start, end, middle].map((point) => ({ ...point, width: 0, height: 0 }))), 24);
}

/** The same box, larger by so many units on each side. */
export const grow = (box: Box, by: number): Box => ({
  x: box.x - by,
  y: box.y - by,
  width: box.width + 2 * by,
  height: box.height + 2 * by,
});
