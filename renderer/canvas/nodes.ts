import { type Edge, type Node, Position } from '@xyflow/react';
import type { Box } from '../../shared/figures/primitives';
import type { Picture } from '../store/picture';

export type CardNode = Node<{ dimmed: boolean }, 'card'>;
export type JourneyEdge = Edge<Record<string, never>, 'journey'>;

/**
 * What React Flow shows. Nodes and edges keep their identity until something about them has changed, and they carry
 * their size and handles: nothing has to be measured in the page.
 */
export interface FlowMemory {
  nodes: Map<string, CardNode>;
  edges: Map<string, JourneyEdge>;
}

export const flowMemory = (): FlowMemory => ({ nodes: new Map(), edges: new Map() });

interface NodeInputs {
  picture: Picture;
  selection: ReadonlySet<string>;
  dimmed: ReadonlySet<string>;
  /** Boxes of cards that are being dragged. */
  moving: ReadonlyMap<string, Box> | null;
  /** The name that a screen reader says. */
  nameOf: (id: string) => string;
  readOnly: boolean;
}

export function cardNodes(
  { picture, selection, dimmed, moving, nameOf, readOnly }: NodeInputs,
  memory: FlowMemory,
): CardNode[] {
  const next = new Map<string, CardNode>();
  const nodes: CardNode[] = [];
  // The layout has the cards from the bottom of the stack to the top: no need to sort them for each move of a drag.
  for (const [id, place] of picture.layout.cards) {
    const box = moving?.get(id) ?? place;
    const selected = selection.has(id);
    const isDimmed = dimmed.has(id);
    const ariaLabel = nameOf(id);
    const known = memory.nodes.get(id);
    const same =
      known &&
      known.position.x === box.x &&
      known.position.y === box.y &&
      known.width === box.width &&
      known.height === box.height &&
      known.selected === selected &&
      known.data.dimmed === isDimmed &&
      known.ariaLabel === ariaLabel &&
      known.draggable === !readOnly;
    const node: CardNode = same
      ? known
      : {
          id,
          type: 'card',
          position: { x: box.x, y: box.y },
          width: box.width,
          height: box.height,
          measured: { width: box.width, height: box.height },
          handles: handlesOf(box),
          selected,
          draggable: !readOnly,
          data: { dimmed: isDimmed },
          ariaLabel,
          ariaRole: 'group',
        };
    next.set(id, node);
    nodes.push(node);
  }
  memory.nodes = next;
  return nodes;
}

export const SIDES = [
  { side: 'top', position: Position.Top, x: 0.5, y: 0 },
  { side: 'right', position: Position.Right, x: 1, y: 0.5 },
  { side: 'bottom', position: Position.Bottom, x: 0.5, y: 1 },
  { side: 'left', position: Position.Left, x: 0, y: 0.5 },
] as const;

const HANDLE = 12;

const handlesOf = (box: Box) =>
  SIDES.map(({ side, position, x, y }) => ({
    id: side,
    type: 'source' as const,
    position,
    x: box.width * x - HANDLE / 2,
    y: box.height * y - HANDLE / 2,
    width: HANDLE,
    height: HANDLE,
  }));

export function connectionEdges(
  { picture, selection, nameOf }: Pick<NodeInputs, 'picture' | 'selection' | 'nameOf'>,
  memory: FlowMemory,
): JourneyEdge[] {
  const next = new Map<string, JourneyEdge>();
  for (const connection of Object.values(picture.map.connections)) {
    if (!picture.layout.cards.has(connection.from) || !picture.layout.cards.has(connection.to)) continue;
    const selected = selection.has(connection.id);
    const ariaLabel = nameOf(connection.id);
    const known = memory.edges.get(connection.id);
    const same =
      known &&
      known.source === connection.from &&
      known.target === connection.to &&
      known.sourceHandle === (connection.fromSide ?? 'right') &&
      known.targetHandle === (connection.toSide ?? 'left') &&
      known.selected === selected &&
      known.ariaLabel === ariaLabel;
    next.set(
      connection.id,
      same
        ? known
        : {
            id: connection.id,
            type: 'journey',
            source: connection.from,
            target: connection.to,
            sourceHandle: connection.fromSide ?? 'right',
            targetHandle: connection.toSide ?? 'left',
            selected,
            ariaLabel,
            focusable: false,
            // A box drawn around cards would select their lines along with them; clicks are handled by the canvas.
            selectable: false,
          },
    );
  }
  memory.edges = next;
  return [...next.values()];
}
