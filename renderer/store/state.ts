import type { Patch } from 'immer';
import type { MapFilter } from '../../shared/analysis/filter';
import type {
  Draft,
  DraftList,
  LockHolder,
  OwnTemplates,
  RecentMap,
  StartInfo,
  Version,
  VersionList,
} from '../../shared/api/calls';
import type { Preferences } from '../../shared/api/preferences';
import type { ChangeType } from '../../shared/comparison/changes';
import type { MergeResult } from '../../shared/comparison/merge';
import type { ElementKind, JourneyMap, MapElement } from '../../shared/document/schema';
import type { Box } from '../../shared/figures/primitives';
import type { CoverageId } from '../../shared/ideas/coverage';
import type { Grouping, IdeaFilter, SortOrder } from '../../shared/ideas/filter';
import type { RowFilter, RowOrder } from '../../shared/metrics/metric-rows';
import type { OverlaySettings } from '../../shared/metrics/overlay-settings';
import type { PeriodUnit } from '../../shared/metrics/periods';
import type { Guide } from '../../shared/scene/snapping';
import type { Along } from '../../shared/workshop/slides';

/** What fills the middle of the window; renderer/views/registry.ts says which of them there are. */
export type ViewId = 'map' | 'decisions' | 'metrics' | 'ideas' | 'compare';

/** One entry of the history: what a gesture changed, both ways. */
export interface Step {
  /** Tells steps apart; a step that further typing joins gets a new one. */
  id: number;
  label: string;
  patches: Patch[];
  inverse: Patch[];
  selectionBefore: readonly string[];
  selectionAfter: readonly string[];
  /** Further changes with the same key join this step: the letters typed into one field. */
  merge: string | null;
  /** Takes in what others wrote to the file: what the map stood on before, and what it stands on since. */
  basis?: { before: Basis; after: Basis };
}

/** What the file held when this window last read or wrote it. */
export interface Basis {
  /** Of its bytes. */
  hash: string;
  /** Null: not known. */
  map: JourneyMap | null;
}

/** The file that the map came from or was last saved to. */
export interface OpenFile {
  path: string;
  name: string;
  /** Of the bytes on disk when they were read or written. */
  hash: string;
  writable: boolean;
}

/** A data file: where it lies, or what was in it when it was dropped or pasted. */
export type NumbersFile = { name: string; path: string } | { name: string; bytes: Uint8Array };

export type DialogName =
  | { name: 'newMap' }
  | { name: 'openFile'; purpose: 'map' | 'data' | 'picture' }
  | { name: 'saveFile'; suggestedName: string; extension: string }
  | { name: 'export'; selection: readonly string[] | null }
  | { name: 'exportComparison' }
  | { name: 'importNumbers'; file: NumbersFile | null; source: string | null }
  | { name: 'addMetric'; element: string | null }
  | { name: 'calculator'; measurement: string }
  | { name: 'preferences' }
  | { name: 'mapProperties' }
  | { name: 'lanes' }
  | { name: 'keys' }
  | { name: 'commandPalette' }
  | { name: 'unsaved' }
  | { name: 'changedOutside' }
  | { name: 'merge'; merging: Merging }
  | { name: 'gitConflict'; conflict: GitConflict }
  | { name: 'recovery'; lost: DraftList; next: DialogName | null }
  | { name: 'inUse'; file: string; by: LockHolder; purpose: 'open' | 'save' | 'lost' }
  | { name: 'saveVersion' }
  | { name: 'saveTemplate' };

/** What this window and others made of one file, to be brought together. */
export interface Merging {
  result: MergeResult;
  /** Of the bytes that hold theirs. */
  hash: string;
  writable: boolean;
  /** The sides are both in a file that git could not merge, which is opened with the result. */
  sides?: { name: string; file: OpenFile | null; ours: string; theirs: string };
}

/** What git left in a file that it could not merge. */
export interface GitConflict {
  /** Of the file. */
  name: string;
  path: string | null;
  ours: GitSide;
  theirs: GitSide;
  /** Null: not written down. */
  base: JourneyMap | null;
}

interface GitSide {
  /** What git calls it. */
  name: string;
  /** Null: it can't be read as a map. */
  map: JourneyMap | null;
}

/** A kept version is on the canvas, in place of the map. */
export interface Preview {
  version: Version;
  /** The map that comes back. */
  now: JourneyMap;
  readOnly: boolean;
  selection: readonly string[];
}

export interface Toast {
  id: number;
  tone: 'info' | 'good' | 'danger';
  text: string;
  /** What the user can do about it. */
  action?: { label: string; run: () => void };
  /** Stays as long as it is true. */
  lasts?: true;
}

/** What the decisions view looks at. Ids of what is gone count for nothing. */
export interface DecisionsState {
  /** Null: the map as it is. */
  scenario: string | null;
  /** Only customers of this persona; null: all. */
  persona: string | null;
  /** How many periods the forecast covers. */
  periods: number;
  /** Of the simulated runs behind the forecast's bands. */
  seed: number;
  /** The outcome that forecast, tornado and route speak of; null: the best one. */
  outcome: string | null;
  /** What of it is counted; `value` is the money of all outcomes. */
  measure: 'customers' | 'units' | 'value';
  /** Shares tried with a slider that is still held, by connection. */
  trial: Readonly<Record<string, number>> | null;
  /** Which way is shown among all others: the likeliest to the outcome, the happiest of all, none. */
  route: 'outcome' | 'happy' | null;
}

/** A gesture under way: shown, but not yet in the map. */
export type Gesture =
  | { type: 'move'; boxes: ReadonlyMap<string, Box>; landing: readonly Box[]; guides: readonly Guide[] }
  | { type: 'resize'; id: string; box: Box }
  | { type: 'resizeStage'; id: string; width: number }
  | { type: 'moveStage'; id: string; before: string | null; x: number }
  | { type: 'resizeLane'; id: string; height: number }
  | {
      type: 'add';
      kind: ElementKind;
      persona: string | null;
      clientX: number;
      clientY: number;
      /** Out of the library; absent: an empty card. */
      entry?: LibraryEntry;
    };

/** What is dragged out of the library: a card with its texts, or the user's own cards by their id. */
export type LibraryEntry = { values: Partial<MapElement> } | { own: string };

/** What the table of metrics shows, and in which order. */
export interface MetricsView {
  /** Id of the measurement that was chosen. */
  row: string | null;
  by: RowOrder;
  descending: boolean;
  filter: RowFilter;
  /** How long the periods of the chart are; null: as they are stored. */
  unit: PeriodUnit | null;
}

/** What the view of ideas looks at. */
export interface IdeasState {
  tab: 'grid' | 'board' | 'calendar' | 'coverage';
  filter: IdeaFilter;
  order: SortOrder;
  group: Grouping;
  coverage: CoverageId;
  /** The coverage names usual formats and channels, too. */
  usual: boolean;
  /** `YYYY-MM`; null: this month. */
  month: string | null;
  /** The questions are beside the view, in the inspector's place. */
  prompts: boolean;
}

/** What a meeting looks at, in this window. */
export interface WorkshopState {
  /** In the inspector's place; null: the inspector. */
  panel: 'session' | 'agreements' | 'comments' | 'views' | null;
  /** Id of the session whose bar is shown; one that is gone counts for nothing. */
  session: string | null;
  /** Milliseconds that are left, where the clock stands; the time at which it ends (as Date.now), where it runs. */
  timer: { left: number; endsAt: number | null };
  /** The clock can be heard. */
  sound: boolean;
  /** The member whose dots are put down. */
  voter: string;
  /** Null: nothing is presented. */
  presenting: Presenting | null;
}

export interface Presenting {
  along: Along;
  /** The slide that is shown, from 0. */
  at: number;
  /** The texts on cards are larger than the map has them. */
  large: boolean;
  /** The stage that the slide is about: the cards of others recede. Null: none do. */
  stage: string | null;
}

/** One of the two maps that are compared. */
export type ComparedSide =
  /** The map with all that is unsaved. */
  | { from: 'now' }
  /** What this window last read from the file or wrote to it. */
  | { from: 'saved' }
  | { from: 'version'; version: Version; map: JourneyMap }
  | { from: 'file'; name: string; path: string | null; map: JourneyMap }
  /** What was lost with another window. */
  | { from: 'draft'; draft: Draft; map: JourneyMap };

export interface Comparing {
  /** Null: not chosen yet. */
  before: ComparedSide | null;
  after: ComparedSide | null;
  /** The types of change that are shown. */
  types: readonly ChangeType[];
  /** Also what no reader of the map would miss. */
  minor: boolean;
  /** Id of the change that is looked at. */
  current: string | null;
  /** Of the picture of both maps. */
  zoom: number;
}

export interface EditorState {
  map: JourneyMap;
  past: readonly Step[];
  future: readonly Step[];
  /** The last step that is on disk (null: none): unsaved is whatever the history says beyond or before it. */
  savedStep: number | null;
  /** The last step that a version holds (null: none), from which the next one counts its changes. */
  keptStep: number | null;
  file: OpenFile | null;
  /** The map in the file as this window last read or wrote it: what a merge starts from. Null: not known. */
  base: JourneyMap | null;
  /** To look at only: a newer format, another window that writes the file, or a version. */
  readOnly: boolean;
  /** The other window that may write the file; null: this one may. */
  writer: LockHolder | null;
  preview: Preview | null;
  /** What is kept beside the file; null: not read yet. */
  versions: VersionList | null;
  saving: boolean;

  /** Ids of elements and connections, in the order they were selected. */
  selection: readonly string[];
  /** What is being typed on the canvas. */
  editing: { id: string; what: 'title' | 'label' | 'lane' } | null;
  gesture: Gesture | null;
  /** What lies over the map: metrics, their period, how they are shown. */
  overlay: OverlaySettings;
  filter: MapFilter;
  filterOpen: boolean;
  findOpen: boolean;
  historyOpen: boolean;
  /** The library stands where the kinds of cards do. */
  libraryOpen: boolean;
  /** What the user keeps to start from; null: not read yet. */
  ownTemplates: OwnTemplates | null;
  view: ViewId;
  decisions: DecisionsState;
  /** Null: nothing was compared yet. */
  comparing: Comparing | null;
  metricsView: MetricsView;
  ideas: IdeasState;
  workshop: WorkshopState;
  dialog: DialogName | null;
  toasts: readonly Toast[];
  /** The canvas's view, for whoever stands outside of it. */
  zoom: number;

  start: StartInfo | null;
  preferences: Preferences;
  recents: readonly RecentMap[];
  systemDark: boolean;
}

/**
 * How long each part of the state lasts. The compiler keeps the list complete, so that nobody adds a field without
 * saying so: with the map that is open, with this window, or on this machine from one start to the next. Of all this
 * only `map` goes into the map's file, and only `map` and `selection` are undone.
 */
export const LASTS_WITH = {
  map: 'map',
  past: 'map',
  future: 'map',
  savedStep: 'map',
  keptStep: 'map',
  file: 'map',
  base: 'map',
  readOnly: 'map',
  writer: 'map',
  preview: 'map',
  versions: 'map',
  saving: 'window',
  selection: 'map',
  editing: 'map',
  gesture: 'map',
  overlay: 'map',
  filter: 'map',
  filterOpen: 'window',
  findOpen: 'window',
  historyOpen: 'window',
  libraryOpen: 'window',
  ownTemplates: 'machine',
  view: 'window',
  decisions: 'map',
  comparing: 'map',
  metricsView: 'map',
  ideas: 'map',
  workshop: 'window',
  dialog: 'window',
  toasts: 'window',
  zoom: 'window',
  start: 'window',
  preferences: 'machine',
  recents: 'machine',
  systemDark: 'window',
} as const satisfies Record<keyof EditorState, 'map' | 'window' | 'machine'>;
