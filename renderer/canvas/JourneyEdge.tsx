import type { EdgeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { connectionLine } from '../../shared/scene/connection-figure';
import { flowFactsOf } from '../../shared/scene/flow-facts';
import { type Route, routeConnection } from '../../shared/scene/route';
import { useEditor } from '../store/editor';
import { pictureOf } from '../store/picture';
import type { EditorState } from '../store/state';
import { FigureShapes } from '../ui/Figure';
import type { JourneyEdge as JourneyEdgeType } from './nodes';

const NO_PICTURES = {};

/** The box of a card as it is seen now, also while it is dragged. */
export const boxNow = (state: EditorState, id: string) =>
  (state.gesture?.type === 'move' ? state.gesture.boxes.get(id) : undefined) ?? pictureOf(state).layout.cards.get(id);

/** The line of a connection as it is seen now; null while an end is not on the canvas. */
export function useRoute(id: string): Route | null {
  const connection = useEditor((state) => state.map.connections[id]);
  const from = useEditor(useShallow((state) => connection && boxNow(state, connection.from)));
  const to = useEditor(useShallow((state) => connection && boxNow(state, connection.to)));
  return useMemo(
    () => (connection && from && to ? routeConnection(from, to, connection.fromSide, connection.toSide) : null),
    [connection, from, to],
  );
}

/** A connection on the canvas. Its label lies apart, above the cards. */
export const JourneyEdge = memo(function JourneyEdge({ id, selected }: EdgeProps<JourneyEdgeType>) {
  const route = useRoute(id);
  const connection = useEditor((state) => state.map.connections[id]);
  const target = useEditor((state) => connection && state.map.elements[connection.to]);
  const context = useEditor((state) => pictureOf(state).context);
  const value = useEditor((state) => pictureOf(state).overlay.connections.get(id) ?? null);
  const fact = useEditor((state) => flowFactsOf(state.map).ways.get(id) ?? null);
  const plain = useEditor((state) => !state.preferences.flowWidths);
  if (!route || !connection) return null;
  const flow = fact && plain ? { ...fact, width: null } : fact;
  return (
    <g className="journey-edge">
      <path d={route.d} className="react-flow__edge-interaction" fill="none" strokeOpacity={0} strokeWidth={16} />
      {selected && <path d={route.d} className="edge-halo" />}
      <FigureShapes
        primitives={connectionLine(connection, target, route, context, value, flow)}
        pictures={NO_PICTURES}
      />
    </g>
  );
});
