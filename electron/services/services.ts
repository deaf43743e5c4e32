import type { ExportedFile } from '../../shared/api/calls';
import { type Preferences, readPreferences } from '../../shared/api/preferences';
import type { JourneyMap } from '../../shared/document/schema';
import type { ComparisonRequest } from '../../shared/scene/comparison/comparison-request';
import type { ExportRequest } from '../../shared/scene/export-request';
import { createStore, dataFolder, type Store } from './data-folder';
import { createPlaces, type Places } from './datasets/places';
import { createWindowDatasets, type WindowDatasets } from './datasets/window-datasets';
import { createDrafts, type Drafts } from './drafts/drafts';
import type { ComparedMap } from './export/make-comparison';
import { type FileSystem, nodeFileSystem } from './files/file-system';
import { createGrants, type Grants } from './grants';
import { createLocks, type Locks } from './locks/locks';
import { createPages, type Pages } from './locks/pages';
import { readIfThere } from './maps';
import { createRecents, type Recents } from './recents';
import { createTemplates, type Templates } from './templates/templates';
import { createVersions, type Versions } from './versions/versions';
import { createWatch, type Watch } from './watch/watch';

/** What the handlers work with; every host makes its own set once. */
export interface Services {
  fs: FileSystem;
  grants: Grants;
  preferences: Store<Preferences>;
  recents: Recents;
  pages: Pages;
  locks: Locks;
  watch: Watch;
  drafts: Drafts;
  versions: Versions;
  templates: Templates;
  datasets: WindowDatasets;
  places: Places;
  makeExport(map: JourneyMap, request: ExportRequest): Promise<ExportedFile>;
  makeComparison(before: ComparedMap, after: ComparedMap, request: ComparisonRequest): Promise<ExportedFile>;
  /** Null: beside the program. */
  samplesFolder: string | null;
}

/** The services on the machine's own file system. `folder`: where preferences and the list of recent maps are kept. */
export function createServices(folder: string = dataFolder(), fs: FileSystem = nodeFileSystem): Services {
  const grants = createGrants(fs);
  const pages = createPages();
  return {
    fs,
    grants,
    pages,
    locks: createLocks(fs, folder, pages),
    watch: createWatch(fs, pages),
    drafts: createDrafts(fs, folder, pages, async (path) => readIfThere(fs, await grants.resolve(path))),
    versions: createVersions(fs),
    templates: createTemplates(fs, folder),
    datasets: createWindowDatasets(pages),
    places: createPlaces(fs, folder),
    preferences: createStore(fs, folder, 'preferences.json', readPreferences),
    recents: createRecents(fs, folder),
    // Drawing needs a native module that takes a moment to load: not before somebody exports.
    makeExport: async (map, request) => (await import('./export/make-export')).makeExport(map, request),
    makeComparison: async (before, after, request) =>
      (await import('./export/make-comparison')).makeComparison(before, after, request),
    samplesFolder: null,
  };
}
