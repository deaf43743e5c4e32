import { basename } from 'node:path';
import type { OpenDataset } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import type { DatasetOptions } from '../../../shared/metrics/dataset';
import type { Pages } from '../locks/pages';
import { type DataSource, type Dataset, type OpenSettings, openDataset } from './datasets';
import type { Answer, Argument, RequestName } from './requests';

/** Each is a process with memory of its own: one page has no use for more at a time. */
const MOST_OPEN = 3;

/** What a page asks about, and by which name it knows it. */
export interface Asked {
  session: string;
  id: string;
}

/** The data files that pages have open. They belong to the session of a page, and are closed when it ends. */
export interface WindowDatasets {
  /** Reads a file. What had that id is closed, and so is the oldest where a page has too many. */
  open(asked: Asked, source: DataSource, options: DatasetOptions): Promise<OpenDataset>;
  /** Throws fault `cancelled` where nothing has that id (any more), and those of the process. */
  ask<Name extends Exclude<RequestName, 'open'>>(
    asked: Asked,
    name: Name,
    argument: Argument<Name>,
  ): Promise<Answer<Name>>;
  /** What is asked fails with `cancelled`; a file that is being read is closed. */
  cancel(asked: Asked): void;
  close(asked: Asked): Promise<void>;
  /** Where an open file lies; null: it came as bytes, or nothing has that id. */
  pathOf(asked: Asked): string | null;
}

interface Held {
  name: string;
  path: string | null;
  dataset: Promise<Dataset>;
  opening: AbortController;
}

/** @param settings For tests: which process to run, and its limits. */
export function createWindowDatasets(pages: Pages, settings: OpenSettings = {}): WindowDatasets {
  const held = new Map<string, Map<string, Held>>();
  const find = ({ session, id }: Asked) => held.get(session)?.get(id);
  const end = async ({ opening, dataset }: Held) => {
    opening.abort();
    await (await dataset.catch(() => null))?.close();
  };
  const close = async ({ session, id }: Asked) => {
    const one = find({ session, id });
    held.get(session)?.delete(id);
    if (one) await end(one);
  };
  const progressOf = ({ session, id }: Asked) => ({
    onProgress: (share: number) => pages.tell(session, 'datasets.progress', { id, share }),
  });
  pages.onEnd((session) => {
    const ids = [...(held.get(session)?.keys() ?? [])];
    for (const id of ids) void close({ session, id });
    held.delete(session);
  });
  return {
    async open(asked, source, options) {
      await close(asked);
      const ofPage = held.get(asked.session) ?? new Map<string, Held>();
      held.set(asked.session, ofPage);
      const [oldest] = ofPage.keys();
      if (oldest !== undefined && ofPage.size >= MOST_OPEN) await close({ ...asked, id: oldest });
      const opening = new AbortController();
      const path = 'path' in source ? source.path : null;
      const name = 'path' in source ? basename(source.path) : source.name;
      const dataset = openDataset(source, options, { ...settings, ...progressOf(asked), signal: opening.signal });
      const one = { name, path, dataset, opening };
      ofPage.set(asked.id, one);
      try {
        return { name, facts: (await dataset).facts };
      } catch (error) {
        if (ofPage.get(asked.id) === one) ofPage.delete(asked.id);
        throw error;
      }
    },
    async ask(asked, name, argument) {
      const one = find(asked);
      if (!one) throw new FaultError({ code: 'cancelled' });
      return (await one.dataset).ask(name, argument, progressOf(asked));
    },
    cancel(asked) {
      const one = find(asked);
      one?.opening.abort();
      one?.dataset.then(
        (dataset) => dataset.cancel(),
        () => undefined,
      );
    },
    close,
    pathOf: (asked) => find(asked)?.path ?? null,
  };
}
