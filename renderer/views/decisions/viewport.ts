import type { Box, Point, Size } from '../../../shared/figures/primitives';

/** Which part of the graph is seen: screen = map × zoom + (x, y). */
export interface Viewport extends Point {
  zoom: number;
}

const LEAST = 0.05;
const MOST = 4;
const MARGIN = 36;
/** Smaller than this nobody can read the cards. */
const READABLE = 0.62;

const within = (zoom: number) => Math.min(Math.max(zoom, LEAST), MOST);

/** Zooms so that a point of the screen stays where it is. */
export function zoomAt({ x, y, zoom }: Viewport, factor: number, at: Point): Viewport {
  const next = within(zoom * factor);
  const by = next / zoom;
  return { zoom: next, x: at.x - (at.x - x) * by, y: at.y - (at.y - y) * by };
}

/** Shows all of a box, no larger than it is. */
export function fitted(box: Box, size: Size, most = 1.15): Viewport {
  const room = { width: Math.max(size.width - 2 * MARGIN, 1), height: Math.max(size.height - 2 * MARGIN, 1) };
  const zoom = within(Math.min(room.width / Math.max(box.width, 1), room.height / Math.max(box.height, 1), most));
  return {
    zoom,
    x: (size.width - box.width * zoom) / 2 - box.x * zoom,
    y: (size.height - box.height * zoom) / 2 - box.y * zoom,
  };
}

/** All of it, where it can still be read; else its start: the left edge, and where customers enter. */
export function fittedToRead(box: Box, size: Size, start: Box | null): Viewport {
  const whole = fitted(box, size);
  if (whole.zoom >= READABLE) return whole;
  // A wide window has room for more than cards: they may be larger.
  const most = Math.min(1, Math.max(0.84, size.width / 1500));
  const zoom = within(Math.min(most, Math.max(READABLE, (size.height - 2 * MARGIN) / Math.max(box.height, 1))));
  const tooHigh = box.height * zoom > size.height - 2 * MARGIN;
  return {
    zoom,
    x: MARGIN - box.x * zoom,
    y: tooHigh
      ? size.height / 2 - (start ? start.y + start.height / 2 : box.y + box.height / 2) * zoom
      : (size.height - box.height * zoom) / 2 - box.y * zoom,
  };
}

/** Moves as little as it takes to have a box in sight. */
export function bringIn(view: Viewport, box: Box, size: Size): Viewport {
  const shift = (start: number, length: number, offset: number, room: number) => {
    const from = start * view.zoom + offset;
    const to = from + length * view.zoom;
    if (from < MARGIN) return offset + MARGIN - from;
    return to > room - MARGIN ? offset - Math.min(to - (room - MARGIN), from - MARGIN) : offset;
  };
  const x = shift(box.x, box.width, view.x, size.width);
  const y = shift(box.y, box.height, view.y, size.height);
  return x === view.x && y === view.y ? view : { ...view, x, y };
}

/** What is in sight, with half as much again around it. */
export function regionOf({ x, y, zoom }: Viewport, { width, height }: Size): Box {
  const [w, h] = [width / zoom, height / zoom];
  return { x: -x / zoom - w / 2, y: -y / zoom - h / 2, width: w * 2, height: h * 2 };
}

export const touches = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

/** Whether the part that a region was made for still covers what is seen. */
export function covers(region: Box, { x, y, zoom }: Viewport, { width, height }: Size): boolean {
  const seen = { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
  const inside =
    seen.x >= region.x &&
    seen.y >= region.y &&
    seen.x + seen.width <= region.x + region.width &&
    seen.y + seen.height <= region.y + region.height;
  return inside && region.width < seen.width * 6;
}
