import type { Box, Point } from '../../shared/figures/primitives';

/** What commands need of the canvas; it hands itself over when it appears. */
export interface CanvasPort {
  zoomBy(factor: number): void;
  zoomTo(zoom: number): void;
  /** Moves the view by map units. */
  pan(by: Point): void;
  /** Shows the whole map. */
  fit(): void;
  /** Shows the start of the map at a size that can be read. */
  fitStart(): void;
  /** Shows a part of the map. */
  show(box: Box): void;
  /** Fills the view with a part of the map, however large that makes it. */
  frame(box: Box): void;
  /** The part of the map in view, in map units. */
  view(): Box;
  /** A place on the screen, in map units. */
  toMap(point: Point): Point;
  focus(): void;
}

const nowhere: CanvasPort = {
  zoomBy() {},
  zoomTo() {},
  pan() {},
  fit() {},
  fitStart() {},
  show() {},
  frame() {},
  view: () => ({ x: 0, y: 0, width: 0, height: 0 }),
  toMap: (point) => point,
  focus() {},
};

let current: CanvasPort = nowhere;

export const canvas = (): CanvasPort => current;

/** What the keys and buttons for zooming need of a view that can be zoomed. */
export type ZoomPort = Pick<CanvasPort, 'zoomBy' | 'zoomTo' | 'fit'>;

let shown: ZoomPort | null = null;

/** What zooming acts on: the view that has put itself in the map's place, else the map. */
export const zoomed = (): ZoomPort => shown ?? current;

/** For a view with a zoom of its own, while it is shown. Gives a function that ends it. */
export function provideZoom(port: ZoomPort): () => void {
  shown = port;
  return () => {
    if (shown === port) shown = null;
  };
}

/** Gives a function that takes the canvas away again. */
export function provideCanvas(port: CanvasPort): () => void {
  current = port;
  return () => {
    current = nowhere;
  };
}
