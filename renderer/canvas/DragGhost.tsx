import { createElement } from '../../shared/document/create';
import type { ElementKind, MapElement } from '../../shared/document/schema';
import { KINDS } from '../../shared/kinds/registry';
import { boxAround } from '../app/add';
import { useEditor } from '../store/editor';
import { usePicture } from '../store/picture';
import { FigureShapes } from '../ui/Figure';

const NO_PICTURES = {};
const NO_FACTS = { badge: null, answers: 0 };

/** The card that hangs on the pointer while it is dragged out of the palette. */
export function DragGhost() {
  const gesture = useEditor((state) => (state.gesture?.type === 'add' ? state.gesture : null));
  const zoom = useEditor((state) => state.zoom);
  const { context } = usePicture();
  if (!gesture) return null;
  const { width } = boxAround(gesture.kind, { x: 0, y: 0 });
  const values = gesture.entry && 'values' in gesture.entry ? gesture.entry.values : {};
  const figure = drawNew(gesture.kind, { width, ...values }, context);
  return (
    <svg
      className="drag-ghost"
      aria-hidden="true"
      width={figure.width * zoom}
      height={figure.height * zoom}
      viewBox={`0 0 ${figure.width} ${figure.height}`}
      style={{ left: gesture.clientX - (figure.width * zoom) / 2, top: gesture.clientY - (figure.height * zoom) / 2 }}
    >
      <FigureShapes primitives={figure.primitives} pictures={NO_PICTURES} />
    </svg>
  );
}

function drawNew<Kind extends ElementKind>(
  kind: Kind,
  values: Partial<MapElement>,
  context: Parameters<(typeof KINDS)[Kind]['figure']>[1],
) {
  const element = createElement(kind, { order: 'a0', ...(kind !== 'stage' && values) } as Parameters<
    typeof createElement<Kind>
  >[1]);
  return KINDS[kind].figure(element, context, NO_FACTS);
}
