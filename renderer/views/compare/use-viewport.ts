import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Box, Point, Size } from '../../../shared/figures/primitives';
import { provideZoom } from '../../app/canvas-port';
import { setCompareZoom } from '../../app/comparing';
import { provideComparePicture } from './compare-port';
import { between, brought, fitted, type Viewport, zoomedAt } from './viewport';

const DURATION_MS = 180;
/** A pause as long as this ends a movement. */
const REST_MS = 90;

interface ViewportInputs {
  root: RefObject<HTMLElement | null>;
  /** All of the picture. */
  box: RefObject<Box>;
  paint: RefObject<(view: Viewport, size: Size, moving: boolean) => void>;
  onClick: RefObject<(point: Point) => void>;
}

/** Moving and zooming the picture with pointer, wheel and commands. Gives a function that paints it as it stands. */
export function useViewport({ root, box, paint, onClick }: ViewportInputs): () => void {
  const repaint = useRef<() => void>(() => {});
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let view: Viewport | null = null;
    let size: Size = { width: 0, height: 0 };
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;

    const draw = (moving: boolean) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        if (view) paint.current(view, size, moving);
      });
    };
    const go = (next: Viewport, moving: boolean) => {
      if (view?.zoom !== next.zoom) setCompareZoom(next.zoom);
      view = next;
      clearTimeout(rest);
      draw(moving);
      if (moving) rest = setTimeout(() => draw(false), REST_MS);
    };
    const glide = (to: Viewport) => {
      const from = view;
      if (!from || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return go(to, false);
      const since = performance.now();
      const step = () => {
        const t = Math.min(1, (performance.now() - since) / DURATION_MS);
        // Another movement has begun in the meantime.
        if (view !== expected) return;
        go(between(from, to, 1 - (1 - t) ** 3), t < 1);
        expected = view;
        if (t < 1) requestAnimationFrame(step);
      };
      let expected: Viewport | null = from;
      step();
    };
    const pointOf = (event: { clientX: number; clientY: number }): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const middle = (): Point => ({ x: size.width / 2, y: size.height / 2 });

    const observer = new ResizeObserver(() => {
      size = { width: element.clientWidth, height: element.clientHeight };
      if (!view && size.width > 0) go(fitted(box.current, size), false);
      else draw(false);
    });
    observer.observe(element);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      if (view) go(zoomedAt(view, pointOf(event), view.zoom * 2 ** (-event.deltaY * wheelStep(event))), true);
    };
    let held: { pointer: number; at: Point; moved: boolean } | null = null;
    const down = (event: PointerEvent) => {
      if (event.button > 1) return;
      held = { pointer: event.pointerId, at: pointOf(event), moved: false };
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (held?.pointer !== event.pointerId || !view) return;
      const at = pointOf(event);
      const by = { x: at.x - held.at.x, y: at.y - held.at.y };
      if (!held.moved && Math.hypot(by.x, by.y) < 4) return;
      held = { ...held, at, moved: true };
      go({ ...view, x: view.x + by.x, y: view.y + by.y }, true);
    };
    const up = (event: PointerEvent) => {
      if (held && !held.moved && view && event.button === 0) {
        const at = pointOf(event);
        onClick.current({ x: (at.x - view.x) / view.zoom, y: (at.y - view.y) / view.zoom });
      }
      held = null;
    };
    const press = (event: KeyboardEvent) => {
      const direction = event.shiftKey ? ARROWS[event.key] : undefined;
      if (!direction || !view) return;
      event.preventDefault();
      event.stopPropagation();
      go({ ...view, x: view.x - direction.x * 80, y: view.y - direction.y * 80 }, true);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    element.addEventListener('keydown', press);
    const endZoom = provideZoom({
      zoomBy: (factor) => view && glide(zoomedAt(view, middle(), view.zoom * factor)),
      zoomTo: (zoom) => view && glide(zoomedAt(view, middle(), zoom)),
      fit: () => glide(fitted(box.current, size)),
    });
    const endPort = provideComparePicture({
      show: (place) => view && glide(brought(place, box.current, size, view)),
      fit: () => view && go(fitted(box.current, size), false),
    });
    repaint.current = () => draw(false);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(rest);
      endZoom();
      endPort();
      repaint.current = () => {};
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
      element.removeEventListener('keydown', press);
    };
  }, [root, box, paint, onClick]);
  return useCallback(() => repaint.current(), []);
}

/** As on the map: lines and pages count for more than pixels, a pinch for more than a wheel. */
const wheelStep = ({ deltaMode, ctrlKey }: WheelEvent) =>
  (deltaMode === 1 ? 0.05 : deltaMode === 2 ? 1 : 0.002) * (ctrlKey ? 5 : 1);

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
