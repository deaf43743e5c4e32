import { ViewportPortal } from '@xyflow/react';
import { type KeyboardEvent, memo, useEffect, useRef } from 'react';
import { setConnection } from '../../shared/commands/connections';
import type { Point } from '../../shared/figures/primitives';
import { labelFigure } from '../../shared/scene/connection-figure';
import { canvas } from '../app/canvas-port';
import { editor, useEditor } from '../store/editor';
import { bail, change, endMerge, mark } from '../store/history';
import { pictureOf } from '../store/picture';
import { select } from '../store/selection';
import { texts, useTexts } from '../store/texts';
import { FigureShapes } from '../ui/Figure';
import { useRoute } from './JourneyEdge';

const NO_PICTURES = {};

/** The labels of connections, above cards and lines. A double click edits them in place. */
export function EdgeLabels({ ids }: { ids: readonly string[] }) {
  return (
    <ViewportPortal>
      <div className="edge-labels">
        {ids.map((id) => (
          <EdgeLabel key={id} id={id} />
        ))}
      </div>
    </ViewportPortal>
  );
}

const EdgeLabel = memo(function EdgeLabel({ id }: { id: string }) {
  const route = useRoute(id);
  const connection = useEditor((state) => state.map.connections[id]);
  const context = useEditor((state) => pictureOf(state).context);
  const isEditing = useEditor((state) => state.editing?.what === 'label' && state.editing.id === id);
  const selected = useEditor((state) => state.selection.includes(id));
  if (!route || !connection) return null;
  if (isEditing) return <LabelEditor id={id} label={connection.label} middle={route.middle} />;
  const label = labelFigure(connection, route, context);
  if (!label) return null;
  const { x, y, width, height } = label.box;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: connections are reached by keyboard through the inspector of their cards
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={`edge-label nodrag nopan${selected ? ' selected' : ''}`}
      style={{ left: x, top: y, width, height }}
      onClick={(event) => select([id], event.shiftKey || event.ctrlKey || event.metaKey)}
      onDoubleClick={() => !editor.getState().readOnly && editor.setState({ editing: { id, what: 'label' } })}
    >
      <svg width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
        <FigureShapes primitives={label.primitives} pictures={NO_PICTURES} />
      </svg>
    </div>
  );
});

/** `yes 60%` sets label and probability in one go. */
function LabelEditor({ id, label, middle }: { id: string; label: string; middle: Point }) {
  const t = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const begin = useRef<number | null>(null);
  useEffect(() => {
    begin.current = mark();
    field.current?.focus({ preventScroll: true });
    field.current?.select();
  }, []);
  const done = () => {
    const typed = /^(.*?)\s*(\d+(?:[.,]\d+)?)\s*%$/.exec(editor.getState().map.connections[id]?.label ?? '');
    const share = typed ? Number((typed[2] ?? '').replace(',', '.')) / 100 : null;
    if (typed && share !== null && share <= 1) {
      change(
        texts()('steps.edit', { field: t('fields.title') }),
        (draft) => setConnection(draft, id, { label: typed[1] ?? '', probability: share }),
        {
          merge: `label:${id}:${begin.current}`,
        },
      );
    }
    endMerge();
    if (editor.getState().editing?.id === id) editor.setState({ editing: null });
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Escape' && begin.current !== null) bail(begin.current);
    if (event.key === 'Escape' || event.key === 'Enter') {
      event.preventDefault();
      done();
      canvas().focus();
    }
  };
  return (
    <input
      ref={field}
      className="label-editor nodrag nopan"
      aria-label={t('fields.title')}
      style={{ left: middle.x - 70, top: middle.y - 13 }}
      value={label}
      maxLength={500}
      onChange={(event) =>
        change(
          texts()('steps.edit', { field: t('fields.title') }),
          (draft) => setConnection(draft, id, { label: event.target.value }),
          {
            merge: `label:${id}:${begin.current}`,
          },
        )
      }
      onKeyDown={press}
      onBlur={done}
    />
  );
}
