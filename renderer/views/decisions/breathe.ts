import type { Breath } from '../../../shared/decisions/advance-in-slices';

/** Lets the window draw and answer between two slices of long work. */
export const breathe: Breath = {
  now: () => performance.now(),
  pause: () => new Promise((resolve) => setTimeout(resolve)),
};
