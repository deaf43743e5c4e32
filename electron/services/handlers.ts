import { basename } from 'node:path';
import * as v from 'valibot';
import type { Answer, CallName, Calls, RecentMap, StartInfo } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { CALL_SCHEMAS } from '../../shared/api/validation';
import { LIMITS } from '../../shared/document/limits';
import { readMap } from '../../shared/document/read';
import { encodeUtf8 } from '../../shared/document/runtime';
import { datasetHandlers } from './datasets/dataset-handlers';
import { sha256 } from './files/hash';
import { isExportName } from './files/names';
import { saveAtomically } from './files/save';
import { createFolder, listFolder } from './folders';
import type { HostPort } from './host-port';
import { checkedLink } from './links';
import { ONLY_WINDOW } from './locks/pages';
import { mapOf, readLimited, readMapFile, titleOf, writeIfUnchanged } from './maps';
import { readSample } from './samples';
import type { Services } from './services';

export type Handlers = {
  [Name in CallName]: (argument: Calls[Name]['takes'], window: string) => Promise<Calls[Name]['gives']>;
};

/** What every call does. Arguments have been checked by `answer`; paths are checked here against what was granted. */
export function createHandlers(services: Services, host: HostPort): Handlers {
  const { fs, grants, preferences, recents, pages, locks, watch, drafts, versions } = services;
  pages.reach((window, event, value) => host.send(window, event, value));
  /** The file that this session read or wrote last: what a reload of the page comes back to. */
  let current: string | null = null;

  const remember = async (path: string, title: string) => {
    current = path;
    // A list that can't be written is no reason to refuse a map.
    await recents.add(path, title).catch(() => undefined);
  };
  const reachable = async (): Promise<RecentMap[]> => {
    const found = await Promise.all(
      (await recents.list()).map(async (map) =>
        (await grants.resolve(map.path).catch(() => null)) === null ? [] : [map],
      ),
    );
    return found.flat();
  };
  const toShow = async (reopen: boolean): Promise<StartInfo['open']> => {
    if (current) return { type: 'file', path: current };
    if (host.open.type !== 'nothing' || !reopen) return host.open;
    const [last] = await reachable();
    const exists = last && (await fs.status(last.path).catch(() => null));
    return exists ? { type: 'file', path: last.path } : host.open;
  };
  const chosen = async (path: string | null) => (path === null ? null : { path: await grants.grantFile(path) });
  const only = (allowed: boolean, name: CallName) => {
    if (!allowed) throw new FaultError({ code: 'invalid-request', detail: name });
  };

  return {
    'app.start': async (_, window) => {
      pages.start(window);
      const settings = await preferences.read();
      const open = await toShow(settings.reopen);
      return { ...host.info, preferences: settings, recents: await reachable(), open };
    },
    'app.setTitle': async (title) => {
      host.setTitle(title);
      return null;
    },
    'app.close': async () => {
      host.close();
      return null;
    },

    'preferences.write': async ({ preferences: values }) => {
      await preferences.write(values);
      return null;
    },

    'maps.read': async ({ path }) => {
      const file = await readMapFile(fs, await grants.resolve(path));
      const title = titleOf(file.text);
      if (title !== null) await remember(file.path, title);
      return file;
    },
    'maps.write': async ({ path, text, expectedHash }, window) => {
      const real = await grants.resolve(path);
      const session = pages.session(window);
      if (await locks.holder(session, real)) throw new FaultError({ code: 'in-use', path: real });
      watch.expect(session, real, sha256(encodeUtf8(text)));
      const { title, ...saved } = await writeIfUnchanged(fs, real, text, expectedHash);
      await remember(saved.path, title);
      // A draft that outlives its map is found to be saved when drafts are listed.
      await drafts.saved(session, text).catch(() => undefined);
      return saved;
    },
    'maps.lock': async ({ path }, window) =>
      locks.lock(pages.session(window), host.info.host, await grants.resolve(path)),
    'maps.takeOver': async ({ path }, window) => {
      await locks.takeOver(pages.session(window), host.info.host, await grants.resolve(path));
      return null;
    },
    'maps.release': async ({ path }, window) => {
      // Its folder may be gone by now; what was locked is known by its real path.
      const real = await grants.resolve(path).catch(() => path);
      watch.stop(pages.session(window), real);
      await locks.release(pages.session(window), real);
      return null;
    },
    'maps.watch': async ({ path, hash }, window) => {
      await watch.watch(pages.session(window), await grants.resolve(path), hash);
      return null;
    },
    'maps.sample': ({ language }) => readSample(fs, language, services.samplesFolder ?? undefined),

    'drafts.write': async (draft, window) => {
      const path = draft.path === null ? null : await grants.resolve(draft.path).catch(() => draft.path);
      return drafts.write(pages.session(window), { ...draft, path, title: titleOf(draft.text) ?? '' });
    },
    'drafts.list': (_, window) => drafts.list(pages.session(window)),
    'drafts.read': ({ id }) => drafts.read(id),
    'drafts.remove': async ({ id }, window) => {
      await drafts.remove(pages.session(window), id);
      return null;
    },

    'versions.add': async (version) => versions.add({ ...version, path: await grants.resolve(version.path) }),
    'versions.keepFile': async (file) => versions.keepFile({ ...file, path: await grants.resolve(file.path) }),
    'versions.list': async ({ path }) => versions.list(await grants.resolve(path)),
    'versions.read': async ({ path, id }) => versions.read(await grants.resolve(path), id),

    'templates.list': () => services.templates.list(),
    'templates.read': ({ id }) => services.templates.read(id),
    'templates.write': (template) => services.templates.write(template),
    'templates.remove': async ({ id }) => {
      await services.templates.remove(id);
      return null;
    },

    'recents.list': reachable,
    'recents.remove': async ({ path }) => {
      await recents.remove(path);
      return reachable();
    },

    'dialogs.open': async ({ purpose }) => {
      only(host.info.nativeDialogs, 'dialogs.open');
      return chosen(await host.chooseFile(purpose));
    },
    'dialogs.save': async ({ purpose, suggestedName }) => {
      only(host.info.nativeDialogs, 'dialogs.save');
      return chosen(await host.chooseTarget(purpose, suggestedName));
    },

    'folders.list': ({ path }) => listFolder(fs, grants, path),
    'folders.create': ({ parent, name }) => createFolder(fs, grants, parent, name),

    'files.read': async ({ path }) => {
      const real = await grants.resolve(path);
      return { name: basename(real), bytes: await readLimited(fs, real, LIMITS.fileBytes) };
    },
    'files.write': async ({ path, bytes, overwrite }) => {
      const real = await grants.resolve(path);
      if (!isExportName(basename(real))) throw new FaultError({ code: 'invalid-name', path: real });
      await saveAtomically(fs, real, bytes, {
        approve: (old) => {
          if (old && !overwrite) throw new FaultError({ code: 'exists', path: real });
        },
      });
      return null;
    },

    'export.make': ({ text, request }) => services.makeExport(mapOf(readMap(text)), request),
    'export.comparison': ({ before, after, request }) =>
      services.makeComparison(
        { ...before, map: mapOf(readMap(before.text)) },
        { ...after, map: mapOf(readMap(after.text)) },
        request,
      ),
    'export.print': async ({ bytes }) => {
      only(host.info.canPrint, 'export.print');
      await host.print(bytes);
      return null;
    },

    ...datasetHandlers(services, host),

    'links.open': async ({ url }) => {
      await host.openLink(checkedLink(url));
      return null;
    },
  };
}

/** Where a host writes what went wrong, for whoever repairs the program; it may hold paths, never a map's text. */
export type Log = (message: string, error?: unknown) => void;

export const isCallName = (name: string): name is CallName => Object.hasOwn(CALL_SCHEMAS, name);

/**
 * Answers one call of a renderer: checks the argument, runs the handler, and makes a fault of whatever is thrown.
 * Never rejects. `window` says where the call comes from. What nobody foresaw goes to the log, and only its code to the renderer.
 */
export async function answer(
  handlers: Handlers,
  name: string,
  argument: unknown,
  log: Log,
  window: string = ONLY_WINDOW,
): Promise<Answer<unknown>> {
  if (!isCallName(name)) return { ok: false, fault: { code: 'invalid-request' } };
  try {
    return { ok: true, value: await run(handlers, name, argument, window) };
  } catch (error) {
    if (!(error instanceof FaultError)) {
      log(name, error);
      return { ok: false, fault: { code: 'unexpected' } };
    }
    if (error.fault.code === 'unexpected') log(name, error.cause ?? error);
    return { ok: false, fault: error.fault };
  }
}

async function run<Name extends CallName>(
  handlers: Handlers,
  name: Name,
  argument: unknown,
  window: string,
): Promise<unknown> {
  const checked = v.safeParse(CALL_SCHEMAS[name] as v.GenericSchema<unknown, Calls[Name]['takes']>, argument);
  // To the schema a list is an object without fields.
  if (!checked.success || Array.isArray(argument)) {
    const field = checked.success ? null : v.getDotPath(checked.issues[0]);
    throw new FaultError({ code: 'invalid-request', detail: field ? `${name}: ${field}` : name });
  }
  return handlers[name](checked.output, window);
}
