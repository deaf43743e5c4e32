import type { PointerEvent } from 'react';

/** So far, in pixels, a press may wander and still be a click. */
const SLACK = 5;

interface Drag {
  /** What floats along. */
  title: string;
  /** What it can be dropped on. */
  onto: string;
  drop: (target: HTMLElement, both: boolean) => void;
}

/**
 * Lets a card be dragged with mouse, pen or finger from a press on. What lies below is marked by `data-over`; Escape
 * gives up. With Ctrl, ⌘ or Alt held at the end, `both` is true.
 */
export function startDrag(press: PointerEvent<HTMLElement>, { title, onto, drop }: Drag): void {
  if (press.button !== 0 || !press.isPrimary) return;
  const card = press.currentTarget;
  const { clientX: x, clientY: y, pointerId } = press;
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  const mark = (next: HTMLElement | null) => {
    if (next === over) return;
    over?.removeAttribute('data-over');
    next?.setAttribute('data-over', '');
    over = next;
  };
  const move = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    if (!ghost) {
      if (Math.hypot(event.clientX - x, event.clientY - y) < SLACK) return;
      ghost = document.createElement('div');
      ghost.className = 'ideas-ghost';
      ghost.textContent = title;
      document.body.append(ghost);
      card.setAttribute('data-dragged', '');
    }
    ghost.style.transform = `translate(${event.clientX + 10}px, ${event.clientY + 8}px)`;
    const below = document.elementFromPoint(event.clientX, event.clientY);
    mark(below?.closest<HTMLElement>(onto) ?? null);
    scrollAlong(below, event.clientY);
  };
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', key, true);
    ghost?.remove();
    card.removeAttribute('data-dragged');
    mark(null);
  };
  const up = (event: globalThis.PointerEvent) => {
    if (event.pointerId !== pointerId) return;
    const [target, moved] = [over, ghost !== null];
    end();
    if (!moved) return;
    // The click that ends a drag is none; it comes, if at all, right after this.
    const swallow = (click: Event) => click.stopPropagation();
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
    if (target) drop(target, event.ctrlKey || event.metaKey || event.altKey);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !ghost) return;
    event.preventDefault();
    event.stopPropagation();
    end();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', key, true);
}

const EDGE = 44;

/** Near the upper and lower edge of what scrolls, it scrolls. */
function scrollAlong(below: Element | null, y: number): void {
  const scroller = below?.closest('.ideas-scroll');
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y < top + EDGE) scroller.scrollTop -= 12;
  else if (y > bottom - EDGE) scroller.scrollTop += 12;
}
