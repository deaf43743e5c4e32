import { ViewportPortal } from '@xyflow/react';
import { useEditor } from '../store/editor';

/** Lines that show what a dragged card is in line with. */
export function Guides() {
  const guides = useEditor((state) => (state.gesture?.type === 'move' ? state.gesture.guides : null));
  if (!guides || guides.length === 0) return null;
  return (
    <ViewportPortal>
      <svg className="guides" aria-hidden="true">
        {guides.map(({ axis, at, from, to }) =>
          axis === 'x' ? (
            <line key={`x${at}`} x1={at} x2={at} y1={from - 8} y2={to + 8} />
          ) : (
            <line key={`y${at}`} y1={at} y2={at} x1={from - 8} x2={to + 8} />
          ),
        )}
      </svg>
    </ViewportPortal>
  );
}
