import { ViewportPortal } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { setConnection } from '../../shared/commands/connections';
import { readBranchLabel } from '../../shared/decisions/branch-label';
import type { Point } from '../../shared/figures/primitives';
import { labelFigure } from '../../shared/scene/connection-figure';
import { exitPill, flowFactsOf } from '../../shared/scene/flow-facts';
import { labelCentre, MIDDLE } from '../../shared/scene/label-places';
import { editor, useEditor } from '../store/editor';
import { labelPlacesIn } from '../store/label-places';
import { pictureOf } from '../store/picture';
import { select } from '../store/selection';
import { useTexts } from '../store/texts';
import { FigureShapes } from '../ui/Figure';
import { boxNow, useRoute } from './JourneyEdge';
import { useTyping } from './use-typing';

const NO_PICTURES = {};

/** The labels of connections, above cards and lines. A double click edits them in place. */
export const EdgeLabels = memo(function EdgeLabels({ ids }: { ids: readonly string[] }) {
  const connections = useEditor((state) => state.map.connections);
  const edited = useEditor((state) => (state.editing?.what === 'label' ? state.editing.id : null));
  const values = useEditor((state) => pictureOf(state).overlay.connections);
  const facts = useEditor((state) => flowFactsOf(state.map));
  const speaking = useMemo(
    () =>
      ids.filter(
        (id) =>
          id === edited ||
          connections[id]?.label ||
          connections[id]?.probability != null ||
          values.has(id) ||
          facts.ways.get(id)?.observed,
      ),
    [ids, connections, edited, values, facts],
  );
  return (
    <ViewportPortal>
      <div className="edge-labels">
        {speaking.map((id) => (
          <EdgeLabel key={id} id={id} />
        ))}
        {[...facts.exits].map(([id, share]) => (
          <ExitLabel key={id} id={id} share={share} />
        ))}
      </div>
    </ViewportPortal>
  );
});

const EdgeLabel = memo(function EdgeLabel({ id }: { id: string }) {
  const route = useRoute(id);
  const connection = useEditor((state) => state.map.connections[id]);
  const context = useEditor((state) => pictureOf(state).context);
  const value = useEditor((state) => pictureOf(state).overlay.connections.get(id) ?? null);
  const flow = useEditor((state) => flowFactsOf(state.map).ways.get(id) ?? null);
  const place = useEditor(useShallow((state) => labelPlacesIn(pictureOf(state)).get(id) ?? MIDDLE));
  const isEditing = useEditor((state) => state.editing?.what === 'label' && state.editing.id === id);
  const selected = useEditor((state) => state.selection.includes(id));
  if (!route || !connection) return null;
  const centre = labelCentre(route, place);
  if (isEditing) return <LabelEditor id={id} label={connection.label} middle={centre} />;
  const label = labelFigure(connection, centre, context, value, flow, place.shape === 1);
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

/** How many leave at a card, on its lower edge. */
function ExitLabel({ id, share }: { id: string; share: number }) {
  const card = useEditor(useShallow((state) => boxNow(state, id)));
  const context = useEditor((state) => pictureOf(state).context);
  if (!card) return null;
  const { box, primitives } = exitPill(card, share, context);
  const { x, y, width, height } = box;
  return (
    <div className="exit-label" style={{ left: x, top: y, width, height }}>
      <svg width={width} height={height} viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
        <FigureShapes primitives={primitives} pictures={NO_PICTURES} />
      </svg>
    </div>
  );
}

/** `yes 60%`, `yes 3:1`, `yes 1 in 5`, `yes 120 of 300` set label and probability in one go. */
function LabelEditor({ id, label, middle }: { id: string; label: string; middle: Point }) {
  const t = useTexts();
  const step = t('steps.edit', { field: t('fields.title') });
  const { field, type, onKeyDown, onBlur } = useTyping<HTMLInputElement>(id, (typeMore) => {
    const split = readBranchLabel(editor.getState().map.connections[id]?.label ?? '');
    if (!split) return;
    const { guess, ...values } = split;
    typeMore(step, (draft) => setConnection(draft, id, guess ? { ...values, guess } : values));
  });
  return (
    <input
      ref={field}
      className="label-editor nodrag nopan"
      aria-label={t('fields.title')}
      style={{ left: middle.x - 70, top: middle.y - 13 }}
      value={label}
      maxLength={500}
      onChange={(event) => type(step, (draft) => setConnection(draft, id, { label: event.target.value }))}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
