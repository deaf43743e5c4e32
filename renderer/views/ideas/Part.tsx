import type { HTMLAttributes, Ref } from 'react';

/** A part of the grid of cards: a grid to those who listen, while to the eye its cells are lists of cards, which no table could be. */
export function Part(props: HTMLAttributes<HTMLDivElement> & { ref?: Ref<HTMLDivElement> }) {
  return <div {...props} />;
}
