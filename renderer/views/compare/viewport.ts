import type { Box, Point, Size } from '../../../shared/figures/primitives';

/** Where the picture's origin lies on the screen, in pixels, and how many pixels a unit takes. */
export interface Viewport extends Point {
  zoom: number;
}

export const LEAST_ZOOM = 0.03;
export const MOST_ZOOM = 4;
const MARGIN = 28;

const within = (zoom: number) => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom));

/** The whole box, at most at its natural size. */
export function fitted(box: Box, size: Size): Viewport {
  const room = { width: size.width - 2 * MARGIN, height: size.height - 2 * MARGIN };
  const zoom = within(Math.min(room.width / Math.max(box.width, 1), room.height / Math.max(box.height, 1), 1));
  return centred(box, size, zoom);
}

/** The middle of a box in the middle of the screen. */
function centred(box: Box, size: Size, zoom: number): Viewport {
  return {
    x: size.width / 2 - (box.x + box.width / 2) * zoom,
    y: size.height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  };
}

/** How much of the screen beyond the picture's edge is shown at most, so that a place at its edge is near the middle. */
const BEYOND = 0.25;

/** A place large enough to be read, and whole; in the middle, unless that would show much of nothing. */
export function brought(place: Box, whole: Box, size: Size, from: Viewport): Viewport {
  const most = Math.min((size.width - 2 * MARGIN) / place.width, (size.height - 2 * MARGIN) / place.height);
  const view = centred(place, size, within(Math.min(Math.max(from.zoom, 0.85), most)));
  const along = (at: number, start: number, length: number, screen: number) => {
    const slack = screen * BEYOND;
    const [least, last] = [screen - slack - (start + length) * view.zoom, slack - start * view.zoom];
    return least > last ? at : Math.min(last, Math.max(least, at));
  };
  return {
    x: along(view.x, whole.x, whole.width, size.width),
    y: along(view.y, whole.y, whole.height, size.height),
    zoom: view.zoom,
  };
}

/** Nearer or farther, while the point of the picture below the pointer stays. */
export function zoomedAt(view: Viewport, at: Point, zoom: number): Viewport {
  const to = within(zoom);
  const factor = to / view.zoom;
  return { x: at.x - (at.x - view.x) * factor, y: at.y - (at.y - view.y) * factor, zoom: to };
}

/** What of the picture is on the screen, in units. */
export const windowOf = (view: Viewport, size: Size): Box => ({
  x: -view.x / view.zoom,
  y: -view.y / view.zoom,
  width: size.width / view.zoom,
  height: size.height / view.zoom,
});

export const meets = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;

export const holds = (box: Box, { x, y }: Point): boolean =>
  x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height;

/** Between two views, `t` from 0 to 1. */
export const between = (a: Viewport, b: Viewport, t: number): Viewport => ({
  x: a.x + (b.x - a.x) * t,
  y: a.y + (b.y - a.y) * t,
  zoom: a.zoom + (b.zoom - a.zoom) * t,
});
