import type { FocusEvent, KeyboardEvent } from 'react';
import { stepThroughCards } from '../app/reading-order';
import { editor } from '../store/editor';
import { select } from '../store/selection';

/** Walking the cards with Tab: what is selected has the focus, so that it is seen and read out. */

const STOPS = '.react-flow__node, .stage-button';
/** Frames until a card that came into view must be there; the view takes 160 ms to move. */
const PATIENCE = 40;

let latest = 0;

function stopOf(root: HTMLElement, id: string | undefined): HTMLElement | null {
  if (id === undefined) return null;
  const place = `[data-id="${CSS.escape(id)}"]`;
  return root.querySelector(`.react-flow__node${place}, .stage-head${place} .stage-button`);
}

/** Gives the focus to what is selected, as soon as it is in view; to the canvas where nothing is. */
export function focusSelected(root: HTMLElement): void {
  const turn = ++latest;
  const id = editor.getState().selection.at(-1);
  const attempt = (frames: number) => {
    const stop = stopOf(root, id);
    if (stop) return stop.focus({ preventScroll: true });
    // Cards out of view are not there; until then the canvas itself holds the keys.
    if (frames === PATIENCE) root.focus({ preventScroll: true });
    if (frames === 0 || id === undefined) return;
    requestAnimationFrame(() => {
      if (turn === latest && document.activeElement === root) attempt(frames - 1);
    });
  };
  attempt(PATIENCE);
}

/** Tab walks stages and cards in reading order; at either end it leaves them. */
export function walkByTab(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || editor.getState().editing) return;
  const root = event.currentTarget;
  const { target } = event;
  if (!(target instanceof HTMLElement) || (target !== root && !target.matches(STOPS))) return;
  if (stepThroughCards(event.shiftKey ? -1 : 1)) event.preventDefault();
  // The browser goes on from wherever the focus is now: past all the cards.
  else (event.shiftKey ? root : root.querySelector<HTMLElement>('.walk-end'))?.focus({ preventScroll: true });
}

/** Whoever comes to the cards by Tab begins with what is selected, or else at the end that lies nearest. */
export function enterByTab(event: FocusEvent<HTMLElement>): void {
  const { target, currentTarget: root, relatedTarget: from } = event;
  if (!(target instanceof HTMLElement) || !target.matches(STOPS) || !target.matches(':focus-visible')) return;
  const id = target.closest<HTMLElement>('[data-id]')?.dataset.id;
  const { selection } = editor.getState();
  if (!id || selection.includes(id)) return;
  const isWalking = from instanceof HTMLElement && (from === root || (root.contains(from) && from.matches(STOPS)));
  const isBehind = from !== null && (root.compareDocumentPosition(from) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  if (isWalking) select([id]);
  else if (selection.length > 0) focusSelected(root);
  else stepThroughCards(isBehind || (from !== null && root.contains(from)) ? -1 : 1);
}
