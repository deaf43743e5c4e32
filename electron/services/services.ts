import type { ExportedFile } from '../../shared/api/calls';
import { type Preferences, readPreferences } from '../../shared/api/preferences';
import type { JourneyMap } from '../../shared/document/schema';
import type { ExportRequest } from '../../shared/scene/export-request';
import { createStore, dataFolder, type Store } from './data-folder';
import { type FileSystem, nodeFileSystem } from './files/file-system';
import { createGrants, type Grants } from './grants';
import { createRecents, type Recents } from './recents';

/** What the handlers work with; every host makes its own set once. */
export interface Services {
  fs: FileSystem;
  grants: Grants;
  preferences: Store<Preferences>;
  recents: Recents;
  makeExport(map: JourneyMap, request: ExportRequest): Promise<ExportedFile>;
  /** Null: beside the program. */
  samplesFolder: string | null;
}

/** The services on the machine's own file system. `folder`: where preferences and the list of recent maps are kept. */
export function createServices(folder: string = dataFolder(), fs: FileSystem = nodeFileSystem): Services {
  return {
    fs,
    grants: createGrants(fs),
    preferences: createStore(fs, folder, 'preferences.json', readPreferences),
    recents: createRecents(fs, folder),
    // Drawing needs a native module that takes a moment to load: not before somebody exports.
    makeExport: async (map, request) => (await import('./export/make-export')).makeExport(map, request),
    samplesFolder: null,
  };
}
