import type { DatasetFacts, DatasetOptions } from '../metrics/dataset';
import type { Description } from '../metrics/described';
import type { MapOutline } from '../metrics/map-outline';
import type { DataPlan } from '../metrics/planned';
import type { Recipe } from '../metrics/recipe';
import type { ComparisonRequest, SideInfo } from '../scene/comparison/comparison-request';
import type { ExportRequest } from '../scene/export-request';
import type { Fault } from './faults';
import type { Preferences } from './preferences';

/**
 * Every call that the renderer can make to the machine: what it takes and what it answers. Both hosts and the
 * renderer derive their types from this one map; `shared/api/validation.ts` holds the check of every argument.
 */
export interface Calls {
  /** The first call of a window: what to show and what this host can do. */
  'app.start': { takes: Record<string, never>; gives: StartInfo };
  'app.setTitle': { takes: { title: string; unsaved: boolean; path: string | null }; gives: null };
  /** Closes the window for good, after the user has settled what is unsaved. */
  'app.close': { takes: Record<string, never>; gives: null };

  'preferences.write': { takes: { preferences: Preferences }; gives: null };

  'maps.read': { takes: { path: string }; gives: MapFile };
  /** Atomic and verified. Refuses with fault `changed-outside` where the file is no longer the one with `expectedHash`. */
  'maps.write': { takes: { path: string; text: string; expectedHash: string | null }; gives: SavedMap };
  /**
   * Makes this window the one that may write the file. `taken`: another window, here or in another program, has it; then
   * `maps.write` refuses with fault `in-use`. The loser of `maps.takeOver` hears the event `map.takenOver`.
   */
  'maps.lock': { takes: { path: string }; gives: LockAnswer };
  'maps.takeOver': { takes: { path: string }; gives: null };
  /** The window has done with the file: it gives back the lock and stops watching. */
  'maps.release': { takes: { path: string }; gives: null };
  /**
   * From now on the events `map.changedOutside` and `map.gone` tell of the file, until `maps.release`. `hash`: the bytes
   * that the window knows, so that what changed in the meantime is told at once. What this window saves does not count.
   */
  'maps.watch': { takes: { path: string; hash: string | null }; gives: null };
  /** One of the two sample maps, to be opened as a new map, with its numbers. */
  'maps.sample': { takes: { language: 'en' | 'es' }; gives: { text: string; csv: string; csvName: string } };

  /** Keeps what is unsaved. A window has one draft per map, which this replaces; `path` null: the map has no file yet. */
  'drafts.write': {
    takes: { path: string | null; mapId: string; text: string; baseHash: string | null };
    gives: { id: string; savedAt: string };
  };
  /** What was lost with a window that is no more, the latest first; drafts of living windows are left out. */
  'drafts.list': { takes: Record<string, never>; gives: DraftList };
  'drafts.read': { takes: { id: string }; gives: { draft: Draft; text: string } };
  /** After the content is saved, or given up by the user. A draft that is gone already is no fault. */
  'drafts.remove': { takes: { id: string }; gives: null };

  /** Keeps a text as a version beside the map's file, then thins out old automatic ones. */
  'versions.add': {
    takes: {
      path: string;
      text: string;
      label: string | null;
      note: string | null;
      author: string;
      changes: number | null;
      automatic: boolean;
    };
    gives: Version;
  };
  /**
   * Before a file is written over: keeps what it holds as a version, unless a version holds that already. The first
   * version of a map stays for ever, with `firstLabel`; a later one is somebody else's state of the file, with `label`.
   * Null: there was nothing to keep.
   */
  'versions.keepFile': { takes: { path: string; firstLabel: string; label: string }; gives: Version | null };
  'versions.list': { takes: { path: string }; gives: VersionList };
  /** Fault `version-damaged` where the bytes are no longer those that were kept. */
  'versions.read': { takes: { path: string; id: string }; gives: { version: Version; text: string } };

  /** What the user keeps to start from, on this machine: whole maps, and cards for the library. */
  'templates.list': { takes: Record<string, never>; gives: OwnTemplates };
  'templates.read': { takes: { id: string }; gives: { template: OwnTemplate; text: string } };
  /**
   * Keeps a map's text (`type` map) or cards as the clipboard holds them, under a title; `id` null: as a new one. Fault
   * `invalid-map` for a text that is neither, `too-many-templates` where no more fit.
   */
  'templates.write': {
    takes: { id: string | null; type: OwnTemplate['type']; title: string; text: string };
    gives: OwnTemplate;
  };
  'templates.remove': { takes: { id: string }; gives: null };

  'recents.list': { takes: Record<string, never>; gives: RecentMap[] };
  'recents.remove': { takes: { path: string }; gives: RecentMap[] };

  /** The host's own dialogs; null: cancelled. Only where `StartInfo.nativeDialogs`. */
  'dialogs.open': { takes: { purpose: FilePurpose }; gives: { path: string } | null };
  'dialogs.save': { takes: { purpose: FilePurpose; suggestedName: string }; gives: { path: string } | null };

  /** What lies in a granted folder; null: the first granted folder. For the editor's own file dialog. */
  'folders.list': { takes: { path: string | null }; gives: Folder };
  'folders.create': { takes: { parent: string; name: string }; gives: Folder };

  /** A data file or picture, at most 50 MB. */
  'files.read': { takes: { path: string }; gives: { name: string; bytes: Uint8Array } };
  /** Writes an export. `overwrite` false: fault `exists` where there is such a file. */
  'files.write': { takes: { path: string; bytes: Uint8Array; overwrite: boolean }; gives: null };

  /** The map's text and what to make of it; gives the finished file. */
  'export.make': { takes: { text: string; request: ExportRequest }; gives: ExportedFile };
  /** The texts of two maps with what they are called, and what to make of their differences. */
  'export.comparison': {
    takes: { before: SideInfo & { text: string }; after: SideInfo & { text: string }; request: ComparisonRequest };
    gives: ExportedFile;
  };
  /** The system's print dialog for a finished PDF; only where `StartInfo.canPrint`. */
  'export.print': { takes: { bytes: Uint8Array }; gives: null };

  /**
   * Reads a data file in a process of its own; the event `datasets.progress` tells how far it is. `id` is the window's
   * own choice, so that it can cancel; one that is open already is closed first. What a window has opened ends with it.
   * Throws the `data-…` faults.
   */
  'datasets.open': {
    takes: { id: string; file: { path: string } | { name: string; bytes: Uint8Array }; options: DatasetOptions };
    gives: OpenDataset;
  };
  /** Rows as they stand in the file, from a place on (0 is the first). At most 1,000. */
  'datasets.rows': {
    takes: { id: string; from: number; count: number };
    gives: { line: number; cells: string[] }[];
  };
  /** What the columns hold, and a recipe that suits. `header` absent: found out; null: no line names the columns. */
  'datasets.describe': {
    takes: { id: string; outline: MapOutline; header?: Recipe['header'] | undefined };
    gives: Description;
  };
  /** What an import by this recipe would do: open questions, refused rows, names, points. Changes nothing. */
  'datasets.plan': { takes: { id: string; recipe: Recipe; outline: MapOutline }; gives: DataPlan };
  /** Stops what is asked of a data file; that call then fails with `cancelled`, and the file stays open if it was. */
  'datasets.cancel': { takes: { id: string }; gives: null };
  'datasets.close': { takes: { id: string }; gives: null };
  /** Where the file of a source lay when it was imported on this machine, if it is still there and may be read. */
  'datasets.place': { takes: { mapId: string; source: string }; gives: { path: string; name: string } | null };
  /** After an import: remembers where the open file lies. Does nothing for one that came as bytes. */
  'datasets.remember': { takes: { id: string; mapId: string; source: string }; gives: null };

  /** Opens a link outside. Fault `refused-link` for anything but http, https and mailto. */
  'links.open': { takes: { url: string }; gives: null };
}

export type CallName = keyof Calls;

/** What the machine tells the renderer without being asked. */
export interface Events {
  /** A menu entry was chosen: the id of a command in `shared/commands/table.ts`. */
  'menu.command': { id: string };
  /** A file was opened from outside: double click, second start, dropped on the icon. */
  'file.requested': { path: string };
  /** The user wants to close the window; answer with `app.close` when all is settled. */
  'window.closing': Record<string, never>;
  /** Another window has taken over the file: this one may no longer write it. */
  'map.takenOver': { path: string; by: LockHolder };
  /**
   * The bytes of a watched file are others than this window knows, or it is there again after `map.gone`. `hash`: what
   * it holds now.
   */
  'map.changedOutside': { path: string; hash: string };
  /** A watched file was deleted, moved or renamed. */
  'map.gone': { path: string };
  /** How far an open data file is with what was asked of it, 0 to 1. */
  'datasets.progress': { id: string; share: number };
  /** The system switched between light and dark. */
  'theme.changed': { dark: boolean };
}

export type EventName = keyof Events;

export type Answer<Value> = { ok: true; value: Value } | { ok: false; fault: Fault };

export interface StartInfo {
  host: 'desktop' | 'browser';
  version: string;
  /** Node's name of the platform: `darwin`, `win32`, `linux`. */
  platform: string;
  /** BCP 47 tag of the system's language. */
  locale: string;
  nativeDialogs: boolean;
  canPrint: boolean;
  preferences: Preferences;
  recents: RecentMap[];
  /** What the window should show first. */
  open: { type: 'sample' } | { type: 'file'; path: string } | { type: 'nothing' };
}

export interface MapFile {
  path: string;
  name: string;
  text: string;
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  /** False where the file can't be written. */
  writable: boolean;
}

export interface SavedMap {
  path: string;
  name: string;
  hash: string;
}

export type LockAnswer = { status: 'yours' } | { status: 'taken'; by: LockHolder };

/** Who may write a file. */
export interface LockHolder {
  host: StartInfo['host'];
  /** Name of the computer. */
  computer: string;
  isThisComputer: boolean;
  /** ISO 8601 with a zone. */
  since: string;
}

/** What was unsaved in a window. */
export interface Draft {
  id: string;
  /** Null: the map had no file yet. */
  path: string | null;
  /** Of the file; empty without one. */
  name: string;
  mapId: string;
  title: string;
  /** ISO 8601 with a zone. */
  savedAt: string;
  /** Hash of the file that was edited; null: none. */
  baseHash: string | null;
  /**
   * The file now, against `baseHash`: as it was, changed by somebody since, gone, out of reach (not granted, or it can't
   * be read), or never there.
   */
  file: 'unchanged' | 'changed' | 'gone' | 'out-of-reach' | 'none';
}

export interface DraftList {
  drafts: Draft[];
  /** Drafts that can't be read. They stay until they are removed. */
  damaged: { id: string; savedAt: string }[];
}

/** A kept state of a map. The text itself is a map file that opens by itself. */
export interface Version {
  /** Its file name without the ending. */
  id: string;
  /** Counts from 1; 0 is what a file held before its first save here. */
  number: number;
  /** When it was kept: ISO 8601 with a zone. */
  savedAt: string;
  label: string | null;
  note: string | null;
  /** Empty where nobody gave a name. */
  author: string;
  /** Against the version before; null: not counted. */
  changes: number | null;
  /** Automatic ones are thinned out with time, named ones stay. */
  automatic: boolean;
  /** SHA-256 of the bytes, lower-case hex. */
  hash: string;
  path: string;
  /** Bytes. */
  size: number;
}

export interface VersionList {
  /** The latest first. */
  versions: Version[];
  /** Files that are no longer what was kept (`changed`), or can't be read at all. They stay where they are. */
  damaged: { id: string; path: string; number: number; savedAt: string; reason: 'changed' | 'unreadable' }[];
}

/** Kept by the user to start from. */
export interface OwnTemplate {
  id: string;
  /** `map`: a whole map. `cards`: some cards, with what joins them. */
  type: 'map' | 'cards';
  title: string;
  /** ISO 8601 with a zone. */
  savedAt: string;
  stages: number;
  cards: number;
  /** BCP 47 tag of a map; null for cards. */
  language: string | null;
}

export interface OwnTemplates {
  /** By title. */
  templates: OwnTemplate[];
  /** Ids of those that can't be read. They stay until they are removed. */
  damaged: string[];
}

export interface RecentMap {
  path: string;
  name: string;
  title: string;
  /** ISO 8601 with a zone. */
  openedAt: string;
}

export type FilePurpose = 'map' | 'data' | 'picture' | 'pdf' | 'png' | 'svg' | 'md' | 'csv' | 'ics';

export interface Folder {
  path: string;
  name: string;
  /** Null at a granted folder: nothing above it may be seen. */
  parent: string | null;
  /** Folders first, then files, by name. Only maps, data files, pictures and exports are listed. */
  entries: FolderEntry[];
  /** All granted folders, to go from one to another. */
  granted: { path: string; name: string }[];
}

export interface FolderEntry {
  name: string;
  path: string;
  type: 'folder' | 'map' | 'data' | 'picture' | 'export';
  /** Bytes; 0 for folders. */
  size: number;
  modifiedAt: string;
}

/** A data file that has been read. */
export interface OpenDataset {
  /** Without its folder. */
  name: string;
  facts: DatasetFacts;
}

export interface ExportedFile {
  bytes: Uint8Array;
  /** Media type. */
  type: string;
  /** A file name that suits the map's title, with its extension. */
  name: string;
  pages: number;
  /** Characters that no font on this machine can show, each once. */
  missing: string[];
  /** Characters shown with a font of the system in place of Inter, each once. */
  substituted: string[];
}
