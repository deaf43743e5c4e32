/**
 * The display list: what a map looks like, as plain data. Canvas, SVG, PNG and PDF all draw this and nothing else.
 * Units are map units (one CSS pixel at 100 %), y grows downwards, colours are `#rrggbb`.
 */
export type Primitive = Rectangle | PathShape | TextRun | PictureShape | Group;

export interface Rectangle extends Paint {
  type: 'rect';
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
}

export interface PathShape extends Paint {
  type: 'path';
  /** SVG path data, in the units of the list after `scale`. */
  d: string;
  /** Where the path's origin lies. */
  x?: number;
  y?: number;
  /** Enlarges the path (and with it the stroke): an icon of 24 units shown at 16 has 2/3. */
  scale?: number;
}

export interface Paint {
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  /** Lengths of dashes and gaps. */
  dash?: readonly number[];
  lineCap?: 'butt' | 'round';
  lineJoin?: 'miter' | 'round';
  /** 0–1, of fill and stroke alike. */
  opacity?: number;
}

/** One line of text. Wrapping is done by whoever makes the list; painters never break lines. */
export interface TextRun {
  type: 'text';
  text: string;
  x: number;
  /** The baseline. */
  y: number;
  font: Font;
  fill: string;
  anchor?: 'start' | 'middle' | 'end';
  /** Opens this address where the format can (PDF, SVG). Only http, https and mailto. */
  link?: string;
}

/** Always Inter; characters that it lacks come from the system's fonts. */
export interface Font {
  size: number;
  weight: 400 | 500 | 600 | 700;
}

/** A picture stored in the map, scaled to cover the box and clipped to its rounded corners. */
export interface PictureShape {
  type: 'picture';
  /** Its hash in the map's `pictures`. */
  picture: string;
  x: number;
  y: number;
  width: number;
  height: number;
  radius?: number;
}

export interface Group {
  type: 'group';
  x: number;
  y: number;
  /** The element or connection that the group shows. */
  id?: string;
  /** 0–1, of all that is in the group. */
  opacity?: number;
  children: readonly Primitive[];
}

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Box extends Point, Size {}

/** A list with its extent. */
export interface DisplayList {
  box: Box;
  primitives: readonly Primitive[];
}
