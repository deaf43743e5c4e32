import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from 'react';
import type { ElementKind } from '../../../shared/document/schema';
import { dropGesture } from '../../canvas/drop';
import { editor } from '../../store/editor';
import type { LibraryEntry } from '../../store/state';

/** How far a press may stray, in CSS pixels, and still be a click. */
const REACH = 4;

/**
 * Dragging a kind from the palette with mouse, pen or finger. While it lasts, the gesture of the editor says where it
 * is; the canvas shows where the card will land and takes the drop.
 */
export function useDragToMap(kind: ElementKind, entry?: LibraryEntry) {
  const stop = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  useEffect(() => () => stop.current?.(), []);

  const start = (press: ReactPointerEvent<HTMLElement>) => {
    dragged.current = false;
    if (press.button !== 0 || !press.isPrimary || editor.getState().readOnly) return;
    stop.current?.();
    stop.current = follow(press, { kind, ...(entry && { entry }) }, () => {
      dragged.current = true;
    });
  };
  /** Whether the press that a click belongs to was a drag. */
  const wasDragged = () => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  };
  return { start, wasDragged };
}

/** Follows a pointer until it is released; gives a function that ends this early. */
function follow(
  press: ReactPointerEvent<HTMLElement>,
  what: { kind: ElementKind; entry?: LibraryEntry },
  onDrag: () => void,
): () => void {
  const { pointerId, clientX: startX, clientY: startY, currentTarget: row } = press;
  const isDragging = () => editor.getState().gesture?.type === 'add';
  let began = false;

  const move = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const { clientX, clientY } = event;
    if (!began) {
      if (Math.hypot(clientX - startX, clientY - startY) <= REACH) return;
      began = true;
      onDrag();
      row.setPointerCapture?.(pointerId);
    } else if (!isDragging()) {
      // Given up elsewhere: by Escape, or by undo.
      end();
      return;
    }
    editor.setState({ gesture: { type: 'add', ...what, persona: null, clientX, clientY } });
  };
  const release = (event: PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const drop = began && isDragging();
    end();
    if (drop) dropGesture(event.clientX, event.clientY);
  };
  const giveUp = () => {
    if (began && isDragging()) editor.setState({ gesture: null });
    end();
  };
  const cancel = (event: PointerEvent) => {
    if (event.pointerId === pointerId) giveUp();
  };
  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !began) return;
    event.stopPropagation();
    giveUp();
  };
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', pressKey, true);
    if (row.hasPointerCapture?.(pointerId)) row.releasePointerCapture(pointerId);
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', pressKey, true);
  return giveUp;
}
