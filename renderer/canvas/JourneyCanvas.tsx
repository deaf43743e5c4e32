import '@xyflow/react/dist/base.css';
import './canvas.css';
import {
  type Connection,
  ConnectionMode,
  type FinalConnectionState,
  MiniMap,
  type NodeChange,
  ReactFlow,
  ReactFlowProvider,
  SelectionMode,
  type Viewport,
} from '@xyflow/react';
import { type DragEvent, type PointerEvent, useCallback, useMemo, useRef } from 'react';
import { connect } from '../../shared/commands/connections';
import type { Side } from '../../shared/document/schema';
import { KINDS } from '../../shared/kinds/registry';
import { canvas } from '../app/canvas-port';
import { editor, useEditor } from '../store/editor';
import { change } from '../store/history';
import { dimmedOf, usePicture } from '../store/picture';
import { select } from '../store/selection';
import { texts, useTexts } from '../store/texts';
import { Backdrop } from './Backdrop';
import { CanvasMenu } from './CanvasMenu';
import { CardNode } from './CardNode';
import { ConnectionLine } from './ConnectionLine';
import { DragGhost } from './DragGhost';
import { dropFiles } from './drop';
import { EdgeLabels } from './EdgeLabels';
import { EmptyHint } from './EmptyHint';
import { Guides } from './Guides';
import { JourneyEdge } from './JourneyEdge';
import { LaneNames } from './LaneNames';
import { modifiers } from './modifiers';
import { dragCards } from './moving';
import { cardName, connectionName } from './names';
import {
  type CardNode as CardNodeType,
  cardNodes,
  connectionEdges,
  flowMemory,
  type JourneyEdge as JourneyEdgeType,
} from './nodes';
import { StageHeads } from './StageHeads';
import { useCanvasPort } from './use-canvas-port';
import { enterByTab, walkByTab } from './walk';

const nodeTypes = { card: CardNode };
const edgeTypes = { journey: JourneyEdge };
const PAN_BUTTONS = [1];

export function JourneyCanvas() {
  return (
    <ReactFlowProvider>
      <CanvasMenu>
        <div className="journey-canvas">
          <Flow />
          <EmptyHint />
          <DragGhost />
        </div>
      </CanvasMenu>
    </ReactFlowProvider>
  );
}

function Flow() {
  const t = useTexts();
  const picture = usePicture();
  const selected = useEditor((state) => state.selection);
  const dimmed = useEditor(dimmedOf);
  const moving = useEditor((state) => (state.gesture?.type === 'move' ? state.gesture.boxes : null));
  const miniMap = useEditor((state) => state.preferences.miniMap);
  const readOnly = useEditor((state) => state.readOnly);
  const memory = useRef(flowMemory());
  const root = useRef<HTMLDivElement>(null);
  useCanvasPort(root);

  const selection = useMemo(() => new Set(selected), [selected]);
  const nameOf = useCallback(
    (id: string) => {
      const { elements, connections } = picture.map;
      const connection = connections[id];
      if (connection) return connectionName(connection, picture.map, t, picture.context);
      const element = elements[id];
      return element ? cardName(element, t) : '';
    },
    [picture, t],
  );
  const nodes = useMemo(
    () => cardNodes({ picture, selection, dimmed, moving, nameOf, readOnly }, memory.current),
    [picture, selection, dimmed, moving, nameOf, readOnly],
  );
  const edges = useMemo(
    () => connectionEdges({ picture, selection, nameOf }, memory.current),
    [picture, selection, nameOf],
  );
  const { theme } = picture.context;
  // A new function would draw every card of the mini-map anew.
  const colourOf = useCallback(
    (node: CardNodeType) => {
      const element = editor.getState().map.elements[node.id];
      return element ? theme.tones[KINDS[element.kind].tone].strong : theme.faint;
    },
    [theme],
  );
  const edgeIds = useMemo(() => edges.map((edge) => edge.id), [edges]);

  return (
    <ReactFlow
      ref={root}
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      onNodesChange={onNodesChange}
      onEdgeClick={(event, edge) => select([edge.id], event.shiftKey || event.ctrlKey || event.metaKey)}
      onConnect={onConnect}
      onConnectEnd={onConnectEnd}
      isValidConnection={isValidConnection}
      onPaneClick={() => select([])}
      onNodeContextMenu={(_, node) => !selection.has(node.id) && select([node.id])}
      onEdgeContextMenu={(_, edge) => !selection.has(edge.id) && select([edge.id])}
      onPaneContextMenu={() => select([])}
      onNodeDoubleClick={(_, node) => edit(node.id, 'title')}
      onEdgeDoubleClick={(_, edge) => edit(edge.id, 'label')}
      onMove={onMove}
      onDragOver={(event: DragEvent) => event.preventDefault()}
      onDrop={onDrop}
      onKeyDown={walkByTab}
      onPointerDownCapture={leaveToFingers}
      onFocus={enterByTab}
      tabIndex={-1}
      connectionLineComponent={ConnectionLine}
      connectionMode={ConnectionMode.Loose}
      connectionRadius={12}
      connectOnClick={false}
      nodesConnectable={!readOnly}
      nodeDragThreshold={3}
      selectionOnDrag
      selectionMode={SelectionMode.Partial}
      panOnDrag={PAN_BUTTONS}
      panActivationKeyCode="Space"
      panOnScroll={false}
      zoomOnDoubleClick={false}
      minZoom={0.05}
      maxZoom={4}
      multiSelectionKeyCode={MULTI_SELECTION}
      deleteKeyCode={null}
      selectNodesOnDrag
      elevateNodesOnSelect={false}
      elevateEdgesOnSelect={false}
      disableKeyboardA11y
      onlyRenderVisibleElements
      nodesFocusable
      edgesFocusable={false}
      edgesReconnectable={false}
      aria-label={t('canvas.name')}
      attributionPosition="bottom-left"
    >
      <Backdrop />
      <StageHeads />
      <LaneNames />
      <EdgeLabels ids={edgeIds} />
      <Guides />
      {miniMap && (
        <MiniMap
          pannable
          zoomable
          ariaLabel={t('commands.toggleMiniMap')}
          nodeColor={colourOf}
          nodeBorderRadius={8}
          style={MINI_MAP}
          maskColor="var(--minimap-mask)"
          bgColor="var(--surface)"
        />
      )}
    </ReactFlow>
  );
}

/** Smaller than React Flow's own, so that it hides less of the map. */
const MINI_MAP = { width: 164, height: 104 };
const MULTI_SELECTION = ['Shift', 'Control', 'Meta'];

/** A finger on the empty canvas moves the view, and two enlarge it: a frame around cards is drawn by the mouse. */
function leaveToFingers(event: PointerEvent): void {
  const isPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
  if (event.pointerType === 'touch' && isPane) event.stopPropagation();
}

function edit(id: string, what: 'title' | 'label'): void {
  if (!editor.getState().readOnly) editor.setState({ selection: [id], editing: { id, what } });
}

/** Panning leaves the zoom as it is: nobody needs to hear of it. */
function onMove(_: unknown, { zoom }: Viewport): void {
  if (editor.getState().zoom !== zoom) editor.setState({ zoom });
}

function onNodesChange(changes: NodeChange<CardNodeType>[]): void {
  applySelection(changes);
  const moved = changes.flatMap((one) =>
    one.type === 'position' && one.position ? [{ id: one.id, position: one.position }] : [],
  );
  if (moved.length > 0) dragCards.move(moved);
  if (changes.some((one) => one.type === 'position' && one.dragging === false)) dragCards.end();
}

/**
 * React Flow says which cards join and leave the selection; the order in which they joined is kept. It knows nothing of
 * selected stages and connections: they leave where cards take their place.
 */
function applySelection(changes: readonly NodeChange[]): void {
  const joining = changes.flatMap((one) => (one.type === 'select' && one.selected ? [one.id] : []));
  const leaving = new Set(changes.flatMap((one) => (one.type === 'select' && !one.selected ? [one.id] : [])));
  if (joining.length + leaving.size === 0) return;
  const { selection, map } = editor.getState();
  const staysWithCards = (id: string) =>
    modifiers.adds || (map.elements[id] !== undefined && map.elements[id]?.kind !== 'stage');
  const kept = selection.filter((id) => !leaving.has(id) && (joining.length === 0 || staysWithCards(id)));
  select([...kept, ...joining.filter((id) => !kept.includes(id))]);
}

const isValidConnection = (connection: Connection | JourneyEdgeType) => connection.source !== connection.target;

function join(from: string, to: string, sides: { fromSide: Side | null; toSide: Side | null }): void {
  const id = change(texts()('steps.connect'), (draft) => connect(draft, from, to, sides));
  if (id) select([id]);
}

function onConnect({ source, target, sourceHandle, targetHandle }: Connection): void {
  join(source, target, { fromSide: sourceHandle as Side | null, toSide: targetHandle as Side | null });
}

/** A line may be let go anywhere on a card: the side is then whichever lies nearest. */
function onConnectEnd(event: MouseEvent | TouchEvent, state: FinalConnectionState): void {
  if (state.isValid || !state.fromNode) return;
  const { clientX, clientY } =
    'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
  const target = document
    .elementsFromPoint(clientX, clientY)
    .map((one) => one.closest<HTMLElement>('.react-flow__node'))
    .find((one) => one !== null);
  const id = target?.dataset.id;
  if (id && id !== state.fromNode.id) join(state.fromNode.id, id, { fromSide: null, toSide: null });
}

function onDrop(event: DragEvent): void {
  if (event.dataTransfer.files.length === 0) return;
  event.preventDefault();
  void dropFiles([...event.dataTransfer.files], canvas().toMap({ x: event.clientX, y: event.clientY }));
}
