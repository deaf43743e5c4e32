import type { ConnectionLineComponentProps } from '@xyflow/react';
import type { Side } from '../../shared/document/schema';
import { routeToPoint } from '../../shared/scene/route';
import { currentPicture } from '../store/picture';

/** The line that is being drawn out of a handle. */
export function ConnectionLine({ fromNode, fromHandle, toX, toY }: ConnectionLineComponentProps) {
  const box = currentPicture().layout.cards.get(fromNode.id);
  if (!box) return null;
  const route = routeToPoint(box, (fromHandle.id ?? 'right') as Side, { x: toX, y: toY });
  return (
    <g className="connection-line">
      <path d={route.d} />
      <circle cx={toX} cy={toY} r={4} />
    </g>
  );
}
