import { basename } from 'node:path';
import type { CallName, Calls } from '../../../shared/api/calls';
import type { HostPort } from '../host-port';
import type { Services } from '../services';

type DatasetHandlers = {
  [Name in Extract<CallName, `datasets.${string}`>]: (
    argument: Calls[Name]['takes'],
    window: string,
  ) => Promise<Calls[Name]['gives']>;
};

/** The calls about data files. Paths are checked against what was granted. */
export function datasetHandlers({ fs, grants, pages, datasets, places }: Services, host: HostPort): DatasetHandlers {
  const asked = (id: string, window: string) => ({ session: pages.session(window), id });
  return {
    'datasets.open': async ({ id, file, options }, window) => {
      const source = 'path' in file ? { path: await grants.resolve(file.path) } : file;
      return datasets.open(asked(id, window), source, options);
    },
    'datasets.rows': ({ id, ...argument }, window) => datasets.ask(asked(id, window), 'rows', argument),
    'datasets.describe': ({ id, ...argument }, window) => datasets.ask(asked(id, window), 'describe', argument),
    'datasets.plan': ({ id, ...argument }, window) => datasets.ask(asked(id, window), 'plan', argument),
    'datasets.cancel': async ({ id }, window) => {
      datasets.cancel(asked(id, window));
      return null;
    },
    'datasets.close': async ({ id }, window) => {
      await datasets.close(asked(id, window));
      return null;
    },
    'datasets.place': async ({ mapId, source }) => {
      const path = await places.of(mapId, source);
      if (path === null) return null;
      // On the desktop the list itself says that the user chose the file; a browser sees granted folders only.
      const real = await (host.info.host === 'desktop' ? grants.grantFile(path) : grants.resolve(path)).catch(
        () => null,
      );
      const isThere = real !== null && (await fs.status(real).catch(() => null)) !== null;
      return isThere ? { path: real, name: basename(real) } : null;
    },
    'datasets.remember': async ({ id, mapId, source }, window) => {
      const path = datasets.pathOf(asked(id, window));
      if (path !== null) await places.remember({ map: mapId, source, path });
      return null;
    },
  };
}
