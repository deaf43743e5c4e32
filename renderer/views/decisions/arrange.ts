import ELK from 'elkjs/lib/elk-api';
// A file of its own beside the page: the content policy allows no worker that is made of a text.
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import type { Arrange } from '../../../shared/scene/decisions/layout';

let elk: InstanceType<typeof ELK> | null = null;

const inWorker: Arrange = (graph) => {
  elk ??= new ELK({ workerFactory: () => new Worker(workerUrl) });
  return elk.layout(graph);
};

let arrange: Arrange = inWorker;

/** For tests, which have no workers. */
export function setArrange(other: Arrange): void {
  arrange = other;
}

/** Lays out a graph beside the window's own work. */
export const arrangeBeside: Arrange = (graph) => arrange(graph);
