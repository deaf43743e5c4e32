import { type PointerEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Box, Size } from '../../../shared/figures/primitives';
import { provideZoom } from '../../app/canvas-port';
import { editor } from '../../store/editor';
import { bringIn, fitted, fittedToRead, type Viewport, zoomAt } from './viewport';

const START: Viewport = { x: 0, y: 0, zoom: 1 };

export interface ViewportControl {
  view: Viewport;
  size: Size;
  show: (box: Box) => void;
  /** For the element that is dragged to pan. */
  pan: { onPointerDown: (event: PointerEvent) => void };
  isPanning: boolean;
}

/** Pan and zoom of an element: by wheel, by dragging, by the commands of the window. `box`: what there is to be seen, `start`: first. */
export function useViewport(root: RefObject<HTMLElement | null>, box: Box | null, start: Box | null): ViewportControl {
  const [view, setView] = useState(START);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [isPanning, setPanning] = useState(false);
  const now = useRef({ size, box });
  now.current = { size, box };

  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const measure = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [root]);

  // The first picture decides where one looks; later ones leave that alone.
  const isPlaced = useRef(false);
  useLayoutEffect(() => {
    if (isPlaced.current || !box || size.width === 0) return;
    isPlaced.current = true;
    setView(fittedToRead(box, size, start));
  }, [box, size, start]);

  useEffect(() => {
    const middle = () => ({ x: now.current.size.width / 2, y: now.current.size.height / 2 });
    const mapZoom = editor.getState().zoom;
    const end = provideZoom({
      zoomBy: (factor) => setView((before) => zoomAt(before, factor, middle())),
      zoomTo: (zoom) => setView((before) => zoomAt(before, zoom / before.zoom, middle())),
      fit: () => now.current.box && setView(fitted(now.current.box, now.current.size)),
    });
    return () => {
      end();
      editor.setState({ zoom: mapZoom });
    };
  }, []);

  useEffect(() => {
    if (editor.getState().zoom !== view.zoom) editor.setState({ zoom: view.zoom });
  }, [view.zoom]);

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    // React listens to wheels passively, but the page must not zoom along.
    const turn = (event: WheelEvent) => {
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      const at = { x: event.clientX - left, y: event.clientY - top };
      if (event.shiftKey) return setView((before) => ({ ...before, x: before.x - event.deltaY - event.deltaX }));
      setView((before) => zoomAt(before, 2 ** (-event.deltaY * (event.ctrlKey ? 0.01 : 0.002)), at));
    };
    element.addEventListener('wheel', turn, { passive: false });
    return () => element.removeEventListener('wheel', turn);
  }, [root]);

  const onPointerDown = useCallback((event: PointerEvent) => {
    if (event.button > 1) return;
    let last = { x: event.clientX, y: event.clientY };
    setPanning(true);
    const move = ({ clientX, clientY }: globalThis.PointerEvent) => {
      const by = { x: clientX - last.x, y: clientY - last.y };
      last = { x: clientX, y: clientY };
      setView((before) => ({ ...before, x: before.x + by.x, y: before.y + by.y }));
    };
    const end = () => {
      setPanning(false);
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  }, []);

  const show = useCallback((part: Box) => setView((before) => bringIn(before, part, now.current.size)), []);
  return { view, size, show, pan: { onPointerDown }, isPanning };
}
