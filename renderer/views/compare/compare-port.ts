import type { Box } from '../../../shared/figures/primitives';

/** What the list of changes needs of the picture beside it. */
export interface ComparePort {
  /** Brings a place into the middle. */
  show(box: Box): void;
  /** Shows all of it. */
  fit(): void;
}

const nowhere: ComparePort = { show() {}, fit() {} };
let current: ComparePort = nowhere;

export const comparePicture = (): ComparePort => current;

/** Gives a function that takes the picture away again. */
export function provideComparePicture(port: ComparePort): () => void {
  current = port;
  return () => {
    if (current === port) current = nowhere;
  };
}
