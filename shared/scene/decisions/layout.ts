import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import type { FlowGraph } from '../../decisions/flow-graph';
import type { FigureContext } from '../../figures/figure';
import type { Box, Point } from '../../figures/primitives';
import { enclose } from '../layout';
import { EXIT_HEIGHT, nodeShape, pillRoom } from './node-size';
import { arrangePlainly } from './plain-layout';

/** Where the parts of the flow graph stand. Only what is on it decides that, never its numbers: nothing jumps. */
export interface DecisionLayout {
  /** Of an element: its card or diamond, without the exit below it. */
  nodes: ReadonlyMap<string, Box>;
  /** Of a connection. */
  ways: ReadonlyMap<string, PlacedWay>;
  box: Box;
}

export interface PlacedWay {
  /** Corners of a line of horizontal and vertical parts, with its start and end. */
  corners: readonly Point[];
  /** Room for the pill; null: it has nothing to say. */
  label: Box | null;
}

/** Who lays out: ELK in a worker of the window, or in the process that exports. */
export type Arrange = (graph: ElkNode) => Promise<ElkNode>;

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '52',
  'elk.layered.spacing.edgeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '18',
  'elk.spacing.nodeNode': '76',
  'elk.spacing.edgeNode': '40',
  'elk.spacing.edgeEdge': '30',
  'elk.spacing.edgeLabel': '0',
  'elk.spacing.componentComponent': '56',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.nodePlacement.favorStraightEdges': 'true',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.layered.feedbackEdges': 'true',
  'elk.aspectRatio': '2',
} as const;

/** Beyond this ELK's best takes too long: it places nodes by a quicker method, and pills find their own place. */
const MOST_CAREFUL = 60;
/** And beyond this the columns have to do, see `arrangePlainly`. */
const MOST_FOR_ELK = 160;

const QUICK = {
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.thoroughness': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '190',
} as const;

/** Lays out by ELK where that is done in a moment, else by columns; those, too, where ELK gives up. */
export async function arrangeGraph(question: ElkNode, arrange: Arrange): Promise<ElkNode> {
  if ((question.children?.length ?? 0) > MOST_FOR_ELK) return arrangePlainly(question);
  return arrange(question).catch(() => arrangePlainly(question));
}

/**
 * The flow graph as a question to ELK (layered, from left to right). The same question has the same answer: whoever keeps
 * the answer need not ask again until a node, a way, a name or an exit has changed.
 */
export function layoutQuestion(graph: FlowGraph, exits: ReadonlySet<string>, context: FigureContext): ElkNode {
  const { map } = graph;
  const incoming: string[][] = graph.nodes.map(() => []);
  for (const way of graph.ways) incoming[way.to]?.push(way.id);
  const isLarge = graph.size > MOST_CAREFUL;
  const inOrder = orderOf(graph);
  const children = inOrder.flatMap((index): ElkNode[] => {
    const node = graph.nodes[index];
    const element = node && map.elements[node.id];
    if (!node || !element) return [];
    const { width, height } = nodeShape(element, context);
    const leaving = node.ways.map((way) => graph.ways[way]?.id ?? '');
    return [
      {
        id: node.id,
        width,
        height: height + (exits.has(node.id) ? EXIT_HEIGHT : 0),
        layoutOptions: { 'elk.portConstraints': 'FIXED_SIDE' },
        ports: [
          ...leaving.map((id) => portOf(`${id}>`, 'EAST')),
          ...(incoming[index] ?? []).map((id) => portOf(`>${id}`, 'WEST')),
        ],
      },
    ];
  });
  const edges = inOrder.flatMap((index) =>
    (graph.nodes[index]?.ways ?? []).flatMap((way): ElkExtendedEdge[] => {
      const found = graph.ways[way];
      const connection = found && map.connections[found.id];
      if (!connection) return [];
      const isSeen = connection.observed !== null || connection.observedMetric !== null;
      const isFork = (graph.nodes[index]?.fork ?? false) || connection.probability !== null;
      const room = isLarge ? null : pillRoom(connection.label, { predicted: isFork, seen: isSeen }, context);
      const inline = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };
      return [
        {
          id: connection.id,
          sources: [`${connection.id}>`],
          targets: [`>${connection.id}`],
          ...(room && { labels: [{ text: '·', ...room, layoutOptions: inline }] }),
        },
      ];
    }),
  );
  return { id: 'root', layoutOptions: { ...OPTIONS, ...(isLarge && QUICK) }, children, edges };
}

const portOf = (id: string, side: 'EAST' | 'WEST') => ({
  id,
  width: 0,
  height: 0,
  layoutOptions: { 'elk.port.side': side },
});

/** As customers come to them: from the entries on, then what nobody comes to. */
function orderOf({ entries, nodes, ways }: FlowGraph): number[] {
  const found = new Set(entries.map(({ node }) => node));
  const follow = () => {
    for (const node of found) for (const way of nodes[node]?.ways ?? []) found.add(ways[way]?.to ?? node);
  };
  follow();
  nodes.forEach((_, node) => {
    found.add(node);
    follow();
  });
  return [...found];
}

/** What ELK answered. */
export function layoutFrom(answer: ElkNode, exits: ReadonlySet<string>): DecisionLayout {
  const nodes = new Map(
    (answer.children ?? []).map(({ id, x = 0, y = 0, width = 0, height = 0 }): [string, Box] => [
      id,
      { x, y, width, height: height - (exits.has(id) ? EXIT_HEIGHT : 0) },
    ]),
  );
  const ways = new Map(
    (answer.edges ?? []).flatMap((edge): [string, PlacedWay][] => {
      const [section] = edge.sections ?? [];
      if (!section) return [];
      const [label] = edge.labels ?? [];
      const { startPoint, bendPoints = [], endPoint } = section;
      return [
        [
          edge.id,
          {
            corners: [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x, y })),
            label: label
              ? { x: label.x ?? 0, y: label.y ?? 0, width: label.width ?? 0, height: label.height ?? 0 }
              : null,
          },
        ],
      ];
    }),
  );
  const points = [...ways.values()].flatMap(({ corners }) =>
    corners.map((point) => ({ ...point, width: 0, height: 0 })),
  );
  const room = [...nodes].map(([id, box]) => ({ ...box, height: box.height + (exits.has(id) ? EXIT_HEIGHT : 0) }));
  return { nodes, ways, box: enclose([...room, ...points]) };
}
