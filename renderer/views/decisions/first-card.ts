import type { FlowGraph } from '../../../shared/decisions/flow-graph';

/** Where customers most likely start: where no way leads to and from where one gets farthest. Null: an empty graph. */
export function firstCardOf({ nodes, ways }: FlowGraph): string | null {
  const led = new Set(ways.map(({ to }) => to));
  let best: { id: string; far: number } | null = null;
  nodes.forEach((node, index) => {
    if (node.ways.length === 0) return;
    const found = new Set([index]);
    for (const one of found) for (const way of nodes[one]?.ways ?? []) found.add(ways[way]?.to ?? one);
    const far = found.size + (led.has(index) ? 0 : nodes.length);
    if (!best || far > best.far) best = { id: node.id, far };
  });
  return (best as { id: string } | null)?.id ?? nodes[0]?.id ?? null;
}
