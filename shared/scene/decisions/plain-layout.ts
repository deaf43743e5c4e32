import type { ElkNode } from 'elkjs/lib/elk-api';

const GAP_X = 200;
const GAP_Y = 40;

/**
 * Answers a question to ELK by columns alone: each node as far to the right as the longest way to it, leaving out ways
 * that lead back, and in its column near those that lead to it. In time proportional to nodes and ways, for graphs that
 * ELK would work on for minutes.
 */
export function arrangePlainly(question: ElkNode): ElkNode {
  const nodes = question.children ?? [];
  const edges = (question.edges ?? []).map((edge) => ({ edge, from: '', to: '' }));
  const ownerOf = new Map(nodes.flatMap(({ id, ports = [] }) => ports.map((port) => [port.id, id] as const)));
  for (const one of edges) {
    one.from = ownerOf.get(one.edge.sources[0] ?? '') ?? '';
    one.to = ownerOf.get(one.edge.targets[0] ?? '') ?? '';
  }
  const leaving = new Map<string, string[]>();
  for (const { from, to } of edges) leaving.set(from, [...(leaving.get(from) ?? []), to]);
  const { order, back } = sorted(
    nodes.map(({ id }) => id),
    leaving,
  );
  const column = new Map(order.map((id) => [id, 0]));
  for (const id of order) {
    for (const to of leaving.get(id) ?? []) {
      if (!back.has(`${id} ${to}`)) column.set(to, Math.max(column.get(to) ?? 0, (column.get(id) ?? 0) + 1));
    }
  }
  const places = placed(nodes, order, column, edges);
  return {
    ...question,
    children: nodes.map((node) => ({ ...node, ...places.get(node.id) })),
    edges: edges.map(({ edge, from, to }) => {
      const [a, b] = [places.get(from), places.get(to)];
      const startPoint = { x: (a?.x ?? 0) + (a?.width ?? 0), y: (a?.y ?? 0) + (a?.height ?? 0) / 2 };
      const endPoint = { x: b?.x ?? 0, y: (b?.y ?? 0) + (b?.height ?? 0) / 2 };
      const bendPoints = endPoint.x < startPoint.x ? around(startPoint, endPoint, a?.height ?? 0) : [];
      return { ...edge, labels: [], sections: [{ id: `${edge.id}-section`, startPoint, endPoint, bendPoints }] };
    }),
  };
}

interface Place {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Depth first without recursion, which deep graphs would overflow: nodes before what they lead to, and ways back. */
function sorted(ids: readonly string[], leaving: ReadonlyMap<string, readonly string[]>) {
  const state = new Map<string, 'open' | 'done'>();
  const back = new Set<string>();
  const order: string[] = [];
  for (const start of ids) {
    if (state.has(start)) continue;
    const stack = [{ id: start, next: 0 }];
    state.set(start, 'open');
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const to = leaving.get(top.id)?.[top.next++];
      if (to === undefined) {
        state.set(top.id, 'done');
        order.push(top.id);
        stack.pop();
      } else if (state.get(to) === 'open') back.add(`${top.id} ${to}`);
      else if (!state.has(to)) {
        state.set(to, 'open');
        stack.push({ id: to, next: 0 });
      }
    }
  }
  return { order: order.reverse(), back };
}

function placed(
  nodes: readonly ElkNode[],
  order: readonly string[],
  column: ReadonlyMap<string, number>,
  edges: readonly { from: string; to: string }[],
): Map<string, Place> {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const before = new Map<string, string[]>();
  for (const { from, to } of edges) {
    if ((column.get(from) ?? 0) < (column.get(to) ?? 0)) before.set(to, [...(before.get(to) ?? []), from]);
  }
  const columns: string[][] = [];
  for (const id of order) {
    const index = column.get(id) ?? 0;
    columns[index] = [...(columns[index] ?? []), id];
  }
  const places = new Map<string, Place>();
  let x = 0;
  for (const ids of columns) {
    const wanted = (ids ?? []).map((id) => {
      const from = (before.get(id) ?? []).flatMap((one) => places.get(one) ?? []);
      const middle = from.reduce((sum, place) => sum + place.y + place.height / 2, 0) / Math.max(from.length, 1);
      return { id, middle };
    });
    wanted.sort((a, b) => a.middle - b.middle);
    const heights = wanted.map(({ id }) => known.get(id)?.height ?? 0);
    const all = heights.reduce((sum, height) => sum + height + GAP_Y, -GAP_Y);
    let y = wanted.reduce((sum, { middle }) => sum + middle, 0) / Math.max(wanted.length, 1) - all / 2;
    let widest = 0;
    wanted.forEach(({ id }, index) => {
      const width = known.get(id)?.width ?? 0;
      places.set(id, { x, y, width, height: heights[index] ?? 0 });
      y += (heights[index] ?? 0) + GAP_Y;
      widest = Math.max(widest, width);
    });
    x += widest + GAP_X;
  }
  return places;
}

/** Back to the left, below the card it comes from. */
function around(start: { x: number; y: number }, end: { x: number; y: number }, height: number) {
  const y = start.y + height / 2 + GAP_Y / 2;
  return [
    { x: start.x + 30, y: start.y },
    { x: start.x + 30, y },
    { x: end.x - 30, y },
    { x: end.x - 30, y: end.y },
  ];
}
