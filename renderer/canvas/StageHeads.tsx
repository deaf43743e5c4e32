import { useReactFlow, ViewportPortal } from '@xyflow/react';
import { memo, type PointerEvent, useRef } from 'react';
import { moveStage, resize } from '../../shared/commands/cards';
import { stagesOf } from '../../shared/document/create';
import type { ElementOf } from '../../shared/document/schema';
import { CHEVRON_HEIGHT, chevronFigure } from '../../shared/figures/chevron';
import { headValueFigure } from '../../shared/figures/head-value';
import { HEAD_HEIGHT, type MapLayout } from '../../shared/scene/layout';
import { runCommand } from '../app/run';
import { editor, useEditor } from '../store/editor';
import { bail, change, endMerge, mark } from '../store/history';
import { usePicture } from '../store/picture';
import { select } from '../store/selection';
import { texts, useTexts } from '../store/texts';
import { FigureShapes } from '../ui/Figure';
import { Icon } from '../ui/Icon';
import { TitleEditor } from './TitleEditor';
import { track } from './track';

const NO_PICTURES = {};

/** The heads of the columns: click selects, double click renames, dragging reorders, the right edge resizes. */
export const StageHeads = memo(function StageHeads() {
  const t = useTexts();
  const { map, layout } = usePicture();
  const readOnly = useEditor((state) => state.readOnly);
  const moving = useEditor((state) => (state.gesture?.type === 'moveStage' ? state.gesture : null));
  const stages = stagesOf(map);
  const right = layout.columns.at(-1);
  return (
    <ViewportPortal>
      <div className="stage-heads">
        {stages.map((stage, index) => (
          <StageHead key={stage.id} stage={stage} number={index + 1} layout={layout} readOnly={readOnly} />
        ))}
        {/* Where Tab goes on from behind the last card. */}
        <span className="walk-end" tabIndex={-1} />
        {moving && <div className="stage-slot" style={{ left: moving.x - 4, height: layout.parking.y }} />}
        {!readOnly && (
          <button
            type="button"
            className="add-stage nodrag nopan"
            style={{ left: right ? right.x + right.width + 18 : 104 }}
            aria-label={t('canvas.addStage')}
            title={t('canvas.addStage')}
            onClick={() => {
              select([]);
              runCommand('add:stage');
            }}
          >
            <Icon name="plus" size={16} />
          </button>
        )}
      </div>
    </ViewportPortal>
  );
});

function StageHead({
  stage,
  number,
  layout,
  readOnly,
}: {
  stage: ElementOf<'stage'>;
  number: number;
  layout: MapLayout;
  readOnly: boolean;
}) {
  const t = useTexts();
  const { context, overlay } = usePicture();
  const { getZoom } = useReactFlow();
  const selected = useEditor((state) => state.selection.includes(stage.id));
  const isEditing = useEditor((state) => state.editing?.id === stage.id);
  const isMoving = useEditor((state) => state.gesture?.type === 'moveStage' && state.gesture.id === stage.id);
  const wasDragged = useRef(false);
  const box = layout.heads.get(stage.id);
  if (!box) return null;
  const figure = chevronFigure({ ...stage, placeholder: t('kinds.stage.one'), number }, context);
  const values = overlay.heads.get(stage.id);
  const name = t('canvas.stage', { number, title: stage.title || t('canvas.untitled') });

  const drag = (down: PointerEvent<HTMLElement>) => {
    if (down.button !== 0 || readOnly || isEditing) return;
    wasDragged.current = false;
    const zoom = getZoom();
    track(down, {
      move: (event) => {
        wasDragged.current = true;
        const x = box.x + box.width / 2 + (event.clientX - down.clientX) / zoom;
        const next = layout.columns.find((column) => x < column.x + column.width / 2);
        const last = layout.columns.at(-1);
        editor.setState({
          gesture: {
            type: 'moveStage',
            id: stage.id,
            before: next?.id ?? null,
            x: next?.x ?? (last ? last.x + last.width : 0),
          },
        });
      },
      end: () => {
        const { gesture } = editor.getState();
        editor.setState({ gesture: null });
        if (gesture?.type === 'moveStage')
          change(texts()('steps.stages'), (draft) => moveStage(draft, stage.id, gesture.before));
      },
      giveUp: () => editor.setState({ gesture: null }),
    });
  };
  const pullEdge = (down: PointerEvent<HTMLElement>) => {
    if (down.button !== 0) return;
    down.stopPropagation();
    const zoom = getZoom();
    const begin = mark();
    track(down, {
      move: (event) =>
        change(
          texts()('steps.resize'),
          (draft) => resize(draft, stage.id, { width: box.width + (event.clientX - down.clientX) / zoom }),
          {
            merge: `resize:${stage.id}:${begin.depth}`,
          },
        ),
      end: endMerge,
      giveUp: () => bail(begin),
    });
  };
  return (
    <div
      className={`stage-head${selected ? ' selected' : ''}${isMoving ? ' moving' : ''}`}
      style={{ left: box.x, width: box.width }}
      data-id={stage.id}
    >
      <button
        type="button"
        className="stage-button nodrag nopan"
        aria-label={name}
        aria-pressed={selected}
        onPointerDown={drag}
        onClick={(event) => !wasDragged.current && select([stage.id], event.shiftKey || event.ctrlKey || event.metaKey)}
        onDoubleClick={() =>
          !readOnly && editor.setState({ selection: [stage.id], editing: { id: stage.id, what: 'title' } })
        }
        onContextMenu={() => !selected && select([stage.id])}
      />
      <svg className="stage-figure" width={box.width + 12} height={CHEVRON_HEIGHT} aria-hidden="true">
        <FigureShapes primitives={figure.primitives} pictures={NO_PICTURES} />
        {selected && (
          <path className="stage-halo" d={figure.primitives[0]?.type === 'path' ? figure.primitives[0].d : ''} />
        )}
      </svg>
      {values && values.values.length > 0 && (
        <svg
          className="stage-values"
          width={box.width}
          height={HEAD_HEIGHT}
          role="img"
          aria-label={t('canvas.stageValues', {
            title: stage.title || t('canvas.untitled'),
            values: values.explanation,
          })}
        >
          <title>{values.explanation}</title>
          <FigureShapes primitives={headValueFigure(values.values, box.width, context)} pictures={NO_PICTURES} />
        </svg>
      )}
      {!readOnly && (
        <div
          className="stage-edge nodrag nopan"
          title={t('canvas.resizeStage', { title: stage.title })}
          onPointerDown={pullEdge}
        />
      )}
      {isEditing && (
        <div className="stage-editor">
          <TitleEditor id={stage.id} figure={figure} />
        </div>
      )}
    </div>
  );
}
