import { useMemo, useRef } from 'react';
import type { DecisionItem, DecisionScene } from '../../../shared/scene/decisions/decision-scene';
import { decisionScene } from '../../../shared/scene/decisions/decision-scene';
import { useEditor } from '../../store/editor';
import { figureContextOf } from '../../store/picture';
import { select } from '../../store/selection';
import { useTexts } from '../../store/texts';
import { FlowItems } from './FlowItems';
import './flow-canvas.css';
import { itemName } from './item-name';
import { useModel } from './model';
import { nextItem, WAYS, type Way } from './next-item';
import { routeOf } from './route';
import { useLayout } from './use-layout';
import { useShown } from './use-shown';
import { useViewport } from './use-viewport';
import { covers, regionOf, touches } from './viewport';

/** Below this size pills can't be read and only cost time. */
const PILLS_FROM = 0.3;

/** The flow graph: bands as wide as their customers, to be looked at, panned, zoomed and walked through. */
export function FlowCanvas() {
  const t = useTexts();
  const root = useRef<HTMLDivElement>(null);
  const model = useModel();
  const { settled, solution, observed } = model;
  const context = useEditor(figureContextOf);
  const route = useEditor(routeOf);
  const selection = useEditor((state) => state.selection);
  const { layout, failed } = useLayout(settled, context);
  const scene = useMemo<DecisionScene | null>(
    () => (layout ? decisionScene(solution, layout, { context, observed, route }) : null),
    [solution, layout, context, observed, route],
  );
  const [entry] = settled.graph.entries;
  const start = layout?.nodes.get(entry?.entry.element ?? '') ?? null;
  const { view, size, show, pan, isPanning } = useViewport(root, layout?.box ?? null, start);
  useShown(scene, show);

  const region = useRef(regionOf(view, size));
  if (!covers(region.current, view, size)) region.current = regionOf(view, size);
  const inSight = region.current;
  const hasPills = view.zoom >= PILLS_FROM;
  const items = useMemo(
    () =>
      (scene?.items ?? []).filter(
        ({ what, box, id }) => (hasPills || what !== 'pill' || selection.includes(id)) && touches(box, inSight),
      ),
    [scene, inSight, hasPills, selection],
  );
  const focusable = useMemo(() => items.filter(({ what }) => what !== 'band'), [items]);
  const tabStop = focusable.find(({ id }) => selection.includes(id)) ?? focusable.find(({ what }) => what === 'node');

  const focus = (item: DecisionItem) => {
    select([item.id]);
    show(item.box);
    requestAnimationFrame(() =>
      root.current?.querySelector<SVGElement>(`[data-item="${item.what} ${item.id}"]`)?.focus(),
    );
  };
  const walk = (event: React.KeyboardEvent) => {
    const way = WAYS[event.key] as Way | undefined;
    const at = (event.target as Element).getAttribute('data-item');
    const from = scene?.items.find(({ what, id }) => `${what} ${id}` === at);
    if (event.key === 'Escape') select([]);
    if (!way || !from || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = nextItem(scene?.items ?? [], from, way);
    if (next) focus(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the cards and branches in it
    <div
      className={`flow-canvas${isPanning ? ' panning' : ''}`}
      ref={root}
      onKeyDown={walk}
      onPointerDown={(event) => {
        if ((event.target as Element).closest('[data-item]')) return;
        if (event.button === 0) select([]);
        pan.onPointerDown(event);
      }}
    >
      {failed && (
        <p className="flow-note" role="alert">
          {t('decisionView.layoutFailed')}
        </p>
      )}
      {!layout && !failed && (
        <p className="flow-note" role="status">
          {t('decisionView.layingOut')}
        </p>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't hold a drawing */}
      <svg className="flow-picture" role="group" aria-label={t('decisionView.picture')}>
        <g transform={`translate(${view.x} ${view.y}) scale(${view.zoom})`}>
          <FlowItems
            items={items}
            selection={selection}
            tabStop={tabStop ? `${tabStop.what} ${tabStop.id}` : null}
            nameOf={(item) => itemName(item, model, t, context)}
            onSelect={(item, add) => select([item.id], add)}
          />
        </g>
      </svg>
    </div>
  );
}
