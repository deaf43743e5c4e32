import type { Simulation } from './simulate';

/** What the host lends: a clock in milliseconds, and a pause in which it does whatever waits. */
export interface Breath {
  now(): number;
  pause(): Promise<void>;
  /** Asked before each slice: whether anybody still wants the runs. */
  goesOn?(): boolean;
}

/** Milliseconds that a slice may take: a frame has sixteen. */
const SLICE = 7;

/**
 * Makes all runs of a simulation, in slices of a few milliseconds, so that a window or a server stays alive. The numbers
 * are those of a single slice. False: it was called off.
 */
export async function advanceInSlices(
  simulation: Simulation,
  { now, pause, goesOn = () => true }: Breath,
): Promise<boolean> {
  for (let batch = 20, isDone = false; !isDone; ) {
    await pause();
    if (!goesOn()) return false;
    const since = now();
    isDone = simulation.advance(batch);
    const took = now() - since;
    batch = Math.max(1, Math.round(batch * Math.min(4, SLICE / Math.max(took, 0.1))));
  }
  return true;
}
