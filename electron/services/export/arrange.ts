import type { ElkNode } from 'elkjs/lib/elk-api';
import type { Arrange } from '../../../shared/scene/decisions/layout';

let elk: Promise<{ layout: Arrange }> | null = null;

/** Lays out a graph in this process. ELK is loaded when it is first needed: most exports do without. */
export const arrangeHere: Arrange = async (graph: ElkNode) => {
  elk ??= import('elkjs/lib/elk.bundled.js').then(({ default: ELK }) => new ELK());
  return (await elk).layout(graph);
};
