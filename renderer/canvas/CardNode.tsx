import { Handle, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { MapElement } from '../../shared/document/schema';
import type { Figure } from '../../shared/figures/figure';
import { useEditor } from '../store/editor';
import { pictureOf } from '../store/picture';
import type { EditorState } from '../store/state';
import { useTexts } from '../store/texts';
import { FigureShapes } from '../ui/Figure';
import { CardMarks } from '../workshop/CardMarks';
import { type CardNode as CardNodeType, SIDES } from './nodes';
import { ResizeHandles } from './ResizeHandles';
import { TitleEditor } from './TitleEditor';

const figureOf = (state: EditorState, id: string): Figure | null => {
  const element: MapElement | undefined = state.map.elements[id];
  return element ? pictureOf(state).figures.of(element) : null;
};

/** A card on the canvas: its figure, and what one can grab. Drawn anew only when its own figure has changed. */
export const CardNode = memo(function CardNode({ id, selected, data }: NodeProps<CardNodeType>) {
  const t = useTexts();
  const figure = useEditor((state) => figureOf(state, id));
  const pictures = useEditor((state) => state.map.pictures);
  const isEditing = useEditor((state) => state.editing?.id === id);
  const isOnlyOne = useEditor((state) => state.selection.length === 1 && !state.readOnly);
  if (!figure) return null;
  return (
    <div
      className={`card-node${data.dimmed ? ' dimmed' : ''}${selected && isOnlyOne ? ' only' : ''}`}
      data-outline={figure.outline}
    >
      <svg width={figure.width} height={figure.height} aria-hidden="true">
        {selected && <Halo figure={figure} />}
        <FigureShapes primitives={figure.primitives} pictures={pictures} />
      </svg>
      <CardMarks id={id} />
      {SIDES.map(({ side, position }) => (
        <Handle
          key={side}
          id={side}
          type="source"
          position={position}
          className="card-handle"
          title={t(`canvas.handle.${side}`)}
          aria-hidden
        />
      ))}
      {selected && isOnlyOne && <ResizeHandles id={id} width={figure.width} height={figure.height} />}
      {isEditing && <TitleEditor id={id} figure={figure} />}
    </div>
  );
});

/** The ring around a selected card. */
function Halo({ figure: { width, height, outline } }: { figure: Figure }) {
  return outline === 'diamond' ? (
    <path
      className="halo"
      d={`M${width / 2} -3L${width + 4} ${height / 2}L${width / 2} ${height + 3}L-4 ${height / 2}Z`}
    />
  ) : (
    <rect className="halo" x={-2} y={-2} width={width + 4} height={height + 4} rx={11} />
  );
}
