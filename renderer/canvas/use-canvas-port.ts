import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect } from 'react';
import { provideCanvas } from '../app/canvas-port';
import { currentPicture } from '../store/picture';
import { focusSelected } from './walk';

const QUICK = { duration: 160 };
/** From slide to slide. */
const CALM = { duration: 320 };
/** Texts are read from the back of the room; larger, nobody sees what they belong to. */
const MOST_ZOOM = 2.4;
const MARGIN = 28;

/** Hands the canvas to the commands, and shows the start of the map once it has a size. */
export function useCanvasPort(root: RefObject<HTMLDivElement | null>): void {
  const flow = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    const size = () => {
      const { width, height } = store.getState();
      return { width, height };
    };
    const view = () => {
      const { x, y, zoom } = flow.getViewport();
      const { width, height } = size();
      return { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom };
    };
    const fitStart = () => {
      const { width, height } = size();
      const { box } = currentPicture().layout;
      if (width === 0) return;
      const whole = Math.min((width - 2 * MARGIN) / box.width, (height - 2 * MARGIN) / box.height);
      const zoom = Math.min(1, Math.max(whole, 0.8));
      void flow.setViewport({ x: MARGIN / 2 - box.x * zoom, y: MARGIN - box.y * zoom, zoom });
    };
    const end = provideCanvas({
      zoomBy: (factor) => void flow.zoomTo(flow.getZoom() * factor, QUICK),
      zoomTo: (zoom) => void flow.zoomTo(zoom, QUICK),
      pan: (by) => {
        const { x, y, zoom } = flow.getViewport();
        void flow.setViewport({ x: x - by.x * zoom, y: y - by.y * zoom, zoom });
      },
      fit: () => void flow.fitBounds(currentPicture().layout.box, { padding: 0.03, ...QUICK }),
      fitStart,
      show: (box) => {
        const zoom = Math.min(
          flow.getZoom(),
          (size().width - 2 * MARGIN) / box.width,
          (size().height - 2 * MARGIN) / box.height,
        );
        void flow.setCenter(box.x + box.width / 2, box.y + box.height / 2, { zoom: Math.max(zoom, 0.1), ...QUICK });
      },
      frame: (box) => {
        // The page's own sizes: those that React Flow keeps come a moment later.
        const { clientWidth, clientHeight } = root.current ?? { clientWidth: 0, clientHeight: 0 };
        if (clientWidth === 0) return;
        const zoom = Math.min(MOST_ZOOM, Math.max(0.1, Math.min(clientWidth / box.width, clientHeight / box.height)));
        const x = clientWidth / 2 - (box.x + box.width / 2) * zoom;
        const y = clientHeight / 2 - (box.y + box.height / 2) * zoom;
        void flow.setViewport({ x, y, zoom }, CALM);
      },
      view,
      toMap: (point) => flow.screenToFlowPosition(point),
      focus: () => {
        if (root.current) focusSelected(root.current);
      },
    });
    // The pane gets its size after the first paint.
    const stop =
      size().width > 0
        ? null
        : store.subscribe((state) => {
            if (state.width === 0) return;
            stop?.();
            fitStart();
          });
    if (!stop) fitStart();
    return () => {
      stop?.();
      end();
    };
  }, [flow, store, root]);
}
