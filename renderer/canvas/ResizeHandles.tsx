import { useReactFlow } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { resize } from '../../shared/commands/cards';
import { bail, change, endMerge, mark } from '../store/history';
import { texts } from '../store/texts';
import { track } from './track';

const EDGES = ['right', 'bottom', 'corner'] as const;

/** Grips at the right, the bottom and the corner of a card. The whole pull is one step; Escape gives it up. */
export function ResizeHandles({ id, width, height }: { id: string; width: number; height: number }) {
  const { getZoom } = useReactFlow();
  const pull = (edge: (typeof EDGES)[number]) => (down: PointerEvent<HTMLDivElement>) => {
    if (down.button !== 0) return;
    down.stopPropagation();
    const begin = mark();
    const zoom = getZoom();
    track(down, {
      move: (event) => {
        const wider = edge === 'bottom' ? width : width + (event.clientX - down.clientX) / zoom;
        const higher = edge === 'right' ? {} : { height: height + (event.clientY - down.clientY) / zoom };
        change(texts()('steps.resize'), (draft) => resize(draft, id, { width: wider, ...higher }), {
          merge: `resize:${id}:${begin.depth}`,
        });
      },
      end: endMerge,
      giveUp: () => bail(begin),
    });
  };
  return EDGES.map((edge) => (
    <div key={edge} className={`grip grip-${edge} nodrag nopan`} onPointerDown={pull(edge)} />
  ));
}
