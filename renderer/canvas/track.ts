import type { PointerEvent as ReactPointerEvent } from 'react';

/** Pixels that a press may wander before it counts as a drag. */
const SLACK = 3;

export interface Tracking {
  move: (event: PointerEvent) => void;
  end: () => void;
  giveUp: () => void;
}

/** Follows a pointer from its press to its release. Nothing is called for a mere click; Escape gives up. */
export function track(down: ReactPointerEvent<HTMLElement>, { move, end, giveUp }: Tracking): void {
  const grip = down.currentTarget;
  grip.setPointerCapture(down.pointerId);
  let started = false;
  const onMove = (event: PointerEvent) => {
    started ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > SLACK;
    if (started) move(event);
  };
  const stop = () => {
    grip.removeEventListener('pointermove', onMove);
    grip.removeEventListener('pointerup', onEnd);
    grip.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
  };
  const onEnd = () => {
    stop();
    if (started) end();
  };
  const onCancel = () => {
    stop();
    if (started) giveUp();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !started) return;
    event.stopPropagation();
    onCancel();
  };
  grip.addEventListener('pointermove', onMove);
  grip.addEventListener('pointerup', onEnd);
  grip.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
}
