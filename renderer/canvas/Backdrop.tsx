import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { placeForNew } from '../../shared/commands/arrange';
import type { Box, Primitive } from '../../shared/figures/primitives';
import { frameFigure } from '../../shared/scene/frame';
import { columnAt, GUTTER, type MapLayout, type Place, placeAt, pointOf } from '../../shared/scene/layout';
import { emotionFigures } from '../../shared/scene/map-scene';
import { boxAround } from '../app/add';
import { canvas } from '../app/canvas-port';
import { useEditor } from '../store/editor';
import { usePicture } from '../store/picture';
import { FigureShapes } from '../ui/Figure';

const NO_PICTURES = {};

/** Behind the cards: rows, columns, the emotion curve, and where a card would land. */
export const Backdrop = memo(function Backdrop() {
  return (
    <ViewportPortal>
      <svg className="backdrop" aria-hidden="true">
        <Landing />
        <Frame />
      </svg>
    </ViewportPortal>
  );
});

const Frame = memo(function Frame() {
  const { map, layout, context, overlay } = usePicture();
  const { feelings } = overlay;
  const emotionCurve = useEditor((state) => state.preferences.emotionCurve);
  const primitives: Primitive[] = useMemo(
    () => [...frameFigure(map, layout, context), ...emotionFigures(map, layout, { context, emotionCurve, feelings })],
    [map, layout, context, emotionCurve, feelings],
  );
  return <FigureShapes primitives={primitives} pictures={NO_PICTURES} />;
});

/** The cell below the card that is being dragged, and the place that it will take. */
function Landing() {
  const gesture = useEditor((state) => state.gesture);
  const { layout } = usePicture();
  if (gesture?.type === 'move') {
    return gesture.landing.map((box) => (
      <Cell key={`${box.x} ${box.y}`} layout={layout} place={placeAt(layout, box)} box={box} />
    ));
  }
  if (gesture?.type !== 'add') return null;
  const point = canvas().toMap({ x: gesture.clientX, y: gesture.clientY });
  if (gesture.kind === 'stage') {
    const column = columnAt(layout, point.x);
    const after = column !== null && point.x > column.x + column.width / 2;
    const x = column ? column.x + (after ? column.width : 0) : GUTTER;
    return <rect className="landing-line" x={x - 4} y={0} width={3} height={layout.parking.y} rx={1.5} />;
  }
  const box = boxAround(gesture.kind, point);
  const place = placeForNew(layout, box);
  return <Cell layout={layout} place={place} box={{ ...box, ...pointOf(layout, place) }} />;
}

function Cell({ layout, place, box }: { layout: MapLayout; place: Place; box: Box }) {
  const row = layout.rows.find((candidate) => candidate.id === place.lane);
  const column = layout.columns.find((candidate) => candidate.id === place.stage);
  const cell = row
    ? { x: column?.x ?? GUTTER, y: row.y, width: column?.width ?? layout.box.width - GUTTER, height: row.height }
    : { ...layout.parking, height: Math.max(layout.parking.height, 84) };
  return (
    <>
      <rect className="landing-cell" {...cell} />
      <rect className="landing-card" x={box.x} y={box.y} width={box.width} height={box.height} rx={9} />
    </>
  );
}
