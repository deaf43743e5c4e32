import { ICONS, type IconName } from './icons';
import type { PathShape } from './primitives';

/** An icon with its top left corner at (x, y). */
export function iconShape(name: IconName, x: number, y: number, size: number, stroke: string): PathShape {
  return {
    type: 'path',
    d: ICONS[name],
    x,
    y,
    scale: size / 24,
    stroke,
    strokeWidth: 2,
    lineCap: 'round',
    lineJoin: 'round',
  };
}
